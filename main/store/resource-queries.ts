// Queries over stored resources: a compiled filter, a page, a total. Pages follow the order of creation, which no
// change moves, so that a walk over all pages meets each resource once (RFC 7644 §3.4.2.4).
import type { Database, Statement } from 'better-sqlite3';
import type { SqlCondition } from './filter-to-sql.ts';
import { RECORD_COLUMNS, toRecord } from './resource-record.ts';
import type { ResourceRecord, ResourceRow, ResourceScope } from './resource-record.ts';

export interface PageOfResources {
  /** All that match, whatever the page. */
  readonly total: number;
  readonly records: readonly ResourceRecord[];
}

export interface ResourceQuery {
  readonly condition?: SqlCondition | undefined;
  /** Resources left out before the page, 0 for the first page. */
  readonly offset: number;
  /** 0 asks for the total alone. */
  readonly limit: number;
}

type Params = SqlCondition['params'];

interface QueryStatements {
  readonly page: Statement<[number, string, ...Params, number, number], ResourceRow>;
  readonly count: Statement<[number, string, ...Params], number>;
}

/** Distinct filter shapes kept prepared: clients send a handful, a person at the filter box some dozens. */
const MAX_PREPARED = 200;

const EVERYTHING: SqlCondition = { sql: 'true', params: [] };

export function createResourceQueries(db: Database) {
  const prepared = new Map<string, QueryStatements>();

  function prepareQuery(sql: string): QueryStatements {
    const known = prepared.get(sql);
    if (known) return known;
    if (prepared.size >= MAX_PREPARED) prepared.clear();
    const statements = prepareStatements(db, sql);
    prepared.set(sql, statements);
    return statements;
  }

  /** One statement when the whole answer fits the page: the match that Entra asks for is one index search. */
  function query(scope: ResourceScope, request: ResourceQuery): PageOfResources {
    const { sql, params } = request.condition ?? EVERYTHING;
    const { page, count } = prepareQuery(sql);
    const { tenantId, resourceType } = scope;
    const { limit, offset } = request;
    const records =
      limit > 0 ? page.all(tenantId, resourceType, ...params, limit, offset).map(toRecord) : [];
    const holdsAll = offset === 0 && records.length < limit;
    const total = holdsAll ? records.length : (count.get(tenantId, resourceType, ...params) ?? 0);
    return { total, records };
  }

  return { query };
}

// SQLite may look at bound values when it plans (limit, joins, order), and then plans anew at each binding: ten times
// the cost of a search. The plus sign hides a value from the planner and changes nothing else.
function prepareStatements(db: Database, condition: string): QueryStatements {
  return {
    page: db.prepare(`
      select ${RECORD_COLUMNS}
      from resources r
      where r.tenant_id = +? and r.resource_type = +? and (${condition})
      order by r.key
      limit +? offset +?`),
    count: db
      .prepare<[number, string, ...Params], number>(
        `
        select count(*)
        from resources r
        where r.tenant_id = +? and r.resource_type = +? and (${condition})`,
      )
      .pluck(),
  };
}
