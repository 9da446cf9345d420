// The two servers that are compared: each its own process, each with a database file on disk.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { startHeadless } from '../support/start-headless.ts';

export interface Subject {
  readonly name: 'floor' | 'ours';
  readonly tenantUrl: string;
  readonly token: string;
  readonly stop: () => Promise<unknown>;
}

export async function startOurs(folder: string): Promise<Subject> {
  const { ready, stop } = await startHeadless({ dataDir: path.join(folder, 'ours') });
  return { name: 'ours', tenantUrl: ready.scimUrl, token: ready.token, stop };
}

export async function startFloor(folder: string): Promise<Subject> {
  const token = 'floor-token';
  const script = path.join(import.meta.dirname, 'floor.ts');
  const child = spawn(process.execPath, [script, path.join(folder, 'floor.db'), token], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  const [line]: unknown[] = await once(createInterface(child.stdout), 'line');
  return {
    name: 'floor',
    tenantUrl: String(line),
    token,
    stop: () => {
      child.kill('SIGTERM');
      return exited;
    },
  };
}
