// The list of checks covers the checklist: every line of every section, and the gallery tests.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ADVICE } from '../../main/checker/advice.ts';
import { allChecks, selectChecks } from '../../main/checker/all-checks.ts';
import { SECTION_NAMES } from '../../main/checker/section-names.ts';

const LINES: Readonly<Record<string, number>> = {
  A: 15,
  N: 9,
  D: 16,
  S: 28,
  U: 14,
  C: 9,
  R: 7,
  F: 25,
  O: 7,
  P: 8,
  G: 14,
  J: 7,
  Q: 5,
  W: 7,
  X: 34,
  K: 4,
  B: 13,
  V: 6,
  M: 4,
  E: 6,
  T: 6,
  Z: 6,
  MS: 23,
};

/** Lines that nobody can decide from outside: a token endpoint, receivers of events, a target filled for it. */
const UNDECIDABLE = ['N7', 'T3', 'T5', 'T6', 'Z3'];

describe('The list of checks', () => {
  test('has each line of each section once, but for those that could never run', () => {
    const lines = Object.entries(LINES).flatMap(([section, count]) =>
      Array.from({ length: count }, (_, index) => `${section}${index + 1}`),
    );
    const wanted = lines.filter((id) => !UNDECIDABLE.includes(id));

    assert.deepEqual(allChecks.map(({ id }) => id).toSorted(), wanted.toSorted());
    assert.deepEqual(Object.keys(SECTION_NAMES), Object.keys(LINES));
  });

  test('has advice of its own for each, and none for what is no check', () => {
    const without = allChecks.filter(({ id }) => ADVICE[id] === undefined).map(({ id }) => id);
    const stale = Object.keys(ADVICE).filter((id) => !allChecks.some((check) => check.id === id));

    assert.deepEqual({ without, stale }, { without: [], stale: [] });
  });

  test('is selected from by section and by check', () => {
    const { checks, unknown } = selectChecks(['K', 'X13', 'Y', 'X99']);

    assert.deepEqual(
      checks.map(({ id }) => id),
      ['X13', 'K1', 'K2', 'K3', 'K4'],
    );
    assert.deepEqual(unknown, ['Y', 'X99']);
  });
});
