// Tries an expression with given values, for the expression builder.
import { checkExpression } from '../../../shared/simulator/expression/check-expression.ts';
import { ExpressionError } from '../../../shared/simulator/expression/expression-error.ts';
import {
  walkExpression,
  type ExpressionNode,
} from '../../../shared/simulator/expression/expression-tree.ts';
import { parseExpression } from '../../../shared/simulator/expression/parse-expression.ts';
import type { ExpressionOutcome } from '../../../shared/simulator/mapping-preview.ts';
import { SOURCE_ATTRIBUTES } from '../../../shared/simulator/source-attributes.ts';
import type { SourceEntry, SourceValue } from '../source-entry.ts';
import { evaluateExpression } from './evaluate-expression.ts';
import {
  isDate,
  isList,
  isRoles,
  roleName,
  toText,
  type ExpressionValue,
} from './expression-value.ts';
import type { EvaluationContext } from './function-call.ts';

/** An attribute that the directory does not have is a problem unless the test gives it a value; any user may have a value
 *  of a directory extension. */
export function testExpression(
  text: string,
  objectType: SourceEntry['objectType'],
  context: EvaluationContext,
): ExpressionOutcome {
  const known = SOURCE_ATTRIBUTES[objectType].map(({ name }) => name);
  const extensions = text.match(/extension_[0-9a-f]{32}_\w+/g) ?? [];
  const attributes = new Set([...known, ...extensions, ...Object.keys(context.attributes)]);
  const problems = checkExpression(text, attributes);
  const failed = { problems, value: null, type: null, failure: null, inputs: {} };
  if (problems.some(({ severity }) => severity === 'error')) return failed;
  const node = parseExpression(text);
  const inputs = readInputs(node, context);
  try {
    const value = evaluateExpression(node, context);
    return { ...failed, inputs, value: showExpressionValue(value), type: typeOf(value) };
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    const { message, position } = error;
    const failure = { severity: 'error', message, start: position, end: position + 1 } as const;
    return { ...failed, inputs, failure };
  }
}

function readInputs(
  node: ExpressionNode,
  { attributes }: EvaluationContext,
): ExpressionOutcome['inputs'] {
  const named = [...walkExpression(node)].flatMap((part) =>
    part.kind === 'attribute' ? [part.name] : [],
  );
  return Object.fromEntries(
    named.map((name) => [
      name,
      readable(Object.hasOwn(attributes, name) ? attributes[name] : null),
    ]),
  );
}

function readable(value: SourceValue | undefined): string | boolean | string[] | null {
  if (value === undefined || value === null) return null;
  return typeof value === 'object' ? [...value] : value;
}

export function showExpressionValue(value: ExpressionValue): string | string[] | null {
  if (isList(value)) return [...value];
  if (isRoles(value)) return value.roles.map((role) => roleName(role) ?? '');
  return toText(value) ?? null;
}

function typeOf(value: ExpressionValue): string {
  if (value === null) return 'null';
  if (isList(value)) return 'several texts';
  if (isDate(value)) return 'date';
  if (isRoles(value)) return 'roles';
  if (typeof value === 'string') return 'text';
  return typeof value === 'boolean' ? 'truth value' : 'number';
}
