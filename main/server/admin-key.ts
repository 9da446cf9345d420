// The key of the admin API. Given at the start (a flag, a variable), it is as given; else the workspace keeps one, where
// its setting says so, in a file that only its owner may read; else each start has its own. Never in the database: no
// snapshot and no export has it.
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ServerOptions } from '../../shared/server-options.ts';
import { newSecretToken } from '../base/ids.ts';
import { isSystemError } from '../base/system-error.ts';
import type { AdminKeyControl } from '../http/admin/dependencies.ts';
import type { Store } from '../store/open-store.ts';
import { startError } from './start-error.ts';
import { writeWhole } from './tls/local-authority.ts';

type KeyOptions = Pick<ServerOptions, 'dataDir' | 'adminKey' | 'lastAdminKey'>;

/** Throws a `StartError` where the key that is kept cannot be read. */
export function createAdminKey(options: KeyOptions, settings: Store['settings']): AdminKeyControl {
  const isGiven = options.adminKey !== undefined;
  const file = options.dataDir === ':memory:' ? null : join(options.dataDir, 'admin-key');
  const listeners: (() => void)[] = [];
  const isKept = () => !isGiven && file !== null && settings.read()['admin.keepKey'];
  const kept = file !== null && isKept() ? readKept(file) : undefined;
  let key = options.adminKey ?? kept ?? options.lastAdminKey ?? newSecretToken();

  function apply(): void {
    if (file === null || isGiven) return;
    if (isKept()) writeWhole(file, key, 0o600);
    else rmSync(file, { force: true });
  }

  apply();
  return {
    read: () => key,
    state: () => ({
      source: isGiven ? 'given' : isKept() ? 'kept' : 'start',
      file: isKept() ? file : null,
      canKeep: !isGiven && file !== null,
    }),
    rotate() {
      key = newSecretToken();
      apply();
      for (const listener of listeners) listener();
      return key;
    },
    apply,
    onRotated: (listener) => void listeners.push(listener),
  };
}

/** A file that somebody has emptied or cut is as none. */
function readKept(file: string): string | undefined {
  try {
    const text = readFileSync(file, 'utf8').trim();
    return /^[\w-]{32,}$/.test(text) ? text : undefined;
  } catch (error) {
    if (isSystemError(error) && error.code === 'ENOENT') return undefined;
    throw startError(`The admin key in ${file} cannot be read. Look at its rights.`, error);
  }
}
