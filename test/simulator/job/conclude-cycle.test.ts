// What a cycle that was cancelled means for its job: nothing but that it is over.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { DEFAULT_JOB_SETTINGS } from '../../../shared/simulator/job.ts';
import { concludeCycle } from '../../../main/simulator/job/conclude-cycle.ts';
import { createTally } from '../../../main/simulator/engine/tally.ts';
import type { JobRecord } from '../../../main/store/sync-jobs/job-records.ts';

const NOW = new Date('2026-03-02T14:00:05.000Z');

const QUARANTINE = {
  currentBegan: '2026-03-02T08:00:00.000Z',
  nextAttempt: '2026-03-02T14:00:00.000Z',
  reason: 'EncounteredQuarantineException',
  seriesBegan: '2026-03-02T08:00:00.000Z',
  seriesCount: 1,
  error: null,
} as const;

function buildJob(change: Partial<JobRecord>): JobRecord {
  return {
    key: 1,
    id: 'scim.test.1',
    applicationId: '7c2c4b7c-7f39-4c6c-8fd5-5a3e5a0c1d11',
    target: { tenant: 'default' },
    credentials: null,
    settings: DEFAULT_JOB_SETTINGS,
    schema: null,
    schedule: 'Active',
    hasRun: true,
    watermark: 4,
    initialScope: 'assigned',
    forceDeletes: false,
    nextCycle: null,
    successiveFailures: 0,
    quarantine: null,
    escrowsPruned: false,
    steadyFirst: null,
    steadyLast: null,
    ...change,
  };
}

function cancelCycleOf(job: JobRecord) {
  const tally = createTally({
    activityIdentifier: 'c0ffee00-0000-4000-8000-000000000001',
    type: 'incremental',
    timeBegan: '2026-03-02T14:00:00.000Z',
    changedReferences: 0,
    requests: () => 2,
    elapsedMs: () => 5_000,
    expected: {},
  });
  const result = { execution: tally.describe(), end: { kind: 'cancelled' } } as const;
  const facts = { now: NOW, sequence: 9, isCurrent: true, scope: 'assigned' } as const;
  return concludeCycle(job, result, facts).change;
}

describe('A cycle that was cancelled', () => {
  test('does not count as one of the failures in a row that end in quarantine', () => {
    const { successiveFailures, quarantine, watermark } = cancelCycleOf(
      buildJob({ successiveFailures: 2 }),
    );

    assert.deepEqual([successiveFailures, quarantine, watermark], [2, null, undefined]);
  });

  test('of a job in quarantine does not begin again at once', () => {
    const { quarantine, nextCycle } = cancelCycleOf(buildJob({ quarantine: QUARANTINE }));

    const nextAttempt = '2026-03-02T14:40:05.000Z';
    assert.deepEqual([quarantine, nextCycle], [{ ...QUARANTINE, nextAttempt }, nextAttempt]);
  });
});
