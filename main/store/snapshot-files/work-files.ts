// Files that live for one export or import, beside the snapshots and as private: they are on the disk that has to hold
// the result, and may become one by being renamed. What a crash has left is removed when the next one is made.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { isSystemError } from '../../base/system-error.ts';
import { storeOpenError } from '../store-open-error.ts';

const PREFIX = 'work-';

export interface WorkFile {
  readonly path: string;
  /** Of another file beside it, such as a next step of it. */
  readonly beside: (name: string) => string;
  readonly remove: () => void;
}

export type WorkFiles = ReturnType<typeof createWorkFiles>;

export function createWorkFiles(place: () => string) {
  const open = new Set<string>();

  function create(): WorkFile {
    mkdirSync(place(), { recursive: true, mode: 0o700 });
    removeLeft(place(), open);
    const folder = mkdtempSync(join(place(), PREFIX)); // mode 0700
    open.add(folder);
    return {
      path: join(folder, 'file'),
      beside: (name) => join(folder, name),
      remove() {
        open.delete(folder);
        rmSync(folder, { recursive: true, force: true });
      },
    };
  }

  /** What a crash has left may hold secrets. */
  function clear(): void {
    if (existsSync(place())) removeLeft(place(), open);
  }

  /** Throws a `StoreOpenError`, `full`, where so many bytes are more than the disk has. */
  function requireRoom(bytes: number): void {
    mkdirSync(place(), { recursive: true, mode: 0o700 });
    const { bavail, bsize } = statfsSync(place());
    if (bytes > bavail * bsize) throw noRoom();
  }

  return { create, clear, requireRoom };
}

function removeLeft(place: string, open: ReadonlySet<string>): void {
  const left = readdirSync(place).filter((name) => name.startsWith(PREFIX));
  for (const folder of left.map((name) => join(place, name))) {
    if (!open.has(folder)) rmSync(folder, { recursive: true, force: true });
  }
}

function noRoom(cause?: unknown) {
  return storeOpenError(
    'full',
    'The disk of the workspace has too little room for it. Free some, or delete snapshots, and try again.',
    cause,
  );
}

/** What the system or SQLite says of a full disk, as a `StoreOpenError`; anything else as it is. */
export function asNoRoom(error: unknown): unknown {
  const isFull = isSystemError(error) && ['ENOSPC', 'EDQUOT', 'SQLITE_FULL'].includes(error.code);
  return isFull ? noRoom(error) : error;
}
