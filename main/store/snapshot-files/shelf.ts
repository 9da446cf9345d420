// The folder of the snapshots: each is a file of SQLite and a small JSON file that tells what it is.
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Snapshot } from '../../../shared/admin/snapshot.ts';
import type { Clock } from '../../base/clock.ts';

interface ShelfOptions {
  readonly clock: Clock;
  /** Of the workspace; undefined for one in memory. */
  readonly dataDir: string | undefined;
}

const ID = /^\d{17}(?:-\d+)?$/;

export function createShelf({ clock, dataDir }: ShelfOptions) {
  let temporary: string | undefined;
  /** Ids of places that may not have their file yet. */
  const given = new Set<string>();

  function folder(): string {
    if (dataDir !== undefined) return join(dataDir, 'snapshots');
    temporary ??= mkdtempSync(join(tmpdir(), 'scim-mock-snapshots-'));
    return temporary;
  }

  function fileOf(id: string): string {
    return join(folder(), `${id}.db`);
  }

  /** For the file of a new one; it is listed once it has been `put`. */
  function newPlace() {
    mkdirSync(folder(), { recursive: true, mode: 0o700 });
    const at = clock.now().toISOString();
    const wanted = at.replaceAll(/\D/g, '');
    const id = freeId(wanted, (taken) => given.has(taken) || existsSync(fileOf(taken)));
    given.add(id);
    return { id, at, file: fileOf(id) };
  }

  function put(snapshot: Snapshot): Snapshot {
    const file = join(folder(), `${snapshot.id}.json`);
    writeFileSync(file, JSON.stringify(snapshot), { mode: 0o600 });
    return snapshot;
  }

  function find(id: string): Snapshot | undefined {
    return ID.test(id) ? readSnapshot(folder(), id) : undefined;
  }

  /** The one that was taken last comes first. */
  function list(): readonly Snapshot[] {
    if (!existsSync(folder())) return [];
    const ids = readdirSync(folder()).filter((name) => name.endsWith('.json'));
    const found = ids.map((name) => find(name.slice(0, -'.json'.length)));
    return found.filter((each) => each !== undefined).toSorted(newestFirst);
  }

  function remove({ id }: Snapshot): void {
    for (const end of ['.json', '.db']) rmSync(join(folder(), `${id}${end}`), { force: true });
  }

  function close(): void {
    if (temporary !== undefined) rmSync(temporary, { recursive: true, force: true });
  }

  return { folder, fileOf, newPlace, put, find, list, remove, close };
}

function freeId(wanted: string, isTaken: (id: string) => boolean): string {
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? wanted : `${wanted}-${number}`;
    if (!isTaken(id)) return id;
  }
}

function newestFirst(one: Snapshot, other: Snapshot): number {
  if (one.at !== other.at) return one.at < other.at ? 1 : -1;
  return one.id < other.id ? 1 : -1;
}

function readSnapshot(folder: string, id: string): Snapshot | undefined {
  const file = join(folder, `${id}.json`);
  if (!existsSync(file) || !existsSync(join(folder, `${id}.db`))) return undefined;
  const snapshot = Snapshot.safeParse(readDescription(file));
  return snapshot.success ? snapshot.data : undefined;
}

/** A damaged description is none: the other snapshots are listed all the same. */
function readDescription(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
