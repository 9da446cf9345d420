// When a failed write is tried again: in one of the next cycles, then ever more seldom.
// Entra: "retried with gradually reduced frequency"; the figures are ours.
import type { ErrorCode } from '../../../shared/simulator/error-codes.ts';
import type { EscrowEntry } from '../../../shared/simulator/job-run.ts';

const FIRST_MS = 40 * 60_000;
const LONGEST_MS = 24 * 3_600_000;

export interface Failure {
  readonly errorCode: ErrorCode;
  readonly reason: string;
}

export function nextEscrow(
  before: EscrowEntry | undefined,
  failure: Failure,
  facts: Pick<EscrowEntry, 'sourceId' | 'objectType' | 'kind'> & { readonly now: Date },
): EscrowEntry {
  const { now, ...identity } = facts;
  const attempts = (before?.attempts ?? 0) + 1;
  const waitMs = Math.min(FIRST_MS * 2 ** (attempts - 1), LONGEST_MS);
  return {
    ...identity,
    ...failure,
    attempts,
    firstFailed: before?.firstFailed ?? now.toISOString(),
    nextAttempt: new Date(now.getTime() + waitMs).toISOString(),
  };
}
