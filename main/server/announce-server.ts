// The file by which the command line and the MCP server find this one. @see shared/running-server.ts
// A server that cannot write it serves all the same: whoever looks for it can be given its address and key instead.
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { RUNNING_SERVER_FILE, type RunningServerFile } from '../../shared/running-server.ts';
import type { Logger } from '../base/logger.ts';

/** A workspace in memory has no place for it. */
export function announceServer(
  dataDir: string,
  announced: RunningServerFile,
  logger: Logger,
): { readonly close: () => void } {
  if (dataDir === ':memory:') return { close: () => undefined };
  const file = join(dataDir, RUNNING_SERVER_FILE);
  try {
    // A file of its own: an earlier one could be open to others.
    const fresh = `${file}.${announced.pid}`;
    rmSync(fresh, { force: true });
    writeFileSync(fresh, JSON.stringify(announced), { mode: 0o600, flag: 'wx' });
    renameSync(fresh, file);
  } catch (error) {
    logger.warn('Other programs cannot find this server by its data directory', { error });
  }
  return { close: () => rmSync(file, { force: true }) };
}
