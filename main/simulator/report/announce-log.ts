// Tells the live feed that provisioning logs have grown: gathered, for a cycle writes hundreds of entries a second.
import type { LiveEvent } from '../../../shared/live-event.ts';
import type { ProvisioningObjectSummary } from '../../../shared/simulator/provisioning-log.ts';
import type { Feed } from '../../base/feed.ts';
import type { Store } from '../../store/open-store.ts';

const GATHER_MS = 250;

type Growth = Extract<LiveEvent, { type: 'provisioning-logged' }>['data'];

export function announceLog({
  store,
  feed,
}: {
  readonly store: Pick<Store, 'provisioningLog'>;
  readonly feed: Feed;
}) {
  let grown: ProvisioningObjectSummary[] = [];
  let timer: NodeJS.Timeout | undefined;

  store.provisioningLog.onAppended((summaries) => {
    grown.push(...summaries);
    timer ??= setTimeout(announce, GATHER_MS);
  });

  function announce(): void {
    timer = undefined;
    feed.publish({ type: 'provisioning-logged', data: describeGrowth(grown) });
    grown = [];
  }

  return { close: () => clearTimeout(timer) };
}

function describeGrowth(summaries: readonly ProvisioningObjectSummary[]): Growth {
  const cycles = new Map<string, Growth['cycles'][number]>();
  for (const { jobId, cycleId, requests } of summaries) {
    const cycle = cycles.get(cycleId) ?? { jobId, cycleId, clientRequestIds: [] };
    cycle.clientRequestIds.push(...requests.map(({ clientRequestId }) => clientRequestId));
    cycles.set(cycleId, cycle);
  }
  const applicationIds = summaries.map(({ servicePrincipal }) => servicePrincipal.id);
  return { applicationIds: [...new Set(applicationIds)], cycles: [...cycles.values()] };
}
