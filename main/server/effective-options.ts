// What the server is started with, where options and settings meet: an option wins over the setting.
import { TLS_SETTINGS, type SettingKey, type Settings } from '../../shared/admin/setting.ts';
import type { TlsMode } from '../../shared/admin/tls.ts';
import type { ServerOptions } from '../../shared/server-options.ts';

const OPTION_OF = {
  'server.scimPort': 'scimPort',
  'server.adminPort': 'adminPort',
  'server.scimHost': 'scimHost',
} as const satisfies Partial<Record<SettingKey, keyof ServerOptions>>;

/** Settings that an option of this start decides. */
export function findOverruled(options: ServerOptions): readonly SettingKey[] {
  const keys = ['server.scimPort', 'server.adminPort', 'server.scimHost'] as const;
  return [
    ...keys.filter((key) => options[OPTION_OF[key]] !== undefined),
    ...(overrulesTls(options) ? TLS_SETTINGS : []),
    ...(options.adminKey === undefined ? [] : (['admin.keepKey'] as const)),
  ];
}

/** They go together: files of the command line and a mode of the settings would mix two wishes. */
export function overrulesTls({ tls, tlsCertificate, tlsKey }: ServerOptions): boolean {
  return tls !== undefined || tlsCertificate !== undefined || tlsKey !== undefined;
}

interface ResolvedTls {
  readonly mode: TlsMode;
  readonly certificateFile: string;
  readonly keyFile: string;
  readonly host: string;
}

export function resolveTls(options: ServerOptions, settings: Settings): ResolvedTls {
  const host = options.scimHost ?? settings['server.scimHost'];
  if (overrulesTls(options)) {
    const { tls = 'own-certificate', tlsCertificate = '', tlsKey = '' } = options;
    return { mode: tls, certificateFile: tlsCertificate, keyFile: tlsKey, host };
  }
  return {
    mode: settings['server.tls'],
    certificateFile: settings['server.tlsCertificate'],
    keyFile: settings['server.tlsKey'],
    host,
  };
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
