// Which tenants are paused or stopped; the others serve. A tenant is known by its key, so that a new one of an old slug does
// not inherit.
import type { Database } from 'better-sqlite3';
import type { TenantServing } from '../../shared/admin/serving.ts';
import type { ReadMemory } from './read-memory.ts';

export interface TenantServingStore {
  readonly read: (tenantId: number) => TenantServing;
  readonly write: (tenantId: number, state: TenantServing) => void;
}

export function createTenantServingStore(
  db: Database,
  { remember }: ReadMemory,
): TenantServingStore {
  const find = db
    .prepare<[number], TenantServing>('select state from tenant_serving where tenant_id = ?')
    .pluck();
  const remove = db.prepare<[number]>('delete from tenant_serving where tenant_id = ?');
  const upsert = db.prepare<[number, TenantServing]>(`
    insert into tenant_serving (tenant_id, state) values (?, ?)
    on conflict (tenant_id) do update set state = excluded.state`);
  return {
    read: remember(['tenant_serving'], (tenantId: number) => find.get(tenantId) ?? 'serving'),
    write(tenantId, state) {
      if (state === 'serving') remove.run(tenantId);
      else upsert.run(tenantId, state);
    },
  };
}
