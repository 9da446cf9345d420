// Which server a program means: the one whose address and key it is given, else the one that runs on the data directory.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RUNNING_SERVER_FILE, RunningServerFile } from '../../shared/running-server.ts';
import type { AdminAccess } from './admin-client.ts';

export interface ServerHint {
  readonly url: string | undefined;
  readonly key: string | undefined;
  /** Folder of the workspace. */
  readonly dataDir: string;
}

export type FoundServer =
  | { readonly kind: 'found'; readonly access: AdminAccess }
  /** Why not, in a sentence. */
  | { readonly kind: 'missing'; readonly reason: string };

export function findServer({ url, key, dataDir }: ServerHint): FoundServer {
  if (url === undefined && key === undefined) return readAnnouncement(dataDir);
  if (url === undefined || key === undefined) {
    return missing(
      '--url and --key belong together: the address of the admin listener and its key.',
    );
  }
  if (!URL.canParse(url)) return missing(`--url is no address: "${url}".`);
  return { kind: 'found', access: { adminUrl: new URL(url).origin, adminKey: key } };
}

function readAnnouncement(dataDir: string): FoundServer {
  const announced = readFile(join(dataDir, RUNNING_SERVER_FILE));
  if (announced === undefined || !isAlive(announced.pid)) {
    return missing(
      `No server runs on the data directory "${dataDir}". Start one (npm start, npm run serve), or say --data-dir, or --url and --key.`,
    );
  }
  const { adminUrl, adminKey } = announced;
  return { kind: 'found', access: { adminUrl, adminKey } };
}

function readFile(file: string): RunningServerFile | undefined {
  try {
    return RunningServerFile.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined; // none there, or none that can be understood: told as no server
  }
}

/** The key is not sent to whoever has the port of a server that has died. */
function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function missing(reason: string): FoundServer {
  return { kind: 'missing', reason };
}
