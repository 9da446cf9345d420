// The headless server as a child process with any arguments: what it prints, how it ends.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { TestContext } from 'node:test';

const ENTRY = path.resolve(import.meta.dirname, '..', '..', 'main', 'server', 'headless.ts');

export interface ServerRun {
  readonly pid: number;
  readonly stdout: () => string;
  readonly stderr: () => string;
  /** Resolves when stdout has the text; rejects when the process ends before. */
  readonly printed: (text: string) => Promise<void>;
  readonly kill: (signal: NodeJS.Signals) => void;
  readonly closeStdout: () => void;
  readonly ended: Promise<{ readonly code: number | null; readonly signal: string | null }>;
}

/** Ended with the test when it has not ended by itself. Ports are free ones and the log is plain unless told. */
export function runServer(
  context: TestContext,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): ServerRun {
  const child = spawn(process.execPath, [ENTRY, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, SCIM_MOCK_SCIM_PORT: '0', SCIM_MOCK_ADMIN_PORT: '0', ...env },
  });
  const printed = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (printed.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (printed.stderr += text));
  const ended = once(child, 'close').then(([code, signal]: unknown[]) => ({
    code: typeof code === 'number' ? code : null,
    signal: typeof signal === 'string' ? signal : null,
  }));
  context.after(() => {
    child.kill('SIGKILL');
    return ended;
  });
  return {
    pid: child.pid ?? 0,
    stdout: () => printed.stdout,
    stderr: () => printed.stderr,
    printed: (text) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (printed.stdout.includes(text)) resolve();
        };
        child.stdout.on('data', look);
        child.once('close', () => reject(new Error(`Ended without "${text}": ${printed.stderr}`)));
        look();
      }),
    kill: (signal) => void child.kill(signal),
    closeStdout: () => void child.stdout.destroy(),
    ended,
  };
}
