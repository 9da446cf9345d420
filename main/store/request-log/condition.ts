// A condition on requests as SQL, and how to come to the rows that can meet it without reading all of them.

/** What SQLite is given. */
export type SqlValue = string | number | null;

export interface Condition {
  /** On the row `r` of `request_log`; never null. */
  readonly where: string;
  /** A select of ids, within `:lo` and `:hi`, that holds every row that meets `where`. */
  readonly driver?: Driver;
  /** Only rows that arrived before / at these instants or later can meet it. */
  readonly bounds: readonly TimeBound[];
}

export interface Driver {
  readonly sql: string;
  /** How few rows it may lead to, from 1; of several drivers the lowest is taken. */
  readonly rank: number;
}

export interface TimeBound {
  readonly side: 'before' | 'after';
  readonly instant: string;
}

/** Names the values of one statement. */
export interface Binder {
  /** The placeholder of a value. */
  readonly bind: (value: SqlValue) => string;
  readonly params: Readonly<Record<string, SqlValue>>;
}

export function createBinder(): Binder {
  const params: Record<string, SqlValue> = {};
  return {
    params,
    bind(value) {
      const name = `p${Object.keys(params).length}`;
      params[name] = value;
      return `:${name}`;
    },
  };
}

export const ANY_ROW: Condition = { where: '1', bounds: [] };

export function plain(where: string): Condition {
  return { where, bounds: [] };
}

export function driven(where: string, rank: number, sql: string): Condition {
  return { where, driver: { sql, rank }, bounds: [] };
}

export function allOf(conditions: readonly Condition[]): Condition {
  const terms = conditions.map(({ where }) => where).filter((where) => where !== '1');
  const drivers = conditions.flatMap(({ driver }) => (driver === undefined ? [] : [driver]));
  const [best] = drivers.toSorted((one, other) => one.rank - other.rank);
  return {
    where: terms.length === 0 ? '1' : terms.map((term) => `(${term})`).join(' and '),
    ...(best !== undefined && { driver: best }),
    bounds: conditions.flatMap(({ bounds }) => bounds),
  };
}

/** Of a driver each: the rows of all of them together. */
export function anyOf(conditions: readonly Condition[]): Condition {
  const drivers = conditions.flatMap(({ driver }) => (driver === undefined ? [] : [driver]));
  const where = conditions.map((condition) => `(${condition.where})`).join(' or ');
  if (drivers.length < conditions.length) return plain(where);
  const rank = Math.max(...drivers.map((driver) => driver.rank));
  return driven(where, rank, drivers.map(({ sql }) => `select * from (${sql})`).join(' union '));
}

export function noneOf({ where }: Condition): Condition {
  return plain(`not (${where})`);
}
