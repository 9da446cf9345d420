// An escrow that has nothing to wait for any more.
import type { EscrowKind } from '../../store/sync-jobs/escrows.ts';
import type { CycleContext } from './cycle-context.ts';

export function forgetEscrow(
  { store, jobKey, commit }: CycleContext,
  sourceId: string,
  kind: EscrowKind,
): undefined {
  if (store.escrows.find(jobKey, sourceId, kind) === undefined) return;
  commit({ sourceId, escrow: { kind, entry: null } });
}
