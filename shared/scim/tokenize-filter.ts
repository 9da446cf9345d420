// Cuts the text of a filter or PATCH path into tokens (RFC 7644 §3.4.2.2 figure 1). A word is everything between
// blanks, quotes and brackets: attribute names hold dots and colons (URNs), and unquoted values hold anything.
import { FilterSyntaxError } from './filter-syntax-error.ts';

/** Longer texts are refused before any work is done on them. */
export const MAX_FILTER_LENGTH = 32_768;

export type TokenKind = 'word' | 'string' | '(' | ')' | '[' | ']' | 'end';

export interface Token {
  readonly kind: TokenKind;
  /** As written; a string keeps its quotes and escapes. */
  readonly text: string;
  readonly position: number;
}

/** Always ends with a token of kind `end`. Throws FilterSyntaxError for an open string or too long a text. */
export function tokenizeFilter(text: string): readonly Token[] {
  if (text.length > MAX_FILTER_LENGTH) {
    throw new FilterSyntaxError(
      `The text is longer than ${MAX_FILTER_LENGTH} characters`,
      MAX_FILTER_LENGTH,
    );
  }
  const tokens: Token[] = [];
  let position = 0;
  for (;;) {
    const token = readToken(text, skipBlanks(text, position));
    tokens.push(token);
    if (token.kind === 'end') return tokens;
    position = token.position + token.text.length;
  }
}

function readToken(text: string, position: number): Token {
  const first = text.charAt(position);
  switch (first) {
    case '':
      return { kind: 'end', text: '', position };
    case '(':
    case ')':
    case '[':
    case ']':
      return { kind: first, text: first, position };
    case '"':
      return { kind: 'string', text: readMatch(STRING, text, position), position };
    default:
      return { kind: 'word', text: readMatch(WORD, text, position), position };
  }
}

const BLANKS = /\s*/y;
const WORD = /[^\s"()[\]]+/y;
const STRING = /"(?:[^"\\]|\\.)*"/sy;

function skipBlanks(text: string, position: number): number {
  return position + readMatch(BLANKS, text, position).length;
}

function readMatch(pattern: RegExp, text: string, position: number): string {
  pattern.lastIndex = position;
  const match = pattern.exec(text);
  if (match === null) throw new FilterSyntaxError('The string has no closing quote', position);
  return match[0];
}
