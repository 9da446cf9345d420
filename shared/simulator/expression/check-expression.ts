// What is wrong with an expression before any object is there to evaluate it for: what cannot be read, functions and
// attributes that do not exist, wrong numbers of arguments, and forms that the provisioning service does not support.
import { ExpressionError } from './expression-error.ts';
import type { ExpressionFunction } from './expression-function.ts';
import { walkExpression, type CallNode, type ExpressionNode } from './expression-tree.ts';
import { EXPRESSION_FUNCTIONS, findFunction } from './functions.ts';
import { nearestName } from './nearest-name.ts';
import { parseExpression } from './parse-expression.ts';

export interface ExpressionProblem {
  /** An error refuses the expression; a warning says what it will not do. */
  readonly severity: 'error' | 'warning';
  /** One sentence, with the place. */
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

export function checkExpression(
  text: string,
  attributes: ReadonlySet<string>,
): ExpressionProblem[] {
  let root: ExpressionNode;
  try {
    root = parseExpression(text);
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    const { message, position } = error;
    return [{ severity: 'error', message, start: position, end: position + 1 }];
  }
  return [...walkExpression(root)].flatMap((node) => checkNode(node, root, attributes));
}

/** Throws ExpressionError where the call cannot be evaluated: no such function, or a wrong number of arguments. */
export function requireFunction(node: CallNode): ExpressionFunction {
  const described = findFunction(node.name);
  if (described === undefined) throw new ExpressionError(describeUnknown(node.name), node.start);
  const wrong = describeArity(node, described);
  if (wrong !== undefined) throw new ExpressionError(wrong, node.start);
  return described;
}

function checkNode(
  node: ExpressionNode,
  root: ExpressionNode,
  attributes: ReadonlySet<string>,
): ExpressionProblem[] {
  if (node.kind === 'attribute' && !attributes.has(node.name)) {
    const near = nearestName(node.name, [...attributes]);
    const hint = near === undefined ? '' : `, did you mean [${near}]?`;
    return [problem('error', node, `There is no source attribute [${node.name}]${hint}`)];
  }
  if (node.kind !== 'call') return [];
  const described = findFunction(node.name);
  if (described === undefined) return [problem('error', node, describeUnknown(node.name))];
  const wrong = describeArity(node, described);
  return [...(wrong === undefined ? [] : [problem('error', node, wrong)]), ...checkUse(node, root)];
}

function problem(
  severity: ExpressionProblem['severity'],
  { start, end }: ExpressionNode,
  text: string,
): ExpressionProblem {
  return { severity, message: new ExpressionError(text, start).message, start, end };
}

const NULL_TESTS = new Set(['IsNull', 'IsNullOrEmpty', 'IsPresent']);

/** Functions that work at the outside of an expression only. */
const OUTERMOST = new Set([
  'IgnoreFlowIfNullOrEmpty',
  'AppRoleAssignmentsComplex',
  'AssertiveAppRoleAssignmentsComplex',
]);

function checkUse(node: CallNode, root: ExpressionNode): ExpressionProblem[] {
  const { name, args } = node;
  const [first] = args;
  if (name === 'SelectUniqueValue') return [problem('error', node, UNIQUE_VALUE_REFUSED)];
  if (name === 'IIF' && first != null && hasNullTest(first)) {
    return [
      problem(
        'warning',
        node,
        'IIF cannot test for null or empty, its condition then fails; use Switch with the key ""',
      ),
    ];
  }
  if (name === 'Switch' && first?.kind === 'call' && NULL_TESTS.has(first.name)) {
    return [
      problem(
        'warning',
        node,
        `Switch does not support ${first.name} as its source; use the key ""`,
      ),
    ];
  }
  if (OUTERMOST.has(name) && node !== root) {
    return [problem('warning', node, `${name} works around a whole expression only`)];
  }
  return [];
}

export const UNIQUE_VALUE_REFUSED =
  'SelectUniqueValue works from HR systems into Active Directory only, not for applications';

function hasNullTest(condition: ExpressionNode): boolean {
  const nodes = [...walkExpression(condition)];
  return nodes.some((node) => node.kind === 'call' && NULL_TESTS.has(node.name));
}

function describeUnknown(name: string): string {
  const near = nearestName(
    name,
    EXPRESSION_FUNCTIONS.map((described) => described.name),
  );
  if (near === undefined) return `There is no function ${name}`;
  const isCase = near.toLowerCase() === name.toLowerCase();
  const hint = isCase ? `names are case-sensitive: ${near}` : `did you mean ${near}?`;
  return `There is no function ${name}, ${hint}`;
}

function describeArity({ name, args }: CallNode, { parameters }: ExpressionFunction) {
  const repeating = parameters.findIndex(({ isRepeating }) => isRepeating);
  const required = parameters.filter(({ isRequired }) => isRequired).length;
  const most = repeating === -1 ? parameters.length : Infinity;
  if (name === 'Switch' && args.length % 2 === 1) {
    return `Switch takes an even number of arguments, keys and values in pairs, not ${args.length}`;
  }
  if (args.length >= required && args.length <= most) return undefined;
  return `${name} takes ${spellRange(required, most)}, not ${args.length}`;
}

function spellRange(least: number, most: number): string {
  const noun = (count: number) => (count === 1 ? 'argument' : 'arguments');
  if (most === Infinity) return `at least ${least} ${noun(least)}`;
  if (least === most) return least === 0 ? 'no arguments' : `${least} ${noun(least)}`;
  return `${least} to ${most} arguments`;
}
