// Runs compiled SQL. Its statements stay prepared: the same shapes come again and again with other values.
import type { Database, Statement } from 'better-sqlite3';
import type { SqlCondition } from './filter-to-sql.ts';
import type { SqlParam } from './sql-attributes.ts';

/** Distinct shapes kept: clients send a handful, a person at the filter box some dozens. */
const MAX_PREPARED = 400;

export function createPreparedQueries(db: Database) {
  const prepared = new Map<string, Statement<SqlParam[]>>();

  function prepare(sql: string): Statement<SqlParam[]> {
    const known = prepared.get(sql);
    if (known) return known;
    if (prepared.size >= MAX_PREPARED) prepared.clear();
    const statement = db.prepare<SqlParam[]>(sql);
    prepared.set(sql, statement);
    return statement;
  }

  function readRows({ sql, params }: SqlCondition): readonly unknown[] {
    return prepare(sql).all(...params);
  }

  /** Of a query that gives one number. */
  function readNumber({ sql, params }: SqlCondition): number {
    const statement = prepare(sql).pluck();
    return Number(statement.get(...params));
  }

  return { readRows, readNumber };
}
