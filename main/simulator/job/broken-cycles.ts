// Cycles that something cut short: the end of the server, or a mistake of ours. They end where they stand; what they did
// is counted from the provisioning log, which has every object that they kept.
import type { CycleExecution } from '../../../shared/simulator/job.ts';
import type { Store } from '../../store/open-store.ts';
import type { JobRecord } from '../../store/sync-jobs/job-records.ts';
import type { LoggedOutcome } from '../../store/provisioning-log/sum-up-cycle.ts';
import { isUnentitled } from '../engine/passage.ts';
import { createTally } from '../engine/tally.ts';

/** Returns how many there were. */
export function endBrokenCycles(
  { syncJobs, provisioningLog }: Pick<Store, 'syncJobs' | 'provisioningLog'>,
  job: JobRecord,
  { at, message }: { readonly at: Date; readonly message: string },
): number {
  const broken = syncJobs.cycles.listRunning(job.key);
  for (const execution of broken) {
    const logged = provisioningLog.sumUpCycle(execution.activityIdentifier);
    syncJobs.cycles.write(job.key, {
      ...countAgain(execution, logged),
      state: 'Failed',
      error: { code: 'IngestionInterrupted', message, tenantActionable: false },
      timeEnded: at.toISOString(),
      progress: { ...execution.progress, phase: 'ended' },
    });
  }
  return broken.length;
}

function countAgain(execution: CycleExecution, logged: readonly LoggedOutcome[]): CycleExecution {
  const requests = logged.reduce((sum, outcome) => sum + outcome.requests, 0);
  const tally = createTally({
    ...execution,
    changedReferences: execution.countImportedReferenceDeltas,
    // probes are in no entry
    requests: () => Math.max(requests, execution.requests),
    elapsedMs: () => execution.durationMs,
    expected: {},
  });
  for (const { isReference, skipReason, count, ...outcome } of logged) {
    const kind = isReference ? 'reference' : 'entry';
    tally.take({ ...outcome, kind, isEntitled: !isUnentitled(skipReason) }, count);
  }
  return tally.describe();
}
