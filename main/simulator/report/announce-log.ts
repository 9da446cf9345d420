// Tells the live feed that provisioning logs have grown: gathered, for a cycle writes hundreds of entries a second.
import type { Feed } from '../../base/feed.ts';
import type { Store } from '../../store/open-store.ts';

const GATHER_MS = 250;

export function announceLog({
  store,
  feed,
}: {
  readonly store: Pick<Store, 'provisioningLog'>;
  readonly feed: Feed;
}) {
  const grown = new Set<string>();
  let timer: NodeJS.Timeout | undefined;

  store.provisioningLog.onAppended((applicationIds) => {
    for (const id of applicationIds) grown.add(id);
    timer ??= setTimeout(announce, GATHER_MS);
  });

  function announce(): void {
    timer = undefined;
    feed.publish({ type: 'provisioning-logged', data: { applicationIds: [...grown] } });
    grown.clear();
  }

  return { close: () => clearTimeout(timer) };
}
