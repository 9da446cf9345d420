// One server process, started in one of two ways that look alike from here: Electron's utility process (what users
// run), or a fork of a given Node executable (tests, and Electron versions with an old Node-API).
// `utilityProcess.fork` before `ready` ends the app without an exception: callers wait for `ready`.
import { fork } from 'node:child_process';
import { utilityProcess } from 'electron';
import { FromServer, type ToServer } from '../../shared/server-messages.ts';

const KILL_AFTER_MS = 5_000;

export interface ServerProcess {
  readonly send: (message: ToServer) => void;
  /** Asks for an orderly end, kills after five seconds; resolves when the process is gone. */
  readonly stop: () => Promise<void>;
}

export interface ServerProcessEvents {
  readonly onMessage: (message: FromServer) => void;
  readonly onExit: (code: number | null) => void;
  /** What it has logged. */
  readonly onLog: (chunk: string) => void;
}

export interface ServerProgram {
  readonly entry: string;
  readonly node: string | undefined;
}

export function startServerProcess(
  program: ServerProgram,
  events: ServerProcessEvents,
): ServerProcess {
  const receive = (raw: unknown) => {
    const message = FromServer.safeParse(raw);
    if (message.success) events.onMessage(message.data);
  };
  const handlers: Handlers = { receive, onExit: events.onExit, onLog: events.onLog };
  return program.node === undefined
    ? startInUtilityProcess(program.entry, handlers)
    : startUnderNode(program.entry, program.node, handlers);
}

interface Handlers {
  readonly receive: (raw: unknown) => void;
  readonly onExit: (code: number | null) => void;
  readonly onLog: (chunk: string) => void;
}

function startInUtilityProcess(entry: string, { receive, onExit, onLog }: Handlers): ServerProcess {
  const child = utilityProcess.fork(entry, [], {
    serviceName: 'SCIM server',
    stdio: ['ignore', 'inherit', 'pipe'],
  });
  child.on('message', receive);
  child.stderr?.on('data', (chunk: Buffer) => onLog(chunk.toString()));
  const gone = new Promise<void>((resolve) => {
    child.once('exit', (code) => {
      onExit(code);
      resolve();
    });
  });
  const send = (message: ToServer) => child.postMessage(message);
  return { send, stop: () => stopGently({ send, kill: () => void child.kill(), gone }) };
}

function startUnderNode(entry: string, node: string, handlers: Handlers): ServerProcess {
  const { ELECTRON_RUN_AS_NODE: _runAsNode, NODE_OPTIONS: _nodeOptions, ...env } = process.env;
  const child = fork(entry, [], {
    execPath: node,
    execArgv: [],
    env,
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
  });
  child.stderr?.on('data', (chunk: Buffer) => handlers.onLog(chunk.toString()));
  child.on('message', handlers.receive);
  const gone = new Promise<void>((resolve) => {
    const end = (code: number | null) => {
      handlers.onExit(code);
      resolve();
    };
    child.once('exit', end);
    child.once('error', () => end(null));
  });
  const send = (message: ToServer) => {
    if (child.connected) child.send(message);
  };
  return { send, stop: () => stopGently({ send, kill: () => void child.kill('SIGKILL'), gone }) };
}

async function stopGently(server: {
  readonly send: (message: ToServer) => void;
  readonly kill: () => void;
  readonly gone: Promise<void>;
}): Promise<void> {
  server.send({ type: 'shutdown' });
  const timer = setTimeout(server.kill, KILL_AFTER_MS);
  await server.gone;
  clearTimeout(timer);
}
