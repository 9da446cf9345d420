// The value of each resource that a sort goes by, as one SQL expression (RFC 7644 §3.4.2.3): text without caseExact
// folded, dateTimes by instant, of several values the primary one or else the first. Key columns stay bare columns, so
// that an index gives their order.
import { leafAttribute } from '../scim/schema/resolve-attribute.ts';
import type { ResolvedAttribute } from '../scim/schema/schema-types.ts';
import type { CompileOptions, SqlCondition } from './filter-to-sql.ts';
import { findSqlAttribute, type SqlAttribute, type SqlValue } from './sql-attributes.ts';

/** An expression that is null, or empty text, where the resource has no value (RFC 7643 §2.5). */
export interface SortValue extends SqlCondition {
  /** A bare column, whose order an index may give; anything else is worked out for each resource. */
  readonly isColumn: boolean;
  /** Conditions, of which one holds where there is none. */
  readonly isMissing: readonly SqlCondition[];
}

/** @see RFC 7644 §3.4.2.3 */
export function compileSort(
  target: ResolvedAttribute,
  options: CompileOptions = { baseUrl: '' },
): SortValue {
  const attribute = findSqlAttribute(target, options.baseUrl);
  const value = attribute.value(target.subAttribute?.name);
  const { sql, params } = inOrder(target, value);
  if (value.isColumn && sql === value.sql) return columnValue(sql);
  const single = { sql, params };
  const compared = attribute.from === undefined ? single : firstOf(attribute, single);
  const isMissing = [{ ...compared, sql: `(${compared.sql} <> '') is not true` }];
  return { ...compared, isColumn: false, isMissing };
}

/** Either condition has an index of its own. */
function columnValue(sql: string): SortValue {
  const isMissing = [`${sql} is null`, `${sql} = ''`].map((each) => ({ sql: each, params: [] }));
  return { sql, params: [], isColumn: true, isMissing };
}

function inOrder(target: ResolvedAttribute, value: SqlValue): SqlCondition {
  const { sql, params, isFolded, isInstant = false } = value;
  const { type, caseExact } = leafAttribute(target);
  if (isInstant) return { sql, params };
  if (type === 'dateTime') return { sql: `instant(${sql})`, params };
  const isText = type === 'string' || type === 'reference' || type === 'binary';
  return { sql: isText && !caseExact && !isFolded ? `fold(${sql})` : sql, params };
}

function firstOf(
  { from, firstBy = '' }: SqlAttribute,
  { sql, params }: SqlCondition,
): SqlCondition {
  return { sql: `(select ${sql} from ${from} order by ${firstBy} limit 1)`, params };
}
