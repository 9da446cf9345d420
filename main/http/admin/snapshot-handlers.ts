// Snapshots of the workspace. @see shared/admin/snapshot.ts
import type { Snapshot } from '../../../shared/admin/snapshot.ts';
import type { Store } from '../../store/open-store.ts';
import { isStoreOpenError } from '../../store/store-open-error.ts';
import { adminFailure } from './admin-failure.ts';
import type { AdminAppDependencies } from './dependencies.ts';
import type { AdminHandlers } from './mount-routes.ts';

export function snapshotHandlers({ store, feed, jobs }: AdminAppDependencies) {
  const { snapshots } = store;

  return {
    listSnapshots: () => ({ snapshots: [...snapshots.list()] }),
    takeSnapshot: ({ body }) => orConflict(() => snapshots.take(body)),
    async restoreSnapshot({ params }) {
      const restored = requireSnapshot(store, params.id);
      await jobs.close(); // what they write belongs to the workspace of before
      const { before, credentials } = orConflict(() => snapshots.restore(restored));
      feed.publish({ type: 'reset', data: {} });
      return { restored, before, credentials };
    },
    deleteSnapshot({ params }) {
      snapshots.remove(requireSnapshot(store, params.id));
      return {};
    },
  } satisfies Partial<AdminHandlers>;
}

export function orConflict<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (isStoreOpenError(error)) throw adminFailure('conflict', error.message);
    throw error;
  }
}

/** Called before something is destroyed. Throws `conflict`: then nothing has been. */
export function takeBefore({ snapshots }: Store, what: string): Snapshot {
  return orConflict(() => snapshots.takeBefore(what));
}

/** Throws `not-found`. */
export function requireSnapshot({ snapshots }: Store, id: string): Snapshot {
  const snapshot = snapshots.find(id);
  if (snapshot === undefined) throw adminFailure('not-found', `There is no snapshot "${id}".`);
  return snapshot;
}
