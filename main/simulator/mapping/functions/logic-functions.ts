// Functions that decide, count and convert.
import { walkExpression } from '../../../../shared/simulator/expression/expression-tree.ts';
import {
  isDate,
  isList,
  isNullOrEmpty,
  toNumber,
  toText,
  type ExpressionValue,
} from '../expression-value.ts';
import { spell, type FunctionBody, type FunctionCall } from '../function-call.ts';

/** Of .NET's Int64. */
const BITS = 64;

export const LOGIC_BODIES = {
  IIF: (call) => call.value(holds(call) ? 1 : 2),

  Switch(call) {
    const source = call.text(0) ?? '';
    for (let key = 2; key < call.count; key += 2) {
      if ((call.text(key) ?? '') === source) return call.value(key + 1);
    }
    return call.value(1);
  },

  Coalesce(call) {
    for (let index = 0; index < call.count; index += 1) {
      const value = call.value(index);
      if (value !== null) return value;
    }
    return null;
  },

  Not: (call) => call.text(0) !== 'True',
  IsNull: (call) => call.value(0) === null,
  IsNullOrEmpty: (call) => isNullOrEmpty(call.value(0)),
  IsPresent: (call) => !isNullOrEmpty(call.value(0)),
  IsString: (call) => typeof call.value(0) === 'string',
  CBool: (call) => truth(call, call.value(0)),
  IgnoreFlowIfNullOrEmpty: (call) => call.value(0),
  Redact: (call) => call.value(0),

  BitAnd(call) {
    const [left, right] = [toBits(call, 0), toBits(call, 1)];
    const both = BigInt.asIntN(BITS, left & right);
    return Number.isSafeInteger(Number(both)) ? Number(both) : both;
  },

  Count: (call) => call.list(0).length,
  CStr: (call) => call.text(0),

  SelectUniqueValue(call) {
    throw call.fail(
      'SelectUniqueValue works from HR systems into Active Directory only, not for applications',
    );
  },
} satisfies Readonly<Record<string, FunctionBody>>;

/** Entra: a condition with an attribute that is null or empty fails, whatever it asks. */
function holds(call: FunctionCall): boolean {
  const [condition] = call.node.args;
  if (condition == null) return false;
  const { attributes } = call.context;
  const lacksValue = [...walkExpression(condition)].some(
    (node) => node.kind === 'attribute' && isNullOrEmpty(attributes[node.name] ?? null),
  );
  return !lacksValue && truth(call, call.value(0));
}

function truth(call: FunctionCall, value: ExpressionValue): boolean {
  if (typeof value === 'boolean') return value;
  if (isNullOrEmpty(value)) return false;
  const number = toNumber(value);
  if (number !== undefined) return Number(number) !== 0;
  const text = isDate(value) || isList(value) ? undefined : toText(value)?.toLowerCase();
  if (text === 'true' || text === 'false') return text === 'true';
  throw call.fail(
    `${call.node.name} needs a comparison, a truth value or a number, not ${spell(value)}`,
  );
}

function toBits(call: FunctionCall, index: number): bigint {
  const number = call.number(index);
  if (typeof number === 'bigint') return BigInt.asIntN(BITS, number);
  return BigInt(call.integer(index));
}
