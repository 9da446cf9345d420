// The grammar of RFC 7644 §3.4.2.2 as a table: what is read, and what is refused with which words.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { FilterNode } from '../../../shared/scim/filter-tree.ts';
import { FilterSyntaxError } from '../../../shared/scim/filter-syntax-error.ts';
import { MAX_FILTER_DEPTH, parseFilter } from '../../../shared/scim/parse-filter.ts';
import { MAX_FILTER_LENGTH } from '../../../shared/scim/tokenize-filter.ts';

const strict = { lenient: false };
const lenient = { lenient: true };

function equals(attribute: string, value: string | number | boolean | null): FilterNode {
  return { kind: 'compare', attribute, operator: 'eq', value };
}

function refusal(text: string, options = strict): FilterSyntaxError {
  try {
    parseFilter(text, options);
  } catch (error) {
    assert.ok(error instanceof FilterSyntaxError, String(error));
    return error;
  }
  throw new assert.AssertionError({ message: `"${text}" was accepted` });
}

const [a, b, c] = [equals('a', 1), equals('b', 2), equals('c', 3)];

const ACCEPTED: readonly (readonly [claim: string, text: string, tree: FilterNode])[] = [
  ['a comparison', 'userName eq "bjensen"', equals('userName', 'bjensen')],
  [
    'a sub-attribute',
    'name.familyName co "O\'Malley"',
    { kind: 'compare', attribute: 'name.familyName', operator: 'co', value: "O'Malley" },
  ],
  [
    'a URN with dots and colons before the attribute',
    'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value eq "1"',
    equals('urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value', '1'),
  ],
  ['presence', 'title pr', { kind: 'present', attribute: 'title' }],
  ['an operator in any case', 'userName EQ "x"', equals('userName', 'x')],
  ['keywords in any case', 'a eq 1 AND b eq 2', { kind: 'and', terms: [a, b] }],
  ['a JSON string with escapes', String.raw`a eq "\"\\\u00e9\n"`, equals('a', '"\\é\n')],
  ['an empty string', 'a eq ""', equals('a', '')],
  ['a negative fraction', 'a eq -15.5', equals('a', -15.5)],
  ['true', 'a eq true', equals('a', true)],
  ['false', 'a eq false', equals('a', false)],
  ['null', 'a eq null', equals('a', null)],
  ['$ref', 'members.$ref eq "x"', equals('members.$ref', 'x')],
  ['blanks around everything', '  ( a  eq  1 )  ', a],
  [
    'and before or',
    'a eq 1 or b eq 2 and c eq 3',
    { kind: 'or', terms: [a, { kind: 'and', terms: [b, c] }] },
  ],
  [
    'a group before and',
    '(a eq 1 or b eq 2) and c eq 3',
    { kind: 'and', terms: [{ kind: 'or', terms: [a, b] }, c] },
  ],
  [
    'terms of one operator in their order',
    'a eq 1 or b eq 2 or c eq 3',
    {
      kind: 'or',
      terms: [a, b, c],
    },
  ],
  ['not with a blank (erratum 7319)', 'not (a eq 1)', { kind: 'not', term: a }],
  ['not without a blank', 'not(a eq 1)', { kind: 'not', term: a }],
  [
    'not before and',
    'not (a eq 1) and b eq 2',
    { kind: 'and', terms: [{ kind: 'not', term: a }, b] },
  ],
  [
    'a value path',
    'emails[type eq "work" and value co "@x"]',
    {
      kind: 'value-path',
      attribute: 'emails',
      filter: {
        kind: 'and',
        terms: [
          equals('type', 'work'),
          { kind: 'compare', attribute: 'value', operator: 'co', value: '@x' },
        ],
      },
    },
  ],
  [
    'a sub-attribute after the bracket as one more condition on the element (Entra)',
    'emails[type eq "work"].value eq "x"',
    {
      kind: 'value-path',
      attribute: 'emails',
      filter: { kind: 'and', terms: [equals('type', 'work'), equals('value', 'x')] },
    },
  ],
  [
    'a sub-attribute after a bracket with or',
    'emails[type eq "a" or type eq "b"].value pr',
    {
      kind: 'value-path',
      attribute: 'emails',
      filter: {
        kind: 'and',
        terms: [
          { kind: 'or', terms: [equals('type', 'a'), equals('type', 'b')] },
          { kind: 'present', attribute: 'value' },
        ],
      },
    },
  ],
];

const REFUSED: readonly (readonly [text: string, message: RegExp, position: number])[] = [
  ['', /Expected an attribute name, found the end/, 0],
  ['userName', /Expected an operator after "userName", found the end/, 8],
  ['userName zz "x"', /"zz" is not an operator/, 9],
  ['userName eq', /Expected a value, found the end/, 11],
  ['userName eq bjensen', /Expected a number, true, false, null or a string/, 12],
  ["userName eq 'bjensen'", /Expected a number, true, false, null or a string/, 12],
  ['userName eq "bjensen', /The string has no closing quote/, 12],
  [String.raw`userName eq "\x"`, /The string is not a JSON string/, 12],
  ['a eq 01', /Expected a number/, 5],
  ['a eq 1e999', /Expected a number/, 5],
  ['a eq 1 b eq 2', /Expected "and", "or" or the end, found "b"/, 7],
  ['a eq 1 and', /Expected an attribute name, found the end/, 10],
  ['(a eq 1', /Expected "\)", found the end/, 7],
  ['a eq 1)', /Expected "and", "or" or the end, found "\)"/, 6],
  ['not a eq 1', /Expected "\(", found "a"/, 4],
  ['emails[type eq "work"', /Expected "\]", found the end/, 21],
  ['emails[]', /Expected an attribute name, found "\]"/, 7],
  ['emails[a[b eq 1]]', /Expected an operator after "a", found "\["/, 8],
  ['emails[a eq 1].1x pr', /"1x" is not the name of a sub-attribute/, 15],
  ['a.b.c eq 1', /"a.b.c" is not an attribute name/, 0],
  ['1a eq 1', /"1a" is not an attribute name/, 0],
  ['"a" eq 1', /Expected an attribute name, found "\\"a\\""/, 0],
];

describe('RFC 7644 §3.4.2.2: parsing a filter', () => {
  for (const [claim, text, tree] of ACCEPTED) {
    test(`reads ${claim}`, () => {
      assert.deepEqual(parseFilter(text, strict), tree);
      assert.deepEqual(parseFilter(text, lenient), tree);
    });
  }

  for (const [text, message, position] of REFUSED) {
    test(`refuses ${JSON.stringify(text)} and says where`, () => {
      const error = refusal(text);

      assert.match(error.message, message);
      assert.equal(error.position, position);
      assert.ok(error.message.endsWith(`(character ${position + 1})`));
    });
  }
});

test('a number may have an exponent where values are in quotes', () => {
  assert.deepEqual(parseFilter('a eq -1.5e2', strict), equals('a', -150));
});

describe('values without quotes (lenient)', () => {
  const cases: readonly (readonly [claim: string, text: string, tree: FilterNode])[] = [
    ['a word', 'externalId eq ada.byron', equals('externalId', 'ada.byron')],
    [
      'ids of digits and letters',
      'id eq 54D3 and manager eq 2819',
      { kind: 'and', terms: [equals('id', '54D3'), equals('manager', 2819)] },
    ],
    ['an id that looks like an exponent', 'id eq 54e3', equals('id', '54e3')],
    ['an id with leading zeros', 'id eq 007', equals('id', '007')],
    [
      'more digits than a number holds',
      'id eq 12345678901234567890',
      {
        kind: 'compare',
        attribute: 'id',
        operator: 'eq',
        value: '12345678901234567890',
      },
    ],
    [
      'a word up to the bracket',
      'emails[type eq work]',
      { kind: 'value-path', attribute: 'emails', filter: equals('type', 'work') },
    ],
  ];
  for (const [claim, text, tree] of cases) {
    test(`reads ${claim}`, () => {
      assert.deepEqual(parseFilter(text, lenient), tree);
    });
  }

  test('refuses single quotes and a bare word all the same', () => {
    assert.match(refusal("userName eq 'x'", lenient).message, /string in double quotes/);
    assert.match(refusal('userName', lenient).message, /Expected an operator/);
  });
});

describe('bounds', () => {
  test('reads the deepest nesting allowed and refuses one more', () => {
    const nested = (depth: number) => `${'('.repeat(depth)}a eq 1${')'.repeat(depth)}`;

    assert.deepEqual(parseFilter(nested(MAX_FILTER_DEPTH), strict), a);
    assert.match(refusal(nested(MAX_FILTER_DEPTH + 1)).message, /levels deep/);
    assert.match(refusal('('.repeat(20_000)).message, /levels deep/);
    assert.match(refusal('not('.repeat(5_000)).message, /levels deep/);
  });

  test('refuses a text longer than the limit before reading it', () => {
    assert.match(refusal('a'.repeat(MAX_FILTER_LENGTH + 1)).message, /longer than/);
  });

  test('reads thousands of terms without running out of stack', () => {
    const tree = parseFilter(Array.from({ length: 3000 }, () => 'a eq 1').join(' or '), strict);

    assert.equal(tree.kind === 'or' && tree.terms.length, 3000);
  });
});
