// How many users, groups and memberships a tenant has, and by how much that has changed since an instant. The change is
// the sum of what each revision since then changed, which an index holds ready.
import type { Database } from 'better-sqlite3';
import type { TenantCounts } from '../../shared/admin/traffic.ts';
import { countDeleted } from './deleted-resources.ts';

interface CountRow {
  readonly users: number;
  readonly inactive: number;
  readonly deleted: number;
  readonly groups: number;
  readonly memberships: number;
}

type ChangeRow = CountRow & { readonly active: number };

export type CountStore = ReturnType<typeof createCountStore>;

export function createCountStore(db: Database) {
  const { now: readNow, change: readChange } = prepareStatements(db);

  /** `since`: instant from which changes count. */
  return function counts(tenantId: number, since: string): TenantCounts {
    const now = requireRow(readNow.get({ tenantId }));
    const change = requireRow(readChange.get({ tenantId, since }));
    return {
      activeUsers: { now: now.users - now.inactive, change: change.active },
      inactiveUsers: { now: now.inactive, change: change.users - change.active },
      deletedUsers: { now: now.deleted, change: change.deleted },
      groups: { now: now.groups, change: change.groups },
      memberships: { now: now.memberships, change: change.memberships },
    };
  };
}

function requireRow<Row>(row: Row | undefined): Row {
  if (row === undefined) throw new Error('A count returned no row');
  return row;
}

function prepareStatements(db: Database) {
  return {
    now: db.prepare<[object], CountRow>(`
      select
        (select count(*) from resources
          where tenant_id = :tenantId and resource_type = 'User') as users,
        (select count(*) from resources
          where tenant_id = :tenantId and resource_type = 'User' and active = 0) as inactive,
        (${countDeleted("'User'")}) as deleted,
        (select count(*) from resources
          where tenant_id = :tenantId and resource_type = 'Group') as groups,
        (select count(*) from members where tenant_id = :tenantId) as memberships`),
    // The last condition is that of the index.
    change: db.prepare<[object], ChangeRow>(`
      select
        total(net_resources) filter (where resource_type = 'User') as users,
        total(net_active) filter (where resource_type = 'User') as active,
        0 as inactive,
        count(*) filter (where resource_type = 'User' and net_resources < 0) as deleted,
        total(net_resources) filter (where resource_type = 'Group') as groups,
        total(net_members) as memberships
      from resource_history
      where tenant_id = :tenantId and at >= :since
        and (net_resources <> 0 or net_active <> 0 or net_members <> 0)`),
  };
}
