// Removing requests, with undo. A removal is written down as what it takes away, not row by row: it is done at once at any
// size, every list leaves its rows out from then on, and to undo it is to forget it. When its time is over the rows are
// erased, a few at a time; the removal goes last, so that a process that is killed in between goes on where it was.
import type { Database } from 'better-sqlite3';

export interface RemovalRow {
  readonly key: number;
  readonly id: string;
  /** Instant until which it can be undone. */
  readonly expires: string;
  /** Requests that came later stay. */
  readonly upTo: number;
  /** JSON: ids of requests that had come before and were not recorded yet: they stay too. */
  readonly openIds: string;
  readonly removed: number;
  /** Of it and those that named none. */
  readonly tenant: string | null;
  /** Of it alone. */
  readonly onlyTenant: string | null;
  readonly filter: string;
  /** Instant from which the filter counts. */
  readonly asked: string;
  /** JSON. */
  readonly ids: string | null;
  readonly olderThan: string | null;
  readonly includesPinned: number;
}

export type NewRemoval = Omit<RemovalRow, 'key' | 'id'>;

export type RemovalStore = ReturnType<typeof createRemovalStore>;

export function createRemovalStore(db: Database) {
  const statements = prepareStatements(db);

  /** Those that are not erased yet. */
  function pending(): readonly RemovalRow[] {
    return statements.pending.all();
  }

  function add(removal: NewRemoval): RemovalRow {
    const row = statements.add.get(removal);
    if (row === undefined) throw new Error('An insert returned no row');
    return row;
  }

  /** undefined when its time is over, or there is none. */
  function undo(id: string, now: string): RemovalRow | undefined {
    return statements.undo.get({ id, now });
  }

  /** One whose time is over, and whose rows are to be erased. */
  function due(now: string): RemovalRow | undefined {
    return statements.due.get(now);
  }

  /** Its rows are erased. */
  function finish({ key }: RemovalRow): void {
    statements.finish.run(key);
  }

  return { pending, add, undo, due, finish };
}

const COLUMNS = `
  key, id, expires, up_to as upTo, open_ids as openIds, removed, tenant, only_tenant as onlyTenant, filter, asked, ids,
  older_than as olderThan, includes_pinned as includesPinned`;

function prepareStatements(db: Database) {
  return {
    pending: db.prepare<[], RemovalRow>(`select ${COLUMNS} from request_removals order by key`),
    add: db.prepare<[object], RemovalRow>(`
      insert into request_removals (
        expires, up_to, open_ids, removed, tenant, only_tenant, filter, asked, ids, older_than,
        includes_pinned)
      values (
        :expires, :upTo, :openIds, :removed, :tenant, :onlyTenant, :filter, :asked, :ids,
        :olderThan, :includesPinned)
      returning ${COLUMNS}`),
    undo: db.prepare<[object], RemovalRow>(`
      delete from request_removals where id = :id and expires > :now returning ${COLUMNS}`),
    due: db.prepare<[string], RemovalRow>(`
      select ${COLUMNS} from request_removals where expires <= ? order by key limit 1`),
    finish: db.prepare<[number]>('delete from request_removals where key = ?'),
  };
}
