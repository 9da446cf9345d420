// Fills every table of the open workspace but its settings from another one of the same schema, all of it or nothing.
import type { Database } from 'better-sqlite3';
import {
  CREDENTIAL_TABLES,
  keepCredentials,
  type Credentials,
} from './snapshot-files/keep-credentials.ts';
import { hasManifest } from './snapshot-files/manifest.ts';

/** `file` is a workspace that nobody else has open. Returns what became of credentials, where it has none itself. */
export function fillFrom(db: Database, file: string, now: string): Credentials | null {
  db.prepare('attach database ? as snapshot').run(file);
  db.pragma('foreign_keys = off'); // tables are filled in any order; the snapshot was sound
  try {
    return db.transaction(() => fill(db, now)).immediate();
  } finally {
    db.pragma('foreign_keys = on');
    db.exec('detach database snapshot');
  }
}

function fill(db: Database, now: string): Credentials | null {
  const tables = listTables(db, 'table');
  emptyWords(db);
  if (!hasManifest(db, 'snapshot')) {
    fillTables(db, tables);
    return null;
  }
  const putBack = keepCredentials(db, now);
  fillTables(
    db,
    tables.filter((table) => !CREDENTIAL_TABLES.includes(table)),
  );
  return putBack();
}

function fillTables(db: Database, tables: readonly string[]): void {
  const newest = db.prepare('select coalesce(max(schema_revision), 0) from tenants').pluck().get();
  for (const table of tables) {
    const columns = listColumns(db, table);
    db.exec(`
      delete from main.${table};
      insert into main.${table} (${columns}) select ${columns} from snapshot.${table};`);
  }
  // Models are remembered by tenant and revision: none of them may be taken for one of before.
  db.prepare('update tenants set schema_revision = schema_revision + ? + 1').run(newest);
}

/** Full-text indexes are made anew from what they are about. */
function emptyWords(db: Database): void {
  for (const words of listTables(db, 'virtual')) {
    db.exec(`insert into main.${words} (${words}) values ('delete-all')`);
  }
}

function listTables(db: Database, type: 'table' | 'virtual'): readonly string[] {
  return db
    .prepare<[string], string>(
      `
      select name from pragma_table_list
      where schema = 'main' and type = ? and name not like 'sqlite_%' and name <> 'settings'`,
    )
    .pluck()
    .all(type);
}

function listColumns(db: Database, table: string): string {
  return db
    .prepare<[string], string>("select name from pragma_table_info(?, 'main')")
    .pluck()
    .all(table)
    .join(', ');
}
