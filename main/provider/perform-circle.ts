// Bulk operations whose new resources refer to each other in a circle. All of them are made or none: one transaction.
// @see RFC 7644 §3.7.1
import type { Effect } from '../../shared/admin/request-log.ts';
import { findBulkIds, resolveBulkIds, withoutPending } from '../scim/bulk/bulk-ids.ts';
import type { BulkOperation } from '../scim/bulk/read-bulk.ts';
import { conflict, ScimError } from '../scim/scim-error.ts';
import { failed, succeeded, type BulkOutcome } from './bulk-outcome.ts';
import type { OperationContext } from './context.ts';
import { performWrite, type WriteResult } from './perform-write.ts';

/** Adds what was made to `made`. The operations are POSTs, in the order of the request. */
export function performCircle(
  context: OperationContext,
  operations: readonly BulkOperation[],
  made: Map<string, string>,
): readonly BulkOutcome[] {
  const effects: Effect[] = [];
  const reportEffect = (effect: Effect) => void effects.push(effect);
  const circle = openCircle({ ...context, reportEffect, precondition: {} }, operations, made);
  try {
    const outcomes = context.store.transaction(() => {
      const results = operations.map(circle.make);
      return operations.map((operation, at) => circle.complete(operation, results[at]));
    });
    for (const effect of effects) context.reportEffect(effect);
    return outcomes;
  } catch (error) {
    if (!(error instanceof ScimError)) throw error;
    return circle.undo(error);
  }
}

function openCircle(
  context: OperationContext,
  operations: readonly BulkOperation[],
  made: Map<string, string>,
) {
  const ids = operations.flatMap(({ bulkId }) => bulkId ?? []);
  const pending = new Set(ids);
  const resolve = (id: string) => made.get(id);
  let current: BulkOperation | undefined;

  /** Without the references that lead to what is not there yet. */
  function make(operation: BulkOperation): WriteResult {
    current = operation;
    const { method, path, data = null, bulkId = '' } = operation;
    requireMade(operation);
    const body = resolveBulkIds(withoutPending(data, pending), resolve);
    const result = performWrite(context, { method, path, body });
    made.set(bulkId, result.resourceId);
    pending.delete(bulkId);
    return result;
  }

  /** Only those of the circle may be missing. */
  function requireMade({ data }: BulkOperation): void {
    const missing = findBulkIds(data).find((id) => !made.has(id) && !pending.has(id));
    if (missing !== undefined) throw conflict(`bulkId '${missing}' stands for no resource`);
  }

  /** The whole resource, now that everything it refers to exists. */
  function complete(operation: BulkOperation, result: WriteResult | undefined): BulkOutcome {
    current = operation;
    if (result === undefined) throw new Error('An operation of the circle was not carried out');
    const { path, data = null } = operation;
    const whole = {
      method: 'PUT',
      path: `${path}/${encodeURIComponent(result.resourceId)}`,
      body: resolveBulkIds(data, resolve),
    } as const;
    const { version } = performWrite(allowPut(context), whole);
    return succeeded(operation, { ...result, version });
  }

  function undo(error: ScimError): readonly BulkOutcome[] {
    for (const id of ids) made.delete(id);
    return operations.map((operation) =>
      failed(context, operation, operation === current ? error : partOf(current)),
    );
  }

  return { make, complete, undo };
}

/** The second half of a POST, whether or not clients may send a PUT. */
function allowPut(context: OperationContext): OperationContext {
  const { tenant } = context;
  return { ...context, tenant: { ...tenant, profile: { ...tenant.profile, putSupported: true } } };
}

function partOf(culprit: BulkOperation | undefined): ScimError {
  const place = `Operations[${culprit?.index ?? 0}]`;
  return conflict(`refers in a circle to ${place}, which could not be carried out`);
}
