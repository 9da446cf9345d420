// Everything that a tenant holds, at once: emptied, copied into another tenant, moved to another slug, removed.
// Tables that hang on the tenant's row go with it; the request log knows tenants by their slug and is told apart.
import type { Database } from 'better-sqlite3';
import { RECORD_COLUMNS, toRecord } from './resource-record.ts';
import type { ResourceRecord, ResourceRow, ResourceScope } from './resource-record.ts';

/** A tenant as these statements know it. */
export interface TenantKey {
  readonly id: number;
  readonly slug: string;
}

const PORTION = 500;

export type TenantDataStore = ReturnType<typeof createTenantDataStore>;

export function createTenantDataStore(db: Database) {
  const statements = prepareStatements(db);

  /** Removes every resource with its memberships and history; returns how many resources went. */
  function clearResources({ id }: TenantKey): number {
    const { changes } = statements.clearResources.run(id);
    statements.clearHistory.run(id);
    return changes;
  }

  /** Removes the resources of one type, with their history and their memberships. */
  function clearType(scope: ResourceScope): number {
    statements.leaveGroups.run(scope);
    statements.clearTypeHistory.run(scope);
    return statements.clearType.run(scope).changes;
  }

  function countType(scope: ResourceScope): number {
    return statements.countType.get(scope) ?? 0;
  }

  /** Every resource of a type, read in portions, so that what is done with one may write. */
  function* walk(scope: ResourceScope): Generator<ResourceRecord> {
    let after = 0;
    for (;;) {
      const rows = statements.portion.all({ ...scope, after, limit: PORTION });
      yield* rows.map(toRecord);
      const last = rows.at(-1);
      if (last === undefined || rows.length < PORTION) return;
      after = last.key;
    }
  }

  /** Resources keep their ids, versions and instants, and so do memberships; history stays behind. */
  function copyResources(from: TenantKey, to: TenantKey): void {
    const pair = { from: from.id, to: to.id };
    statements.copyResources.run(pair);
    statements.copyMembers.run(pair);
    statements.copyIndex.run(pair);
  }

  /** The slug must be free; the requests that the tenant has received come along. */
  function move({ id, slug: from }: TenantKey, to: string): void {
    statements.rename.run(to, id);
    statements.moveRequests.run(to, from);
    statements.moveRemovals.run({ to, from });
    statements.moveTraffic.run(to, from);
  }

  /** The tenant and all that is its own, its part of the request log excepted. */
  function remove({ id }: TenantKey): void {
    statements.remove.run(id);
  }

  return { clearResources, clearType, countType, walk, copyResources, move, remove };
}

function prepareStatements(db: Database) {
  const columns = columnsOf(db);
  return {
    ...prepareMoves(db),
    clearResources: db.prepare<[number]>('delete from resources where tenant_id = ?'),
    clearHistory: db.prepare<[number]>('delete from resource_history where tenant_id = ?'),
    leaveGroups: db.prepare<[object]>(`
      delete from members
      where tenant_id = :tenantId and member_id in (
        select id from resources where tenant_id = :tenantId and resource_type = :resourceType)`),
    clearTypeHistory: db.prepare<[object]>(`
      delete from resource_history
      where tenant_id = :tenantId and resource_type = :resourceType`),
    clearType: db.prepare<[object]>(`
      delete from resources
      where tenant_id = :tenantId and resource_type = :resourceType`),
    countType: db
      .prepare<[object], number>(
        `
        select count(*) from resources
        where tenant_id = :tenantId and resource_type = :resourceType`,
      )
      .pluck(),
    portion: db.prepare<[object], ResourceRow>(`
      select ${RECORD_COLUMNS}
      from resources
      where tenant_id = :tenantId and resource_type = :resourceType and key > :after
      order by key
      limit :limit`),
    copyResources: db.prepare<[object]>(`
      insert into resources (tenant_id, ${columns})
      select :to, ${columns}
      from resources
      where tenant_id = :from
      order by key`),
    copyMembers: db.prepare<[object]>(`
      insert into members (tenant_id, group_key, member_id, type, display)
      select :to, copy.key, m.member_id, m.type, m.display
      from members m
      join resources original on original.key = m.group_key
      join resources copy on copy.tenant_id = :to and copy.id = original.id
      where m.tenant_id = :from
      order by m.position`),
    // An index name begins with the id of its tenant; a number that is bound counts as real.
    copyIndex: db.prepare<[object]>(`
      insert into attribute_index (index_name, value, resource_key, is_unique)
      select cast(:to as integer) || substr(i.index_name, instr(i.index_name, '/')), i.value, copy.key, i.is_unique
      from resources original
      join attribute_index i on i.resource_key = original.key
      join resources copy on copy.tenant_id = :to and copy.id = original.id
      where original.tenant_id = :from`),
    remove: db.prepare<[number]>('delete from tenants where id = ?'),
  };
}

function prepareMoves(db: Database) {
  return {
    rename: db.prepare<[string, number]>('update tenants set slug = ? where id = ?'),
    moveRequests: db.prepare<[string, string]>(
      'update request_log set tenant = ? where tenant = ?',
    ),
    moveRemovals: db.prepare<[object]>(`
      update request_removals
      set
        tenant = case when tenant = :from then :to else tenant end,
        only_tenant = case when only_tenant = :from then :to else only_tenant end`),
    moveTraffic: db.prepare<[string, string]>(
      'update request_traffic set tenant = ? where tenant = ?',
    ),
  };
}

/** Whatever a resource has, but for what tells one row and one tenant from another. */
function columnsOf(db: Database): string {
  return db
    .prepare<[], string>(
      `
      select name from pragma_table_info('resources')
      where name not in ('key', 'tenant_id')`,
    )
    .pluck()
    .all()
    .join(', ');
}
