// What a snapshot file says of itself, in a table that no workspace has: by it a file without secrets is told from a
// copy of a workspace, also once it is among the snapshots.
import type { Database } from 'better-sqlite3';
import { SnapshotManifest } from '../../../shared/admin/snapshot.ts';
import { readJson } from '../stored-json.ts';

/** Of the files that this app writes; a file of a higher one is refused. Before 2 there were no files of one tenant. */
export const FILE_VERSION = 2;

/** As low as may be, so that older versions of the app take what they understand. */
export function fileVersion({ tenant }: Pick<SnapshotManifest, 'tenant'>): number {
  return tenant === null ? 1 : FILE_VERSION;
}

export const MANIFEST_TABLE = 'snapshot_manifest';

export function writeManifest(db: Database, manifest: SnapshotManifest): void {
  db.exec(`
    drop table if exists ${MANIFEST_TABLE};
    create table ${MANIFEST_TABLE} (about text not null) strict;`);
  db.prepare(`insert into ${MANIFEST_TABLE} (about) values (?)`).run(JSON.stringify(manifest));
}

export function hasManifest(db: Database, schema = 'main'): boolean {
  return (
    db
      .prepare(`select 1 from ${schema}.sqlite_schema where type = 'table' and name = ?`)
      .get(MANIFEST_TABLE) !== undefined
  );
}

/** undefined: none, or none that can be read. */
export function readManifest(db: Database): SnapshotManifest | undefined {
  const about = hasManifest(db)
    ? db.prepare<[], string>(`select about from ${MANIFEST_TABLE}`).pluck().get()
    : undefined;
  return about === undefined ? undefined : SnapshotManifest.safeParse(parse(about)).data;
}

function parse(text: string): unknown {
  try {
    return readJson(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined; // none that can be read
    throw error;
  }
}
