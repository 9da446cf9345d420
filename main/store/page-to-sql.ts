// The SQL of one page of a query over resources of one or several types. A sorted query is two segments, resources that
// have a value to sort by and resources that have none, since an index can only give the order of the first; ties go by
// key, the order of creation. A page begins after so many resources or behind a position, which stays where it is
// whatever is added or removed before it.
// `+?` instead of `?`: SQLite looks at values bound to an ordered search or to a limit, and would plan the statement anew
// at each of them, which costs more than to run it.
import type { SqlCondition } from './filter-to-sql.ts';
import { RECORD_COLUMNS } from './resource-record.ts';
import type { SortValue } from './sort-to-sql.ts';
import type { SqlParam } from './sql-attributes.ts';

/** The resources of one type that a query looks at. */
export interface TypeSearch {
  readonly resourceType: string;
  readonly condition?: SqlCondition | undefined;
  /** Absent where resources of this type have no value to sort by. */
  readonly sortValue?: SortValue | undefined;
}

/** What is searched, and in which order: of `sortValue`, or of creation where no type has one. */
export interface ResourceSearch {
  readonly tenantId: number;
  readonly types: readonly TypeSearch[];
  readonly isDescending?: boolean;
}

/** Where a resource stands in the order of a search. */
export interface Position {
  /** Null where it has no value to sort by. */
  readonly value: SqlParam;
  readonly key: number;
}

export type Segment = 'all' | 'with-value' | 'without-value';

export interface Slice {
  readonly segment: Segment;
  /** From the last to the first. */
  readonly isBackward: boolean;
  readonly after?: Position | undefined;
  readonly offset: number;
  readonly limit: number;
}

/** The segments of a search, first to last: missing values are last ascending, first descending. @see RFC 7644 §3.4.2.3 */
export function segmentsOf({ types, isDescending }: ResourceSearch): readonly Segment[] {
  if (types.every(({ sortValue }) => sortValue === undefined)) return ['all'];
  return isDescending ? ['without-value', 'with-value'] : ['with-value', 'without-value'];
}

/** In which segment a position is. */
export function segmentOf(search: ResourceSearch, { value }: Position): Segment {
  const [first = 'all', ...others] = segmentsOf(search);
  if (others.length === 0) return first;
  return value === null ? 'without-value' : 'with-value';
}

/** The records of a slice with their `sortValue`. */
export function compileSlice(search: ResourceSearch, slice: Slice): SqlCondition {
  const { segment, limit, offset } = slice;
  const isReversed = (segment !== 'all' && search.isDescending === true) !== slice.isBackward;
  const direction = isReversed ? 'desc' : 'asc';
  const arms = armsOf(search, segment).map((arm) => compileArm(arm, slice.after, isReversed));
  const order = segment === 'with-value' ? [`sort_value ${direction}`] : [];
  const columns = [...order, `found_key ${direction}`].join(', ');
  return {
    // The sorter holds keys, not documents.
    sql: `
      select ${RECORD_COLUMNS}, sort_value as sortValue
      from (
        ${arms.map(({ sql }) => sql).join(' union all ')}
        order by ${columns}
        limit +? offset +?)
      join resources on key = found_key
      order by ${columns}`,
    params: [...arms.flatMap(({ params }) => params), limit, offset],
  };
}

/** How many resources there are, in the whole search or one segment of it. */
export function compileCount(search: ResourceSearch, segment: Segment = 'all'): SqlCondition {
  const counts = armsOf(search, segment).map(({ source }) => source);
  return {
    sql: `select ${counts.map(({ sql }) => `(select count(*) ${sql})`).join(' + ')}`,
    params: counts.flatMap(({ params }) => params),
  };
}

/** Resources that one index can give in order. */
interface Arm {
  readonly source: SqlCondition;
  /** What they are ordered by before their key. */
  readonly value: SqlCondition;
}

function armsOf({ tenantId, types }: ResourceSearch, segment: Segment): readonly Arm[] {
  return types.flatMap((type) => {
    const { sortValue } = type;
    if (segment === 'with-value') {
      return sortValue === undefined ? [] : [armWithValue(tenantId, type, sortValue)];
    }
    const parts = segment === 'all' || sortValue === undefined ? [EVERYTHING] : sortValue.isMissing;
    return parts.map((part) => ({ source: compileSource(tenantId, type, part), value: NOTHING }));
  });
}

function armWithValue(tenantId: number, type: TypeSearch, sortValue: SortValue): Arm {
  const { sql, params, isColumn } = sortValue;
  if (isColumn) {
    const source = compileSource(tenantId, type, { sql: `${sql} <> ''`, params });
    return { source, value: sortValue };
  }
  const resources = compileSource(tenantId, type, EVERYTHING);
  // The limit keeps SQLite from working the value out again wherever it is named.
  const source = `from (select r.key, ${sql} as value ${resources.sql} limit -1) r where r.value <> ''`;
  return {
    source: { sql: source, params: [...params, ...resources.params] },
    value: { sql: 'r.value', params: [] },
  };
}

const NOTHING: SqlCondition = { sql: 'null', params: [] };
const EVERYTHING: SqlCondition = { sql: 'true', params: [] };

function compileSource(
  tenantId: number,
  { resourceType, condition = EVERYTHING }: TypeSearch,
  part: SqlCondition,
): SqlCondition {
  return {
    sql: `from resources r
        where r.tenant_id = +? and r.resource_type = +? and (${condition.sql}) and ${part.sql}`,
    params: [tenantId, resourceType, ...condition.params, ...part.params],
  };
}

function compileArm(
  { source, value }: Arm,
  after: Position | undefined,
  isReversed: boolean,
): SqlCondition {
  const reach = after === undefined ? EVERYTHING : compileReach(value, after, isReversed);
  return {
    sql: `select r.key as found_key, ${value.sql} as sort_value ${source.sql} and ${reach.sql}`,
    params: [...value.params, ...source.params, ...reach.params],
  };
}

function compileReach(value: SqlCondition, after: Position, isReversed: boolean): SqlCondition {
  const operator = isReversed ? '<' : '>';
  if (value === NOTHING) return { sql: `r.key ${operator} ?`, params: [after.key] };
  return {
    sql: `(${value.sql}, r.key) ${operator} (?, ?)`,
    params: [...value.params, after.value, after.key],
  };
}
