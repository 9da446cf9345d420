// Keys as pressed, as compared and as shown.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  isSingleKey,
  normalizeCombination,
  readCombination,
  showKeys,
  type KeyPress,
} from '../../../renderer/features/shortcuts/key-combination.ts';

function press(key: string, held: Partial<KeyPress> = {}): KeyPress {
  const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
  return { key, code: '', ...none, ...held };
}

describe('readCombination', () => {
  const cases: readonly [string, KeyPress, boolean, string | undefined][] = [
    ['Ctrl is Mod', press('k', { ctrlKey: true }), false, 'Mod+K'],
    ['⌘ is Mod on a Mac', press('k', { metaKey: true }), true, 'Mod+K'],
    ['Control on a Mac is itself', press('k', { ctrlKey: true }), true, 'Ctrl+K'],
    [
      'Shift counts for letters',
      press('K', { ctrlKey: true, shiftKey: true }),
      false,
      'Mod+Shift+K',
    ],
    ['Shift does not count for what it types', press('?', { shiftKey: true }), false, '?'],
    ['Shift counts for named keys', press('F6', { shiftKey: true }), false, 'Shift+F6'],
    ['a digit by its place', press('&', { ctrlKey: true, code: 'Digit1' }), false, 'Mod+1'],
    [
      'a letter by its place under Alt',
      press('¡', { altKey: true, code: 'Digit1' }),
      true,
      'Alt+1',
    ],
    ['a letter of another script', press('л', { ctrlKey: true, code: 'KeyK' }), false, 'Mod+K'],
    ['modifiers alone are nothing', press('Shift', { shiftKey: true }), false, undefined],
  ];
  for (const [title, pressed, isMac, expected] of cases) {
    test(title, () => assert.equal(readCombination(pressed, isMac), expected));
  }
});

describe('Combinations as text', () => {
  test('the order of modifiers does not matter', () => {
    assert.equal(normalizeCombination('Shift+Mod+K'), normalizeCombination('Mod+Shift+K'));
  });

  test('the plus key is a key', () => {
    assert.equal(normalizeCombination('Mod++'), 'Mod++');
  });

  test('a single key is one that types without Ctrl, ⌘ or Alt', () => {
    const single = ['?', '/', 'F', 'Shift+F', 'Mod+F', 'Alt+1', 'F6', 'Escape'].filter(isSingleKey);
    assert.deepEqual(single, ['?', '/', 'F', 'Shift+F']);
  });

  test('is shown as the keyboard has it', () => {
    assert.deepEqual(showKeys('Mod+Shift+ArrowUp', false), ['Ctrl', 'Shift', '↑']);
    assert.deepEqual(showKeys('Mod+Shift+K', true), ['⌘', '⇧', 'K']);
  });
});
