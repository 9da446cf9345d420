// Makes the workspace as new, its settings aside: every table is filled from a workspace with nothing in it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import type { Snapshot } from '../../shared/admin/snapshot.ts';
import { fillFrom } from './fill-workspace.ts';
import { makeWorkspaceFile } from './new-workspace-file.ts';
import type { SnapshotOptions, SnapshotStore } from './snapshots.ts';

interface EraserOptions extends Pick<SnapshotOptions, 'clock' | 'prepare' | 'flush' | 'reload'> {
  readonly snapshots: Pick<SnapshotStore, 'takeBefore' | 'removeAll'>;
}

export type EraseWorkspace = ReturnType<typeof createEraser>;

export function createEraser(db: Database, options: EraserOptions) {
  const { clock, prepare, flush, reload, snapshots } = options;

  /** Returns what was there before, where snapshots are kept; else they go too. Throws a `StoreOpenError`, `full`. */
  return function erase(order: { readonly keepsSnapshots: boolean }): Snapshot | null {
    const before = order.keepsSnapshots ? snapshots.takeBefore('all data was deleted') : null;
    const folder = mkdtempSync(join(tmpdir(), 'scim-mock-new-'));
    try {
      const file = join(folder, 'new.db');
      makeWorkspaceFile(file, prepare);
      flush();
      fillFrom(db, file, clock.now().toISOString());
      reload();
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
    if (before === null) snapshots.removeAll();
    return before;
  };
}
