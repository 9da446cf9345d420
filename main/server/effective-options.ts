// What the server is started with, where options and settings meet: an option wins over the setting.
import type { SettingKey, Settings } from '../../shared/admin/setting.ts';
import type { ServerOptions } from '../../shared/server-options.ts';

const OPTION_OF = {
  'server.scimPort': 'scimPort',
  'server.adminPort': 'adminPort',
  'server.scimHost': 'scimHost',
} as const satisfies Partial<Record<SettingKey, keyof ServerOptions>>;

/** Settings that an option of this start decides. */
export function findOverruled(options: ServerOptions): readonly SettingKey[] {
  const keys = ['server.scimPort', 'server.adminPort', 'server.scimHost'] as const;
  return keys.filter((key) => options[OPTION_OF[key]] !== undefined);
}

export function resolveListeners(options: ServerOptions, settings: Settings) {
  return {
    scim: {
      host: options.scimHost ?? settings['server.scimHost'],
      port: options.scimPort ?? settings['server.scimPort'],
      flag: '--scim-port',
      timeouts: {
        requestMs: settings['server.requestSeconds'] * 1000,
        idleMs: settings['server.idleSeconds'] * 1000,
      },
    },
    admin: {
      host: options.host,
      port: options.adminPort ?? settings['server.adminPort'],
      flag: '--admin-port',
    },
  } as const;
}

/** What is in effect once the SCIM listener is open again, while the rest stays as it was at the start. */
export function applyScimAddress(inEffect: Settings, stored: Settings): Settings {
  return {
    ...inEffect,
    'server.scimPort': stored['server.scimPort'],
    'server.scimHost': stored['server.scimHost'],
    'server.requestSeconds': stored['server.requestSeconds'],
    'server.idleSeconds': stored['server.idleSeconds'],
  };
}
