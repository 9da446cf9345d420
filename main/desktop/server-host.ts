// The life of the server process as the shell sees it: start, serve, restart after a crash, give up after too many.
// A restart keeps the admin key, and the ports unless the settings say others: the SCIM client's tenant URL stays, and
// an open window just reconnects.
import type { FromServer } from '../../shared/server-messages.ts';
import type { ReadyEvent, ServerOptions } from '../../shared/server-options.ts';
import type { ServerState } from '../../shared/shell.ts';
import { startServerProcess, type ServerProcess, type ServerProgram } from './server-process.ts';

const CRASHES_ALLOWED = 5;
const CRASH_WINDOW_MS = 60_000;
const RESTART_DELAY_MS = 500;

export interface ServerHost {
  readonly start: () => void;
  readonly restart: () => Promise<void>;
  /** With the app: the state stays what it is, so that nothing is drawn any more. */
  readonly end: () => Promise<void>;
  /** Serves another data directory from now on, on the same ports. Resolves when it serves or has failed. */
  readonly moveTo: (dataDir: string) => Promise<ServerState>;
  readonly dataDir: () => string;
  readonly state: () => ServerState;
  /** What the running server announced; undefined while there is none. */
  readonly ready: () => ReadyEvent | undefined;
  /** Whether a URL lies on the admin listener of this host's server, running or just being restarted. */
  readonly isOwnPage: (url: string) => boolean;
  readonly onState: (listener: (state: ServerState) => void) => () => void;
}

interface Ports {
  readonly scimPort: number;
  readonly adminPort: number;
}

interface Life {
  readonly program: ServerProgram;
  readonly onLog: (chunk: string) => void;
  readonly listeners: Set<(state: ServerState) => void>;
  /** As given; a port that was not is the workspace's to decide at each start. */
  options: ServerOptions;
  startOptions: ServerOptions;
  /** Of the server that was ready last. */
  ports?: Ports;
  state: ServerState;
  process?: ServerProcess | undefined;
  ready?: ReadyEvent | undefined;
  /** Of the server on this folder that was ready last. */
  lastAdminKey?: string | undefined;
  uiOrigin?: string;
  restartTimer?: NodeJS.Timeout;
  /** When the process ended by itself, on the monotonic clock. */
  crashesMs: readonly number[];
}

export function createServerHost(
  program: ServerProgram,
  options: ServerOptions,
  onLog: (chunk: string) => void,
): ServerHost {
  const life: Life = {
    program,
    onLog,
    listeners: new Set(),
    options,
    startOptions: options,
    state: { state: 'starting' },
    crashesMs: [],
  };
  return {
    start: () => start(life),
    restart: () => restart(life),
    end: () => end(life),
    moveTo: (dataDir) => moveTo(life, dataDir),
    dataDir: () => life.options.dataDir,
    state: () => life.state,
    ready: () => life.ready,
    isOwnPage: (url) => URL.canParse(url) && new URL(url).origin === life.uiOrigin,
    onState(listener) {
      life.listeners.add(listener);
      return () => void life.listeners.delete(listener);
    },
  };
}

/** Events of a process that was stopped meanwhile are not heard. */
function start(life: Life, ports: Partial<Ports> = {}): void {
  life.startOptions = { ...life.options, ...ports, lastAdminKey: life.lastAdminKey };
  const own: ServerProcess = startServerProcess(life.program, {
    onMessage: (message) => {
      if (life.process === own) receive(life, message);
    },
    onExit: (code) => {
      if (life.process === own) ended(life, code);
    },
    onLog: life.onLog,
  });
  life.process = own;
}

async function end(life: Life): Promise<void> {
  clearTimeout(life.restartTimer);
  const last = life.process;
  life.process = undefined;
  life.ready = undefined;
  await last?.stop();
}

async function restart(life: Life): Promise<void> {
  await begin(life, 'The server is being restarted.');
}

async function begin(life: Life, message: string): Promise<void> {
  become(life, { state: 'restarting', asked: true, message });
  life.crashesMs = [];
  await end(life);
  start(life, askedPorts(life));
}

/** "Any free port" was settled at the first start. */
function askedPorts({ options, ports }: Life): Partial<Ports> {
  return {
    ...(options.scimPort === 0 && ports && { scimPort: ports.scimPort }),
    ...(options.adminPort === 0 && ports && { adminPort: ports.adminPort }),
  };
}

/** What was said of the first workspace at the start (token, public URL, people) is not said of another. */
async function moveTo(life: Life, dataDir: string): Promise<ServerState> {
  const { token: _token, publicUrl: _publicUrl, seed: _seed, ...options } = life.options;
  life.options = { ...options, dataDir };
  life.lastAdminKey = undefined;
  const settled = nextSettled(life);
  await begin(life, 'Another workspace is being opened.');
  return settled;
}

function nextSettled(life: Life): Promise<ServerState> {
  return new Promise((resolve) => {
    const listener = (state: ServerState) => {
      if (state.state !== 'serving' && state.state !== 'failed') return;
      life.listeners.delete(listener);
      resolve(state);
    };
    life.listeners.add(listener);
  });
}

function receive(life: Life, message: FromServer): void {
  switch (message.type) {
    case 'hello':
      return life.process?.send({ type: 'start', options: life.startOptions });
    case 'ready':
      return serving(life, message.ready);
    case 'failed':
      return become(life, { state: 'failed', message: message.message });
  }
}

function serving(life: Life, ready: ReadyEvent): void {
  life.ready = ready;
  life.lastAdminKey = ready.adminKey;
  life.uiOrigin = new URL(ready.uiUrl).origin;
  life.ports = {
    scimPort: Number(new URL(ready.scimUrl).port),
    adminPort: Number(new URL(ready.adminUrl).port),
  };
  become(life, { state: 'serving', uiUrl: ready.uiUrl });
}

/** An end that nobody asked for. */
function ended(life: Life, code: number | null): void {
  life.process = undefined;
  life.ready = undefined;
  if (life.state.state === 'failed') return;
  const reason = `The server process ended unexpectedly (code ${code ?? 'unknown'}).`;
  const now = performance.now();
  life.crashesMs = [...life.crashesMs.filter((at) => now - at < CRASH_WINDOW_MS), now];
  if (life.crashesMs.length > CRASHES_ALLOWED) {
    become(life, { state: 'failed', message: `${reason} It did so several times in a minute.` });
    return;
  }
  become(life, { state: 'restarting', asked: false, message: reason });
  life.restartTimer = setTimeout(() => start(life, life.ports), RESTART_DELAY_MS);
}

function become(life: Life, state: ServerState): void {
  life.state = state;
  for (const listener of life.listeners) listener(state);
}
