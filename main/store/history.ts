// Resource history: for each change its version, the request that made it, and the difference. It outlives the
// resource, so that a deletion can still be read about.
import type { Database } from 'better-sqlite3';
import { Revision } from '../../shared/admin/resource.ts';
import { readJson } from './stored-json.ts';

export interface NewRevision extends Revision {
  readonly tenantId: number;
  readonly resourceType: string;
  readonly resourceId: string;
  /** By how much it moves the number of resources of its type, of active ones, and of memberships. */
  readonly netResources: number;
  readonly netActive: number;
  readonly netMembers: number;
}

type HistoryOf = Pick<NewRevision, 'tenantId' | 'resourceType' | 'resourceId'>;

type RevisionRow = Omit<Revision, 'changes'> & { readonly changes: string };

/** Revisions read at once, newest first. */
const MAX_REVISIONS = 1000;

export type HistoryStore = ReturnType<typeof createHistoryStore>;

export function createHistoryStore(db: Database) {
  const statements = prepareStatements(db);

  function insert(revision: NewRevision): void {
    statements.insert.run({ ...revision, changes: JSON.stringify(revision.changes) });
  }

  /** Newest first, at most 1,000. */
  function list(resource: HistoryOf): readonly Revision[] {
    return statements.list.all({ ...resource, limit: MAX_REVISIONS }).map(toRevision);
  }

  return { insert, list };
}

function prepareStatements(db: Database) {
  return {
    insert: db.prepare<[object]>(`
      insert into resource_history (
        tenant_id, resource_type, resource_id, version, at, action, request_id, changes,
        net_resources, net_active, net_members)
      values (
        :tenantId, :resourceType, :resourceId, :version, :at, :action, :requestId, :changes,
        :netResources, :netActive, :netMembers)`),
    list: db.prepare<[object], RevisionRow>(`
      select version, at, action, request_id as requestId, changes
      from resource_history
      where tenant_id = :tenantId and resource_id = :resourceId and resource_type = :resourceType
      order by key desc
      limit :limit`),
  };
}

function toRevision(row: RevisionRow): Revision {
  return { ...row, changes: Revision.shape.changes.parse(readJson(row.changes)) };
}
