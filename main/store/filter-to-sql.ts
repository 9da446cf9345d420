// A resolved filter as an SQL condition over `resources r`; evaluate-filter.ts in memory says the same, and a property
// test holds the two together. SQL knows a third truth value: an absent attribute compares as null, which `and`, `or`
// and `where` take for false. Only `not` must not, hence `is not true`. Every `eq` on a key column stays a bare
// `column = +?`, so that SQLite can search an index by it; for the plus sign see page-to-sql.ts.
import type { CompareOperator, FilterValue } from '../../shared/scim/filter-tree.ts';
import type { FilterTarget, ResolvedFilter } from '../scim/filter/resolved-filter.ts';
import { foldCase } from '../scim/fold-case.ts';
import { parseInstant } from '../scim/parse-instant.ts';
import { leafAttribute } from '../scim/schema/resolve-attribute.ts';
import type { ResolvedAttribute } from '../scim/schema/schema-types.ts';
import {
  findSqlAttribute,
  type SqlAttribute,
  type SqlParam,
  type SqlValue,
} from './sql-attributes.ts';

/** Text for a `where` clause with `?` for each of `params`, in order. */
export interface SqlCondition {
  readonly sql: string;
  readonly params: readonly SqlParam[];
}

export interface CompileOptions {
  /** What `meta.location` and `$ref` begin with, without a trailing slash. */
  readonly baseUrl: string;
}

type Comparison = Extract<ResolvedFilter, { kind: 'compare' }>;

interface Scope {
  readonly baseUrl: string;
  /** Inside the brackets of a value path: the attribute whose elements are filtered. */
  readonly parent: SqlAttribute | undefined;
}

const NEVER: SqlCondition = { sql: 'false', params: [] };

/** Every filter of the grammar compiles. Uses the functions of sql-functions.ts. @see RFC 7644 §3.4.2.2 */
export function compileFilter(
  filter: ResolvedFilter,
  options: CompileOptions = { baseUrl: '' },
): SqlCondition {
  return compile(filter, { baseUrl: options.baseUrl, parent: undefined });
}

function compile(filter: ResolvedFilter, scope: Scope): SqlCondition {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return join(
        filter.kind,
        filter.terms.map((term) => compile(term, scope)),
      );
    case 'not':
      return negate(compile(filter.term, scope));
    case 'present':
      return compilePresent(filter.target, scope);
    case 'compare':
      return compileComparison(filter, scope);
    case 'value-path':
      return compileValuePath(filter.target, filter.filter, scope);
  }
}

/** As a balanced tree: SQLite refuses expressions deeper than 1,000, and a filter may have more terms than that. */
function join(operator: 'and' | 'or', terms: readonly SqlCondition[]): SqlCondition {
  const [first = NEVER, ...rest] = terms;
  if (rest.length === 0) return first;
  const half = terms.length >> 1;
  const left = join(operator, terms.slice(0, half));
  const right = join(operator, terms.slice(half));
  return {
    sql: `(${left.sql} ${operator} ${right.sql})`,
    params: [...left.params, ...right.params],
  };
}

function negate({ sql, params }: SqlCondition): SqlCondition {
  return { sql: `(${sql}) is not true`, params };
}

function compilePresent(target: FilterTarget, scope: Scope): SqlCondition {
  if ('unknown' in target) return NEVER;
  const attribute = scope.parent ?? findSqlAttribute(target, scope.baseUrl);
  if (leafAttribute(target).type === 'complex') return { sql: attribute.isPresent, params: [] };
  const { sql, params } = attribute.value(target.subAttribute?.name);
  return inElements(attribute, scope, { sql: `${sql} <> ''`, params });
}

/** `ne` is exactly "not eq": true when absent, and over several values when none of them equals. */
function compileComparison(filter: Comparison, scope: Scope): SqlCondition {
  const { target, operator, value: literal } = filter;
  if ('unknown' in target) return operator === 'ne' ? negate(NEVER) : NEVER;
  if (operator === 'ne') return negate(compileComparison({ ...filter, operator: 'eq' }, scope));

  const { indexName } = leafAttribute(target);
  if (indexName !== undefined && scope.parent === undefined && !isScan(target, operator)) {
    return searchIndex(target, operator, [indexName, literal]);
  }

  const attribute = scope.parent ?? findSqlAttribute(target, scope.baseUrl);
  const value = attribute.value(target.subAttribute?.name);
  return inElements(attribute, scope, compareValue(target, operator, [value, literal]));
}

/** No index finds what is in the middle or at the end of a text; of a dateTime it has the instant, not the text. */
function isScan(target: ResolvedAttribute, operator: CompareOperator): boolean {
  return (
    SUBSTRING.has(operator) && (operator !== 'sw' || leafAttribute(target).type === 'dateTime')
  );
}

/** Resources with a matching value in the attribute index: a search that the statement can begin with. */
function searchIndex(
  target: ResolvedAttribute,
  operator: CompareOperator,
  [indexName, literal]: readonly [string, FilterValue],
): SqlCondition {
  const key: SqlValue = { sql: 'i.value', params: [], isFolded: true, isColumn: true };
  const { sql, params } = compareKey(target, operator, [key, literal]);
  return {
    sql: `r.key in (select i.resource_key from attribute_index i where i.index_name = ? and ${sql})`,
    params: [indexName, ...params],
  };
}

/** Keys of the index are folded and instants already. */
function compareKey(
  target: ResolvedAttribute,
  operator: CompareOperator,
  [key, literal]: readonly [SqlValue, FilterValue],
): SqlCondition {
  const { type, caseExact } = leafAttribute(target);
  if (typeof literal !== 'string') return compareOrder(key.sql, operator, [Number(literal)]);
  if (type === 'dateTime') {
    return compareOrder(key.sql, operator, [parseInstant(literal) ?? null]);
  }
  return compareText(key, operator, caseExact ? literal : foldCase(literal));
}

function compileValuePath(
  target: ResolvedAttribute,
  filter: ResolvedFilter,
  scope: Scope,
): SqlCondition {
  const parent = findSqlAttribute(target, scope.baseUrl);
  const condition = compile(filter, { ...scope, parent });
  if (parent.from !== undefined) return anyElement(parent.from, condition);
  return join('and', [{ sql: parent.isPresent, params: [] }, condition]);
}

/** Outside of brackets, a condition on a multi-valued attribute holds when it does for any element. */
function inElements(attribute: SqlAttribute, scope: Scope, condition: SqlCondition): SqlCondition {
  const isPerElement = scope.parent === undefined && attribute.from !== undefined;
  return isPerElement ? anyElement(attribute.from, condition) : condition;
}

function anyElement(from: string, { sql, params }: SqlCondition): SqlCondition {
  return { sql: `exists (select 1 from ${from} and ${sql})`, params };
}

function compareValue(
  target: ResolvedAttribute,
  operator: CompareOperator,
  [value, literal]: readonly [SqlValue, FilterValue],
): SqlCondition {
  const { type, caseExact } = leafAttribute(target);
  if (typeof literal === 'boolean') {
    // Written out, so that the index of inactive users serves `active eq false`.
    return {
      sql: `${value.sql} ${SQL_OPERATORS.get(operator)} ${Number(literal)}`,
      params: value.params,
    };
  }
  if (typeof literal !== 'string') {
    return compareOrder(value.sql, operator, [...value.params, Number(literal)]);
  }
  if (type === 'dateTime' && !SUBSTRING.has(operator)) {
    return compareInstant(value, operator, parseInstant(literal));
  }
  const isFolding = !caseExact && !value.isFolded;
  const text = isFolding ? { ...value, sql: `fold(${value.sql})` } : value;
  return compareText(text, operator, caseExact ? literal : foldCase(literal));
}

function compareInstant(
  { sql, params, isInstant = false }: SqlValue,
  operator: CompareOperator,
  instant: number | undefined,
): SqlCondition {
  if (instant === undefined) return NEVER;
  if (!isInstant) return compareOrder(`instant(${sql})`, operator, [...params, instant]);
  const text = new Date(Math.min(instant, LAST_INSTANT)).toISOString();
  return compareOrder(sql, operator, [...params, text]);
}

/** Beyond it, years have more digits and texts another order. */
const LAST_INSTANT = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

const SUBSTRING: ReadonlySet<CompareOperator> = new Set(['co', 'sw', 'ew']);

function compareText(value: SqlValue, operator: CompareOperator, literal: string): SqlCondition {
  const { sql, params } = value;
  switch (operator) {
    case 'co':
      return { sql: `instr(${sql}, ?) > 0`, params: [...params, literal] };
    case 'sw':
      return value.isColumn
        ? prefixRange(sql, literal)
        : { sql: `instr(${sql}, ?) = 1`, params: [...params, literal] };
    case 'ew':
      return endsWith(value, literal);
    default:
      return compareOrder(sql, operator, [...params, literal]);
  }
}

const SQL_OPERATORS: ReadonlyMap<CompareOperator, string> = new Map([
  ['eq', '='],
  ['gt', '>'],
  ['ge', '>='],
  ['lt', '<'],
  ['le', '<='],
]);

function compareOrder(
  sql: string,
  operator: CompareOperator,
  params: readonly SqlParam[],
): SqlCondition {
  return { sql: `${sql} ${SQL_OPERATORS.get(operator)} +?`, params };
}

/** `sw` as a range, which an index on the column can answer. */
function prefixRange(sql: string, prefix: string): SqlCondition {
  const end = nextPrefix(prefix);
  return end === undefined
    ? { sql: `${sql} >= +?`, params: [prefix] }
    : { sql: `(${sql} >= +? and ${sql} < +?)`, params: [prefix, end] };
}

/** The least text behind all that begin with the prefix; undefined when there is none. */
function nextPrefix(prefix: string): string | undefined {
  const points = Array.from(prefix, (character) => character.codePointAt(0) ?? 0);
  while (points.at(-1) === 0x10ffff) points.pop();
  const last = points.pop();
  if (last === undefined) return undefined;
  // Between U+D7FF and U+E000 lie the surrogates, which no text holds.
  const next = last === 0xd7ff ? 0xe000 : last + 1;
  return String.fromCodePoint(...points, next);
}

/** By bytes: SQLite's text functions stop at a zero character, and a suffix in UTF-8 is a suffix in bytes. */
function endsWith({ sql, params }: SqlValue, suffix: string): SqlCondition {
  if (suffix === '') return { sql: `${sql} is not null`, params };
  return {
    sql: `substr(cast(${sql} as blob), ?) = cast(? as blob)`,
    params: [...params, -Buffer.byteLength(suffix), suffix],
  };
}
