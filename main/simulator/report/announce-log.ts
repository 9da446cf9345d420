// Tells the live feed that provisioning logs and audit logs have grown: gathered, for a cycle writes hundreds of entries a
// second.
import type { Feed } from '../../base/feed.ts';
import type { Store } from '../../store/open-store.ts';

const GATHER_MS = 250;

interface AnnounceParts {
  readonly store: Pick<Store, 'provisioningLog' | 'auditLog'>;
  readonly feed: Feed;
}

export function announceLog({ store, feed }: AnnounceParts) {
  const logged = gather((applicationIds) =>
    feed.publish({ type: 'provisioning-logged', data: { applicationIds } }),
  );
  const audited = gather((applicationIds) =>
    feed.publish({ type: 'audit-noted', data: { applicationIds } }),
  );
  store.provisioningLog.onAppended((ids) => logged.add(ids));
  store.auditLog.onNoted((id) => audited.add(id === null ? [] : [id]));

  return {
    close() {
      logged.close();
      audited.close();
    },
  };
}

function gather(tell: (applicationIds: string[]) => void) {
  const grown = new Set<string>();
  let timer: NodeJS.Timeout | undefined;

  function announce(): void {
    timer = undefined;
    tell([...grown]);
    grown.clear();
  }

  return {
    add(applicationIds: readonly string[]): void {
      for (const id of applicationIds) grown.add(id);
      timer ??= setTimeout(announce, GATHER_MS);
    },
    close: () => clearTimeout(timer),
  };
}
