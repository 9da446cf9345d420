// When a job is put into quarantine, and when it is tried again: a state machine over what the cycles came to.
// Entra: at once for bad credentials and a target that does not do as SCIM says; else by the number of failures of a cycle.
// Tried 6, 12 and 24 hours after the first failure, then every day until the 28th, when the job is disabled. One success
// ends it.
// Ours, because Entra publishes none: which reason belongs to which of the two larger limits; and that a target which
// cannot be reached at all puts the job into quarantine with the third cycle in a row that fails.
// @see entra docs "Application provisioning in quarantine status"
import type { ErrorCode } from '../../../shared/simulator/error-codes.ts';
import type { JobSettings, JobStatus, QuarantineReason } from '../../../shared/simulator/job.ts';
import { INCOMPATIBLE, INVALID_CREDENTIALS } from '../client/scim-outcome.ts';

export type Quarantine = NonNullable<JobStatus['quarantine']>;

export interface CycleCounts {
  /** Objects that were looked at. */
  readonly events: number;
  readonly entryFailures: number;
  readonly referenceFailures: number;
}

const HOUR_MS = 3_600_000;
/** After the first failure of a series; a day after that each. */
const LADDER_HOURS = [6, 12, 24] as const;
const DAY_HOURS = 24;
const DISABLED_AFTER_MS = 28 * 24 * HOUR_MS;
const UNREACHABLE_CYCLES = 3;

/** By the failures of one cycle; undefined: it goes on. */
export function judgeFailures(
  { events, entryFailures, referenceFailures }: CycleCounts,
  limits: JobSettings['quarantine'],
): QuarantineReason | undefined {
  const failures = entryFailures + referenceFailures;
  if (entryFailures > limits.baseThreshold) return 'EncounteredBaseEscrowThreshold';
  if (failures > limits.totalThreshold) return 'EncounteredTotalEscrowThreshold';
  if (entryFailures >= limits.proportionMinimum && entryFailures > limits.proportion * events) {
    return 'EncounteredEscrowProportionThreshold';
  }
  return undefined;
}

/** By what ended a cycle before its time. */
export function judgeFatal(
  errorCode: ErrorCode,
  successiveFailures: number,
): QuarantineReason | undefined {
  if (isImmediate(errorCode)) return 'EncounteredQuarantineException';
  return successiveFailures >= UNREACHABLE_CYCLES ? 'Unknown' : undefined;
}

/** Of a probe or a match: nothing that follows could succeed. */
export function isImmediate(errorCode: ErrorCode): boolean {
  return [INVALID_CREDENTIALS, INCOMPATIBLE, 'InsufficientRights'].includes(errorCode);
}

export interface QuarantineStep {
  /** Null: not in quarantine, or no longer. */
  readonly quarantine: Quarantine | null;
  /** It has been long enough: the job runs no more. */
  readonly isDisabled: boolean;
  /** What there is to tell by mail. */
  readonly news: 'began' | 'reason-changed' | 'none';
}

/** `reason`: undefined where the cycle was a success. */
export function stepQuarantine(
  before: Quarantine | null,
  reason: QuarantineReason | undefined,
  { now, error }: { readonly now: Date; readonly error: Quarantine['error'] },
): QuarantineStep {
  if (reason === undefined) return { quarantine: null, isDisabled: false, news: 'none' };
  const at = now.toISOString();
  const seriesBegan = before?.seriesBegan ?? at;
  const seriesCount = (before?.seriesCount ?? 0) + 1;
  const isSame = before?.reason === reason;
  return {
    quarantine: {
      currentBegan: isSame ? before.currentBegan : at,
      nextAttempt: nextAttempt(seriesBegan, now),
      reason,
      seriesBegan,
      seriesCount,
      error,
    },
    isDisabled: now.getTime() - Date.parse(seriesBegan) >= DISABLED_AFTER_MS,
    news: before === null ? 'began' : isSame ? 'none' : 'reason-changed',
  };
}

/** The first rung that is still to come. */
function nextAttempt(seriesBegan: string, now: Date): string {
  const beganMs = Date.parse(seriesBegan);
  const passedHours = (now.getTime() - beganMs) / HOUR_MS;
  const hours =
    LADDER_HOURS.find((rung) => rung > passedHours) ??
    (Math.floor(passedHours / DAY_HOURS) + 1) * DAY_HOURS;
  return new Date(beganMs + hours * HOUR_MS).toISOString();
}
