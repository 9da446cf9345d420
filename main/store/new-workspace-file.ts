// A workspace of the newest schema with nothing in it, as a file that is then filled from elsewhere.
import { writeFileSync } from 'node:fs';
import SQLite, { type Database } from 'better-sqlite3';

/** Private to the user. `prepare` brings a database to the newest schema. */
export function makeWorkspaceFile(file: string, prepare: (db: Database) => Database): void {
  writeFileSync(file, '', { mode: 0o600 });
  const db = new SQLite(file);
  try {
    prepare(db);
    db.pragma('journal_mode = delete');
  } finally {
    db.close();
  }
}
