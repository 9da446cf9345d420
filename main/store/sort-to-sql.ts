// The value of each resource that a sort goes by, as one SQL expression (RFC 7644 §3.4.2.3): text without caseExact
// folded, dateTimes by instant, of several values the primary one or else the first. Key columns stay bare columns, so
// that an index gives their order.
import { leafAttribute } from '../scim/schema/resolve-attribute.ts';
import type { ResolvedAttribute } from '../scim/schema/schema-types.ts';
import type { CompileOptions, SqlCondition } from './filter-to-sql.ts';
import { findSqlAttribute, type SqlAttribute, type SqlValue } from './sql-attributes.ts';

/** An expression that is null, or empty text, where the resource has no value. @see RFC 7644 §3.4.2.3 */
export function compileSort(
  target: ResolvedAttribute,
  options: CompileOptions = { baseUrl: '' },
): SqlCondition {
  const instant = INSTANT_COLUMNS.get(target.canonicalPath);
  if (instant !== undefined) return { sql: instant, params: [] };
  const attribute = findSqlAttribute(target, options.baseUrl);
  const value = attribute.value(target.subAttribute?.name);
  const compared = inOrder(target, value);
  return attribute.from === undefined ? compared : firstOf(target, attribute, compared);
}

/** Written by the server, always in one form: the order of the texts is that of the instants. */
const INSTANT_COLUMNS: ReadonlyMap<string, string> = new Map([
  ['meta.created', 'r.created'],
  ['meta.lastModified', 'r.last_modified'],
]);

function inOrder(target: ResolvedAttribute, { sql, params, isFolded }: SqlValue): SqlCondition {
  const { type, caseExact } = leafAttribute(target);
  if (type === 'dateTime') return { sql: `instant(${sql})`, params };
  const isText = type === 'string' || type === 'reference' || type === 'binary';
  return { sql: isText && !caseExact && !isFolded ? `fold(${sql})` : sql, params };
}

function firstOf(
  { attribute }: ResolvedAttribute,
  { from }: SqlAttribute,
  { sql, params }: SqlCondition,
): SqlCondition {
  const isMembership = attribute.role === 'members' || attribute.role === 'groups';
  const order = isMembership ? 'm.position' : PRIMARY_FIRST;
  return { sql: `(select ${sql} from ${from} order by ${order} limit 1)`, params };
}

const PRIMARY_FIRST = `(case e.type when 'object' then e.value ->> '$.primary' end) is 1 desc, e.key`;
