// What *Restart* forgets. Links of objects survive it unless they are meant.
// @see https://learn.microsoft.com/graph/api/synchronization-synchronizationjob-restart
import type { ResetScope } from '../../../shared/simulator/job.ts';
import type { Store } from '../../store/open-store.ts';
import type { JobRecord } from '../../store/sync-jobs/job-records.ts';

const FULL: readonly ResetScope[] = [
  'ConnectorDataStore',
  'Escrows',
  'Watermark',
  'QuarantineState',
];

export function resetJob(
  store: Pick<Store, 'transaction' | 'syncJobs'>,
  { key, applicationId }: JobRecord,
  scopes: readonly ResetScope[],
): void {
  const { jobs, links, linkMembers, escrows } = store.syncJobs;
  const all = new Set([...scopes, ...(scopes.includes('Full') ? FULL : [])]);
  store.transaction(() => {
    if (all.has('ConnectorDataStore')) {
      links.removeAll(key);
      linkMembers.removeAll(key);
    }
    const isPruned = all.has('Escrows') && escrows.removeAll(key) > 0;
    // Without its links a job has to look at every object again.
    const isAnew = all.has('Watermark') || all.has('ConnectorDataStore');
    jobs.update(applicationId, {
      ...(isAnew && { watermark: null }),
      ...(all.has('QuarantineState') && { quarantine: null, successiveFailures: 0 }),
      ...(isPruned && { escrowsPruned: true }),
      ...(all.has('ForceDeletes') && { forceDeletes: true }),
    });
  });
}
