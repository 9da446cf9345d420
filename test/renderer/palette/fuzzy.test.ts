// What the palette finds, and in which order.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { rank } from '../../../renderer/features/palette/fuzzy.ts';

const ITEMS = [
  { title: 'Create a tenant' },
  { title: 'Copy the Tenant URL' },
  { title: 'Switch tenant' },
  { title: 'Theme: dark', words: 'night' },
  { title: 'Élodie Müller' },
];

function found(typed: string): readonly string[] {
  return rank(typed, ITEMS).map(({ title }) => title);
}

describe('rank', () => {
  test('beginnings of titles come before beginnings of words', () => {
    assert.deepEqual(rank('te', [{ title: 'Switch tenant' }, { title: 'Tenant' }])[0], {
      title: 'Tenant',
    });
  });

  test('every word must fit, in any order', () => {
    assert.deepEqual(found('tenant create'), ['Create a tenant']);
  });

  test('first letters of words are enough', () => {
    assert.deepEqual(found('cttu'), ['Copy the Tenant URL']);
  });

  test('letters that are scattered within words are not', () => {
    assert.deepEqual(found('rae'), []);
  });

  test('case and accents do not count', () => {
    assert.deepEqual(found('elodie muller'), ['Élodie Müller']);
  });

  test('other words find it too', () => {
    assert.deepEqual(found('night'), ['Theme: dark']);
  });

  test('nothing typed keeps all, in their order', () => {
    assert.deepEqual(
      found(' '),
      ITEMS.map(({ title }) => title),
    );
  });
});
