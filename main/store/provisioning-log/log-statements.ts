// Statements over filters of the provisioning log stay prepared: a handful of shapes come again and again.
import type { Database, Statement } from 'better-sqlite3';

const MAX_PREPARED = 100;

export type LogStatements = ReturnType<typeof createLogStatements>;

export function createLogStatements(db: Database) {
  const prepared = new Map<string, Statement<[object]>>();

  function prepare(sql: string): Statement<[object]> {
    const known = prepared.get(sql) ?? db.prepare<[object]>(sql);
    if (prepared.size >= MAX_PREPARED) prepared.clear();
    prepared.set(sql, known);
    return known;
  }

  return {
    all: <Row>(sql: string, params: object) => prepare(sql).all(params) as Row[], // the columns that `sql` selects
    get: <Row>(sql: string, params: object) => prepare(sql).get(params) as Row | undefined, // likewise
  };
}
