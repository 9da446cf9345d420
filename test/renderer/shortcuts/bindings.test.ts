// Keys of commands: from the table, from the settings, and where they meet.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { COMMAND_IDS, describeCommand } from '../../../shared/commands.ts';
import {
  changeBinding,
  commandsOf,
  conflictsOf,
  keysOf,
} from '../../../renderer/features/shortcuts/bindings.ts';
import { gridCommandOf } from '../../../renderer/features/shortcuts/grid-bindings.ts';
import { normalizeCombination } from '../../../renderer/features/shortcuts/key-combination.ts';

const DEFAULTS = { bindings: {}, allowSingleKeys: true };

describe('keysOf', () => {
  test('the keys of the settings replace those of the table', () => {
    const options = { ...DEFAULTS, bindings: { 'view.sidebar': ['Shift+Mod+S'] } };

    assert.deepEqual(keysOf('view.sidebar', options), ['Mod+Shift+S']);
    assert.deepEqual(commandsOf('Mod+B', options), []);
  });

  test('an empty list takes all keys away', () => {
    assert.deepEqual(keysOf('view.sidebar', { ...DEFAULTS, bindings: { 'view.sidebar': [] } }), []);
  });

  test('single keys can be switched off, the others stay (WCAG 2.1.4)', () => {
    assert.deepEqual(keysOf('app.shortcuts', { ...DEFAULTS, allowSingleKeys: false }), ['Mod+/']);
  });
});

describe('gridCommandOf', () => {
  const read = (combinations: readonly string[], options = {}) =>
    combinations.map((one) => gridCommandOf(one, { ...DEFAULTS, ...options }));

  test('knows the keys of lists; Shift with a move is the same move, with another key it is not', () => {
    assert.deepEqual(
      read(['J', 'Shift+ArrowUp', 'Mod+A', ' ', 'Shift+F10', 'Shift+Enter', 'Alt+ArrowDown']),
      ['down', 'up', 'select-all', 'select', 'menu', undefined, undefined],
    );
  });

  test('letters go with the single keys, Space and arrows stay (WCAG 2.1.4)', () => {
    assert.deepEqual(read(['J', 'K', ' ', 'ArrowDown'], { allowSingleKeys: false }), [
      undefined,
      undefined,
      'select',
      'down',
    ]);
  });

  test('other keys can be chosen', () => {
    const bindings = { 'list.next': ['N'] };

    assert.deepEqual(read(['N', 'J', 'ArrowDown'], { bindings }), ['down', undefined, undefined]);
  });
});

describe('conflictsOf', () => {
  test('finds who has the same key', () => {
    const options = { ...DEFAULTS, bindings: { 'view.sidebar': ['Mod+I'] } };

    assert.deepEqual(conflictsOf('view.sidebar', options), ['view.inspector']);
  });

  test('the table itself has none within a screen', () => {
    const shared = COMMAND_IDS.filter((id) => conflictsOf(id, DEFAULTS).length > 0);

    assert.deepEqual(shared, []);
  });

  test('every key of the table is written in the order in which keys are compared', () => {
    const odd = COMMAND_IDS.flatMap((id) => describeCommand(id).keys).filter(
      (key) => normalizeCombination(key) !== key,
    );

    assert.deepEqual(odd, []);
  });
});

describe('changeBinding', () => {
  test('keeps what differs, drops what is the default again and what no command is', () => {
    const stored = { 'view.sidebar': ['Mod+S'], 'gone.command': ['X'] };

    assert.deepEqual(changeBinding(stored, 'view.inspector', ['Mod+D', 'Mod+D']), {
      'view.sidebar': ['Mod+S'],
      'view.inspector': ['Mod+D'],
    });
    assert.deepEqual(changeBinding(stored, 'view.sidebar', ['Mod+B']), {});
  });
});
