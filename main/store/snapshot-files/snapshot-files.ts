// Snapshots as files for others: written without secrets, received and judged. A file is a workspace of SQLite with a
// manifest (./manifest.ts): what holds the whole of it in one place anyway, and is as faithful as a snapshot is.
import { statSync } from 'node:fs';
import SQLite, { type Database } from 'better-sqlite3';
import type { Snapshot, SnapshotFile } from '../../../shared/admin/snapshot.ts';
import type { Clock } from '../../base/clock.ts';
import { openSnapshotFile } from './judge-file.ts';
import { FILE_VERSION, writeManifest } from './manifest.ts';
import { removeSecrets } from './remove-secrets.ts';
import { asNoRoom, createWorkFiles, type WorkFile } from './work-files.ts';

interface FileOptions {
  readonly clock: Clock;
  /** Of the snapshots. */
  readonly folder: () => string;
  readonly prepare: (db: Database) => Database;
  /** Writes a copy of a snapshot that is of the newest schema. */
  readonly copyOf: (snapshot: Snapshot, copy: string) => void;
  readonly count: (db: Database) => Snapshot['counts'];
}

export interface ReceivedFile {
  readonly path: string;
  readonly told: SnapshotFile;
}

/** Bytes of a work file for each byte of the result: the copy, and what it becomes. */
const ROOM_FACTOR = 2;

/** `workspace` is the one that is open. */
export function createSnapshotFiles(workspace: Database, options: FileOptions) {
  const workFiles = createWorkFiles(options.folder);

  /** The caller sends the file and removes it. Throws a `StoreOpenError`. */
  function write(snapshot: Snapshot, appVersion: string): WorkFile {
    workFiles.requireRoom(snapshot.size * ROOM_FACTOR);
    const file = workFiles.create();
    try {
      const copy = file.beside('copy');
      options.copyOf(snapshot, copy);
      writeFile(copy, file.path, { prepare: options.prepare, snapshot, appVersion });
      return file;
    } catch (error) {
      file.remove();
      throw asNoRoom(error);
    }
  }

  /** The caller has written the file at `path`, and removes it. Throws a `StoreOpenError`. */
  function judge({ path }: WorkFile): ReceivedFile {
    try {
      const { size } = statSync(path);
      const { db, manifest } = openSnapshotFile(path, options);
      try {
        removeSecrets(db); // whatever it claims to have
        const { version: _, ...about } = manifest;
        const tenants = listTenants(db, workspace);
        return { path, told: { ...about, size, counts: options.count(db), tenants } };
      } finally {
        db.close();
      }
    } catch (error) {
      throw asNoRoom(error);
    }
  }

  /** What went wrong while a file was received. Throws a `StoreOpenError` where the disk is full. */
  function refuse(error: unknown): never {
    throw asNoRoom(error);
  }

  const { create: receive, requireRoom } = workFiles;
  return { write, judge, receive, requireRoom, refuse };
}

interface Writing {
  readonly prepare: FileOptions['prepare'];
  readonly snapshot: Snapshot;
  readonly appVersion: string;
}

function writeFile(copy: string, target: string, { prepare, snapshot, appVersion }: Writing): void {
  const db = prepare(new SQLite(copy));
  try {
    db.pragma('journal_mode = delete');
    removeSecrets(db);
    const { name, note, at } = snapshot;
    writeManifest(db, { version: FILE_VERSION, appVersion, name, note, at });
    // Into another file: no page of it has ever held a secret.
    db.prepare('vacuum into ?').run(target);
  } finally {
    db.close();
  }
}

function listTenants(db: Database, workspace: Database): SnapshotFile['tenants'] {
  const isHere = workspace.prepare('select 1 from tenants where slug = ?');
  return db
    .prepare<[], Omit<SnapshotFile['tenants'][number], 'isHere'>>(
      `
      select t.slug, t.name,
        (select count(*) from resources where tenant_id = t.id and resource_type = 'User') as users,
        (select count(*) from resources where tenant_id = t.id and resource_type = 'Group') as groups,
        (select count(*) from request_log where tenant = t.slug) as requests
      from tenants t
      order by t.id`,
    )
    .all()
    .map((row) => ({ ...row, isHere: isHere.get(row.slug) !== undefined }));
}
