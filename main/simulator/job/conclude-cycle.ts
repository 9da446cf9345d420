// What the end of a cycle means for its job: watermark, quarantine, the next cycle, and whom to tell.
import { countOf } from '../../../shared/count-of.ts';
import type {
  CycleExecution,
  JobSettings,
  QuarantineReason,
} from '../../../shared/simulator/job.ts';
import type { JobChange, JobRecord } from '../../store/sync-jobs/job-records.ts';
import {
  judgeFailures,
  judgeFatal,
  stepQuarantine,
  type Quarantine,
  type QuarantineStep,
} from '../engine/quarantine.ts';
import type { CycleEnd, CycleResult } from '../engine/run-cycle.ts';
import { nextCycleAfter } from './job-status.ts';

export interface Conclusion {
  readonly execution: CycleExecution;
  readonly change: JobChange;
  readonly news: QuarantineStep['news'];
  readonly isDisabled: boolean;
}

export interface ConclusionFacts {
  readonly now: Date;
  /** Newest change of the directory when the cycle began. */
  readonly sequence: number;
  /** Whether what the cycle went by still holds: its mappings were not changed, nor the job restarted. */
  readonly isCurrent: boolean;
  /** That the cycle went by. */
  readonly scope: JobSettings['scope'];
}

type CycleError = NonNullable<CycleExecution['error']>;

interface Judgement {
  readonly state: CycleExecution['state'];
  readonly error: CycleError | null;
  readonly isComplete: boolean;
  readonly isCancelled: boolean;
  /** Undefined: no quarantine. */
  readonly reason: QuarantineReason | undefined;
  /** A cycle that was cancelled says nothing about it. */
  readonly keepsQuarantine: boolean;
}

export function concludeCycle(
  job: JobRecord,
  { execution, end }: CycleResult,
  { now, sequence, isCurrent, scope }: ConclusionFacts,
): Conclusion {
  const judgement = judgeEnd(job, end);
  const { state, error, isComplete } = judgement;
  const step = stepOf(job, judgement, now);
  const isSteady = state === 'Succeeded' && step.quarantine === null;
  const steady = {
    steadyFirst: job.steadyFirst ?? now.toISOString(),
    steadyLast: now.toISOString(),
  };
  return {
    execution: {
      ...execution,
      state,
      error,
      timeEnded: now.toISOString(),
      progress: {
        phase: 'ended',
        done: execution.countImported,
        total: execution.countImported,
        fraction: isComplete ? 1 : execution.progress.fraction,
      },
    },
    change: {
      hasRun: true,
      ...(isComplete && isCurrent && { watermark: sequence, forceDeletes: false }),
      ...(isComplete && execution.type === 'initial' && { initialScope: scope }),
      successiveFailures: countFailures(job, judgement),
      quarantine: step.quarantine,
      ...(step.isDisabled && { schedule: 'Disabled' as const }),
      nextCycle: nextCycle(job, step, now),
      ...(isSteady && steady),
    },
    news: step.news,
    isDisabled: step.isDisabled,
  };
}

/** A cycle that was cancelled is neither a failure nor a success. */
function countFailures(
  { successiveFailures }: JobRecord,
  { isComplete, isCancelled }: Judgement,
): number {
  if (isCancelled) return successiveFailures;
  return isComplete ? 0 : successiveFailures + 1;
}

function stepOf(job: JobRecord, { reason, error, keepsQuarantine }: Judgement, now: Date) {
  if (!keepsQuarantine) return stepQuarantine(job.quarantine, reason, { now, error });
  const quarantine = job.quarantine === null ? null : postpone(job, job.quarantine, now);
  return { quarantine, isDisabled: false, news: 'none' } as const;
}

/** An attempt that was cancelled does not begin again at once. */
function postpone(job: JobRecord, quarantine: Quarantine, now: Date): Quarantine {
  if (Date.parse(quarantine.nextAttempt) > now.getTime()) return quarantine;
  return { ...quarantine, nextAttempt: nextCycleAfter(job, now) };
}

function nextCycle(job: JobRecord, step: QuarantineStep, now: Date): string | null {
  if (job.schedule !== 'Active' || step.isDisabled) return null;
  if (step.quarantine !== null) return step.quarantine.nextAttempt;
  return nextCycleAfter(job, now);
}

function judgeEnd(job: JobRecord, end: CycleEnd): Judgement {
  const { settings, quarantine } = job;
  switch (end.kind) {
    case 'completed': {
      const { entryFailures, referenceFailures } = end.failures;
      const hasFailed = entryFailures + referenceFailures > 0;
      const reason = judgeFailures(end.failures, settings.quarantine);
      const error = reason === undefined ? null : tooMany(reason, end.failures);
      const state = hasFailed ? 'EntryLevelErrors' : 'Succeeded';
      return {
        state,
        error,
        isComplete: true,
        isCancelled: false,
        reason,
        keepsQuarantine: false,
      };
    }
    case 'too-many-failures': {
      const reason = judgeFailures(end.failures, settings.quarantine) ?? 'Unknown';
      return failed(tooMany(reason, end.failures), reason);
    }
    case 'too-many-deletes': {
      const message = `${countOf(end.count, 'user or group', 'users and groups')} would be disabled or deleted; ${settings.deleteThreshold.value} may be.`;
      return failed(actionable('TooManyDeletes', message), 'TooManyDeletes');
    }
    case 'fatal': {
      const { errorCode, reason: message } = end.failure;
      const reason = judgeFatal(errorCode, job.successiveFailures + 1) ?? quarantine?.reason;
      return failed(actionable(errorCode, message), reason);
    }
    case 'cancelled':
      return {
        ...failed(actionable('Cancelled', 'The cycle was cancelled.'), undefined),
        isCancelled: true,
      };
  }
}

function failed(error: CycleError, reason: QuarantineReason | undefined): Judgement {
  return {
    state: 'Failed',
    error,
    isComplete: false,
    isCancelled: false,
    reason,
    keepsQuarantine: reason === undefined,
  };
}

function actionable(code: string, message: string): CycleError {
  return { code, message, tenantActionable: true };
}

function tooMany(
  reason: QuarantineReason,
  {
    events,
    entryFailures,
    referenceFailures,
  }: Extract<CycleEnd, { kind: 'completed' }>['failures'],
): CycleError {
  const message = `${entryFailures} of ${countOf(events, 'user or group', 'users and groups')} and ${countOf(referenceFailures, 'reference')} failed.`;
  return actionable(reason, message);
}
