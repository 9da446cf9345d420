// The filter grammar by recursive descent (RFC 7644 §3.4.2.2, figure 1). Precedence, tightest first: grouping, not,
// and, or. Surprises: figure 1 wants `not(`, its own example writes `not (`: both are read. Operators and keywords have
// no case. `emails[type eq "work"].value eq "x"` is in no figure, but Entra matches users by it.
import type { CompareOperator, FilterNode, FilterValue } from './filter-tree.ts';
import { FilterSyntaxError } from './filter-syntax-error.ts';
import { createTokenCursor, unexpectedToken, type TokenCursor } from './token-cursor.ts';
import type { Token } from './tokenize-filter.ts';

/** Groups, `not` and value paths within each other: deeper texts are refused, the stack stays small. */
export const MAX_FILTER_DEPTH = 64;

export interface ParseOptions {
  /** Accept values without quotes (`externalId eq ada.byron`), as older Entra documents print them. */
  readonly lenient: boolean;
  /** Refuse `emails[…].value eq "x"`, which figure 1 has not. */
  readonly refuseValuePathSuffix?: boolean;
}

/** Where in the nesting the parser stands. */
interface Scope extends ParseOptions {
  readonly depth: number;
  /** Inside the brackets of a value path: another value path may not follow. */
  readonly isInValuePath: boolean;
}

/** The tree of a filter. Throws FilterSyntaxError. @see RFC 7644 §3.4.2.2 */
export function parseFilter(text: string, options: ParseOptions): FilterNode {
  const cursor = createTokenCursor(text);
  const scope: Scope = { ...options, depth: 0, isInValuePath: false };
  const node = readOr(cursor, scope);
  cursor.expect('end', '"and", "or" or the end');
  return node;
}

function readOr(cursor: TokenCursor, scope: Scope): FilterNode {
  const first = readAnd(cursor, scope);
  const terms = [first];
  while (cursor.takeKeyword('or')) terms.push(readAnd(cursor, scope));
  return terms.length === 1 ? first : { kind: 'or', terms };
}

function readAnd(cursor: TokenCursor, scope: Scope): FilterNode {
  const first = readTerm(cursor, scope);
  const terms = [first];
  while (cursor.takeKeyword('and')) terms.push(readTerm(cursor, scope));
  return terms.length === 1 ? first : { kind: 'and', terms };
}

function readTerm(cursor: TokenCursor, scope: Scope): FilterNode {
  if (cursor.takeKeyword('not')) return { kind: 'not', term: readGroup(cursor, scope) };
  if (cursor.peek().kind === '(') return readGroup(cursor, scope);
  return readAttributeExpression(cursor, scope);
}

function readGroup(cursor: TokenCursor, scope: Scope): FilterNode {
  const open = cursor.expect('(', '"("');
  const node = readOr(cursor, deeper(scope, open));
  cursor.expect(')', '")"');
  return node;
}

function readAttributeExpression(cursor: TokenCursor, scope: Scope): FilterNode {
  const attribute = readAttribute(cursor);
  if (cursor.peek().kind !== '[') return readComparison(cursor, scope, attribute);
  if (scope.isInValuePath) throw unexpectedToken(cursor.peek(), `an operator after "${attribute}"`);

  const filter = readBracketFilter(cursor, scope);
  if (cursor.peek().text.startsWith('.') && scope.refuseValuePathSuffix) {
    throw unexpectedToken(cursor.peek(), '"and", "or" or the end');
  }
  const subAttribute = readSubAttribute(cursor);
  if (subAttribute === undefined) return { kind: 'value-path', attribute, filter };
  // Entra: the sub-attribute after the bracket is one more condition on the same element.
  const condition = readComparison(cursor, scope, subAttribute);
  const terms = filter.kind === 'and' ? filter.terms : [filter];
  return { kind: 'value-path', attribute, filter: { kind: 'and', terms: [...terms, condition] } };
}

/** The part in brackets of `emails[type eq "work"]`, brackets taken. */
export function readBracketFilter(
  cursor: TokenCursor,
  scope: { readonly lenient: boolean; readonly depth: number },
): FilterNode {
  const open = cursor.expect('[', '"["');
  const filter = readOr(cursor, deeper({ ...scope, isInValuePath: true }, open));
  cursor.expect(']', '"]"');
  return filter;
}

/** `value` of `emails[…].value`; undefined when no sub-attribute follows. */
export function readSubAttribute(cursor: TokenCursor): string | undefined {
  const { kind, text, position } = cursor.peek();
  if (kind !== 'word' || !text.startsWith('.')) return undefined;
  cursor.take();
  const name = text.slice(1);
  if (!SIMPLE_NAME.test(name)) {
    throw new FilterSyntaxError(`"${name}" is not the name of a sub-attribute`, position + 1);
  }
  return name;
}

const SIMPLE_NAME = /^[A-Za-z$][\w$-]*$/;
const ATTRIBUTE_PATH = /^[A-Za-z$][\w$-]*(?:\.[A-Za-z$][\w$-]*)?$/;
const URI_PATH = /^[A-Za-z][\w+.-]*:[^\s]+$/;

/** An attribute path as written: `userName`, `name.familyName`, `urn:…:User:manager.value`. */
export function readAttribute(cursor: TokenCursor): string {
  const { text, position } = cursor.expect('word', 'an attribute name');
  if (!ATTRIBUTE_PATH.test(text) && !URI_PATH.test(text)) {
    throw new FilterSyntaxError(`"${text}" is not an attribute name`, position);
  }
  return text;
}

function readComparison(cursor: TokenCursor, scope: Scope, attribute: string): FilterNode {
  const token = cursor.expect('word', `an operator after "${attribute}"`);
  const name = token.text.toLowerCase();
  if (name === 'pr') return { kind: 'present', attribute };
  const operator = COMPARE_OPERATORS.find((known) => known === name);
  if (operator === undefined) {
    throw new FilterSyntaxError(`"${token.text}" is not an operator`, token.position);
  }
  return { kind: 'compare', attribute, operator, value: readValue(cursor, scope) };
}

const COMPARE_OPERATORS: readonly CompareOperator[] = [
  'eq',
  'ne',
  'co',
  'sw',
  'ew',
  'gt',
  'ge',
  'lt',
  'le',
];

function readValue(cursor: TokenCursor, scope: Scope): FilterValue {
  const token = cursor.take();
  if (token.kind === 'string') return readString(token);
  if (token.kind !== 'word') throw unexpectedToken(token, 'a value');
  switch (token.text.toLowerCase()) {
    case 'true':
      return true;
    case 'false':
      return false;
    case 'null':
      return null;
    default:
      return scope.lenient ? readLenientWord(token) : readNumber(token);
  }
}

function readString(token: Token): string {
  try {
    return String(JSON.parse(token.text));
  } catch {
    throw new FilterSyntaxError('The string is not a JSON string', token.position);
  }
}

const JSON_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

function readNumber(token: Token): number {
  const value = Number(token.text);
  if (!JSON_NUMBER.test(token.text) || !Number.isFinite(value)) {
    throw unexpectedToken(token, 'a number, true, false, null or a string in double quotes');
  }
  return value;
}

/** An id such as `54e3` or `007` must not become a number: only what a number prints as is one. */
function readLenientWord(token: Token): string | number {
  if (token.text.startsWith("'")) throw unexpectedToken(token, 'a string in double quotes');
  const value = Number(token.text);
  return JSON_NUMBER.test(token.text) && String(value) === token.text ? value : token.text;
}

function deeper(scope: Scope, at: Token): Scope {
  if (scope.depth === MAX_FILTER_DEPTH) {
    throw new FilterSyntaxError(`Nested more than ${MAX_FILTER_DEPTH} levels deep`, at.position);
  }
  return { ...scope, depth: scope.depth + 1 };
}
