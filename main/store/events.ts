// The event feed of each tenant: security event tokens that wait until a receiver has acknowledged them. They are
// written in the transaction of the change that they tell. A feed that nobody reads is bounded: its oldest go.
import type { Database } from 'better-sqlite3';
import type { JsonObject } from '../../shared/scim/json.ts';
import { EventFeedSetting } from '../../shared/admin/event-feed.ts';
import { readJsonObject } from './stored-json.ts';

export interface NewEvent {
  readonly tenantId: number;
  readonly at: string;
  /** Of the transaction, where the request has one. */
  readonly txn: string | undefined;
  readonly claims: JsonObject;
}

export interface StoredEvent {
  readonly jti: string;
  readonly at: string;
  readonly txn: string;
  readonly claims: JsonObject;
  /** What the receiver said against it; null while it waits. */
  readonly rejection: JsonObject | null;
}

export interface EventCounts {
  readonly waiting: number;
  readonly rejected: number;
}

/** Events kept for one tenant. */
export const MAX_EVENTS = 10_000;

/** A change of one resource in a hundred looks whether the feed has grown too long. */
const PRUNE_EVERY = 100;

export type EventStore = ReturnType<typeof createEventStore>;

export function createEventStore(db: Database) {
  const statements = prepareStatements(db);
  let added = 0;

  function add({ tenantId, at, txn, claims }: NewEvent): void {
    statements.insert.run({ tenantId, at, txn: txn ?? null, claims: JSON.stringify(claims) });
    added += 1;
    if (added % PRUNE_EVERY === 0) statements.prune.run({ tenantId, kept: MAX_EVENTS });
  }

  /** Those that wait, oldest first. */
  function waiting(tenantId: number, limit: number): readonly StoredEvent[] {
    return statements.waiting.all(tenantId, limit).map(toEvent);
  }

  /** Those that wait and those that were rejected, newest first. */
  function newest(tenantId: number, limit: number): readonly StoredEvent[] {
    return statements.newest.all(tenantId, limit).map(toEvent);
  }

  /** The receiver has them: they are forgotten. */
  function acknowledge(tenantId: number, jtis: readonly string[]): void {
    statements.acknowledge.run({ tenantId, jtis: JSON.stringify(jtis) });
  }

  /** The receiver does not want it: it is not sent again, and kept for people to look at. */
  function reject(tenantId: number, jti: string, rejection: JsonObject): void {
    statements.reject.run({ tenantId, jti, rejection: JSON.stringify(rejection) });
  }

  function counts(tenantId: number): EventCounts {
    return statements.counts.get(tenantId) ?? { waiting: 0, rejected: 0 };
  }

  function setting(tenantId: number): EventFeedSetting {
    return statements.setting.get(tenantId) ?? EventFeedSetting.parse({});
  }

  function changeSetting(tenantId: number, setting: EventFeedSetting): void {
    statements.changeSetting.run({ tenantId, ...setting });
  }

  return {
    add,
    waiting,
    newest,
    acknowledge,
    reject,
    counts,
    setting,
    changeSetting,
  };
}

interface EventRow {
  readonly jti: string;
  readonly at: string;
  readonly txn: string;
  readonly claims: string;
  readonly rejection: string | null;
}

const JTI = `key || '-' || nonce`;

const COLUMNS = `${JTI} as jti, at, txn, claims, rejection`;

function prepareStatements(db: Database) {
  return {
    insert: db.prepare<[object]>(`
      insert into events (tenant_id, at, txn, claims)
      values (:tenantId, :at, coalesce(:txn, lower(hex(randomblob(16)))), :claims)`),
    prune: db.prepare<[object]>(`
      delete from events
      where tenant_id = :tenantId and key <= (
        select key from events where tenant_id = :tenantId order by key desc limit 1 offset :kept)`),
    waiting: db.prepare<[number, number], EventRow>(`
      select ${COLUMNS} from events
      where tenant_id = ? and rejection is null
      order by key
      limit ?`),
    newest: db.prepare<[number, number], EventRow>(`
      select ${COLUMNS} from events where tenant_id = ? order by key desc limit ?`),
    acknowledge: db.prepare<[object]>(`
      delete from events
      where tenant_id = :tenantId
        and key in (select cast(value as integer) from json_each(:jtis))
        and ${JTI} in (select value from json_each(:jtis))`),
    reject: db.prepare<[object]>(`
      update events
      set rejection = :rejection
      where tenant_id = :tenantId and key = cast(:jti as integer) and ${JTI} = :jti`),
    counts: db.prepare<[number], EventCounts>(`
      select
        count(*) filter (where rejection is null) as waiting,
        count(*) filter (where rejection is not null) as rejected
      from events
      where tenant_id = ?`),
    setting: db.prepare<[number], EventFeedSetting>(
      'select form, filter, audience from event_feeds where tenant_id = ?',
    ),
    changeSetting: db.prepare<[object]>(`
      insert into event_feeds (tenant_id, form, filter, audience)
      values (:tenantId, :form, :filter, :audience)
      on conflict (tenant_id) do update
      set form = excluded.form, filter = excluded.filter, audience = excluded.audience`),
  };
}

function toEvent({ claims, rejection, ...row }: EventRow): StoredEvent {
  return {
    ...row,
    claims: readJsonObject(claims),
    rejection: rejection === null ? null : readJsonObject(rejection),
  };
}
