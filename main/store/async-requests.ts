// Requests that were accepted to be done later (RFC 9967 §2.5.1.1), in the order of their arrival. A row without an
// outcome is work: it outlives a crash. The outcome stays a while, for clients that ask by the Location they were given.
import type { Database } from 'better-sqlite3';
import type { JsonObject, JsonValue } from '../../shared/scim/json.ts';
import { readJson, readJsonObject } from './stored-json.ts';

export interface NewAsyncRequest {
  readonly tenantId: number;
  readonly txn: string;
  /** Instant at which it was accepted. */
  readonly accepted: string;
  readonly requestId: number | null;
  readonly baseUrl: string;
  readonly method: string;
  /** Below the tenant's base URL: `/Users`, `/Users/2f9`, `/Bulk`. */
  readonly path: string;
  readonly body: JsonValue | undefined;
  readonly precondition: JsonObject;
}

export interface AsyncRequest extends NewAsyncRequest {
  readonly key: number;
  /** The slug of its tenant. */
  readonly tenant: string;
}

/** Outcomes kept for one tenant. */
const MAX_OUTCOMES = 1000;

export type AsyncRequestStore = ReturnType<typeof createAsyncRequestStore>;

export function createAsyncRequestStore(db: Database) {
  const statements = prepareStatements(db);

  function add(request: NewAsyncRequest): void {
    statements.insert.run({
      ...request,
      body: request.body === undefined ? null : JSON.stringify(request.body),
      precondition: JSON.stringify(request.precondition),
    });
  }

  /** The oldest one that is still to be done. */
  function next(): AsyncRequest | undefined {
    const row = statements.next.get();
    return row && toRequest(row);
  }

  function finish({ key, tenantId }: AsyncRequest, outcome: JsonValue): void {
    statements.finish.run({ key, outcome: JSON.stringify(outcome) });
    statements.prune.run({ tenantId, kept: MAX_OUTCOMES });
  }

  /** undefined: no such transaction; null: not done yet. */
  function findOutcome(tenantId: number, txn: string): JsonValue | null | undefined {
    const row = statements.outcome.get(tenantId, txn);
    return row && (row.outcome === null ? null : readJson(row.outcome));
  }

  /** How many are still to be done. */
  function countOpen(tenantId: number): number {
    return statements.countOpen.get(tenantId) ?? 0;
  }

  return { add, next, finish, findOutcome, countOpen };
}

type AsyncRequestRow = Omit<AsyncRequest, 'body' | 'precondition'> & {
  readonly body: string | null;
  readonly precondition: string;
};

function prepareStatements(db: Database) {
  return {
    insert: db.prepare<[object]>(`
      insert into async_requests (
        tenant_id, txn, accepted, request_id, base_url, method, path, body, precondition)
      values (
        :tenantId, :txn, :accepted, :requestId, :baseUrl, :method, :path, :body, :precondition)`),
    next: db.prepare<[], AsyncRequestRow>(`
      select
        a.key, a.tenant_id as tenantId, t.slug as tenant, a.txn, a.accepted,
        a.request_id as requestId, a.base_url as baseUrl, a.method, a.path, a.body, a.precondition
      from async_requests a
      join tenants t on t.id = a.tenant_id
      where a.outcome is null
      order by a.key
      limit 1`),
    finish: db.prepare<[object]>(
      'update async_requests set outcome = :outcome, body = null where key = :key',
    ),
    prune: db.prepare<[object]>(`
      delete from async_requests
      where tenant_id = :tenantId and outcome is not null and key <= (
        select key from async_requests
        where tenant_id = :tenantId
        order by key desc
        limit 1 offset :kept)`),
    outcome: db.prepare<[number, string], { readonly outcome: string | null }>(
      'select outcome from async_requests where tenant_id = ? and txn = ?',
    ),
    countOpen: db
      .prepare<[number], number>(
        'select count(*) from async_requests where tenant_id = ? and outcome is null',
      )
      .pluck(),
  };
}

function toRequest({ body, precondition, ...row }: AsyncRequestRow): AsyncRequest {
  return {
    ...row,
    body: body === null ? undefined : readJson(body),
    precondition: readJsonObject(precondition),
  };
}
