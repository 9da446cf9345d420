// Evaluates an expression for given attributes, in a world where nothing moves.
import { parseExpression } from '../../../shared/simulator/expression/parse-expression.ts';
import { evaluateExpression } from '../../../main/simulator/mapping/evaluate-expression.ts';
import type { EvaluationContext } from '../../../main/simulator/mapping/function-call.ts';
import {
  isList,
  toText,
  type ExpressionValue,
} from '../../../main/simulator/mapping/expression-value.ts';
import type { SourceValue } from '../../../main/simulator/source-entry.ts';

export function stillWorld(
  attributes: Readonly<Record<string, SourceValue>> = {},
): EvaluationContext {
  return {
    attributes,
    now: Date.UTC(2021, 6, 2, 15, 33, 38),
    newGuid: () => '00aa00aa-bb11-4c22-8d33-44ee44ee44ee',
    random: () => 0.5,
    defaultDomain: 'contoso.com',
  };
}

export function evaluate(
  expression: string,
  attributes: Readonly<Record<string, SourceValue>> = {},
): ExpressionValue {
  return evaluateExpression(parseExpression(expression), stillWorld(attributes));
}

/** As it would be sent: text, several texts, or null. */
export function result(
  expression: string,
  attributes: Readonly<Record<string, SourceValue>> = {},
): string | readonly string[] | null | undefined {
  const value = evaluate(expression, attributes);
  return isList(value) ? value : toText(value);
}
