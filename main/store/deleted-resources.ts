// What is not stored any more, as the history has it: the deletion, and the version that was there before.
import type { Database } from 'better-sqlite3';
import type { ChangeOrigin } from '../../shared/admin/resource.ts';
import type {
  DeletedPage,
  DeletedQuery,
  DeletedResource,
} from '../../shared/admin/resource-tools.ts';

interface Scope {
  readonly tenantId: number;
  readonly resourceType: string;
}

interface DeletedRow extends Pick<ChangeOrigin, 'at' | 'requestId' | 'source' | 'tokenName'> {
  readonly key: number;
  readonly id: string;
  readonly name: string | null;
  readonly version: number | null;
}

export type ListDeleted = ReturnType<typeof createDeletedList>;

export function createDeletedList(db: Database) {
  const statement = db.prepare<[object], DeletedRow>(`
    select
      h.key, h.resource_id as id, h.at, h.request_id as requestId, l.source,
      l.token_name as tokenName,
      (
        select c.value ->> '$.before' from json_each(h.changes) c
        where c.value ->> '$.path' in ('userName', 'displayName')
        order by c.value ->> '$.path' desc
        limit 1) as name,
      (
        select p.version from resource_history p
        where p.tenant_id = h.tenant_id and p.resource_id = h.resource_id and p.key < h.key
          and p.action <> 'delete'
        order by p.key desc
        limit 1) as version
    from resource_history h indexed by resource_history_deletions
    left join request_log l on l.id = h.request_id
    where h.tenant_id = :tenantId and h.resource_type = :resourceType and h.action = 'delete'
      and h.key < :before
      and h.key = (
        select max(n.key) from resource_history n
        where n.tenant_id = h.tenant_id and n.resource_id = h.resource_id)
    order by h.key desc
    limit :limit`);

  /** The last deleted first. */
  return function listDeleted(scope: Scope, { before, limit }: DeletedQuery): DeletedPage {
    const bound = { ...scope, before: before ?? Number.MAX_SAFE_INTEGER, limit: limit + 1 };
    const rows = statement.all(bound);
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      deleted: shown.map(toDeleted),
      next: rows.length > limit && last !== undefined ? last.key : null,
    };
  };
}

function toDeleted({ key: _key, name, ...row }: DeletedRow): DeletedResource {
  return { ...row, name: name ?? row.id };
}
