// Tells the live feed that provisioning logs and audit logs have grown: gathered, for a cycle writes hundreds of entries a
// second.
import type { LiveEvent } from '../../../shared/live-event.ts';
import type { ProvisioningObjectSummary } from '../../../shared/simulator/provisioning-log.ts';
import type { Feed } from '../../base/feed.ts';
import type { Store } from '../../store/open-store.ts';

const GATHER_MS = 250;

interface AnnounceParts {
  readonly store: Pick<Store, 'provisioningLog' | 'auditLog'>;
  readonly feed: Feed;
}

export function announceLog({ store, feed }: AnnounceParts) {
  const logged = gather((summaries: readonly ProvisioningObjectSummary[]) =>
    feed.publish({ type: 'provisioning-logged', data: describeGrowth(summaries) }),
  );
  const audited = gather((applicationIds: readonly string[]) =>
    feed.publish({ type: 'audit-noted', data: { applicationIds: [...new Set(applicationIds)] } }),
  );
  store.provisioningLog.onAppended((summaries) => logged.add(summaries));
  store.auditLog.onNoted((id) => audited.add(id === null ? [] : [id]));

  return {
    close() {
      logged.close();
      audited.close();
    },
  };
}

function gather<News>(tell: (news: readonly News[]) => void) {
  let gathered: News[] = [];
  let timer: NodeJS.Timeout | undefined;

  function announce(): void {
    timer = undefined;
    tell(gathered);
    gathered = [];
  }

  return {
    add(news: readonly News[]): void {
      gathered.push(...news);
      timer ??= setTimeout(announce, GATHER_MS);
    },
    close: () => clearTimeout(timer),
  };
}

type Growth = Extract<LiveEvent, { type: 'provisioning-logged' }>['data'];

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
