// What the provisioning log does by itself, in small steps: forgets entries and audit entries that are too old, and fills
// the search index. Entries bear virtual time, which may be far from the wall clock's: their age counts back from the
// newest of them.
import type { Database } from 'better-sqlite3';

/** Entries that are forgotten or indexed together. */
const BATCH = 50;

/** However young they are, more entries than this are not kept. */
const MAX_ENTRIES = 500_000;

const DAY_MS = 86_400_000;

interface UnindexedRow {
  readonly seq: number;
  readonly text: string;
}

export function createLogKeeper(db: Database) {
  const statements = prepareStatements(db);

  const forget = db.transaction((seqs: readonly number[]) => {
    for (const seq of seqs) {
      statements.forgetWords.run(seq);
      statements.forget.run(seq);
    }
  });

  const index = db.transaction((rows: readonly UnindexedRow[]) => {
    for (const { seq, text } of rows) statements.index.run(seq, text);
  });

  function forgetSome(maxDays: number): boolean {
    const newest = statements.newest.get();
    if (newest === undefined) return false;
    const since = new Date(Date.parse(newest) - maxDays * DAY_MS).toISOString();
    const audited = statements.forgetAudit.run(since, BATCH).changes;
    const old = statements.old.all({ since, excess: MAX_ENTRIES, limit: BATCH });
    if (old.length > 0) forget(old);
    return audited + old.length > 0;
  }

  function indexSome(): boolean {
    const rows = statements.unindexed.all(statements.lastIndexed.get() ?? 0, BATCH);
    if (rows.length > 0) index(rows);
    return rows.length > 0;
  }

  function indexAll(): void {
    while (indexSome());
  }

  return {
    keep: (maxDays: number) => forgetSome(maxDays) || indexSome(),
    indexAll,
  };
}

function prepareStatements(db: Database) {
  return {
    newest: db
      .prepare<[], string>('select at from provisioning_log order by seq desc limit 1')
      .pluck(),
    old: db
      .prepare<[object], number>(
        `
        select seq from provisioning_log
        where at < :since or seq <= (
          select coalesce(max(seq), 0) from provisioning_log) - :excess
        order by seq
        limit :limit`,
      )
      .pluck(),
    forget: db.prepare<[number]>('delete from provisioning_log where seq = ?'),
    forgetWords: db.prepare<[number]>('delete from provisioning_words where rowid = ?'),
    forgetAudit: db.prepare<[string, number]>(`
      delete from audit_log
      where seq in (select seq from audit_log where at < ? order by at limit ?)`),
    lastIndexed: db
      .prepare<[], number>('select rowid from provisioning_words order by rowid desc limit 1')
      .pluck(),
    unindexed: db.prepare<[number, number], UnindexedRow>(`
      select
        l.seq,
        concat_ws(
          ' ', l.source_name, l.source_upn, l.target_name, l.error_code, d.steps, d.properties,
          d.rest ->> '$.errorInformation.reason') as text
      from provisioning_log l
      join provisioning_details d on d.seq = l.seq
      where l.seq > ?
      order by l.seq
      limit ?`),
    index: db.prepare<[number, string]>(
      'insert into provisioning_words (rowid, text) values (?, ?)',
    ),
  };
}
