// Snapshots as files for others: written without secrets, received and judged. A file is a workspace of SQLite with a
// manifest (./manifest.ts): what holds the whole of it in one place anyway, and is as faithful as a snapshot is.
import type { Database } from 'better-sqlite3';
import type { Snapshot, SnapshotFile } from '../../../shared/admin/snapshot.ts';
import { fileVersion } from './manifest.ts';
import type { TaskRunner, TaskWatch } from './run-task.ts';
import { asNoRoom, type WorkFile, type WorkFiles } from './work-files.ts';

interface FileOptions {
  readonly workFiles: WorkFiles;
  readonly fileOf: (id: string) => string;
  readonly run: TaskRunner['run'];
}

export interface ReceivedFile {
  readonly path: string;
  readonly told: SnapshotFile;
}

/** Bytes of a work file for each byte of the result: the copy, and what it becomes. */
const ROOM_FACTOR = 2;

/** `workspace` is the one that is open. */
export function createSnapshotFiles(workspace: Database, { workFiles, fileOf, run }: FileOptions) {
  const isHere = workspace.prepare('select 1 from tenants where slug = ?');

  /** The caller sends the file and removes it. Rejects with a `StoreOpenError`, or the reason of the signal. */
  async function write(
    { id, size, ...snapshot }: Snapshot,
    { appVersion, ...watch }: TaskWatch & { readonly appVersion: string },
  ): Promise<WorkFile> {
    workFiles.requireRoom(size * ROOM_FACTOR);
    const file = workFiles.create();
    const { name, note, at, tenant } = snapshot;
    try {
      const order = {
        file: fileOf(id),
        copy: file.beside('copy'),
        target: file.path,
        manifest: { version: fileVersion(snapshot), appVersion, name, note, at, tenant },
      };
      await run('exportSnapshot', order, watch);
      return file;
    } catch (error) {
      file.remove();
      throw error;
    }
  }

  /** The caller has written the file at `path`, and removes it. Rejects with a `StoreOpenError`. */
  async function judge({ path }: WorkFile, watch: TaskWatch = {}): Promise<ReceivedFile> {
    const judged = await run('judgeFile', { path }, watch);
    const tenants = judged.tenants.map((tenant) => ({
      ...tenant,
      isHere: isHere.get(tenant.slug) !== undefined,
    }));
    return { path, told: { ...judged, tenants } };
  }

  /** What went wrong while a file was received. Throws a `StoreOpenError` where the disk is full. */
  function refuse(error: unknown): never {
    throw asNoRoom(error);
  }

  const { create: receive, requireRoom } = workFiles;
  return { write, judge, receive, requireRoom, refuse };
}
