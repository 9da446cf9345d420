// The mail server of the workspace. The password leaves this file only for the server that it was entered for.
import type { Database } from 'better-sqlite3';
import {
  DEFAULT_MAIL_SETTING,
  MailSetting,
  type MailSettingChange,
} from '../../../shared/simulator/mail-setting.ts';
import { readJsonObject } from '../stored-json.ts';

export type MailSettingStore = ReturnType<typeof createMailSettingStore>;

interface SettingRow {
  readonly setting: string;
  readonly password: string;
}

export function createMailSettingStore(db: Database) {
  const select = db.prepare<[], SettingRow>('select setting, password from mail_settings');
  const upsert = db.prepare<[SettingRow]>(`
    insert into mail_settings (id, setting, password) values (1, :setting, :password)
    on conflict (id) do update set setting = excluded.setting, password = excluded.password`);

  function read(): MailSetting {
    const row = select.get();
    if (row === undefined) return DEFAULT_MAIL_SETTING;
    const known = MailSetting.safeParse({
      ...readJsonObject(row.setting),
      hasPassword: row.password !== '',
    });
    return known.success ? known.data : DEFAULT_MAIL_SETTING;
  }

  function readPassword(): string {
    return select.get()?.password ?? '';
  }

  function change({ password, ...setting }: MailSettingChange): MailSetting {
    const before = read();
    const isSameDoor = before.host === setting.host && before.user === setting.user;
    const kept = isSameDoor ? readPassword() : '';
    upsert.run({ setting: JSON.stringify(setting), password: password ?? kept });
    return read();
  }

  return { read, readPassword, change };
}
