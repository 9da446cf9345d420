// Whether the workspace takes changes: some are committed, and taken back by the next commit. A rollback would prove
// little, because a full disk is often noticed at the commit only.
import type { Database } from 'better-sqlite3';

/** As much as a large request with its record. */
const PROBE_BYTES = 256 * 1024;

/** Throws what SQLite throws where it does not. */
export function probeWrite(db: Database): void {
  const drop = 'drop table if exists storage_probe';
  db.transaction(() => {
    db.exec(drop); // of a probe that was cut off
    db.exec('create table storage_probe (filling blob) strict');
    db.prepare('insert into storage_probe values (zeroblob(?))').run(PROBE_BYTES);
  }).immediate();
  db.exec(drop);
}
