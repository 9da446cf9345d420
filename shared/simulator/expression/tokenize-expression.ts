// Tokens of an expression, one at a time so that an editor can ask what stands before the cursor.
import { ExpressionError } from './expression-error.ts';

export type ExpressionTokenKind =
  'word' | 'attribute' | 'text' | 'number' | 'operator' | '(' | ')' | ',' | 'end';

export interface ExpressionToken {
  readonly kind: ExpressionTokenKind;
  /** As it was written. */
  readonly raw: string;
  /** Of an attribute its name, of a text what it says; of the others as written. */
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

const SPACE = /\s*/y;
const PLAIN = /[(),]|<>|<=|>=|[=<>]/y;
const NUMBER = /&[hH][0-9A-Fa-f]+|-?\d+(?:\.\d+)?/y;
const WORD = /[\p{L}_][\p{L}\p{Nd}_]*/uy;

export function tokenizeExpression(text: string): ExpressionToken[] {
  const tokens: ExpressionToken[] = [];
  let at = 0;
  for (;;) {
    const token = readToken(text, at);
    tokens.push(token);
    if (token.kind === 'end') return tokens;
    at = token.end;
  }
}

function readToken(text: string, from: number): ExpressionToken {
  const start = from + (match(SPACE, text, from)?.length ?? 0);
  const first = text[start];
  if (first === undefined) return { kind: 'end', raw: '', value: '', start, end: start };
  if (first === '[') return readAttribute(text, start);
  if (first === '"') return readText(text, start);
  const number = match(NUMBER, text, start);
  if (number !== undefined) return plain('number', number, start);
  const word = match(WORD, text, start);
  if (word !== undefined) return plain('word', word, start);
  const sign = match(PLAIN, text, start);
  if (sign !== undefined) return plain(signKind(sign), sign, start);
  throw new ExpressionError(describeStray(text, start), start);
}

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

function signKind(sign: string): ExpressionTokenKind {
  return sign === '(' || sign === ')' || sign === ',' ? sign : 'operator';
}

function plain(kind: ExpressionTokenKind, raw: string, start: number): ExpressionToken {
  return { kind, raw, value: raw, start, end: start + raw.length };
}

function readAttribute(text: string, start: number): ExpressionToken {
  const close = text.indexOf(']', start);
  if (close === -1) {
    throw new ExpressionError('The attribute has no closing bracket, add "]"', start);
  }
  const value = text.slice(start + 1, close).trim();
  if (value === '') {
    throw new ExpressionError('The brackets are empty, name an attribute such as [mail]', start);
  }
  return { kind: 'attribute', raw: text.slice(start, close + 1), value, start, end: close + 1 };
}

/** `\\` and `\"` are escapes; a backslash before anything else stands for itself. */
function readText(text: string, start: number): ExpressionToken {
  let value = '';
  for (let at = start + 1; at < text.length; at += 1) {
    const char = text[at];
    if (char === '"') {
      return { kind: 'text', raw: text.slice(start, at + 1), value, start, end: at + 1 };
    }
    const next = text[at + 1];
    const isEscape = char === '\\' && (next === '\\' || next === '"');
    if (isEscape) at += 1;
    value += text[at] ?? '';
  }
  throw new ExpressionError('The text has no closing quotation mark, add one', start);
}

function describeStray(text: string, at: number): string {
  const char = String.fromCodePoint(text.codePointAt(at) ?? 0);
  if (char === '“' || char === '”') {
    return `"${char}" is a typographic quotation mark, write a straight one`;
  }
  if (char === "'") return 'Text stands in double quotation marks, not in apostrophes';
  return `"${char}" means nothing here`;
}
