import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { selectAll, selectRange, toggleRow } from '../../../renderer/ui/grid-selection.ts';

const ROWS = {
  rowCount: 5,
  keyAt: (index: number) => ['a', 'b', undefined, 'd', 'e'][index],
};

describe('The selection of a grid', () => {
  test('takes a row in and out', () => {
    const one = toggleRow(new Set(), 'a', null);

    assert.deepEqual([...one], ['a']);
    assert.deepEqual([...toggleRow(one, 'a', null)], []);
  });

  test('begins with the row whose details are open', () => {
    assert.deepEqual([...toggleRow(new Set(), 'b', 'a')], ['a', 'b']);
    assert.deepEqual([...toggleRow(new Set(['d']), 'b', 'a')], ['d', 'b']);
  });

  test('spans a range either way, without rows that are not loaded', () => {
    assert.deepEqual([...selectRange(ROWS, 1, 3)], ['b', 'd']);
    assert.deepEqual([...selectRange(ROWS, 3, 1)], ['b', 'd']);
    assert.deepEqual([...selectAll(ROWS)], ['a', 'b', 'd', 'e']);
  });
});
