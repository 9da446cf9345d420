// The SQL of one page of a query over resources of one or several types. A sorted query is two segments, resources that
// have a value to sort by and resources that have none, since an index can only give the order of the first; ties go by
// key, the order of creation. A page begins after so many resources or behind a position, which stays where it is
// whatever is added or removed before it.
import type { SqlCondition } from './filter-to-sql.ts';
import { RECORD_COLUMNS } from './resource-record.ts';
import type { SqlParam } from './sql-attributes.ts';

/** The resources of one type that a query looks at. */
export interface TypeSearch {
  readonly resourceType: string;
  readonly condition?: SqlCondition | undefined;
  /** See compileSort; absent where resources of this type have no value to sort by. */
  readonly sortValue?: SqlCondition | undefined;
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
  const arms = armsOf(search, segment).map((type) =>
    compileArm(search, type, { slice, isReversed }),
  );
  const order = segment === 'with-value' ? [`sort_value ${direction}`] : [];
  const columns = [...order, `found_key ${direction}`].join(', ');
  return {
    // The sorter holds keys, not documents.
    sql: `
      select ${RECORD_COLUMNS}, sort_value as sortValue
      from (
        ${arms.map(({ sql }) => sql).join(' union all ')}
        order by ${columns}
        limit ? offset ?)
      join resources on key = found_key
      order by ${columns}`,
    params: [...arms.flatMap(({ params }) => params), limit, offset],
  };
}

/** How many resources there are, in the whole search or one segment of it. */
export function compileCount(search: ResourceSearch, segment: Segment = 'all'): SqlCondition {
  const counts = armsOf(search, segment).map((type) => {
    const { sql, params } = compileSource(search, type, segment);
    return { sql: `(select count(*) ${sql})`, params };
  });
  return {
    sql: `select ${['0', ...counts.map(({ sql }) => sql)].join(' + ')}`,
    params: counts.flatMap(({ params }) => params),
  };
}

function armsOf({ types }: ResourceSearch, segment: Segment): readonly TypeSearch[] {
  return segment === 'with-value'
    ? types.filter(({ sortValue }) => sortValue !== undefined)
    : types;
}

interface Arm {
  readonly slice: Slice;
  /** The greatest first. */
  readonly isReversed: boolean;
}

function compileArm(
  search: ResourceSearch,
  type: TypeSearch,
  { slice, isReversed }: Arm,
): SqlCondition {
  const { segment, after } = slice;
  const value = segment === 'with-value' ? (type.sortValue ?? NOTHING) : NOTHING;
  const source = compileSource(search, type, segment);
  const reach = after === undefined ? EVERYTHING : compileReach(value, after, isReversed);
  return {
    sql: `select r.key as found_key, ${value.sql} as sort_value ${source.sql} and ${reach.sql}`,
    params: [...value.params, ...source.params, ...reach.params],
  };
}

const NOTHING: SqlCondition = { sql: 'null', params: [] };
const EVERYTHING: SqlCondition = { sql: 'true', params: [] };

function compileSource(
  { tenantId }: ResourceSearch,
  { resourceType, condition = EVERYTHING, sortValue }: TypeSearch,
  segment: Segment,
): SqlCondition {
  const part = compilePart(sortValue, segment);
  return {
    sql: `from resources r
        where r.tenant_id = ? and r.resource_type = ? and (${condition.sql}) and ${part.sql}`,
    params: [tenantId, resourceType, ...condition.params, ...part.params],
  };
}

/** Null and empty text are no value (RFC 7643 §2.5). */
function compilePart(sortValue: SqlCondition | undefined, segment: Segment): SqlCondition {
  if (segment === 'all' || sortValue === undefined) return EVERYTHING;
  const { sql, params } = sortValue;
  return segment === 'with-value'
    ? { sql: `${sql} <> ''`, params }
    : { sql: `(${sql} <> '') is not true`, params };
}

function compileReach(value: SqlCondition, after: Position, isReversed: boolean): SqlCondition {
  const operator = isReversed ? '<' : '>';
  return value === NOTHING
    ? { sql: `r.key ${operator} ?`, params: [after.key] }
    : {
        sql: `(${value.sql}, r.key) ${operator} (?, ?)`,
        params: [...value.params, after.value, after.key],
      };
}
