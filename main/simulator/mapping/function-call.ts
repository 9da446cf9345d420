// One call of a function while an expression is evaluated: its arguments, each evaluated when it is asked for, as the
// kind of value that the function needs.
import { ExpressionError } from '../../../shared/simulator/expression/expression-error.ts';
import type { ExpressionFunction } from '../../../shared/simulator/expression/expression-function.ts';
import type {
  CallNode,
  ExpressionNode,
} from '../../../shared/simulator/expression/expression-tree.ts';
import type { SourceValue } from '../source-entry.ts';
import { isDate, isList, toNumber, toText, type ExpressionValue } from './expression-value.ts';
import { readDate, type DateValue } from './date-value.ts';

/** What an expression may ask about the world: all of it comes from outside, so that a seed decides everything. */
export interface EvaluationContext {
  readonly attributes: Readonly<Record<string, SourceValue>>;
  /** Milliseconds since 1970, of the virtual clock. */
  readonly now: number;
  readonly newGuid: () => string;
  /** From 0 up to 1, as Math.random. */
  readonly random: () => number;
  readonly defaultDomain: string;
}

export type Evaluate = (node: ExpressionNode) => ExpressionValue;

/** Longest text that an expression may make: nested Replace functions could fill the memory. */
export const RESULT_LIMIT = 65_536;

export interface FunctionCall {
  readonly node: CallNode;
  readonly context: EvaluationContext;
  readonly count: number;
  /** Whether the argument is written, not left empty. */
  readonly has: (index: number) => boolean;
  readonly value: (index: number) => ExpressionValue;
  readonly text: (index: number) => string | null;
  readonly number: (index: number) => number | bigint;
  readonly integer: (index: number) => number;
  /** Null where the value is null or empty. */
  readonly date: (index: number) => DateValue | null;
  readonly list: (index: number) => readonly string[];
  readonly fail: (message: string) => ExpressionError;
}

export function openCall(
  node: CallNode,
  described: ExpressionFunction,
  { context, evaluate }: { readonly context: EvaluationContext; readonly evaluate: Evaluate },
): FunctionCall {
  const { args } = node;
  const fail = (message: string) => new ExpressionError(message, node.start);
  const nameOf = (index: number) => described.parameters[index]?.name ?? `argument ${index + 1}`;
  const value = (index: number) => {
    const arg = args[index];
    return arg == null ? null : evaluate(arg);
  };
  const text = (index: number) => {
    const found = toText(value(index));
    if (found === undefined) {
      throw fail(`${node.name} takes one value as ${nameOf(index)}, not several; use Item or Join`);
    }
    return found;
  };
  const number = (index: number) => {
    const given = value(index);
    const found = toNumber(given);
    if (found !== undefined) return found;
    throw fail(`${node.name} needs a number as ${nameOf(index)}, not ${spell(given)}`);
  };
  return {
    node,
    context,
    count: args.length,
    has: (index) => args[index] != null,
    value,
    text,
    number,
    integer(index) {
      const found = Number(number(index));
      if (Number.isSafeInteger(found)) return found;
      throw fail(`${node.name} needs a whole number as ${nameOf(index)}, not ${found}`);
    },
    date(index) {
      const given = value(index);
      if (isDate(given)) return given;
      if (given === null || given === '') return null;
      const found = readDate(toText(given) ?? '');
      if (found !== undefined) return found;
      throw fail(
        `${node.name} needs a date as ${nameOf(index)}, such as 2021-06-30, not ${spell(given)}`,
      );
    },
    list(index) {
      const given = value(index);
      if (isList(given)) return given;
      const single = text(index);
      return single === null ? [] : [single];
    },
    fail,
  };
}

/** A value in an error message. */
export function spell(value: ExpressionValue): string {
  if (value === null) return 'null';
  const text = toText(value);
  return text === undefined || text === null ? 'several values' : `"${text.slice(0, 60)}"`;
}

/** Gives the text back, or throws where it is longer than an expression may make. */
export function limitText(call: FunctionCall, text: string): string {
  limitLength(call, text.length);
  return text;
}

export function limitLength(call: FunctionCall, length: number): void {
  if (length <= RESULT_LIMIT) return;
  throw call.fail(`${call.node.name} gives more than ${RESULT_LIMIT} characters`);
}

export type FunctionBody = (call: FunctionCall) => ExpressionValue;
