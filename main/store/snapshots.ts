// Snapshots: copies of the whole workspace or of one tenant, each a file of SQLite with a small JSON file that tells what it is. They
// hold secrets as the workspace does, and are private to the user as it is; those that came from a file hold none. A
// workspace in memory keeps them in a temporary folder, for as long as it lives.
// Surprise: to restore is to fill the tables of the open database anew, in one transaction, and not to swap files. So
// every prepared statement stays good, the server keeps its ports, and a failure leaves everything as it was.
import { existsSync, mkdtempSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
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
import { copyTenant, fillTenantFrom, hasTenant } from './fill-tenant.ts';
import { fillFrom } from './fill-workspace.ts';
import { LATEST_VERSION } from './migrate.ts';
import { createShelf } from './snapshot-files/shelf.ts';
import { createSnapshotFiles, type ReceivedFile } from './snapshot-files/snapshot-files.ts';
import { createTaskRunner, type TaskRunner, type TaskWatch } from './snapshot-files/run-task.ts';
import {
  countFile,
  createSnapshotTasks,
  type SnapshotTasks,
} from './snapshot-files/snapshot-tasks.ts';
import { asNoRoom, createWorkFiles, type WorkFiles } from './snapshot-files/work-files.ts';
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
  /** The highest number that a request has been given. */
  readonly lastRequestId: () => number;
}

interface RestoreWatch extends TaskWatch {
  /** Ends what is under way and would write into the workspace that is to be. */
  readonly settle: () => Promise<void>;
}

/** Who waits for a snapshot that is taken. */
interface TakeWatch {
  readonly signal?: AbortSignal;
  /** `total` is null where nobody knows it before. */
  readonly onBytes?: (done: number, total: number | null) => void;
}

export type SnapshotStore = ReturnType<typeof createSnapshotStore>;

/** Of the automatic ones. */
const KEPT = 10;

export function createSnapshotStore(db: Database, options: SnapshotOptions) {
  const shelf = createShelf(options);
  const workFiles = createWorkFiles(shelf.folder);
  const tasks = createSnapshotTasks(options);
  const runner = createTaskRunner(tasks);
  const comparable = createComparableFiles(tasks, ({ id }) => shelf.fileOf(id));

  const { take, takeBefore } = createTaker(db, { ...options, shelf, workFiles, run: runner.run });

  /** A file that was received, and judged, becomes a snapshot. */
  function add({ path, told }: ReceivedFile): Snapshot {
    const { id, file } = shelf.newPlace();
    const { name, note, at, tenant, counts, size } = told;
    renameSync(path, file);
    return shelf.put({ id, origin: 'imported', name, note, at, tenant, size, counts });
  }

  /**
   * `tenant`: slug of the only one that is to be what it was; null: all of them. `before` is the snapshot of what was
   * there before, taken when `settle` has ended what is under way. Rejects with a `StoreOpenError`; nothing has changed
   * then. So it does with the reason of the signal.
   */
  async function restore(
    { snapshot, tenant }: { readonly snapshot: Snapshot; readonly tenant: string | null },
    { settle, ...watch }: RestoreWatch,
  ): Promise<Pick<Restoration, 'before' | 'credentials'>> {
    const work = workFiles.create();
    const copy = work.path;
    try {
      await runner.run('prepareCopy', { file: shelf.fileOf(snapshot.id), copy }, watch);
      watch.onShare?.(0.5);
      if (tenant !== null) requireTenant(copy, tenant);
      await settle();
      watch.signal?.throwIfAborted(); // from here on it is done in one go
      const before = takeBefore(`"${snapshot.name}"`, snapshot);
      const now = options.clock.now().toISOString();
      const lastRequestId = options.lastRequestId();
      const credentials =
        tenant === null
          ? fillFrom(db, copy, now)
          : fillTenantFrom(db, copy, { slug: tenant, now, lastRequestId });
      options.reload();
      return { before, credentials };
    } finally {
      work.remove();
    }
  }

  function close(): void {
    runner.close();
    comparable.close();
    shelf.close();
  }

  /** All of them, and what a crash has left of one. */
  function removeAll(): void {
    for (const snapshot of shelf.list()) shelf.remove(snapshot);
    workFiles.clear();
  }

  const compare = createSnapshotComparer(db, (snapshot) => comparable.fileOf(snapshot));
  const files = createSnapshotFiles(db, { workFiles, fileOf: shelf.fileOf, run: runner.run });
  const { find, list, remove } = shelf;
  return { take, takeBefore, find, list, restore, remove, removeAll, compare, add, files, close };
}

function requireTenant(file: string, slug: string): void {
  if (hasTenant(file, slug)) return;
  throw storeOpenError('unreadable', `The snapshot has no tenant "${slug}".`);
}

interface TakerOptions extends Pick<SnapshotOptions, 'flush' | 'prepare'> {
  readonly shelf: ReturnType<typeof createShelf>;
  readonly workFiles: WorkFiles;
  readonly run: TaskRunner['run'];
}

function createTaker(db: Database, { flush, prepare, shelf, workFiles, run }: TakerOptions) {
  /**
   * Others are served meanwhile, but for a workspace in memory. Rejects with a `StoreOpenError`, `full`, or with the
   * reason of the signal: nothing is left then.
   */
  async function take(order: SnapshotOrder, watch: TakeWatch = {}): Promise<Snapshot> {
    if (db.memory) return takeNow(order, 'user');
    flush();
    const { id, at, file } = shelf.newPlace();
    const { tenant, ...told } = order;
    const work = workFiles.create();
    const stop = watchSize(work.path, tenant === undefined ? measure(db) : null, watch.onBytes);
    try {
      const wanted = { workspace: db.name, target: work.path, tenant };
      const copied = await run('copyWorkspace', wanted, watch);
      renameSync(work.path, file);
      return shelf.put({ id, origin: 'user', ...told, tenant: tenant ?? null, at, ...copied });
    } finally {
      stop();
      work.remove();
    }
  }

  /** Nothing can happen between it and what comes next. */
  function takeNow({ name, note, tenant }: SnapshotOrder, origin: SnapshotOrigin): Snapshot {
    flush();
    const { id, at, file } = shelf.newPlace();
    writeCopy(file, (part) =>
      tenant === undefined
        ? db.prepare('vacuum into ?').run(part)
        : copyTenant(db, { slug: tenant, target: part }, prepare),
    );
    const size = statSync(file).size;
    const counts = countFile(file);
    return shelf.put({ id, origin, name, note, at, tenant: tenant ?? null, size, counts });
  }

  /** Before something is destroyed; of those the oldest go, but never `spared`. Throws a `StoreOpenError`, `full`. */
  function takeBefore(what: string, spared?: Snapshot): Snapshot {
    const taken = takeNow({ name: `Before ${what}`.slice(0, 100), note: '' }, 'automatic');
    const automatic = shelf.list().filter(({ origin }) => origin === 'automatic');
    const old = automatic.filter(({ id }) => id !== spared?.id).slice(KEPT);
    for (const each of old) shelf.remove(each);
    return taken;
  }

  return { take, takeBefore };
}

const LOOK_EVERY_MS = 200;

/** SQLite does not tell how far it is, but its file grows. */
function watchSize(
  file: string,
  total: number | null,
  onBytes: TakeWatch['onBytes'] = () => undefined,
): () => void {
  const timer = setInterval(() => {
    const done = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
    onBytes(Math.min(done, total ?? done), total);
  }, LOOK_EVERY_MS);
  return () => clearInterval(timer);
}

/** Bytes of what is in use. */
function measure(db: Database): number {
  const read = (name: string) => Number(db.pragma(name, { simple: true }));
  return (read('page_count') - read('freelist_count')) * read('page_size');
}

/** Under another name until it is complete. */
function writeCopy(file: string, write: (part: string) => void): void {
  const part = `${file}.part`;
  writeFileSync(part, '', { mode: 0o600 });
  try {
    write(part);
    renameSync(part, file);
  } catch (error) {
    rmSync(part, { force: true });
    throw asNoRoom(error);
  }
}

/** Files of the newest schema: the snapshot's own, or a copy that is brought there and kept for the next look. */
function createComparableFiles(
  { prepareCopy }: SnapshotTasks,
  ownFile: (snapshot: Snapshot) => string,
) {
  let folder: string | undefined;
  return {
    fileOf(snapshot: Snapshot): string {
      const file = ownFile(snapshot);
      if (readVersion(file) === LATEST_VERSION) return file;
      folder ??= mkdtempSync(join(tmpdir(), 'scim-mock-compare-'));
      const copy = join(folder, `${snapshot.id}.db`);
      if (!existsSync(copy)) prepareCopy({ file, copy });
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
