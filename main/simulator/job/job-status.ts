// How a job stands, in the names of Graph's `synchronizationStatus`.
// @see https://learn.microsoft.com/graph/api/resources/synchronization-synchronizationstatus
import type { CycleExecution, JobStatus, JobStatusCode } from '../../../shared/simulator/job.ts';
import type { JobRecord } from '../../store/sync-jobs/job-records.ts';
import type { SyncJobStore } from '../../store/sync-jobs/sync-jobs.ts';

/** Entra: the longest TimeSpan of .NET stands for never. */
const NEVER = 'P10675199DT2H48M5.4775807S';

export interface JobNow {
  readonly current: CycleExecution | null;
  /** False: no target, or a tenant that is not there any more. */
  readonly isReachable: boolean;
  /** Since the cycle under way began. */
  readonly isChanged: boolean;
}

/** When the next cycle begins, of one that ends then. */
export function nextCycleAfter({ settings }: Pick<JobRecord, 'settings'>, end: Date): string {
  return new Date(end.getTime() + settings.intervalMinutes * 60_000).toISOString();
}

export function describeJobStatus(
  { cycles, links }: Pick<SyncJobStore, 'cycles' | 'links'>,
  job: JobRecord,
  { current, isReachable, isChanged }: JobNow,
): JobStatus {
  const last = cycles.findLast(job.key);
  const isDisabled = job.schedule === 'Disabled';
  const isWaiting = job.schedule === 'Active' && current === null;
  return {
    code: isReachable ? codeOf(job, current) : 'NotConfigured',
    schedule: {
      expiration: null,
      interval: isDisabled ? NEVER : `PT${job.settings.intervalMinutes}M`,
      state: job.schedule,
    },
    nextCycle: isReachable && isWaiting ? job.nextCycle : null,
    countSuccessiveCompleteFailures: job.successiveFailures,
    escrowsPruned: job.escrowsPruned,
    awaitsNextCycle: isChanged,
    awaitsRestart: awaitsRestart(job),
    currentExecution: current,
    lastExecution: last.ended,
    lastSuccessfulExecution: last.succeeded,
    lastSuccessfulExecutionWithExports: last.exported,
    quarantine: job.quarantine,
    steadyStateFirstAchievedTime: job.steadyFirst,
    steadyStateLastAchievedTime: job.steadyLast,
    synchronizedEntryCountByType: [
      { key: 'User', value: links.countToDate(job.key, 'User') },
      { key: 'Group', value: links.countToDate(job.key, 'Group') },
    ],
  };
}

// Entra: who goes from all to assigned has to restart. Of the other way the documents say nothing; it is alike.
function awaitsRestart({ watermark, initialScope, settings }: JobRecord): boolean {
  return watermark !== null && initialScope !== null && initialScope !== settings.scope;
}

function codeOf(job: JobRecord, current: CycleExecution | null): JobStatusCode {
  if (job.quarantine !== null) return 'Quarantine';
  if (!job.hasRun && current === null && job.schedule !== 'Active') return 'NotRun';
  return job.schedule === 'Active' || current !== null ? 'Active' : 'Paused';
}
