// xsd:dateTime as instants (RFC 7643 §2.3.5), and the order and folding of text.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { compareText } from '../../main/scim/compare-text.ts';
import { foldCase } from '../../main/scim/fold-case.ts';
import { parseInstant } from '../../main/scim/parse-instant.ts';

const noon = Date.UTC(2026, 0, 2, 12);

describe('reading a dateTime', () => {
  for (const [text, instant] of [
    ['2026-01-02T12:00:00Z', noon],
    ['2026-01-02T12:00:00', noon],
    ['2026-01-02T12:00Z', noon],
    ['2026-01-02t12:00:00.5z', noon + 500],
    ['2026-01-02T12:00:00.123456789Z', noon + 123],
    ['2026-01-02T13:30:00+01:30', noon],
    ['2026-01-02', Date.UTC(2026, 0, 2)],
    ['2026-13-02T12:00:00Z', undefined],
    ['2026-01-02 12:00:00Z', undefined],
    ['January 2, 2026', undefined],
    ['0', undefined],
    ['', undefined],
  ] as const) {
    test(`${JSON.stringify(text)} is ${instant ?? 'none'}`, () => {
      assert.equal(parseInstant(text), instant);
    });
  }
});

describe('text', () => {
  test('is ordered by code point, as SQLite orders it', () => {
    const sorted = ['', 'A', 'a', 'ab', 'é', '\u{ffff}', '😀', '😀a'];

    assert.deepEqual(sorted.toReversed().toSorted(compareText), sorted);
    assert.equal(compareText('😀', '😀'), 0);
  });

  test('is folded to the same key in either case and either form of an accent', () => {
    assert.equal(foldCase('ÉCOLE'), foldCase('e\u0301cole'));
    assert.notEqual(foldCase('e'), foldCase('é'));
  });
});
