// Cuts the text of a request filter into pieces with their places: groups, words, and names with a colon before them.
// A quoted text is one piece; within it `\"` and `\\` stand for themselves.
import { FilterSyntaxError } from '../scim/filter-syntax-error.ts';
import { isTokenName } from './filter-tokens.ts';

export type Piece = OtherPiece | WordPiece;

interface OtherPiece {
  readonly kind: '(' | ')' | 'end';
  readonly from: number;
  readonly to: number;
}

/** `a:b`, `a:"b c"`, `b`, `"b c"`, `not:`; `to` is the place behind it. */
export interface WordPiece {
  readonly kind: 'word';
  readonly from: number;
  readonly to: number;
  /** What stands before the first colon, in lower case; undefined where there is none, or in quotes. */
  readonly name: string | undefined;
  /** Without quotes. */
  readonly value: string;
  readonly isQuoted: boolean;
  /** Where the value begins, its quote included. */
  readonly valueFrom: number;
}

/** Longer texts are refused before any work is done on them. */
export const MAX_REQUEST_FILTER_LENGTH = 4000;

/** Always ends with `end`. Throws FilterSyntaxError for an open quote or too long a text. */
export function tokenizeRequestFilter(text: string): readonly Piece[] {
  if (text.length > MAX_REQUEST_FILTER_LENGTH) {
    throw new FilterSyntaxError(
      `The filter is longer than ${MAX_REQUEST_FILTER_LENGTH} characters`,
      MAX_REQUEST_FILTER_LENGTH,
    );
  }
  const pieces: Piece[] = [];
  let at = 0;
  for (;;) {
    while (/\s/.test(text.charAt(at))) at += 1;
    const piece = readPiece(text, at);
    pieces.push(piece);
    if (piece.kind === 'end') return pieces;
    at = piece.to;
  }
}

function readPiece(text: string, from: number): Piece {
  const first = text.charAt(from);
  if (first === '') return { kind: 'end', from, to: from };
  if (first === '(' || first === ')') return { kind: first, from, to: from + 1 };
  const name = first === '"' ? undefined : readName(text, from);
  // `not:status:5xx` is two pieces
  if (name === 'not') return word({ from, to: from + 4, name, value: '', valueFrom: from + 4 });
  return readValue(text, from, name);
}

/** `https://…` is no token, and neither is a URN. */
const NAME = /([A-Za-z][\w-]*):/y;

function readName(text: string, from: number): string | undefined {
  NAME.lastIndex = from;
  const name = NAME.exec(text)?.[1]?.toLowerCase();
  if (name === undefined || isTokenName(name)) return name;
  const isAddress = text.startsWith('//', NAME.lastIndex);
  return isAddress || name === 'urn' ? undefined : name;
}

const QUOTED = /"((?:[^"\\]|\\.)*)"/sy;
const PLAIN = /[^\s()"]+/y;

function readValue(text: string, from: number, name: string | undefined): WordPiece {
  const valueFrom = from + (name === undefined ? 0 : name.length + 1);
  if (text.charAt(valueFrom) === '"') {
    QUOTED.lastIndex = valueFrom;
    const match = QUOTED.exec(text);
    if (match === null) throw new FilterSyntaxError('The quote has no end', valueFrom);
    const value = (match[1] ?? '').replaceAll(/\\(.)/gs, '$1');
    return word({ from, to: QUOTED.lastIndex, name, value, valueFrom, isQuoted: true });
  }
  PLAIN.lastIndex = valueFrom;
  const value = PLAIN.exec(text)?.[0] ?? '';
  return word({ from, to: valueFrom + value.length, name, value, valueFrom });
}

function word(piece: Omit<WordPiece, 'kind' | 'isQuoted'> & { isQuoted?: boolean }): WordPiece {
  return { kind: 'word', isQuoted: false, ...piece };
}
