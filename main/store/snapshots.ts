// Snapshots: copies of the whole workspace, each a file of SQLite with a small JSON file that tells what it is. They
// hold secrets as the workspace does, and are private to the user as it is; those that came from a file hold none. A
// workspace in memory keeps them in a temporary folder, for as long as it lives.
// Surprise: to restore is to fill the tables of the open database anew, in one transaction, and not to swap files. So
// every prepared statement stays good, the server keeps its ports, and a failure leaves everything as it was.
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SQLite, { type Database } from 'better-sqlite3';
import type {
  Restoration,
  Snapshot,
  SnapshotOrder,
  SnapshotOrigin,
} from '../../shared/admin/snapshot.ts';
import type { Clock } from '../base/clock.ts';
import { createSnapshotComparer } from './compare-workspaces.ts';
import { fillFrom } from './fill-workspace.ts';
import { LATEST_VERSION } from './migrate.ts';
import { createShelf } from './snapshot-files/shelf.ts';
import { createSnapshotFiles, type ReceivedFile } from './snapshot-files/snapshot-files.ts';
import { asNoRoom } from './snapshot-files/work-files.ts';
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

/** Of the automatic ones. */
const KEPT = 10;

export function createSnapshotStore(db: Database, options: SnapshotOptions) {
  const shelf = createShelf(options);
  const comparable = createComparableFiles(options, ({ id }) => shelf.fileOf(id));

  /** Throws a `StoreOpenError`, `full`. */
  function take({ name, note }: SnapshotOrder, origin: SnapshotOrigin = 'user'): Snapshot {
    options.flush();
    const { id, at, file } = shelf.newPlace();
    writeCopy(db, file);
    return shelf.put({
      id,
      origin,
      name,
      note,
      at,
      size: statSync(file).size,
      counts: countAll(db),
    });
  }

  /** Before something is destroyed; of those the oldest go, but never `spared`. Throws a `StoreOpenError`, `full`. */
  function takeBefore(what: string, spared?: Snapshot): Snapshot {
    const taken = take({ name: `Before ${what}`.slice(0, 100), note: '' }, 'automatic');
    const automatic = shelf.list().filter(({ origin }) => origin === 'automatic');
    const old = automatic.filter(({ id }) => id !== spared?.id).slice(KEPT);
    for (const each of old) shelf.remove(each);
    return taken;
  }

  /** A file that was received, and judged, becomes a snapshot. */
  function add({ path, told }: ReceivedFile): Snapshot {
    const { id, file } = shelf.newPlace();
    const { name, note, at, counts, size } = told;
    renameSync(path, file);
    return shelf.put({ id, origin: 'imported', name, note, at, size, counts });
  }

  /** `before` is the snapshot of what was there before. Throws a `StoreOpenError`; nothing has changed then. */
  function restore(snapshot: Snapshot): Pick<Restoration, 'before' | 'credentials'> {
    const copy = `${shelf.fileOf(snapshot.id)}.restoring`;
    try {
      prepareCopy(shelf.fileOf(snapshot.id), copy, options);
      const before = takeBefore(`"${snapshot.name}"`, snapshot);
      const credentials = fillFrom(db, copy, options.clock.now().toISOString());
      options.reload();
      return { before, credentials };
    } finally {
      for (const end of ['', '-wal', '-shm']) rmSync(`${copy}${end}`, { force: true });
    }
  }

  function close(): void {
    comparable.close();
    shelf.close();
  }

  const compare = createSnapshotComparer(db, (snapshot) => comparable.fileOf(snapshot));
  const files = createSnapshotFiles(db, {
    ...options,
    folder: shelf.folder,
    copyOf: ({ id }, copy) => prepareCopy(shelf.fileOf(id), copy, options),
    count: countAll,
  });
  const { find, list, remove } = shelf;
  return { take, takeBefore, find, list, restore, remove, compare, add, files, close };
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
    throw asNoRoom(error);
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
