// Snapshots of the workspace and of its tenants. @see shared/admin/snapshot.ts
import type { Snapshot } from '../../../shared/admin/snapshot.ts';
import type { Job } from '../../../shared/admin/transfer.ts';
import type { Store } from '../../store/open-store.ts';
import { isStoreOpenError } from '../../store/store-open-error.ts';
import { isJobCancelled } from '../../transfer/jobs.ts';
import { adminFailure } from './admin-failure.ts';
import type { AdminAppDependencies } from './dependencies.ts';
import { requireTenant } from './find-tenant.ts';
import type { AdminHandlers } from './mount-routes.ts';

export function snapshotHandlers(dependencies: AdminAppDependencies) {
  const { store, feed, jobs, responseQueue } = dependencies;
  const { snapshots } = store;

  return {
    listSnapshots: () => ({ snapshots: [...snapshots.list()] }),
    takeSnapshot({ body }) {
      if (body.tenant !== undefined) requireTenant(dependencies, body.tenant);
      return orConflictLater(
        jobs.run({
          kind: 'snapshot-take',
          tenant: body.tenant ?? '',
          name: body.name,
          work: ({ signal, report }) =>
            snapshots.take(body, {
              signal,
              onBytes: (done, total) => report({ done, total, share: total && done / total }),
            }),
        }),
      );
    },
    async restoreSnapshot({ params, query }) {
      const restored = requireSnapshot(store, params.id);
      const tenant = query.tenant ?? restored.tenant;
      if (tenant !== null) requireInScope(restored, tenant);
      const settle = () => jobs.close((job) => isInTheWay(job, tenant));
      const { before, credentials } = await orConflictLater(
        jobs.run({
          kind: 'snapshot-restore',
          tenant: tenant ?? '',
          name: restored.name,
          work: ({ signal, report }) =>
            snapshots.restore(
              { snapshot: restored, tenant },
              { settle, signal, onShare: (share) => report({ done: 0, share }) },
            ),
        }),
      );
      const isOfAnother = tenant === null && credentials !== null;
      if (isOfAnother) responseQueue.clearAll();
      feed.publish({ type: 'reset', data: {} });
      return { restored, tenant, before, credentials };
    },
    deleteSnapshot({ params }) {
      snapshots.remove(requireSnapshot(store, params.id));
      return {};
    },
  } satisfies Partial<AdminHandlers>;
}

/** What it writes belongs to the state of before. Work on the files of snapshots writes nothing there. */
function isInTheWay({ kind, tenant }: Job, restored: string | null): boolean {
  return !kind.startsWith('snapshot-') && (restored === null || tenant === restored);
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
  if (isJobCancelled(error)) {
    return adminFailure('conflict', 'It was cancelled; nothing of it was kept.');
  }
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

/** Throws `conflict` for a tenant that a snapshot of another tenant knows nothing of. */
export function requireInScope({ name, tenant }: Snapshot, wanted: string): void {
  if (tenant === null || tenant === wanted) return;
  throw adminFailure(
    'conflict',
    `The snapshot "${name}" is of the tenant "${tenant}" alone, and has no "${wanted}".`,
  );
}
