// What takes long with the files of snapshots: each task reads and writes files alone, never the connection of the server,
// so that it can be done in a thread of its own. Orders and results are plain data for the same reason.
import { chmodSync, copyFileSync, existsSync, rmSync, statSync, writeFileSync } from 'node:fs';
import SQLite, { type Database } from 'better-sqlite3';
import type { Snapshot, SnapshotFile, SnapshotManifest } from '../../../shared/admin/snapshot.ts';
import type { Clock } from '../../base/clock.ts';
import { copyTenant } from '../fill-tenant.ts';
import { registerSqlFunctions } from '../sql-functions.ts';
import { storeOpenError } from '../store-open-error.ts';
import { openSnapshotFile } from './judge-file.ts';
import { writeManifest } from './manifest.ts';
import { removeSecrets } from './remove-secrets.ts';
import { asNoRoom } from './work-files.ts';

export interface TaskTools {
  readonly clock: Clock;
  /** Brings a database to the newest schema. Throws a `StoreOpenError`. */
  readonly prepare: (db: Database) => Database;
  /** Told after each step how much of the whole is done, from 0 to 1. */
  readonly onShare?: (share: number) => void;
}

/** What a file tells of itself; whether its tenants are here only the workspace knows. */
export type JudgedFile = Omit<SnapshotFile, 'tenants'> & {
  readonly tenants: readonly Omit<SnapshotFile['tenants'][number], 'isHere'>[];
};

/** Each throws a `StoreOpenError` for what a person can do something about. */
export interface SnapshotTasks {
  /** The workspace as it is in its file now, or one tenant of it, without gaps; what is written meanwhile is not in it. */
  readonly copyWorkspace: (order: {
    readonly workspace: string;
    readonly target: string;
    /** Slug. */
    readonly tenant: string | undefined;
  }) => Pick<Snapshot, 'size' | 'counts'>;
  /** A copy of a snapshot, proved and brought to the newest schema. */
  readonly prepareCopy: (order: { readonly file: string; readonly copy: string }) => null;
  /** A snapshot without secrets; `copy` is a step on the way. */
  readonly exportSnapshot: (order: {
    readonly file: string;
    readonly copy: string;
    readonly target: string;
    readonly manifest: SnapshotManifest;
  }) => null;
  /** Proves a file that was handed in, and takes out whatever opens a tenant. */
  readonly judgeFile: (order: { readonly path: string }) => JudgedFile;
}

export function createSnapshotTasks(tools: TaskTools): SnapshotTasks {
  return {
    copyWorkspace: (order) => orNoRoom(() => copyWorkspace(order, tools)),
    prepareCopy({ file, copy }) {
      orNoRoom(() => prepareCopy(file, copy, tools));
      return null;
    },
    exportSnapshot(order) {
      orNoRoom(() => exportSnapshot(order, tools));
      return null;
    },
    judgeFile: ({ path }) => orNoRoom(() => judgeFile(path, tools)),
  };
}

function orNoRoom<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw asNoRoom(error);
  }
}

function copyWorkspace(
  { workspace, target, tenant }: Parameters<SnapshotTasks['copyWorkspace']>[0],
  { prepare }: TaskTools,
) {
  const db = new SQLite(workspace, { readonly: tenant === undefined, fileMustExist: true });
  try {
    registerSqlFunctions(db);
    if (tenant === undefined) {
      writeFileSync(target, '', { mode: 0o600 });
      db.prepare('vacuum into ?').run(target);
    } else {
      copyTenant(db, { slug: tenant, target }, prepare);
    }
  } finally {
    db.close();
  }
  return { size: statSync(target).size, counts: countFile(target) };
}

/** What the workspace in a file holds. */
export function countFile(file: string): Snapshot['counts'] {
  const db = new SQLite(file, { readonly: true });
  try {
    return countAll(db);
  } finally {
    db.close();
  }
}

/** The snapshot itself stays as it was taken. */
function prepareCopy(file: string, copy: string, { prepare }: TaskTools): void {
  if (!existsSync(file)) {
    throw storeOpenError('unreadable', 'The snapshot is not there any more: it has been deleted.');
  }
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

function exportSnapshot(
  { file, copy, target, manifest }: Parameters<SnapshotTasks['exportSnapshot']>[0],
  tools: TaskTools,
): void {
  prepareCopy(file, copy, tools);
  tools.onShare?.(0.3);
  const db = tools.prepare(new SQLite(copy));
  try {
    db.pragma('journal_mode = delete');
    removeSecrets(db);
    writeManifest(db, manifest);
    tools.onShare?.(0.7);
    // Into another file: no page of it has ever held a secret.
    db.prepare('vacuum into ?').run(target);
  } finally {
    db.close();
  }
  rmSync(copy); // it held secrets
}

function judgeFile(path: string, tools: TaskTools): JudgedFile {
  const { size } = statSync(path);
  const { db, manifest } = openSnapshotFile(path, tools);
  try {
    tools.onShare?.(0.6);
    removeSecrets(db); // whatever it claims to have
    const { version: _, ...about } = manifest;
    return { ...about, size, counts: countAll(db), tenants: listTenants(db) };
  } finally {
    db.close();
  }
}

function listTenants(db: Database): JudgedFile['tenants'] {
  return db
    .prepare<[], JudgedFile['tenants'][number]>(
      `
      select t.slug, t.name,
        (select count(*) from resources where tenant_id = t.id and resource_type = 'User') as users,
        (select count(*) from resources where tenant_id = t.id and resource_type = 'Group') as groups,
        (select count(*) from request_log where tenant = t.slug) as requests
      from tenants t
      order by t.id`,
    )
    .all();
}

/** What the workspace of a connection holds. */
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
