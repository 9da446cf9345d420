// The expression language as Microsoft documents it: every published example, and the edges that differ from what one
// would guess. @see https://learn.microsoft.com/entra/identity/app-provisioning/functions-for-customizing-application-data
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { z } from 'zod';
import { ExpressionError } from '../../../shared/simulator/expression/expression-error.ts';
import { EXPRESSION_FUNCTIONS } from '../../../shared/simulator/expression/functions.ts';
import { FUNCTION_BODIES } from '../../../main/simulator/mapping/functions/all-functions.ts';
import { evaluate, result } from './evaluation.ts';

const Examples = z.array(
  z.object({
    function: z.string(),
    expression: z.string(),
    attributes: z.record(
      z.string(),
      z.union([z.string(), z.boolean(), z.array(z.string()), z.null()]),
    ),
    result: z.union([z.string(), z.array(z.string()), z.null()]),
  }),
);

const examples = Examples.parse(
  JSON.parse(
    readFileSync(
      new URL('../../fixtures/simulator/expression-examples.json', import.meta.url),
      'utf8',
    ),
  ),
);

describe('Published examples', () => {
  for (const example of examples) {
    test(`${example.expression} gives ${JSON.stringify(example.result)}`, () => {
      assert.deepEqual(result(example.expression, example.attributes), example.result);
    });
  }
});

test('Every function of the catalogue is there, 46 of them', () => {
  const names = EXPRESSION_FUNCTIONS.map(({ name }) => name);

  assert.deepEqual(names, [...FUNCTION_BODIES.keys()].sort());
  assert.equal(names.length, 46);
});

const EDGES: readonly (readonly [string, string | readonly string[] | null])[] = [
  ['Left("John", 0)', ''],
  ['Left("John", -1)', 'John'],
  ['Left("John", 99)', 'John'],
  ['Left([nothing], 3)', ''],
  ['Word("a b", 0, " ")', ''],
  ['Word("a b", 9, " ")', ''],
  ['Word([nothing], 1, " ")', ''],
  ['Item([many], 9)', null],
  ['Mid("John", 3, 99)', 'hn'],
  ['Not("true")', 'True'],
  ['Not([nothing])', 'True'],
  ['Switch("a", "none", "A", "upper")', 'none'],
  ['Switch([nothing], , "x", "y")', null],
  ['IIF(IsNullOrEmpty([nothing]), "Other", "Set")', 'Set'],
  ['IIF([nothing] <> "x", "Other", "Set")', 'Set'],
  ['IIF(&H10 > 9, "number", "text")', 'number'],
  ['IIF("10" > "9", "number", "text")', 'text'],
  ['CDate("2021-06-30T12:00:00.5Z")', '6/30/2021 12:00:00 PM'],
  ['DateAdd("m", 1, CDate("2024-01-31"))', '2/29/2024 12:00:00 AM'],
  ['DateDiff("yyyy", CDate("2020-12-31"), CDate("2021-01-01"))', '1'],
  ['DateDiff("ww", CDate("2021-08-28"), CDate("2021-08-29"))', '1'],
  ['NormalizeDiacritics("Jörg Øster Straße ŒUVRE Ĥ")', 'Jorg OEster Strasse OEUVRE Ĥ'],
  ['NormalizeDiacritics("İstanbul ı")', 'Istanbul i'],
  ['Replace("abcabc", "B", , , "x", , )', 'abcabc'],
  [
    'Replace("John Doe", , "(\\\\w+) (?<last>\\\\w+)", , "${last}, $1 ($&)$$", , )',
    'Doe, John (John Doe)$',
  ],
  [
    'FormatDateTime("7/2/2021 3:33:38 PM", , "M/d/yyyy h:mm:ss tt", "o")',
    '2021-07-02T15:33:38.0000000Z',
  ],
  ['FormatDateTime("2 July 21", , "d MMMM yy", "dddd")', 'Friday'],
  ['Now()', '7/2/2021 3:33:38 PM'],
  ['Guid()', '00aa00aa-bb11-4c22-8d33-44ee44ee44ee'],
  ['ToUpper("straße")', 'STRAßE'],
  ['Append([nothing], ".test")', null],
  ['Join(" ", [nothing], [nothing])', null],
];

describe('Edges', () => {
  for (const [expression, expected] of EDGES) {
    test(`${expression} gives ${JSON.stringify(expected)}`, () => {
      assert.deepEqual(result(expression, { many: ['a', 'b'] }), expected);
    });
  }
});

const FAILURES: readonly (readonly [string, string])[] = [
  ['ToLowr("A")', 'There is no function ToLowr, did you mean ToLower? (character 1).'],
  [
    'toLower("A")',
    'There is no function toLower, names are case-sensitive: ToLower (character 1).',
  ],
  ['Append("a")', 'Append takes 2 arguments, not 1 (character 1).'],
  [
    'Switch("a", "b", "c")',
    'Switch takes an even number of arguments, keys and values in pairs, not 3 (character 1).',
  ],
  [
    'ToLower([many])',
    'ToLower takes one value as source, not several; use Item or Join (character 1).',
  ],
  ['Item([many], 0)', 'Item counts from 1, the index cannot be 0 (character 1).'],
  [
    'CDate("soon")',
    'CDate needs a date as expression, such as 2021-06-30, not "soon" (character 1).',
  ],
  [
    'CDate("2021-02-30")',
    'CDate needs a date as expression, such as 2021-06-30, not "2021-02-30" (character 1).',
  ],
  [
    'SelectUniqueValue("a", "b")',
    'SelectUniqueValue works from HR systems into Active Directory only, not for applications (character 1).',
  ],
  [
    'Replace("a", , "(?>a)", , "b", , )',
    'The pattern uses an atomic group, which is not supported here (character 16).',
  ],
  [
    'RandomString(300, 0, 0, 0, 0)',
    'RandomString makes 1 to 256 characters, not 300 (character 1).',
  ],
];

describe('Failures are one sentence with the place', () => {
  for (const [expression, message] of FAILURES) {
    test(expression, () => {
      assert.throws(() => evaluate(expression, { many: ['a', 'b'] }), {
        name: 'ExpressionError',
        message,
      });
    });
  }
});

test('RandomString holds what it is asked for, and the same draw gives the same string', () => {
  const drawn = result('RandomString(10, 2, 2, 2, 1, "?,")');

  assert.equal(drawn, result('RandomString(10, 2, 2, 2, 1, "?,")'));
  assert.match(
    String(drawn),
    /^(?=(?:.*\d){2})(?=(?:.*[A-Z]){2})(?=.*[a-z])(?=(?:.*[^A-Za-z0-9]){2})[^?,]{10}$/,
  );
});

test('An expression that would fill the memory fails instead', () => {
  let expression = '"aaaaaaaaaa"';
  for (let level = 0; level < 20; level += 1) {
    expression = `Replace(${expression}, "a", , , "aaaaaaaaaa", , )`;
  }

  assert.throws(() => evaluate(expression), ExpressionError);
});
