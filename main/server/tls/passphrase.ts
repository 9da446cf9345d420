// The passphrase of the user's own key: a file of its own that only its owner may read, and nowhere else. The API takes
// it and never tells it.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isSystemError } from '../../base/system-error.ts';
import { TLS_FOLDER, writeWhole } from './local-authority.ts';

export interface PassphraseStore {
  /** Undefined: none is kept. */
  readonly read: () => string | undefined;
  /** Empty: it goes. */
  readonly write: (passphrase: string) => void;
}

export function createPassphraseStore(dataDir: string): PassphraseStore {
  let kept: string | undefined;
  if (dataDir === ':memory:') {
    return {
      read: () => kept,
      write: (passphrase) => (kept = passphrase === '' ? undefined : passphrase),
    };
  }
  const folder = join(dataDir, TLS_FOLDER);
  const file = join(folder, 'passphrase');
  return {
    read: () => readIfThere(file),
    write(passphrase) {
      if (passphrase === '') return rmSync(file, { force: true });
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      writeWhole(file, passphrase, 0o600);
    },
  };
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (isSystemError(error) && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
