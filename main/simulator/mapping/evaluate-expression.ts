// Evaluates an expression for one directory object.
import { requireFunction } from '../../../shared/simulator/expression/check-expression.ts';
import { ExpressionError } from '../../../shared/simulator/expression/expression-error.ts';
import {
  walkExpression,
  type ExpressionNode,
} from '../../../shared/simulator/expression/expression-tree.ts';
import { compareValues } from './compare-values.ts';
import { isNullOrEmpty, type ExpressionValue } from './expression-value.ts';
import { openCall, type EvaluationContext } from './function-call.ts';
import { FUNCTION_BODIES } from './functions/all-functions.ts';

/** Throws ExpressionError, and nothing else, for whatever text was parsed and whatever the object holds. */
export function evaluateExpression(
  node: ExpressionNode,
  context: EvaluationContext,
): ExpressionValue {
  switch (node.kind) {
    case 'text':
    case 'number':
      return node.value;
    case 'constant':
      return node.name;
    case 'attribute':
      return Object.hasOwn(context.attributes, node.name)
        ? (context.attributes[node.name] ?? null)
        : null;
    case 'compare':
      return compareValues(
        evaluateExpression(node.left, context),
        node.operator,
        evaluateExpression(node.right, context),
      );
    case 'call': {
      const described = requireFunction(node);
      const body = FUNCTION_BODIES.get(node.name);
      if (body === undefined) throw new ExpressionError(`${node.name} has no meaning`, node.start);
      const evaluate = (arg: ExpressionNode) => evaluateExpression(arg, context);
      return body(openCall(node, described, { context, evaluate }));
    }
  }
}

/** Whether the value shows in the logs as `[Redact]`. */
export function isRedacted(node: ExpressionNode): boolean {
  return [...walkExpression(node)].some((part) => part.kind === 'call' && part.name === 'Redact');
}

/** Whether the attribute is to be left out of the flow because of `IgnoreFlowIfNullOrEmpty`. */
export function isFlowIgnored(node: ExpressionNode, value: ExpressionValue): boolean {
  return node.kind === 'call' && node.name === 'IgnoreFlowIfNullOrEmpty' && isNullOrEmpty(value);
}
