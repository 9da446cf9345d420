// Comparisons in expressions: numbers as numbers, dates as dates, everything else as text, case-sensitive.
import type { CompareOperator } from '../../../shared/simulator/expression/expression-tree.ts';
import { isDate, toNumber, toText, type ExpressionValue } from './expression-value.ts';

export function compareValues(
  left: ExpressionValue,
  operator: CompareOperator,
  right: ExpressionValue,
): boolean {
  const order = orderOf(left, right);
  if (order === undefined) return operator === '<>';
  switch (operator) {
    case '=':
      return order === 0;
    case '<>':
      return order !== 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
  }
}

/** Undefined: no order, as with null or several values. */
function orderOf(left: ExpressionValue, right: ExpressionValue): number | undefined {
  if (isDate(left) && isDate(right)) {
    return compare(left.ms, right.ms) || compare(left.ticks, right.ticks);
  }
  const numbers = [toNumber(left), toNumber(right)] as const;
  const isNumeric = typeof left !== 'string' || typeof right !== 'string';
  if (isNumeric && numbers[0] !== undefined && numbers[1] !== undefined) {
    return compare(numbers[0], numbers[1]);
  }
  const texts = [toText(left), toText(right)] as const;
  if (texts[0] == null || texts[1] == null) return undefined;
  return compare(texts[0], texts[1]);
}

function compare<Value extends string | number | bigint>(left: Value, right: Value): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
