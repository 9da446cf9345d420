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
    takeSnapshot: ({ body }) => orConflictLater(snapshots.take(body)),
    async restoreSnapshot({ params }) {
      const restored = requireSnapshot(store, params.id);
      const { before, credentials } = await orConflictLater(
        snapshots.restore(restored, jobs.close), // what they write belongs to the workspace of before
      );
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
    throw asConflict(error);
  }
}

export async function orConflictLater<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    throw asConflict(error);
  }
}

function asConflict(error: unknown): unknown {
  return isStoreOpenError(error) ? adminFailure('conflict', error.message) : error;
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
