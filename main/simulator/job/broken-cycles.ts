// Cycles that something cut short: the end of the server, or a mistake of ours. They end where they stand.
import type { Store } from '../../store/open-store.ts';
import type { JobRecord } from '../../store/sync-jobs/job-records.ts';

/** Returns how many there were. */
export function endBrokenCycles(
  { syncJobs }: Pick<Store, 'syncJobs'>,
  job: JobRecord,
  { at, message }: { readonly at: Date; readonly message: string },
): number {
  const broken = syncJobs.cycles.listRunning(job.key);
  for (const execution of broken) {
    syncJobs.cycles.write(job.key, {
      ...execution,
      state: 'Failed',
      error: { code: 'IngestionInterrupted', message, tenantActionable: false },
      timeEnded: at.toISOString(),
      progress: { ...execution.progress, phase: 'ended' },
    });
  }
  return broken.length;
}
