// Resource history: for each change its version, the request that made it, and the difference. It outlives the
// resource, so that a deletion can still be read about, and undone.
import type { Database } from 'better-sqlite3';
import { type ChangeOrigin, Revision } from '../../shared/admin/resource.ts';
import { readJson } from './stored-json.ts';

/** A resource of whatever time: it need not be stored any more. */
export interface HistoryKey {
  readonly tenantId: number;
  readonly resourceType: string;
  readonly resourceId: string;
}

export interface ChangedMembers {
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** A change as it is written; who sent the request is for the request log to say. */
export interface NewRevision extends HistoryKey, Omit<Revision, 'source' | 'tokenName'> {
  /** By how much it moves the number of resources of its type, of active ones, and of memberships. */
  readonly netResources: number;
  readonly netActive: number;
  readonly netMembers: number;
  /** All ids of a change of members that tells only the first of them. */
  readonly memberIds?: ChangedMembers | undefined;
}

export interface StoredRevision extends Revision {
  readonly memberIds: ChangedMembers | undefined;
}

type OriginRow = ChangeOrigin & { readonly key: number };
type RevisionRow = OriginRow & { readonly changes: string; readonly memberIds: string | null };
type LatestRow = ChangeOrigin & { readonly resourceId: string };

/** Revisions read at once, newest first. */
const MAX_REVISIONS = 1000;
const WALK_PAGE = 200;
const NEWEST = Number.MAX_SAFE_INTEGER;

export type HistoryStore = ReturnType<typeof createHistoryStore>;

export function createHistoryStore(db: Database) {
  const statements = prepareStatements(db);

  function insert({ memberIds, ...revision }: NewRevision): void {
    statements.insert.run({
      ...revision,
      changes: JSON.stringify(revision.changes),
      memberIds: memberIds === undefined ? null : JSON.stringify(memberIds),
    });
  }

  /** Newest first, at most 1,000. */
  function list(resource: HistoryKey): readonly Revision[] {
    const range = { before: NEWEST, limit: MAX_REVISIONS };
    return statements.page.all({ ...resource, ...range }).map((row) => {
      const { memberIds: _ids, ...revision } = toRevision(row);
      return revision;
    });
  }

  /** All of them, newest first; read in pages, so that who stops early has read little. */
  function* walk(resource: HistoryKey): Generator<StoredRevision> {
    for (let before = NEWEST; ;) {
      const rows = statements.page.all({ ...resource, before, limit: WALK_PAGE });
      for (const row of rows) yield toRevision(row);
      const last = rows.at(-1);
      if (last === undefined || rows.length < WALK_PAGE) return;
      before = last.key;
    }
  }

  /** The newest change of each of these resources that has any, by its id. */
  function latestOf(tenantId: number, ids: readonly string[]): ReadonlyMap<string, ChangeOrigin> {
    const rows = statements.latest.all({ tenantId, ids: JSON.stringify(ids) });
    return new Map(rows.map(({ resourceId, ...origin }) => [resourceId, origin]));
  }

  /** When it was first created, and the highest version that it ever had; undefined without history. */
  function summarize(resource: HistoryKey): HistorySummary | undefined {
    const summary = statements.summary.get(resource);
    return summary?.created === null ? undefined : summary;
  }

  return { insert, list, walk, latestOf, summarize };
}

export interface HistorySummary {
  readonly created: string;
  readonly lastVersion: number;
}

const COLUMNS = `
  h.key, h.version, h.at, h.action, h.request_id as requestId, l.source, l.token_name as tokenName`;

function prepareStatements(db: Database) {
  return {
    insert: db.prepare<[object]>(`
      insert into resource_history (
        tenant_id, resource_type, resource_id, version, at, action, request_id, changes,
        net_resources, net_active, net_members, member_ids)
      values (
        :tenantId, :resourceType, :resourceId, :version, :at, :action, :requestId, :changes,
        :netResources, :netActive, :netMembers, :memberIds)`),
    page: db.prepare<[object], RevisionRow>(`
      select ${COLUMNS}, h.changes, h.member_ids as memberIds
      from resource_history h
      left join request_log l on l.id = h.request_id
      where h.tenant_id = :tenantId and h.resource_id = :resourceId
        and h.resource_type = :resourceType and h.key < :before
      order by h.key desc
      limit :limit`),
    latest: db.prepare<[object], LatestRow>(`
      select h.resource_id as resourceId, h.version, h.at, h.action, h.request_id as requestId,
        l.source, l.token_name as tokenName
      from json_each(:ids) i
      cross join resource_history h on h.key = (
        select max(key) from resource_history
        where tenant_id = :tenantId and resource_id = i.value)
      left join request_log l on l.id = h.request_id`),
    summary: db.prepare<[object], HistorySummary | { readonly created: null }>(`
      select min(at) as created, max(version) as lastVersion
      from resource_history
      where tenant_id = :tenantId and resource_id = :resourceId and resource_type = :resourceType`),
  };
}

function toRevision({ key: _key, memberIds, ...row }: RevisionRow): StoredRevision {
  return {
    ...row,
    changes: Revision.shape.changes.parse(readJson(row.changes)),
    // Written by `insert` alone.
    memberIds: memberIds === null ? undefined : (JSON.parse(memberIds) as ChangedMembers),
  };
}
