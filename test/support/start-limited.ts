// The headless server on a disk that takes so much and no more: the system limits what its process may write to a file.
// Node ignores the signal that tells of the limit, so that a write fails as on a disk that is full. Linux only.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { ReadyEvent } from '../../shared/server-options.ts';

const ENTRY = path.resolve(import.meta.dirname, '..', '..', 'main', 'server', 'headless.ts');

export interface LimitedServer {
  readonly ready: ReadyEvent;
  /** From now on it may write what it wants. */
  readonly makeRoom: () => void;
  /** At once, as if the power had failed. */
  readonly kill: () => Promise<void>;
}

/** `blocks` of 512 bytes to each file, or `unlimited`. */
export async function startLimited(dataDir: string, blocks: string): Promise<LimitedServer> {
  const flags = `--json --scim-port 0 --admin-port 0 --data-dir ${dataDir}`;
  const command = `ulimit -S -f ${blocks}; exec ${process.execPath} ${ENTRY} ${flags}`;
  const child = spawn('sh', ['-c', command], { stdio: ['ignore', 'pipe', 'ignore'] });
  const ended = once(child, 'exit');
  const [line]: unknown[] = await once(createInterface(child.stdout), 'line');
  return {
    ready: ReadyEvent.parse(JSON.parse(String(line))),
    makeRoom: () => void spawnSync('prlimit', ['--pid', String(child.pid), '--fsize=unlimited']),
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
