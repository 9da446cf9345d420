// What every connection to a workspace needs before it is used.
import type { Database } from 'better-sqlite3';
import { migrate } from './migrate.ts';
import { registerSqlFunctions } from './sql-functions.ts';

/** Sets the connection up and brings its file to the newest schema. Throws as `migrate` does. */
export function prepareDatabase(db: Database): Database {
  db.pragma('busy_timeout = 5000');
  db.pragma('foreign_keys = on');
  registerSqlFunctions(db);
  migrate(db);
  db.pragma('journal_mode = wal');
  db.pragma('synchronous = normal');
  db.pragma('wal_autocheckpoint = 4000'); // 16 MB: pages that are written again and again are copied once
  return db;
}
