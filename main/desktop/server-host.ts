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

export function createServerHost(program: ServerProgram, options: ServerOptions): ServerHost {
  const holder = createStateHolder();
  const adminKey = options.adminKey ?? randomBytes(32).toString('base64url');
  let wanted: ServerOptions = { ...options, adminKey };
  let ready: ReadyEvent | undefined;
  let uiOrigin: string | undefined;
  let current: ServerProcess | undefined;
  let restartTimer: NodeJS.Timeout | undefined;
  const crashes = createCrashCounter();

  /** Events of a process that was stopped meanwhile are not heard. */
  function start(): void {
    const own: ServerProcess = startServerProcess(program, {
      onMessage: (message) => void (current === own && receive(message)),
      onExit: (code) => void (current === own && ended(code)),
    });
    current = own;
  }

  function receive(message: FromServer): void {
    switch (message.type) {
      case 'hello':
        return current?.send({ type: 'start', options: wanted });
      case 'ready':
        ready = message.ready;
        wanted = { ...wanted, ...portsOf(message.ready) };
        uiOrigin = new URL(message.ready.uiUrl).origin;
        return holder.set({ state: 'serving', uiUrl: message.ready.uiUrl });
      case 'failed':
        return holder.set({ state: 'failed', message: message.message });
    }
  }

  /** An end that nobody asked for. */
  function ended(code: number | null): void {
    current = undefined;
    ready = undefined;
    if (holder.get().state === 'failed') return;
    const reason = `The server process ended unexpectedly (code ${code ?? 'unknown'}).`;
    if (crashes.isOneTooMany()) {
      holder.set({
        state: 'failed',
        message: `${reason} It did so several times within a minute.`,
      });
      return;
    }
    holder.set({ state: 'restarting', message: reason });
    restartTimer = setTimeout(start, RESTART_DELAY_MS);
  }

  async function stop(): Promise<void> {
    clearTimeout(restartTimer);
    const last = current;
    current = undefined;
    ready = undefined;
    await last?.stop();
  }

  async function restart(): Promise<void> {
    holder.set({ state: 'restarting', message: 'The server is being restarted.' });
    crashes.forget();
    await stop();
    start();
  }

  return {
    start,
    restart,
    stop,
    state: holder.get,
    ready: () => ready,
    isOwnPage: (url) => URL.canParse(url) && new URL(url).origin === uiOrigin,
    onState: holder.onChange,
  };
}

function createStateHolder() {
  const listeners = new Set<(state: ServerState) => void>();
  let state: ServerState = { state: 'starting' };
  return {
    get: () => state,
    set(next: ServerState) {
      state = next;
      for (const listener of listeners) listener(next);
    },
    onChange(listener: (state: ServerState) => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** Counts crashes in a sliding minute. */
function createCrashCounter(): { isOneTooMany: () => boolean; forget: () => void } {
  let crashes: number[] = [];
  return {
    isOneTooMany() {
      const now = performance.now();
      crashes = [...crashes.filter((at) => now - at < CRASH_WINDOW_MS), now];
      return crashes.length > CRASHES_ALLOWED;
    },
    forget() {
      crashes = [];
    },
  };
}

function portsOf(ready: ReadyEvent): { scimPort: number; adminPort: number } {
  return {
    scimPort: Number(new URL(ready.scimUrl).port),
    adminPort: Number(new URL(ready.adminUrl).port),
  };
}
