// Virtual time between two readings, and what a cycle has done.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { countOutcomes } from '../../../renderer/features/provisioning/job-words.ts';
import {
  carryOn,
  differsFromWall,
  tellDistance,
  tellSpan,
} from '../../../renderer/features/provisioning/virtual-time.ts';

const NOON = '2026-05-04T12:00:00.000Z';
const readAt = Date.parse(NOON);

describe('Virtual time', () => {
  test('passes as its mode says', () => {
    const reading = { now: NOON, readAt, factor: 60 };
    const minuteLater = readAt + 60_000;

    assert.deepEqual(
      (['real', 'fast', 'step'] as const).map((mode) =>
        carryOn({ ...reading, mode }, minuteLater).toISOString(),
      ),
      ['2026-05-04T12:01:00.000Z', '2026-05-04T13:00:00.000Z', NOON],
    );
  });

  test('differs from the wall when it was moved or does not go as the wall does', () => {
    const reading = { mode: 'real' as const, factor: 1, now: NOON, readAt };

    assert.equal(differsFromWall(reading, readAt + 60_000), false);
    assert.equal(differsFromWall({ ...reading, readAt: readAt - 2_400_000 }, readAt), true);
    assert.equal(differsFromWall({ ...reading, mode: 'step' }, readAt), true);
  });

  test('is told as people say it', () => {
    assert.deepEqual([2, 45, 2_400, 21_600, 21_480, 90_000, 2_419_200].map(tellSpan), [
      'a moment',
      '45 seconds',
      '40 minutes',
      '6 hours',
      '5 hours 58 minutes',
      '25 hours',
      '28 days',
    ]);
    assert.equal(tellDistance('2026-05-04T12:40:00.000Z', new Date(NOON)), 'in 40 minutes');
    assert.equal(tellDistance('2026-05-04T11:59:00.000Z', new Date(NOON)), '1 minute ago');
    assert.equal(tellDistance(NOON, new Date(NOON)), 'now');
  });
});

test('the outcomes of a cycle are counted by what was done, and failures apart', () => {
  const outcomes = {
    'create/success': 3,
    'update/success': 2,
    'update/warning': 1,
    'disable/failure': 4,
    'other/skipped': 5,
    'update/skipped': 1,
    'delete/success': 1,
  };

  assert.deepEqual(countOutcomes({ outcomes }), {
    created: 3,
    updated: 3,
    disabled: 0,
    deleted: 1,
    skipped: 6,
    failed: 4,
  });
});
