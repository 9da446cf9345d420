// What the file of a workspace takes on the disk, how much of it is unused, and how it is made smaller.
import { existsSync, statSync } from 'node:fs';
import type { Database } from 'better-sqlite3';

/** Everybody waits for it. */
export function compactDatabase(db: Database): void {
  db.exec('vacuum');
  db.pragma('wal_checkpoint(truncate)');
}

/** Bytes, the write-ahead log included. */
export function measureDatabase(db: Database): number {
  const log = `${db.name}-wal`;
  const logBytes = db.memory || !existsSync(log) ? 0 : statSync(log).size;
  return readPragma(db, 'page_count') * readPragma(db, 'page_size') + logBytes;
}

/** Bytes of pages that are free to be used again. */
export function measureGaps(db: Database): number {
  return readPragma(db, 'freelist_count') * readPragma(db, 'page_size');
}

function readPragma(db: Database, name: string): number {
  return Number(db.pragma(name, { simple: true }));
}
