// What a server is started with, from the command line and the environment: the only place that reads process.env.
// A flag wins over its environment variable, `--scim-port` over SCIM_MOCK_SCIM_PORT. `npm run serve -- --help` lists both.
import { homedir } from 'node:os';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { defaultDataDir } from '../../shared/default-data-dir.ts';
import { TLS_MODES } from '../../shared/admin/tls.ts';
import { SeedPreset } from '../../shared/admin/transfer.ts';
import { ServerOptions } from '../../shared/server-options.ts';

export interface CommandLine {
  readonly options: ServerOptions;
  /** One JSON line on stdout when ready, and log lines as JSON. */
  readonly json: boolean;
  /** Open the UI in a browser when ready. */
  readonly open: boolean;
}

export type ReadOptions =
  | { readonly kind: 'start'; readonly commandLine: CommandLine }
  | { readonly kind: 'help'; readonly text: string }
  /** One sentence. */
  | { readonly kind: 'wrong'; readonly message: string };

type Environment = Readonly<Record<string, string | undefined>>;

const FLAGS = {
  'scim-port': { type: 'string', value: 'N', help: 'port of the SCIM listener, 0 = any (7643)' },
  'admin-port': { type: 'string', value: 'N', help: 'port of the admin listener, 0 = any (7644)' },
  'scim-host': {
    type: 'string',
    value: 'IP',
    help: 'address of the SCIM listener: 127.0.0.1, or 0.0.0.0 for the whole network',
  },
  tls: {
    type: 'string',
    value: 'MODE',
    help: `TLS of the SCIM listener: ${TLS_MODES.join(', ')}`,
  },
  'tls-cert': {
    type: 'string',
    value: 'FILE',
    help: 'PEM of a certificate of your own, its chain after it',
  },
  'tls-key': { type: 'string', value: 'FILE', help: 'PEM of its private key' },
  'tls-passphrase': {
    type: 'string',
    value: 'P',
    help: 'of the private key; better as an environment variable',
  },
  ca: {
    type: 'string',
    value: 'FILE',
    help: 'PEM of CAs that targets of the simulator and the checks may have',
  },
  'data-dir': { type: 'string', value: 'DIR', help: 'folder of the workspace, or :memory:' },
  token: { type: 'string', value: 'T', help: 'secret token of the tenant (kept, or made once)' },
  'admin-key': {
    type: 'string',
    value: 'KEY',
    help: 'key of the admin API, the same at each start; better as an environment variable',
  },
  'public-url': {
    type: 'string',
    value: 'URL',
    help: 'address that a tunnel gives the SCIM listener',
  },
  seed: {
    type: 'string',
    value: 'PRESET',
    help: `made-up people for an empty tenant: ${SeedPreset.options.join(', ')}`,
  },
  'ui-dir': { type: 'string', value: 'DIR', help: 'folder of the built UI' },
  json: { type: 'boolean', value: '', help: 'print one JSON line when ready' },
  open: { type: 'boolean', value: '', help: 'open the UI in a browser' },
  help: { type: 'boolean', value: '', help: 'print this' },
} as const;

type Flag = keyof typeof FLAGS;

export function readOptions(args: readonly string[], env: Environment = process.env): ReadOptions {
  const given = parseFlags(args);
  if ('problem' in given) return { kind: 'wrong', message: given.problem };
  if (given.flags.help === true) return { kind: 'help', text: describeFlags() };
  return readValues(given.flags, env);
}

interface Flags {
  readonly help?: boolean | undefined;
  readonly json?: boolean | undefined;
  readonly open?: boolean | undefined;
  readonly [flag: string]: string | boolean | undefined;
}

function parseFlags(args: readonly string[]): { flags: Flags } | { problem: string } {
  try {
    const { values } = parseArgs({ args: [...args], options: FLAGS, strict: true });
    return { flags: values };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    // Node's text goes on to explain how to pass positional arguments, of which there are none.
    const [sentence = ''] = error.message.split(/[.;] /);
    return { problem: `${sentence.replace(/\.$/, '')}; --help lists the flags.` };
  }
}

function readValues(flags: Flags, env: Environment): ReadOptions {
  const text = (flag: Flag) => {
    const value = flags[flag] ?? env[variableName(flag)];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const isOn = (flag: 'json' | 'open') =>
    flags[flag] ?? ['1', 'true'].includes(env[variableName(flag)] ?? '');
  const result = ServerOptions.safeParse({
    scimPort: readPort(text('scim-port')),
    adminPort: readPort(text('admin-port')),
    scimHost: text('scim-host'),
    dataDir:
      text('data-dir') ?? defaultDataDir({ platform: process.platform, home: homedir(), env }),
    tls: text('tls'),
    tlsCertificate: toPath(text('tls-cert')),
    tlsKey: toPath(text('tls-key')),
    tlsPassphrase: text('tls-passphrase'),
    trustedCa: toPath(text('ca')),
    token: text('token'),
    adminKey: text('admin-key'),
    publicUrl: text('public-url'),
    seed: text('seed'),
    uiDir: text('ui-dir') ?? findUiDir(),
  });
  if (!result.success) return { kind: 'wrong', message: describeProblem(result.error.issues) };
  const commandLine = { options: result.data, json: isOn('json'), open: isOn('open') };
  return { kind: 'start', commandLine };
}

/** A part of a path is meant from where the command runs. */
function toPath(text: string | undefined): string | undefined {
  return text === undefined ? undefined : resolve(text);
}

/** What is no number stays text, which the schema refuses. */
function readPort(text: string | undefined): number | string | undefined {
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : text;
}

/** Next to the bundle in dist/main, else in dist beside the sources. */
function findUiDir(): string | undefined {
  const here = import.meta.dirname;
  const places = [join(here, '..', 'renderer'), join(here, '..', '..', 'dist', 'renderer')];
  return places.find((place) => existsSync(join(place, 'assets')));
}

const FLAG_OF: Readonly<Record<string, Flag>> = {
  scimPort: 'scim-port',
  adminPort: 'admin-port',
  scimHost: 'scim-host',
  tls: 'tls',
  tlsCertificate: 'tls-cert',
  tlsKey: 'tls-key',
  tlsPassphrase: 'tls-passphrase',
  trustedCa: 'ca',
  dataDir: 'data-dir',
  token: 'token',
  adminKey: 'admin-key',
  publicUrl: 'public-url',
  seed: 'seed',
  uiDir: 'ui-dir',
};

const WANTED: Partial<Record<Flag, string>> = {
  'scim-port': 'a port number from 0 to 65535',
  'admin-port': 'a port number from 0 to 65535',
  'scim-host': '127.0.0.1 or 0.0.0.0',
  tls: `one of ${TLS_MODES.join(', ')}`,
  'admin-key': 'at least 32 letters, digits, - or _',
  'public-url': 'an address such as https://x.example',
  seed: `one of ${SeedPreset.options.join(', ')}`,
};

function describeProblem(issues: readonly { readonly path: readonly PropertyKey[] }[]): string {
  const flag = FLAG_OF[String(issues[0]?.path[0])] ?? 'help';
  return `--${flag} (or ${variableName(flag)}) must be ${WANTED[flag] ?? 'a text'}.`;
}

function variableName(flag: Flag): string {
  return `SCIM_MOCK_${flag.replaceAll('-', '_').toUpperCase()}`;
}

function describeFlags(): string {
  const lines = Object.entries(FLAGS).map(([flag, { value, help }]) => {
    return `  ${`--${flag} ${value}`.padEnd(20)}${help}`;
  });
  return [
    'SCIM Mock Tenant: a SCIM 2.0 mock tenant, its request log and its UI.',
    '',
    ...lines,
    '',
    'Each flag may also be an environment variable: --scim-port is SCIM_MOCK_SCIM_PORT.',
  ].join('\n');
}
