// What the shell is started with: the same names as the headless server's flags and variables, read leniently,
// because Electron's command line also carries Chromium's own switches.
// SCIM_MOCK_SERVER_NODE names a Node executable that runs the server in place of Electron's utility process: for
// Electron versions whose Node-API is older than better-sqlite3 needs, and for tests. A released package ignores it.
// SCIM_MOCK_UPDATE_SOURCE=1 lets a copy that is run from its sources look for updates, for tests.
// SCIM_MOCK_TRAY=1 shows the tray icon where the system does not say that it can, 0 never.
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { defaultDataDir } from '../../shared/default-data-dir.ts';
import { ServerOptions } from '../../shared/server-options.ts';
import type { TrayWish } from './tray-support.ts';

export const BACKGROUND_FLAG = 'in-background';

declare const __E2E__: boolean;

export interface DesktopOptions {
  readonly server: ServerOptions;
  readonly serverNode: string | undefined;
  /** Whether a workspace folder was named; else the one that was open last is opened. */
  readonly isFolderGiven: boolean;
  readonly tray: TrayWish;
  /** Started with the session: the window stays closed. */
  readonly isInBackground: boolean;
  readonly mayUpdateSource: boolean;
}

interface DesktopStart {
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isPackaged: boolean;
}

/** Throws a plain Error with one sentence when a value makes no sense. */
export function readDesktopOptions(start: DesktopStart): DesktopOptions {
  const { argv, env } = start;
  const flags = parseArgs({
    args: [...argv],
    strict: false,
    options: {
      'scim-port': { type: 'string' },
      'admin-port': { type: 'string' },
      'data-dir': { type: 'string' },
      token: { type: 'string' },
      'admin-key': { type: 'string' },
      'public-url': { type: 'string' },
      [BACKGROUND_FLAG]: { type: 'boolean' },
    },
  }).values;
  const pick = (flag: string, variable: string) => {
    const given = flags[flag] ?? env[variable];
    return typeof given === 'string' && given !== '' ? given : undefined;
  };
  const machine = { platform: process.platform, home: os.homedir(), env };
  const parsed = ServerOptions.safeParse({
    scimPort: toNumber(pick('scim-port', 'SCIM_MOCK_SCIM_PORT')),
    adminPort: toNumber(pick('admin-port', 'SCIM_MOCK_ADMIN_PORT')),
    dataDir: toDataDir(pick('data-dir', 'SCIM_MOCK_DATA_DIR')) ?? defaultDataDir(machine),
    token: pick('token', 'SCIM_MOCK_TOKEN'),
    adminKey: pick('admin-key', 'SCIM_MOCK_ADMIN_KEY'),
    publicUrl: pick('public-url', 'SCIM_MOCK_PUBLIC_URL'),
  });
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new Error(
      `The option ${issue?.path.join('.') ?? ''} is not valid: ${issue?.message ?? ''}.`,
    );
  }
  const mayChooseNode = !start.isPackaged || __E2E__;
  return {
    server: parsed.data,
    isFolderGiven: pick('data-dir', 'SCIM_MOCK_DATA_DIR') !== undefined,
    isInBackground: flags[BACKGROUND_FLAG] === true,
    mayUpdateSource: env['SCIM_MOCK_UPDATE_SOURCE'] === '1',
    tray: toTrayWish(env['SCIM_MOCK_TRAY']),
    serverNode: mayChooseNode ? env['SCIM_MOCK_SERVER_NODE'] : undefined,
  };
}

function toNumber(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text);
}

function toTrayWish(text: string | undefined): TrayWish {
  if (text === '1') return 'on';
  return text === '0' ? 'off' : 'auto';
}

function toDataDir(text: string | undefined): string | undefined {
  return text === undefined || text === ':memory:' ? text : path.resolve(text);
}
