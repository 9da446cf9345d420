// How many rows there are, and how much they take: known at once, because every page and every write asks.
import type { Database } from 'better-sqlite3';
import type { LogSize } from './log-extent.ts';

export function createLogCounts(db: Database) {
  const statements = prepareCounts(db);
  const size = { ...readRow(statements.size.get()) };
  return {
    size,
    /** A row was written. */
    add(bytes: number, isPinned: boolean): void {
      size.rows += 1;
      size.bytes += bytes;
      if (isPinned) size.pinnedRows += 1;
      if (isPinned) size.pinnedBytes += bytes;
    },
    /** Rows were pinned, or fewer are. */
    addPinned({ pinnedRows, pinnedBytes }: Pick<LogSize, 'pinnedRows' | 'pinnedBytes'>): void {
      size.pinnedRows += pinnedRows;
      size.pinnedBytes += pinnedBytes;
    },
    reload: () => void Object.assign(size, readRow(statements.size.get())),
    /** Of a tenant and those that named none, or all. */
    tenantCount: (tenant: string | undefined): number =>
      tenant === undefined ? size.rows : (statements.ofTenant.get({ tenant }) ?? 0),
    hasOthers: (tenant: string): boolean => statements.hasOthers.get({ tenant }) === 1,
  };
}

function prepareCounts(db: Database) {
  return {
    size: db.prepare<[], LogSize>(`
      select
        count(*) as rows, coalesce(sum(recorded_bytes), 0) as bytes,
        coalesce(sum(is_pinned), 0) as pinnedRows,
        coalesce(sum(recorded_bytes * is_pinned), 0) as pinnedBytes
      from request_log`),
    ofTenant: db
      .prepare<[object], number>(
        `
        select
          (select count(*) from request_log where tenant = :tenant)
          + (select count(*) from request_log where tenant is null)`,
      )
      .pluck(),
    hasOthers: db
      .prepare<[object], number>(
        `
        select
          exists (select 1 from request_log where tenant < :tenant)
          or exists (select 1 from request_log where tenant > :tenant)`,
      )
      .pluck(),
  };
}

function readRow<Row>(row: Row | undefined): Row {
  if (row === undefined) throw new Error('An aggregate returned no row');
  return row;
}
