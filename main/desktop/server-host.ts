// The life of the server process as the shell sees it: start, serve, restart after a crash, give up after too many.
// A restart keeps ports and admin key, so that the SCIM client's tenant URL stays and an open window just reconnects.
import { randomBytes } from 'node:crypto';
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
  readonly stop: () => Promise<void>;
  readonly state: () => ServerState;
  /** What the running server announced; undefined while there is none. */
  readonly ready: () => ReadyEvent | undefined;
  /** Whether a URL lies on the admin listener of this host's server, running or just being restarted. */
  readonly isOwnPage: (url: string) => boolean;
  readonly onState: (listener: (state: ServerState) => void) => () => void;
}

interface Life {
  readonly program: ServerProgram;
  readonly listeners: Set<(state: ServerState) => void>;
  options: ServerOptions;
  state: ServerState;
  process?: ServerProcess | undefined;
  ready?: ReadyEvent | undefined;
  uiOrigin?: string;
  restartTimer?: NodeJS.Timeout;
  /** When the process ended by itself, on the monotonic clock. */
  crashesMs: readonly number[];
}

export function createServerHost(program: ServerProgram, options: ServerOptions): ServerHost {
  const adminKey = options.adminKey ?? randomBytes(32).toString('base64url');
  const life: Life = {
    program,
    listeners: new Set(),
    options: { ...options, adminKey },
    state: { state: 'starting' },
    crashesMs: [],
  };
  return {
    start: () => start(life),
    restart: () => restart(life),
    stop: () => stop(life),
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
function start(life: Life): void {
  const own: ServerProcess = startServerProcess(life.program, {
    onMessage: (message) => {
      if (life.process === own) receive(life, message);
    },
    onExit: (code) => {
      if (life.process === own) ended(life, code);
    },
  });
  life.process = own;
}

async function stop(life: Life): Promise<void> {
  clearTimeout(life.restartTimer);
  const last = life.process;
  life.process = undefined;
  life.ready = undefined;
  await last?.stop();
}

async function restart(life: Life): Promise<void> {
  become(life, { state: 'restarting', message: 'The server is being restarted.' });
  life.crashesMs = [];
  await stop(life);
  start(life);
}

function receive(life: Life, message: FromServer): void {
  switch (message.type) {
    case 'hello':
      return life.process?.send({ type: 'start', options: life.options });
    case 'ready':
      return serving(life, message.ready);
    case 'failed':
      return become(life, { state: 'failed', message: message.message });
  }
}

function serving(life: Life, ready: ReadyEvent): void {
  life.ready = ready;
  life.uiOrigin = new URL(ready.uiUrl).origin;
  life.options = {
    ...life.options,
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
  become(life, { state: 'restarting', message: reason });
  life.restartTimer = setTimeout(() => start(life), RESTART_DELAY_MS);
}

function become(life: Life, state: ServerState): void {
  life.state = state;
  for (const listener of life.listeners) listener(state);
}
