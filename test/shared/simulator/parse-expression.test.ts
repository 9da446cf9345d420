// Reading, printing and checking expressions.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { findActiveCall } from '../../../shared/simulator/expression/active-call.ts';
import { checkExpression } from '../../../shared/simulator/expression/check-expression.ts';
import { ExpressionError } from '../../../shared/simulator/expression/expression-error.ts';
import type { ExpressionNode } from '../../../shared/simulator/expression/expression-tree.ts';
import { EXPRESSION_FUNCTIONS } from '../../../shared/simulator/expression/functions.ts';
import { parseExpression } from '../../../shared/simulator/expression/parse-expression.ts';
import { printExpression } from '../../../shared/simulator/expression/print-expression.ts';
import { evaluateExpression } from '../../../main/simulator/mapping/evaluate-expression.ts';
import { stillWorld } from '../../simulator/mapping/evaluation.ts';

const FAILURES: readonly (readonly [string, string])[] = [
  ['', 'The expression is empty (character 1).'],
  [
    'Join(" ", [a]',
    'Expected a comma or the ")" of Join, but the expression ends here (character 14).',
  ],
  ['Append([a, "b")', 'The attribute has no closing bracket, add "]" (character 8).'],
  ['Append("a" "b")', 'Expected a comma or the ")" of Append, but "b" stands here (character 12).'],
  ['Append("a", "b', 'The text has no closing quotation mark, add one (character 13).'],
  ['Append(“a”, "b")', '"“" is a typographic quotation mark, write a straight one (character 8).'],
  [
    'IIF([a]="x" AND [b]="y", 1, 2)',
    'There is no AND in expressions, nest IIF functions (character 13).',
  ],
  [
    'mail',
    '"mail" is neither a function call nor a text: write mail(…), "mail" or [mail] (character 1).',
  ],
  ['Now() Now()', 'Expected the end of the expression, but Now stands here (character 7).'],
];

describe('What cannot be read', () => {
  for (const [text, message] of FAILURES) {
    test(JSON.stringify(text), () => {
      assert.throws(() => parseExpression(text), { name: 'ExpressionError', message });
    });
  }

  test('more than 10,000 characters, and nesting without end', () => {
    assert.throws(() => parseExpression(`"${'a'.repeat(10_000)}"`), /has 10002 characters/);
    assert.throws(() => parseExpression('Not('.repeat(2_000)), /nested more than 100 deep/);
  });
});

test('Escapes, empty arguments, hexadecimal numbers and numbers beyond 2^53', () => {
  const node = parseExpression(
    String.raw`Switch([a], , "\\d \" \x", &HF7, -1.5, 129699324000000001)`,
  );

  assert.equal(node.kind, 'call');
  assert.deepEqual(
    node.kind === 'call' && node.args.map((arg) => (arg && 'value' in arg ? arg.value : null)),
    [null, null, String.raw`\d " \x`, 247, -1.5, 129699324000000001n],
  );
});

const ATTRIBUTES = new Set(['mail', 'givenName', 'country', 'appRoleAssignments']);

const CHECKS: readonly (readonly [string, string])[] = [
  [
    'Append([mial], "x")',
    'There is no source attribute [mial], did you mean [mail]? (character 8).',
  ],
  ['Lft([mail], 1)', 'There is no function Lft, did you mean Left? (character 1).'],
  [
    'IIF(IsPresent([country]), [country], "x")',
    'IIF cannot test for null or empty, its condition then fails; use Switch with the key "" (character 1).',
  ],
  [
    'Switch(IsNull([mail]), "a", "b", "c")',
    'Switch does not support IsNull as its source; use the key "" (character 1).',
  ],
  [
    'Append(AppRoleAssignmentsComplex([appRoleAssignments]), "x")',
    'AppRoleAssignmentsComplex works around a whole expression only (character 8).',
  ],
];

describe('What the check finds before any object is there', () => {
  for (const [text, message] of CHECKS) {
    test(text, () => {
      assert.deepEqual(
        checkExpression(text, ATTRIBUTES).map((problem) => problem.message),
        [message],
      );
    });
  }
});

const SEED = 7643;
const place = { start: 0, end: 0 };
const name = fc.constantFrom(...EXPRESSION_FUNCTIONS.map((described) => described.name), 'Nothing');
const leaf: fc.Arbitrary<ExpressionNode> = fc.oneof(
  fc.string({ unit: 'binary' }).map((value) => ({ kind: 'text' as const, value, ...place })),
  fc.constantFrom('mail', 'many', 'flag', 'appRoleAssignments').map((attribute) => ({
    kind: 'attribute' as const,
    name: attribute,
    ...place,
  })),
  fc.integer().map((value) => ({ kind: 'number' as const, value, text: String(value), ...place })),
  fc
    .constantFrom('yyyy', 'ww', '2021-06-30+08:00', '(a+)+$', '[a-', '$1${x}', 'tr-TR')
    .map((value) => ({
      kind: 'text' as const,
      value,
      ...place,
    })),
);
const { node: anyExpression } = fc.letrec<{ node: ExpressionNode; operand: ExpressionNode }>(
  (tie) => ({
    operand: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      leaf,
      fc
        .record({
          name,
          args: fc
            .array(fc.option(tie('node'), { freq: 6 }), { maxLength: 7 })
            // one argument that is empty is written like none
            .filter((args) => args.length !== 1 || args[0] !== null),
        })
        .map((call) => ({ kind: 'call' as const, ...call, ...place })),
    ),
    node: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      tie('operand'),
      fc
        .record({
          operator: fc.constantFrom('=' as const, '<>' as const, '>=' as const, '<' as const),
          left: tie('operand'),
          right: tie('operand'),
        })
        .map((compared) => ({ kind: 'compare' as const, ...compared, ...place })),
    ),
  }),
);

function withoutPlaces(node: ExpressionNode): unknown {
  return JSON.parse(
    JSON.stringify(node, (key, value: unknown) =>
      key === 'start' || key === 'end' ? undefined : value,
    ),
  );
}

test('What is printed parses to the same tree', () => {
  fc.assert(
    fc.property(anyExpression, (node) => {
      const again = parseExpression(printExpression(node));
      assert.deepEqual(withoutPlaces(again), withoutPlaces(node));
    }),
    { seed: SEED, numRuns: 1_000 },
  );
});

test('Neither any text nor any tree throws anything but ExpressionError', () => {
  const world = stillWorld({
    mail: 'adele@contoso.com',
    many: ['a', 'b'],
    flag: true,
    appRoleAssignments: ['{"value":null}', 'x'],
  });
  const onlyOwnErrors = (work: () => unknown) => {
    try {
      work();
    } catch (error) {
      if (!(error instanceof ExpressionError)) throw error;
    }
  };
  fc.assert(
    fc.property(anyExpression, fc.string({ unit: 'binary' }), (node, text) => {
      onlyOwnErrors(() => evaluateExpression(node, world));
      onlyOwnErrors(() => evaluateExpression(parseExpression(text), world));
      checkExpression(text, ATTRIBUTES);
      checkExpression(printExpression(node), ATTRIBUTES);
    }),
    { seed: SEED, numRuns: 2_000 },
  );
});

test('The cursor stands in the innermost call that is open, at its argument', () => {
  const text = 'Join(" ", Left([a, b], 3), "x, y';

  assert.deepEqual(
    [3, 5, 10, 16, 23, 27, text.length].map((position) => findActiveCall(text, position)),
    [
      undefined,
      { name: 'Join', argument: 0 },
      { name: 'Join', argument: 1 },
      { name: 'Left', argument: 0 },
      { name: 'Left', argument: 1 },
      { name: 'Join', argument: 2 },
      { name: 'Join', argument: 2 },
    ],
  );
});
