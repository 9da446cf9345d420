// How tenants let in who has none of their own tokens. A tenant that has never set it has the defaults.
import type { Database } from 'better-sqlite3';
import { AuthSetting } from '../../shared/admin/auth-setting.ts';
import type { ReadMemory } from './read-memory.ts';
import { readJson } from './stored-json.ts';

export type AuthSettingStore = ReturnType<typeof createAuthSettingStore>;

const DEFAULTS = AuthSetting.parse({});

export function createAuthSettingStore(db: Database, { remember }: ReadMemory) {
  const find = db
    .prepare<[number], string>('select setting from auth_settings where tenant_id = ?')
    .pluck();
  const upsert = db.prepare<[object]>(`
    insert into auth_settings (tenant_id, setting) values (:tenantId, :setting)
    on conflict (tenant_id) do update set setting = excluded.setting`);

  const read = remember(['auth_settings'], (tenantId: number): AuthSetting => {
    const stored = find.get(tenantId);
    return stored === undefined ? DEFAULTS : AuthSetting.parse(readJson(stored));
  });

  function write(tenantId: number, setting: AuthSetting): void {
    upsert.run({ tenantId, setting: JSON.stringify(setting) });
  }

  return { read, write };
}
