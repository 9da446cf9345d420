// The request filter by recursive descent. Terms side by side are all meant; `or` binds less than that, `not:` more than
// anything: `status:5xx (source:entra or source:okta) not:op:list`. `and` may be written, and changes nothing.
// Errors name the place and what was expected there, because they are shown under the box as somebody types.
import { FilterSyntaxError } from '../scim/filter-syntax-error.ts';
import { TOKEN_NAMES, isTokenName } from './filter-tokens.ts';
import { EVERYTHING, type RequestFilter } from './filter-tree.ts';
import { readWords } from './match-words.ts';
import { readTokenValue } from './read-token-value.ts';
import { tokenizeRequestFilter, type Piece, type WordPiece } from './tokenize-request-filter.ts';

const MAX_DEPTH = 32;

/** Words and tokens: each is a search of its own, and SQLite takes only so many in one question. */
export const MAX_TERMS = 100;

/** Other spellings, read but not written. */
const SYNONYMS: ReadonlyMap<string, string> = new Map([
  ['color', 'colour'],
  ['operation', 'op'],
  ['attribute', 'attr'],
]);

interface Reader {
  readonly pieces: readonly Piece[];
  at: number;
}

/** The tree of a filter; of a blank text, one that lets everything through. Throws FilterSyntaxError. */
export function parseRequestFilter(text: string): RequestFilter {
  const reader: Reader = { pieces: tokenizeRequestFilter(text), at: 0 };
  refuseTooMany(reader.pieces);
  if (peek(reader).kind === 'end') return EVERYTHING;
  const tree = readOr(reader, 0);
  const rest = peek(reader);
  if (rest.kind === ')') throw new FilterSyntaxError('This ")" closes nothing', rest.from);
  return tree;
}

function refuseTooMany(pieces: readonly Piece[]): void {
  const terms = pieces.filter((piece) => piece.kind === 'word' && !isOperator(piece));
  const surplus = terms[MAX_TERMS];
  if (surplus === undefined) return;
  throw new FilterSyntaxError(`More than ${MAX_TERMS} words and tokens`, surplus.from);
}

function isOperator(piece: WordPiece): boolean {
  return piece.name === 'not' || KEYWORDS.some((keyword) => isKeyword(piece, keyword));
}

function readOr(reader: Reader, depth: number): RequestFilter {
  const terms = [...termsOf(readAnd(reader, depth), 'or')];
  while (isKeyword(peek(reader), 'or')) {
    reader.at += 1;
    terms.push(...termsOf(readAnd(reader, depth), 'or'));
  }
  return join('or', terms);
}

function readAnd(reader: Reader, depth: number): RequestFilter {
  const terms = [...termsOf(readTerm(reader, depth), 'and')];
  for (;;) {
    const piece = peek(reader);
    if (isKeyword(piece, 'and')) reader.at += 1;
    else if (piece.kind === 'end' || piece.kind === ')' || isKeyword(piece, 'or')) break;
    terms.push(...termsOf(readTerm(reader, depth), 'and'));
  }
  return join('and', terms);
}

/** A group of the same kind is its terms. */
function termsOf(tree: RequestFilter, kind: 'and' | 'or'): readonly RequestFilter[] {
  return tree.kind === kind ? tree.terms : [tree];
}

function join(kind: 'and' | 'or', terms: readonly RequestFilter[]): RequestFilter {
  const [only] = terms;
  return terms.length === 1 && only !== undefined ? only : { kind, terms };
}

function readTerm(reader: Reader, depth: number): RequestFilter {
  const piece = peek(reader);
  if (depth > MAX_DEPTH) {
    throw new FilterSyntaxError(`Nested more than ${MAX_DEPTH} levels deep`, piece.from);
  }
  reader.at += 1;
  if (piece.kind === '(') return readGroup(reader, depth, piece.from);
  if (piece.kind !== 'word' || isKeyword(piece, 'or') || isKeyword(piece, 'and')) {
    throw new FilterSyntaxError('Expected a word or a token such as status:4xx', piece.from);
  }
  const isNegation = piece.name === 'not' || (isKeyword(piece, 'not') && hasGroup(reader));
  if (isNegation) return { kind: 'not', term: readTerm(reader, depth + 1) };
  return piece.name === undefined ? readFreeWords(piece) : readToken(piece, piece.name);
}

function readGroup(reader: Reader, depth: number, from: number): RequestFilter {
  const tree = readOr(reader, depth + 1);
  if (peek(reader).kind !== ')') throw new FilterSyntaxError('This "(" is not closed', from);
  reader.at += 1;
  return tree;
}

function readFreeWords({ value, from }: WordPiece): RequestFilter {
  if (readWords(value).length > 0) return { kind: 'words', text: value };
  throw new FilterSyntaxError('Expected a word with a letter or digit', from);
}

function readToken(piece: WordPiece, given: string): RequestFilter {
  const name = SYNONYMS.get(given) ?? given;
  if (!isTokenName(name)) {
    const known = suggest(name);
    const hint =
      known === undefined ? 'put it in quotes to search for the text' : `did you mean ${known}:?`;
    throw new FilterSyntaxError(`There is no token ${given}: (${hint})`, piece.from);
  }
  const read = readTokenValue(name, piece.value);
  if (read.kind === 'value') return { kind: 'token', name, value: read.value };
  throw new FilterSyntaxError(`${name}: expects ${read.expected}`, piece.valueFrom);
}

/** A token that begins alike, or differs by one or two letters. */
function suggest(given: string): string | undefined {
  return (
    TOKEN_NAMES.find((name) => name.startsWith(given) || given.startsWith(name)) ??
    TOKEN_NAMES.find((name) => distance(given, name) <= (name.length > 4 ? 2 : 1))
  );
}

/** Levenshtein. */
function distance(one: string, other: string): number {
  let previous = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [row, letter] of Array.from(one).entries()) {
    const current = [row + 1];
    for (const [column, wanted] of Array.from(other).entries()) {
      const replaced = (previous[column] ?? 0) + (letter === wanted ? 0 : 1);
      const added = (current[column] ?? 0) + 1;
      current.push(Math.min(replaced, added, (previous[column + 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous.at(-1) ?? 0;
}

const KEYWORDS = ['and', 'or', 'not'] as const;

function isKeyword(piece: Piece, keyword: (typeof KEYWORDS)[number]): boolean {
  if (piece.kind !== 'word' || piece.isQuoted || piece.name !== undefined) return false;
  return piece.value.toLowerCase() === keyword;
}

function hasGroup(reader: Reader): boolean {
  return peek(reader).kind === '(';
}

function peek({ pieces, at }: Reader): Piece {
  return pieces[at] ?? { kind: 'end', from: 0, to: 0 };
}
