import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createPhraseReplacer } from '../../../shared/export/replace-phrases.ts';
import { createPseudonyms } from '../../../shared/export/pseudonyms.ts';

describe('Phrases in a text', () => {
  const replace = createPhraseReplacer(
    ['Ada', 'Ada King', "O'Hara", '(Bob)', 'Zoë', '東京', '--', 'x🎉'],
    (found) => `<${found}>`,
  );

  for (const [text, replaced] of [
    ['Ada King, ada king and ADA', '<Ada King>, <ada king> and <ADA>'],
    ['Adam, Wada, Ada2, AdaKing', 'Adam, Wada, Ada2, AdaKing'],
    ["d'O'Hara o'haras", "d'<O'Hara> o'haras"],
    ['(bob) Bob a(bob)', '<(bob)> Bob a(bob)'],
    ['Zoë ZOË Zoëy 東京 東京都', '<Zoë> <ZOË> Zoëy <東京> 東京都'],
    ['x🎉x x🎉', 'x🎉x <x🎉>'],
    ['-- Ada-Ada_Ada', '-- <Ada>-<Ada>_<Ada>'],
  ] as const) {
    test(`${text} → ${replaced}`, () => assert.equal(replace(text), replaced));
  }
});

describe('Pseudonyms of a large answer', () => {
  test('take time in proportion to its length, not to its length times its people', () => {
    const people = Array.from({ length: 20_000 }, (_, index) => `Person No${index}`);
    const startedMs = performance.now();
    const hide = createPseudonyms().hider(people);

    for (const name of people) assert.match(hide(name), /^name-\d+$/);

    assert.ok(performance.now() - startedMs < 2_000);
  });

  test('do not search a long text without addresses again from each of its characters', () => {
    const hide = createPseudonyms().hider([]);
    const startedMs = performance.now();

    assert.match(hide(`${'a'.repeat(500_000)} ada@contoso.test`), / person1@example\.com$/);

    assert.ok(performance.now() - startedMs < 2_000);
  });
});
