// .NET patterns: what they match here is what they match there.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { findMatches, matchesPattern } from '../../main/simulator/pattern/match-pattern.ts';

const MATCHES: readonly (readonly [string, string, readonly string[]])[] = [
  ['(?i)ab|c', 'AB C', ['AB', 'C']],
  [String.raw`\A\w+\z`, 'Zoë', ['Zoë']],
  ['a$', 'a\n', ['a']],
  [String.raw`a\z`, 'a\n', []],
  ['(?m)^b$', 'a\nb\nc', ['b']],
  ['a.b', 'a\rb', ['a\rb']],
  ['(?s)a.b', 'a\nb', ['a\nb']],
  ['[a-z-[aeiou]]+', 'queue', ['q']],
  [String.raw`\bé`, 'été', ['é']],
  [String.raw`[\w.-]+@`, 'jo-e.x@y', ['jo-e.x@']],
  ["(?'x'a)\\k<x>", 'aa', ['aa']],
  ['(?#comment)a{,2}', 'a{,2}', ['a{,2}']],
  [String.raw`(?<n>b)(a)\1`, 'baa', ['baa']],
  [String.raw`[]\-#&&~]+`, ']-#&&~', [']-#&&~']],
  [String.raw`\d`, '٣', ['٣']],
];

describe('A pattern that means the same', () => {
  for (const [pattern, text, expected] of MATCHES) {
    test(`${pattern} in ${JSON.stringify(text)}`, () => {
      const found = findMatches(pattern, text).map(({ start, end }) => text.slice(start, end));

      assert.deepEqual(found, expected);
    });
  }

  test('groups without a name count before those with one', () => {
    const [match] = findMatches('(?<first>a)(b)', 'ab');

    assert.deepEqual(
      ['1', '2', 'first', '3'].map((name) => match?.group(name)?.text),
      ['b', 'a', 'a', undefined],
    );
  });
});

const REFUSED: readonly (readonly [string, RegExp])[] = [
  ['(?>a)', /atomic group/],
  ['(?(a)b|c)', /conditional group/],
  ['(?x) a', /option x/],
  [String.raw`\p{IsGreek}`, /IsGreek/],
  [String.raw`\Ga`, /\\G/],
  [String.raw`\y`, /escape \\y/],
  [String.raw`(a)\2`, /group 2/],
  ['(?<a-b>x)', /not supported/],
  ['a**', /valid regular expression/],
];

describe('A pattern that runs away is given up after a while', () => {
  const evil: readonly (readonly [pattern: string, text: string])[] = [
    ['(a+)+$', `${'a'.repeat(60)}!`],
    ['^(a|a)*$', `${'a'.repeat(60)}!`],
    ['(.*a){12}b', 'a'.repeat(4_000)],
    [String.raw`^(\w+\s?)*$`, `${'word '.repeat(30)}!`],
    ['a*a*a*a*a*a*b', 'a'.repeat(2_000)],
  ];
  for (const [pattern, text] of evil) {
    test(pattern, () => {
      const reason = { name: 'PatternError', message: /took longer than/ };
      assert.throws(() => matchesPattern(pattern, text), reason);
      assert.throws(() => findMatches(pattern, text), reason);
    });
  }
});

test('A pattern that runs away for one value after the other gets ever less time, until one matches', () => {
  const limitOf = () => {
    try {
      matchesPattern('^(b+)+$', `${'b'.repeat(60)}!`);
      return 'matched';
    } catch (error) {
      assert.ok(error instanceof Error);
      return /longer than (\d+) ms/.exec(error.message)?.[1];
    }
  };

  const limits = Array.from({ length: 7 }, limitOf);
  assert.deepEqual(limits, ['250', '125', '62', '31', '15', '8', '8']);
  assert.equal(matchesPattern('^(b+)+$', 'bbb'), true);
  assert.equal(limitOf(), '250');
});

describe('A pattern that cannot be translated is refused with its reason', () => {
  for (const [pattern, reason] of REFUSED) {
    test(pattern, () => {
      assert.throws(() => matchesPattern(pattern, 'a'), { name: 'PatternError', message: reason });
    });
  }
});
