// One change of many resources: the same PATCH or DELETE for each of them, through the operations that a SCIM client
// calls. What it did is remembered by versions, so that it can be taken back by restoring them.
import type { BulkChange, BulkEdit, BulkPlan } from '../../shared/admin/resource-tools.ts';
import type { AttributeChange, Effect } from '../../shared/admin/request-log.ts';
import type { TransferResult } from '../../shared/admin/transfer.ts';
import type { OperationContext } from '../provider/context.ts';
import { deleteResource } from '../provider/delete-resource.ts';
import { scopeOf } from '../provider/find-resource.ts';
import { patchResource } from '../provider/patch-resource.ts';
import { restoreRevision } from '../provider/restore-revision.ts';
import { countSelected, selectResources } from '../provider/select-resources.ts';
import { resourceName } from '../scim/resource/diff-resources.ts';
import { findModelByName } from '../scim/schema/resource-models.ts';
import type { ResourceModel } from '../scim/schema/schema-types.ts';
import { PATCH_OP_URN } from '../scim/schema/urns.ts';
import { ScimError } from '../scim/scim-error.ts';
import type { ResourceRecord } from '../store/resource-record.ts';
import { jobFault } from './formats/file-entry.ts';
import { inPortions } from './in-portions.ts';
import { createTally } from './issues.ts';
import type { RunningJob } from './jobs.ts';
import { UNREAD } from './store-resource.ts';
import { tryOut } from './try-out.ts';

export interface BulkTarget {
  readonly context: OperationContext;
  readonly resourceType: string;
}

/** What a change of many did to one resource. */
export interface Touched {
  readonly id: string;
  readonly before: number;
  /** null: it is deleted. */
  readonly after: number | null;
}

const TRIED = 200;
const TOLD = 5;

/** Tries the change on the first 200, and takes all of it back. Throws `invalidFilter`. */
export function planBulkEdit({ context, resourceType }: BulkTarget, edit: BulkEdit): BulkPlan {
  const model = requireModel(context, resourceType);
  const selected = countSelected(context, model, edit.selection);
  const outcomes = tryOut(context, () => {
    const tried: Tried[] = [];
    for (const record of selectResources(context, model, edit.selection)) {
      if (tried.length === TRIED) break;
      tried.push(tryChange(context, { model, record, change: edit.change }));
    }
    return tried;
  });
  const changed = outcomes.filter(({ changes }) => changes.length > 0);
  const refused = outcomes.flatMap(({ id, name, reason }) =>
    reason === undefined ? [] : [{ id, name, reason }],
  );
  return {
    selected,
    tried: outcomes.length,
    changed: changed.length,
    unchanged: outcomes.length - changed.length - refused.length,
    refused: refused.length,
    examples: changed.slice(0, TOLD).map(({ id, name, changes }) => ({ id, name, changes })),
    refusals: refused.slice(0, TOLD),
  };
}

interface Tried {
  readonly id: string;
  readonly name: string;
  readonly changes: AttributeChange[];
  /** Why it was refused. */
  readonly reason?: string;
}

function tryChange(context: OperationContext, one: OneChange): Tried {
  const { record } = one;
  const named = { id: record.id, name: resourceName(record.document) ?? record.id };
  const effects: Effect[] = [];
  const reportEffect = (effect: Effect) => void effects.push(effect);
  try {
    applyChange({ ...context, reportEffect }, one);
    return { ...named, changes: effects[0]?.changes ?? [] };
  } catch (error) {
    if (!(error instanceof ScimError)) throw error;
    return { ...named, changes: [], reason: error.detail };
  }
}

/** `touched` is told of each resource that changes, once it is stored. Throws the reason of the job's signal. */
export async function runBulkEdit(
  { context, resourceType }: BulkTarget,
  edit: BulkEdit,
  job: RunningJob & { readonly touched: (touched: Touched) => void },
): Promise<TransferResult> {
  const tally = createTally();
  const first = requireModel(context, resourceType);
  const total = countSelected(context, first, edit.selection);
  const records = selectResources(context, first, edit.selection);
  const change = (now: OperationContext, record: ResourceRecord) => {
    const model = requireModel(now, resourceType);
    applyChange(now, { model, record, change: edit.change });
    const after = now.store.resources.find(scopeOf(now, model), record.id)?.version ?? null;
    if (after === record.version) return 'skipped';
    job.touched({ id: record.id, before: record.version, after });
    return 'replaced';
  };
  await inPortions({ context, tally, total, job }, records, change);
  return tally.result();
}

/** Restores the versions from before. What was changed again since, or came back, is left alone and told. */
export async function undoBulkEdit(
  { context, resourceType }: BulkTarget,
  touched: readonly Touched[],
  job: RunningJob,
): Promise<TransferResult> {
  const tally = createTally();
  await inPortions(
    { context, tally, total: touched.length, job },
    touched,
    (now, { id, ...was }) => {
      const model = requireModel(now, resourceType);
      const present = now.store.resources.find(scopeOf(now, model), id)?.version ?? null;
      if (present !== was.after) {
        const attribute = '';
        const reason = `${resourceType} "${id}" was changed again since, and stays as it is`;
        tally.complain({ line: tally.done() + 1, attribute, reason });
        return 'skipped';
      }
      const leftOut = restoreRevision(now, model, { id, version: was.before });
      for (const reason of leftOut)
        tally.complain({ line: tally.done() + 1, attribute: '', reason });
      return 'replaced';
    },
  );
  return tally.result();
}

interface OneChange {
  readonly model: ResourceModel;
  readonly record: ResourceRecord;
  readonly change: BulkChange;
}

function applyChange(context: OperationContext, { model, record, change }: OneChange): void {
  const { id } = record;
  if (change.kind === 'delete') {
    deleteResource(context, model, id);
    return;
  }
  const body = { schemas: [PATCH_OP_URN], Operations: change.operations };
  patchResource(context, model, { id, body, projection: UNREAD });
}

/** Throws a fault of the job: the type may have been removed while it ran. */
function requireModel({ models }: OperationContext, name: string): ResourceModel {
  const model = findModelByName(models, name);
  if (model === undefined) throw jobFault(`The tenant has no resource type "${name}".`);
  return model;
}
