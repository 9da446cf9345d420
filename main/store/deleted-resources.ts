// What is not stored any more, as the history has it: the deletion, and the version that was there before. A purge takes
// the history away, and with it all that is known of such a resource but what the request log says.
import type { Database } from 'better-sqlite3';
import type { ChangeOrigin } from '../../shared/admin/resource.ts';
import type {
  DeletedPage,
  DeletedQuery,
  DeletedResource,
} from '../../shared/admin/resource-tools.ts';
import type { ResourceScope } from './resource-record.ts';

interface DeletedRow extends Pick<ChangeOrigin, 'at' | 'requestId' | 'source' | 'tokenName'> {
  readonly key: number;
  readonly id: string;
  readonly name: string | null;
  readonly version: number | null;
}

/** Ids that are read at once. */
const PORTION = 200;

export type DeletedStore = ReturnType<typeof createDeletedStore>;

export function createDeletedStore(db: Database) {
  const statements = prepareStatements(db);

  /** The last deleted first. */
  function list(scope: ResourceScope, { text, before = NEWEST, limit }: DeletedQuery): DeletedPage {
    const rows = statements.list.all({ ...scope, text, before, limit: limit + 1 });
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      deleted: shown.map(toDeleted),
      next: rows.length > limit && last !== undefined ? last.key : null,
      total: count(scope, text),
    };
  }

  /** `text` as of `DeletedQuery`. */
  function count(scope: ResourceScope, text: string): number {
    const statement = text === '' ? statements.count : statements.countNamed;
    return statement.get({ ...scope, text }) ?? 0;
  }

  /** The last deleted first; whoever purges them may do so while they are read. */
  function* walk(scope: ResourceScope, text: string): Generator<string> {
    for (let before = NEWEST; ;) {
      const rows = statements.list.all({ ...scope, text, before, limit: PORTION });
      for (const { id } of rows) yield id;
      const last = rows.at(-1);
      if (last === undefined || rows.length < PORTION) return;
      before = last.key;
    }
  }

  /** Removes its history; false where it is stored, or never was. */
  function purge(scope: ResourceScope, id: string): boolean {
    return statements.purge.run({ ...scope, id }).changes > 0;
  }

  return { list, count, walk, purge };
}

const NEWEST = Number.MAX_SAFE_INTEGER;

/** A statement; `resourceType` in SQL. */
export const countDeleted = (resourceType: string) => `
  select count(distinct h.resource_id)
  from resource_history h indexed by resource_history_deleted_ids
  where h.tenant_id = :tenantId and h.resource_type = ${resourceType} and h.action = 'delete'
    and not exists (
      select 1 from resources r where r.tenant_id = :tenantId and r.id = h.resource_id)`;

/** Deletions that nothing has followed. */
const DELETED = `
  resource_history h indexed by resource_history_deletions
  where h.tenant_id = :tenantId and h.resource_type = :resourceType and h.action = 'delete'
    and h.key = (
      select max(n.key) from resource_history n
      where n.tenant_id = h.tenant_id and n.resource_id = h.resource_id)`;

const NAME = `(
  select c.value ->> '$.before' from json_each(h.changes) c
  where c.value ->> '$.path' in ('userName', 'displayName')
  order by c.value ->> '$.path' desc
  limit 1)`;

const IS_NAMED = `(:text = '' or instr(fold(${NAME}), fold(:text)) > 0 or h.resource_id = :text)`;

function prepareStatements(db: Database) {
  return {
    list: db.prepare<[object], DeletedRow>(`
      select
        d.key, d.resource_id as id, d.at, d.request_id as requestId, l.source,
        l.token_name as tokenName, d.name,
        (
          select p.version from resource_history p
          where p.tenant_id = :tenantId and p.resource_id = d.resource_id and p.key < d.key
            and p.action <> 'delete'
          order by p.key desc
          limit 1) as version
      from (
        select h.key, h.resource_id, h.at, h.request_id, ${NAME} as name
        from ${DELETED} and h.key < :before and ${IS_NAMED}
        order by h.key desc
        limit :limit) d
      left join request_log l on l.id = d.request_id
      order by d.key desc`),
    count: db.prepare<[object], number>(countDeleted(':resourceType')).pluck(),
    countNamed: db
      .prepare<[object], number>(`select count(*) from ${DELETED} and ${IS_NAMED}`)
      .pluck(),
    purge: db.prepare<[object]>(`
      delete from resource_history
      where tenant_id = :tenantId and resource_id = :id and resource_type = :resourceType
        and not exists (select 1 from resources where tenant_id = :tenantId and id = :id)`),
  };
}

function toDeleted({ key: _key, name, ...row }: DeletedRow): DeletedResource {
  return { ...row, name: name ?? row.id };
}
