// Settings of the workspace. The table holds what differs from the defaults; what it cannot read (a value of another
// version) counts as not set.
import type { Database } from 'better-sqlite3';
import {
  DEFAULT_SETTINGS,
  SETTING_KEYS,
  SettingsChange,
  mergeSettings,
  type SettingKey,
  type Settings,
} from '../../shared/admin/setting.ts';
import { readJson } from './stored-json.ts';

export type SettingStore = ReturnType<typeof createSettingStore>;

interface SettingRow {
  readonly key: string;
  readonly value: string;
}

/** `apply` is called with the settings now and after each change. */
export function createSettingStore(db: Database, apply: (settings: Settings) => void) {
  const list = db.prepare<[], SettingRow>('select key, value from settings');
  const remove = db.prepare<[string]>('delete from settings where key = ?');
  const upsert = db.prepare<[SettingRow]>(`
    insert into settings (key, value) values (:key, :value)
    on conflict (key) do update set value = excluded.value`);
  const writeAll = db.transaction((change: SettingsChange) => {
    for (const key of SETTING_KEYS) {
      if (change[key] === undefined) continue;
      upsert.run({ key, value: JSON.stringify(change[key]) });
    }
  });
  let known = reread();

  function reread(): Settings {
    const settings = readAll(list.all());
    apply(settings);
    return settings;
  }

  function read(): Settings {
    return known;
  }

  function changed(): SettingKey[] {
    return SETTING_KEYS.filter((key) => !isDefault(known, key));
  }

  function change(wanted: SettingsChange): Settings {
    writeAll(wanted);
    known = reread();
    return known;
  }

  function reset(keys: readonly SettingKey[] = SETTING_KEYS): Settings {
    for (const key of keys) remove.run(key);
    known = reread();
    return known;
  }

  return { read, changed, change, reset };
}

function readAll(rows: readonly SettingRow[]): Settings {
  let settings = DEFAULT_SETTINGS;
  for (const { key, value } of rows) {
    const read = SettingsChange.safeParse({ [key]: readJson(value) });
    if (read.success) settings = mergeSettings(settings, read.data);
  }
  return settings;
}

function isDefault(settings: Settings, key: SettingKey): boolean {
  return JSON.stringify(settings[key]) === JSON.stringify(DEFAULT_SETTINGS[key]);
}
