// When a job goes into quarantine, by the worked examples of Microsoft's page, and how often it is tried there.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { judgeFailures, stepQuarantine } from '../../../main/simulator/engine/quarantine.ts';
import { DEFAULT_JOB_SETTINGS } from '../../../shared/simulator/job.ts';

describe('"Application provisioning in quarantine status", examples', () => {
  const cases = [
    ['4,000 failures', { events: 4_000, entryFailures: 4_000, referenceFailures: 0 }, undefined],
    [
      '45,000 failures among a million',
      { events: 1_000_000, entryFailures: 45_000, referenceFailures: 0 },
      'EncounteredBaseEscrowThreshold',
    ],
    [
      '30,000 failures and 5,000 successes',
      { events: 35_000, entryFailures: 30_000, referenceFailures: 0 },
      'EncounteredEscrowProportionThreshold',
    ],
    [
      '20,000 failures and 100,000 successes',
      { events: 120_000, entryFailures: 20_000, referenceFailures: 0 },
      undefined,
    ],
    [
      '40,000 failures and 21,000 of references',
      { events: 1_000_000, entryFailures: 40_000, referenceFailures: 21_000 },
      'EncounteredTotalEscrowThreshold',
    ],
  ] as const;
  for (const [name, counts, expected] of cases) {
    test(`${name}: ${expected ?? 'no quarantine'}`, () => {
      assert.equal(judgeFailures(counts, DEFAULT_JOB_SETTINGS.quarantine), expected);
    });
  }
});

describe('A quarantine', () => {
  const error = null;

  test('tells of itself once, again when its reason changes, and keeps when the series began', () => {
    const first = stepQuarantine(null, 'TooManyDeletes', {
      now: new Date('2026-03-02T08:00:00.000Z'),
      error,
    });
    const second = stepQuarantine(first.quarantine, 'TooManyDeletes', {
      now: new Date('2026-03-02T14:00:00.000Z'),
      error,
    });
    const third = stepQuarantine(second.quarantine, 'EncounteredQuarantineException', {
      now: new Date('2026-03-02T20:00:00.000Z'),
      error,
    });

    assert.deepEqual([first.news, second.news, third.news], ['began', 'none', 'reason-changed']);
    assert.deepEqual(third.quarantine, {
      currentBegan: '2026-03-02T20:00:00.000Z',
      nextAttempt: '2026-03-03T08:00:00.000Z',
      reason: 'EncounteredQuarantineException',
      seriesBegan: '2026-03-02T08:00:00.000Z',
      seriesCount: 3,
      error,
    });
  });

  const rungs = [
    [0, 6],
    [6, 12],
    [12, 24],
    [24, 48],
    [48, 72],
    ['a run by hand, 7', 12],
    ['a machine that slept, 100', 120],
  ] as const;
  for (const [when, expected] of rungs) {
    test(`that failed after ${when} hours is tried ${expected} hours after its beginning`, () => {
      const beganMs = Date.parse('2026-03-02T08:00:00.000Z');
      const began = stepQuarantine(null, 'Unknown', { now: new Date(beganMs), error }).quarantine;
      const passed = Number(/\d+$/.exec(String(when))?.[0]);
      const now = new Date(beganMs + passed * 3_600_000);

      const { quarantine } = stepQuarantine(began, 'Unknown', { now, error });

      const attemptMs = Date.parse(quarantine?.nextAttempt ?? '');
      assert.equal((attemptMs - beganMs) / 3_600_000, expected);
    });
  }

  test('ends with one success', () => {
    const now = new Date('2026-03-02T08:00:00.000Z');
    const { quarantine } = stepQuarantine(null, 'Unknown', { now, error });

    assert.deepEqual(stepQuarantine(quarantine, undefined, { now, error }), {
      quarantine: null,
      isDisabled: false,
      news: 'none',
    });
  });
});
