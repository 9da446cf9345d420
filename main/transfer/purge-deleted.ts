// Forgets deleted resources for good: their history goes, and with it the way to restore them. Records of what clients
// have sent are left alone.
import type { PurgeSelection } from '../../shared/admin/resource-tools.ts';
import type { TransferResult } from '../../shared/admin/transfer.ts';
import type { DeletedStore } from '../store/deleted-resources.ts';
import type { ResourceScope } from '../store/resource-record.ts';
import type { BulkTarget } from './bulk-edit.ts';
import { inPortions } from './in-portions.ts';
import { createTally } from './issues.ts';
import type { RunningJob } from './jobs.ts';

/** One that is stored, again or still, is skipped and told. Throws the reason of the job's signal. */
export async function purgeDeleted(
  { context, resourceType }: BulkTarget,
  selection: PurgeSelection,
  job: RunningJob,
): Promise<TransferResult> {
  const tally = createTally();
  const scope = { tenantId: context.tenant.id, resourceType };
  const { ids, total } = select(context.store.deleted, scope, selection);
  await inPortions({ context, tally, total, job }, ids, ({ store }, id) => {
    if (store.deleted.purge(scope, id)) return 'replaced';
    const reason = `${resourceType} "${id}" is not among the deleted, and stays as it is`;
    tally.complain({ line: tally.done() + 1, attribute: '', reason });
    return 'skipped';
  });
  return tally.result();
}

function select(deleted: DeletedStore, scope: ResourceScope, selection: PurgeSelection) {
  if (selection.kind === 'all') {
    const { text } = selection;
    return { ids: deleted.walk(scope, text), total: deleted.count(scope, text) };
  }
  const ids = new Set(selection.ids);
  return { ids, total: ids.size };
}
