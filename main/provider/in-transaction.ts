// One operation, one transaction: what it reads, writes and answers belongs to one state of the store, and nobody hears
// of an effect that was not committed.
import type { Effect } from '../../shared/admin/request-log.ts';
import type { OperationContext, ScimResponse } from './context.ts';

export interface Outcome {
  readonly response: ScimResponse;
  readonly effects: readonly Effect[];
}

/** Runs `work`, all or nothing of it, and reports its effects after the commit. */
export function inTransaction(context: OperationContext, work: () => Outcome): ScimResponse {
  const { response, effects } = context.store.transaction(work);
  for (const effect of effects) context.reportEffect(effect);
  return response;
}
