// What the end of a cycle means for its job: watermark, quarantine, the next cycle, and whom to tell.
import type { CycleExecution, QuarantineReason } from '../../../shared/simulator/job.ts';
import type { JobChange, JobRecord } from '../../store/sync-jobs/job-records.ts';
import {
  judgeFailures,
  judgeFatal,
  stepQuarantine,
  type QuarantineStep,
} from '../engine/quarantine.ts';
import type { CycleEnd, CycleResult } from '../engine/run-cycle.ts';
import { INTERVAL_MINUTES } from './job-status.ts';

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
}

type CycleError = NonNullable<CycleExecution['error']>;

interface Judgement {
  readonly state: CycleExecution['state'];
  readonly error: CycleError | null;
  readonly isComplete: boolean;
  /** Undefined: no quarantine. */
  readonly reason: QuarantineReason | undefined;
  /** A cycle that was cancelled says nothing about it. */
  readonly keepsQuarantine: boolean;
}

export function concludeCycle(
  job: JobRecord,
  { execution, end }: CycleResult,
  { now, sequence, isCurrent }: ConclusionFacts,
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
      progress: { phase: 'ended', done: execution.countImported, total: execution.countImported },
    },
    change: {
      hasRun: true,
      ...(isComplete && isCurrent && { watermark: sequence, forceDeletes: false }),
      successiveFailures: isComplete ? 0 : job.successiveFailures + 1,
      quarantine: step.quarantine,
      ...(step.isDisabled && { schedule: 'Disabled' as const }),
      nextCycle: nextCycle(job, step, now),
      ...(isSteady && steady),
    },
    news: step.news,
    isDisabled: step.isDisabled,
  };
}

function stepOf(job: JobRecord, { reason, error, keepsQuarantine }: Judgement, now: Date) {
  if (!keepsQuarantine) return stepQuarantine(job.quarantine, reason, { now, error });
  return { quarantine: job.quarantine, isDisabled: false, news: 'none' } as const;
}

function nextCycle(job: JobRecord, step: QuarantineStep, now: Date): string | null {
  if (job.schedule !== 'Active' || step.isDisabled) return null;
  if (step.quarantine !== null) return step.quarantine.nextAttempt;
  return new Date(now.getTime() + INTERVAL_MINUTES * 60_000).toISOString();
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
      return { state, error, isComplete: true, reason, keepsQuarantine: false };
    }
    case 'too-many-failures': {
      const reason = judgeFailures(end.failures, settings.quarantine) ?? 'Unknown';
      return failed(tooMany(reason, end.failures), reason);
    }
    case 'too-many-deletes': {
      const message = `${end.count} users and groups would be disabled or deleted; ${settings.deleteThreshold.value} may be.`;
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
        keepsQuarantine: true,
      };
  }
}

function failed(error: CycleError, reason: QuarantineReason | undefined): Judgement {
  return {
    state: 'Failed',
    error,
    isComplete: false,
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
  const message = `${entryFailures} of ${events} users and groups and ${referenceFailures} references failed.`;
  return actionable(reason, message);
}
