import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  arrangeColumns,
  DELIVERED_LAYOUT,
  leastWidth,
  moveColumn,
  resizeColumn,
  shownIds,
  toggleColumn,
} from '../../../renderer/ui/column-layout.ts';

const COLUMNS = [
  { id: 'time', width: '100px' },
  { id: 'meaning', width: 'minmax(0, 2fr)', isFixed: true },
  { id: 'path', width: 'minmax(0, 1fr)', showFrom: 700 },
  { id: 'size', width: '80px', isOptional: true },
];

describe('The columns of a list', () => {
  test('are as delivered until the reader arranges them', () => {
    assert.deepEqual(shownIds(COLUMNS, DELIVERED_LAYOUT), ['time', 'meaning', 'path']);
  });

  test('a column that is chosen stands where it stood as delivered', () => {
    const hidden = toggleColumn(COLUMNS, DELIVERED_LAYOUT, 'meaning');
    const without = toggleColumn(COLUMNS, hidden, 'time');
    const again = toggleColumn(COLUMNS, toggleColumn(COLUMNS, without, 'size'), 'time');

    assert.deepEqual(shownIds(COLUMNS, without), ['meaning', 'path']);
    assert.deepEqual(shownIds(COLUMNS, again), ['time', 'meaning', 'path', 'size']);
  });

  test('a fixed one cannot be hidden, and comes back when what was kept lacks it', () => {
    assert.equal(toggleColumn(COLUMNS, DELIVERED_LAYOUT, 'meaning'), DELIVERED_LAYOUT);
    assert.deepEqual(shownIds(COLUMNS, { shown: ['size', 'gone'], widths: {} }), [
      'meaning',
      'size',
    ]);
  });

  test('move to a place and stay in bounds', () => {
    const moved = moveColumn(COLUMNS, DELIVERED_LAYOUT, { id: 'path', to: 0 });
    const beyond = moveColumn(COLUMNS, moved, { id: 'path', to: 99 });

    assert.deepEqual(moved.shown, ['path', 'time', 'meaning']);
    assert.deepEqual(beyond.shown, ['time', 'meaning', 'path']);
  });

  test('keep a width within bounds, and give the delivered one back', () => {
    const wide = resizeColumn(DELIVERED_LAYOUT, 'time', 99_999);
    const narrow = resizeColumn(wide, 'time', 2);

    assert.equal(wide.widths['time'], 1200);
    assert.equal(arrangeColumns(COLUMNS, narrow)[0]?.width, '48px');
    assert.deepEqual(resizeColumn(narrow, 'time', null), DELIVERED_LAYOUT);
  });

  test('need their pixels, and room for each shared one once chosen', () => {
    const chosen = toggleColumn(COLUMNS, DELIVERED_LAYOUT, 'size');

    assert.equal(leastWidth(arrangeColumns(COLUMNS, DELIVERED_LAYOUT)), 100);
    assert.equal(leastWidth(arrangeColumns(COLUMNS, chosen)), 100 + 120 + 120 + 80);
  });
});
