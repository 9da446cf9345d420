// A mock server as a child process, on free ports, its workspace in memory: whatever runs the tests, the server is real,
// and a crash of either does not take the other along. It ends with its parent, however that ends: their channel tells.
import { fork, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import { FromServer, type ToServer } from '../../shared/server-messages.ts';
import { ServerOptions, type ReadyEvent } from '../../shared/server-options.ts';
import { createAdminClient, type AdminClient } from './admin-client.ts';

export interface ServerSettings {
  /** Folder of a workspace that outlives the server; absent = in memory. */
  readonly dataDir?: string;
  /** 0 = any free port. */
  readonly scimPort?: number;
  readonly adminPort?: number;
  /** The SCIM listener speaks HTTPS with a certificate of a CA of its own; `TestTenant.certificate` verifies it. */
  readonly tls?: 'local-ca';
  /** Path of a PEM file with CAs that targets of the simulator may have. */
  readonly trustedCa?: string;
}

export interface TestServer {
  readonly adminUrl: string;
  readonly adminKey: string;
  /** What a browser opens to look inside. */
  readonly uiUrl: string;
  readonly admin: AdminClient;
  readonly close: () => Promise<void>;
  readonly [Symbol.asyncDispose]: () => Promise<void>;
}

/** Built, beside this file's bundle; as source, in its room. */
const ENTRIES = ['../main/utility.mjs', '../server/utility.ts'];
const UI_DIRS = ['../renderer', '../../dist/renderer'];

/** What it says on stderr is told when it cannot start; no more than this of it is kept. */
const KEPT_OUTPUT = 4_000;

export async function startServer(settings: ServerSettings = {}): Promise<TestServer> {
  const entry = findBeside(ENTRIES);
  if (entry === undefined) throw new Error('The package is incomplete: its server is missing.');
  const child = fork(entry, [], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    execArgv: [], // those of a test runner are not the server's
  });
  const defaults = { scimPort: 0, adminPort: 0, dataDir: ':memory:', uiDir: findBeside(UI_DIRS) };
  const ready = await waitUntilReady(child, ServerOptions.parse({ ...defaults, ...settings }));
  release(child);
  const { adminUrl, adminKey, uiUrl } = ready;
  const close = () => stop(child);
  const admin = createAdminClient({ adminUrl, adminKey });
  return { adminUrl, adminKey, uiUrl, admin, close, [Symbol.asyncDispose]: close };
}

function findBeside(places: readonly string[]): string | undefined {
  return places
    .map((place) => fileURLToPath(new URL(place, import.meta.url)))
    .find((place) => existsSync(place));
}

function waitUntilReady(child: ChildProcess, options: ServerOptions): Promise<ReadyEvent> {
  let output = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    output = (output + chunk.toString('utf8')).slice(-KEPT_OUTPUT);
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      reject(new Error(`The server ended with ${String(code)} before it answered.\n${output}`));
    });
    child.on('message', (raw) => {
      const message = FromServer.parse(raw);
      if (message.type === 'hello') {
        child.send({ type: 'start', options } satisfies ToServer);
      }
      if (message.type === 'failed') {
        reject(Object.assign(new Error(message.message), { name: 'ServerStartError' }));
        child.disconnect();
      }
      if (message.type === 'ready') resolve(message.ready);
    });
  });
}

/** Who forgets to close it is not kept from ending. */
function release(child: ChildProcess): void {
  child.removeAllListeners('exit');
  child.unref();
  child.channel?.unref();
  if (child.stderr instanceof Socket) child.stderr.unref();
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => void child.once('exit', resolve));
  child.ref();
  if (child.connected) child.disconnect();
  await ended;
}
