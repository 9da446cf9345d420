// How tenants let in who has none of their own tokens. A tenant that has never set it has the defaults.
import type { Database } from 'better-sqlite3';
import { AuthSetting } from '../../shared/admin/auth-setting.ts';
import { readJson } from './stored-json.ts';

export type AuthSettingStore = ReturnType<typeof createAuthSettingStore>;

const DEFAULTS = AuthSetting.parse({});
const MAX_KNOWN = 100;

export function createAuthSettingStore(db: Database) {
  const find = db
    .prepare<[number], string>('select setting from auth_settings where tenant_id = ?')
    .pluck();
  const known = new Map<string, AuthSetting>();
  const upsert = db.prepare<[object]>(`
    insert into auth_settings (tenant_id, setting) values (:tenantId, :setting)
    on conflict (tenant_id) do update set setting = excluded.setting`);

  /** Read at every request: the same text is parsed once. */
  function read(tenantId: number): AuthSetting {
    const stored = find.get(tenantId);
    if (stored === undefined) return DEFAULTS;
    const setting = known.get(stored) ?? AuthSetting.parse(readJson(stored));
    if (known.size >= MAX_KNOWN) known.clear();
    known.set(stored, setting);
    return setting;
  }

  function write(tenantId: number, setting: AuthSetting): void {
    upsert.run({ tenantId, setting: JSON.stringify(setting) });
  }

  return { read, write };
}
