// Reads an expression of an attribute mapping: `Function(argument, …)` with nesting, `[attribute]`, `"text"`, numbers,
// comparisons, and arguments left empty between commas.
// @see https://learn.microsoft.com/entra/identity/app-provisioning/functions-for-customizing-application-data
import { EXPRESSION_LIMIT } from '../mapping.ts';
import { ExpressionError } from './expression-error.ts';
import type { CompareOperator, ExpressionNode } from './expression-tree.ts';
import { tokenizeExpression, type ExpressionToken } from './tokenize-expression.ts';

/** Deeper than anything anyone writes, and far from what the stack can hold. */
const DEPTH_LIMIT = 100;

/** Words that stand for themselves. Names are case-sensitive, as those of functions. */
export const CONSTANTS = ['vbTextCompare', 'vbBinaryCompare'] as const;

const OPERATORS: readonly string[] = [
  '=',
  '<>',
  '>',
  '>=',
  '<',
  '<=',
] satisfies readonly CompareOperator[];

interface Reader {
  readonly tokens: readonly ExpressionToken[];
  at: number;
  depth: number;
}

/** Throws ExpressionError. */
export function parseExpression(text: string): ExpressionNode {
  if (text.length > EXPRESSION_LIMIT) {
    throw new ExpressionError(
      `The expression has ${text.length} characters, ${EXPRESSION_LIMIT} are allowed`,
      EXPRESSION_LIMIT,
    );
  }
  const reader: Reader = { tokens: tokenizeExpression(text), at: 0, depth: 0 };
  if (peek(reader).kind === 'end') throw new ExpressionError('The expression is empty', 0);
  const node = readComparison(reader);
  const rest = peek(reader);
  if (rest.kind !== 'end') throw unexpected(rest, 'the end of the expression');
  return node;
}

function readComparison(reader: Reader): ExpressionNode {
  const left = readOperand(reader);
  const token = peek(reader);
  if (token.kind !== 'operator' || !isOperator(token.raw)) return left;
  take(reader);
  const right = readOperand(reader);
  const after = peek(reader);
  if (after.kind === 'operator') {
    throw new ExpressionError('Comparisons cannot be chained, nest IIF functions', after.start);
  }
  return {
    kind: 'compare',
    operator: token.raw,
    left,
    right,
    start: left.start,
    end: right.end,
  };
}

function isOperator(text: string): text is CompareOperator {
  return OPERATORS.includes(text);
}

function readOperand(reader: Reader): ExpressionNode {
  const token = take(reader);
  const { start, end } = token;
  switch (token.kind) {
    case 'attribute':
      return { kind: 'attribute', name: token.value, start, end };
    case 'text':
      return { kind: 'text', value: token.value, start, end };
    case 'number':
      return { kind: 'number', value: readNumber(token.raw), text: token.raw, start, end };
    case 'word':
      return peek(reader).kind === '(' ? readCall(reader, token) : readConstant(token);
    default:
      throw unexpected(token, 'a function, an [attribute], a "text" or a number');
  }
}

function readNumber(raw: string): number | bigint {
  if (raw.startsWith('&')) return shorten(BigInt(`0x${raw.slice(2)}`));
  return raw.includes('.') ? Number(raw) : shorten(BigInt(raw));
}

function shorten(value: bigint): number | bigint {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}

function readConstant(token: ExpressionToken): ExpressionNode {
  if ((CONSTANTS as readonly string[]).includes(token.raw)) {
    return { kind: 'constant', name: token.raw, start: token.start, end: token.end };
  }
  throw new ExpressionError(
    `"${token.raw}" is neither a function call nor a text: write ${token.raw}(…), "${token.raw}" or [${token.raw}]`,
    token.start,
  );
}

function readCall(reader: Reader, name: ExpressionToken): ExpressionNode {
  take(reader);
  reader.depth += 1;
  if (reader.depth > DEPTH_LIMIT) {
    throw new ExpressionError(`Functions are nested more than ${DEPTH_LIMIT} deep`, name.start);
  }
  const args: (ExpressionNode | null)[] = [];
  if (peek(reader).kind !== ')') args.push(readArgument(reader));
  while (peek(reader).kind === ',') {
    take(reader);
    args.push(readArgument(reader));
  }
  const close = take(reader);
  if (close.kind !== ')') throw unclosed(close, name);
  reader.depth -= 1;
  return { kind: 'call', name: name.raw, args, start: name.start, end: close.end };
}

function unclosed(token: ExpressionToken, name: ExpressionToken): ExpressionError {
  if (/^(?:and|or)$/i.test(token.raw)) {
    return new ExpressionError(
      `There is no ${token.raw.toUpperCase()} in expressions, nest IIF functions`,
      token.start,
    );
  }
  return unexpected(token, `a comma or the ")" of ${name.raw}`);
}

function readArgument(reader: Reader): ExpressionNode | null {
  const { kind } = peek(reader);
  return kind === ',' || kind === ')' ? null : readComparison(reader);
}

function peek({ tokens, at }: Reader): ExpressionToken {
  const token = tokens[at] ?? tokens.at(-1);
  if (token === undefined) throw new Error('An expression has at least the token of its end.');
  return token;
}

function take(reader: Reader): ExpressionToken {
  const token = peek(reader);
  reader.at += 1;
  return token;
}

function unexpected(token: ExpressionToken, wanted: string): ExpressionError {
  const found = token.kind === 'end' ? 'the expression ends' : `${token.raw.slice(0, 60)} stands`;
  return new ExpressionError(`Expected ${wanted}, but ${found} here`, token.start);
}
