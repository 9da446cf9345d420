// Snapshots: copies of the whole workspace, each a file of SQLite with a small JSON file that tells what it is. They
// hold secrets as the workspace does, and are private to the user as it is. A workspace in memory keeps them in a
// temporary folder, for as long as it lives.
// Surprise: to restore is to fill the tables of the open database anew, in one transaction, and not to swap files. So
// every prepared statement stays good, the server keeps its ports, and a failure leaves everything as it was.
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SQLite, { type Database } from 'better-sqlite3';
import { Snapshot, type SnapshotOrder } from '../../shared/admin/snapshot.ts';
import type { Clock } from '../base/clock.ts';
import { createSnapshotComparer } from './compare-workspaces.ts';
import { fillFrom } from './fill-workspace.ts';
import { LATEST_VERSION } from './migrate.ts';
import { storeOpenError } from './store-open-error.ts';

export interface SnapshotOptions {
  readonly clock: Clock;
  /** Of the workspace; undefined for one in memory. */
  readonly dataDir: string | undefined;
  /** Brings a copy of a snapshot to the newest schema. Throws a `StoreOpenError`. */
  readonly prepare: (db: Database) => Database;
  /** Writes down what is still in memory. */
  readonly flush: () => void;
  /** Forgets what was known of the tables. */
  readonly reload: () => void;
}

export type SnapshotStore = ReturnType<typeof createSnapshotStore>;

const ID = /^\d{17}(?:-\d+)?$/;

export function createSnapshotStore(db: Database, options: SnapshotOptions) {
  let temporary: string | undefined;
  const comparable = createComparableFiles(options, ({ id }) => join(folder(), `${id}.db`));

  function folder(): string {
    if (options.dataDir !== undefined) return join(options.dataDir, 'snapshots');
    temporary ??= mkdtempSync(join(tmpdir(), 'scim-mock-snapshots-'));
    return temporary;
  }

  function take({ name, note }: SnapshotOrder): Snapshot {
    options.flush();
    mkdirSync(folder(), { recursive: true, mode: 0o700 });
    const at = options.clock.now().toISOString();
    const id = freeId(folder(), at.replaceAll(/\D/g, ''));
    const file = join(folder(), `${id}.db`);
    writeCopy(db, file);
    const told = { id, name, note, at, size: statSync(file).size, counts: countAll(db) };
    writeFileSync(join(folder(), `${id}.json`), JSON.stringify(told), { mode: 0o600 });
    return told;
  }

  function find(id: string): Snapshot | undefined {
    return ID.test(id) ? readSnapshot(folder(), id) : undefined;
  }

  /** Newest first. */
  function list(): readonly Snapshot[] {
    if (!existsSync(folder())) return [];
    const ids = readdirSync(folder()).filter((name) => name.endsWith('.json'));
    const found = ids.map((name) => find(name.slice(0, -'.json'.length)));
    return found.filter((each) => each !== undefined).toSorted((a, b) => (a.id < b.id ? 1 : -1));
  }

  /** Returns the snapshot of what was there before. Throws a `StoreOpenError`; nothing has changed then. */
  function restore(snapshot: Snapshot): Snapshot {
    const copy = join(folder(), `${snapshot.id}.restoring`);
    try {
      prepareCopy(join(folder(), `${snapshot.id}.db`), copy, options);
      const before = take({ name: `Before "${snapshot.name}"`.slice(0, 100), note: '' });
      fillFrom(db, copy);
      options.reload();
      return before;
    } finally {
      for (const end of ['', '-wal', '-shm']) rmSync(`${copy}${end}`, { force: true });
    }
  }

  /** Leaves the workspace as a new one, its settings aside. Returns what was there before, if that is wanted. */
  function empty({ keepsSnapshots }: { readonly keepsSnapshots: boolean }): Snapshot | null {
    const before = keepsSnapshots ? take({ name: 'Before all data was deleted', note: '' }) : null;
    mkdirSync(folder(), { recursive: true, mode: 0o700 });
    const file = join(folder(), 'new.part');
    try {
      makeNew(file, options);
      options.flush();
      fillFrom(db, file);
      options.reload();
    } finally {
      for (const end of ['', '-wal', '-shm']) rmSync(`${file}${end}`, { force: true });
    }
    if (!keepsSnapshots) for (const snapshot of list()) remove(snapshot);
    return before;
  }

  function remove({ id }: Snapshot): void {
    for (const end of ['.json', '.db']) rmSync(join(folder(), `${id}${end}`), { force: true });
  }

  function close(): void {
    comparable.close();
    if (temporary !== undefined) rmSync(temporary, { recursive: true, force: true });
  }

  const compare = createSnapshotComparer(db, (snapshot) => comparable.fileOf(snapshot));
  return { take, find, list, restore, empty, remove, compare, close };
}

function freeId(folder: string, wanted: string): string {
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? wanted : `${wanted}-${number}`;
    if (!existsSync(join(folder, `${id}.db`))) return id;
  }
}

/** Under another name until it is complete. */
function writeCopy(db: Database, file: string): void {
  const part = `${file}.part`;
  writeFileSync(part, '', { mode: 0o600 });
  try {
    db.prepare('vacuum into ?').run(part);
    renameSync(part, file);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
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

/** The snapshot itself stays as it was taken. */
function prepareCopy(file: string, copy: string, { prepare }: SnapshotOptions): void {
  copyFileSync(file, copy);
  chmodSync(copy, 0o600);
  const db = new SQLite(copy);
  try {
    checkPages(db);
    requireWorkspace(db);
    prepare(db);
    db.pragma('journal_mode = delete');
  } finally {
    db.close();
  }
}

/** A workspace of the newest schema with nothing in it. */
function makeNew(file: string, { prepare }: SnapshotOptions): void {
  const db = new SQLite(file);
  try {
    prepare(db);
    db.pragma('journal_mode = delete');
  } finally {
    db.close();
  }
}

/** Files of the newest schema: the snapshot's own, or a copy that is brought there and kept for the next look. */
function createComparableFiles(options: SnapshotOptions, ownFile: (snapshot: Snapshot) => string) {
  let folder: string | undefined;
  return {
    fileOf(snapshot: Snapshot): string {
      const file = ownFile(snapshot);
      if (readVersion(file) === LATEST_VERSION) return file;
      folder ??= mkdtempSync(join(tmpdir(), 'scim-mock-compare-'));
      const copy = join(folder, `${snapshot.id}.db`);
      if (!existsSync(copy)) prepareCopy(file, copy, options);
      return copy;
    },
    close() {
      if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}

function readVersion(file: string): number {
  const db = new SQLite(file, { readonly: true });
  try {
    return Number(db.pragma('user_version', { simple: true }));
  } catch (error) {
    throw storeOpenError('unreadable', 'The snapshot is damaged and cannot be read.', error);
  } finally {
    db.close();
  }
}

/** An empty file is a sound database to SQLite, and would empty the workspace. */
function requireWorkspace(db: Database): void {
  if (db.pragma('user_version', { simple: true }) !== 0) return;
  throw storeOpenError('unreadable', 'The snapshot is damaged and cannot be restored.');
}

function checkPages(db: Database): void {
  try {
    if (db.pragma('quick_check', { simple: true }) === 'ok') return;
  } catch (error) {
    throw storeOpenError('unreadable', 'The snapshot is damaged and cannot be restored.', error);
  }
  throw storeOpenError('unreadable', 'The snapshot is damaged and cannot be restored.');
}

function countAll(db: Database): Snapshot['counts'] {
  const counts = db
    .prepare<[], Snapshot['counts']>(
      `
      select
        (select count(*) from tenants) as tenants,
        (select count(*) from resources where resource_type = 'User') as users,
        (select count(*) from resources where resource_type = 'Group') as groups,
        (select count(*) from request_log) as requests`,
    )
    .get();
  if (counts === undefined) throw new Error('A count returned no row');
  return counts;
}
