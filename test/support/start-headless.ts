// Starts the headless server as a child process, the way `npm run serve` runs it, and waits for its ready line.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { ReadyEvent } from '../../shared/server-options.ts';

const ENTRY = path.resolve(import.meta.dirname, '..', '..', 'main', 'server', 'headless.ts');

export interface HeadlessServer {
  readonly ready: ReadyEvent;
  readonly child: ChildProcess;
  /** Ends it as Ctrl+C does; resolves with its exit code. */
  readonly stop: () => Promise<number | null>;
}

export interface HeadlessOptions {
  readonly dataDir?: string;
  /** A built entry instead of the source. */
  readonly entry?: string;
  /** Flags of Node itself. */
  readonly nodeFlags?: readonly string[];
}

export async function startHeadless({
  dataDir = ':memory:',
  entry = ENTRY,
  nodeFlags = [],
}: HeadlessOptions = {}): Promise<HeadlessServer> {
  const options = ['--json', '--scim-port', '0', '--admin-port', '0', '--data-dir', dataDir];
  const child = spawn(process.execPath, [...nodeFlags, entry, ...options], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  const line = await Promise.race([
    once(createInterface(child.stdout), 'line').then(([text]: unknown[]) => String(text)),
    exited.then(([code]) => {
      throw new Error(`The server ended with ${String(code)} before it was ready`);
    }),
  ]);
  async function stop(): Promise<number | null> {
    child.kill('SIGTERM');
    const [code]: unknown[] = await exited;
    return typeof code === 'number' ? code : null;
  }
  return { ready: ReadyEvent.parse(JSON.parse(line)), child, stop };
}
