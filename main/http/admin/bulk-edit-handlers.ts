// Changes of many resources as jobs, each of which can be taken back as long as the server runs.
import type { Job } from '../../../shared/admin/transfer.ts';
import { planBulkEdit, runBulkEdit, type Touched, undoBulkEdit } from '../../transfer/bulk-edit.ts';
import { adminFailure } from './admin-failure.ts';
import type { AdminAppDependencies } from './dependencies.ts';
import type { AdminHandlers } from './mount-routes.ts';
import { requireModel } from './open-operation.ts';
import { openTransfer } from './transfer-handlers.ts';

interface DoneEdit {
  readonly tenant: string;
  readonly resourceType: string;
  readonly touched: Touched[];
}

/** Edits that can be taken back; older ones are in the history of each resource. */
const KEPT_EDITS = 10;

export function bulkEditHandlers(dependencies: AdminAppDependencies) {
  const { jobs } = dependencies;
  const edits = new Map<string, DoneEdit>();

  function open({
    tenant,
    resourceType,
  }: {
    readonly tenant: string;
    readonly resourceType: string;
  }) {
    const context = openTransfer(dependencies, tenant);
    return { context, resourceType: requireModel(context, resourceType).type.name };
  }

  return {
    planBulkEdit: ({ params, body }) => planBulkEdit(open(params), body),
    startBulkEdit({ params, body }) {
      const target = open(params);
      const edit: DoneEdit = { ...params, touched: [] };
      const ids: string[] = [];
      const job = jobs.start({
        kind: body.change.kind === 'delete' ? 'bulk-delete' : 'bulk-edit',
        tenant: params.tenant,
        resourceType: target.resourceType,
        isUndoable: () => edit.touched.length > 0 && ids.some((id) => edits.has(id)),
        work: (running) =>
          runBulkEdit(target, body, {
            ...running,
            touched: (touched) => void edit.touched.push(touched),
          }),
      });
      ids.push(job.id);
      edits.set(job.id, edit);
      dropOldest(edits);
      return job;
    },
    undoBulkEdit({ params }): Job {
      const job = jobs.get(params.id);
      const edit = edits.get(params.id);
      if (job === undefined) throw adminFailure('not-found', `There is no job "${params.id}".`);
      if (edit === undefined || !job.isUndoable) {
        throw adminFailure('conflict', 'There is nothing of this job that can be taken back.');
      }
      const target = open(edit);
      edits.delete(params.id);
      return jobs.start({
        kind: 'undo',
        tenant: edit.tenant,
        resourceType: target.resourceType,
        work: (running) => undoBulkEdit(target, edit.touched, running),
      });
    },
  } satisfies Partial<AdminHandlers>;
}

function dropOldest(edits: Map<string, DoneEdit>): void {
  for (const id of edits.keys()) {
    if (edits.size <= KEPT_EDITS) return;
    edits.delete(id);
  }
}
