// What the provisioning log does by itself, in small steps: forgets what is too old, and what was about an application that
// is not there any more (nobody could read it, nor delete it), and fills the search index. Entries bear virtual time, which may be far from the wall clock's: their age counts back from the
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

  /** Log, audit entries and mails of applications that are gone. */
  function forgetOrphans(): boolean {
    for (const { list, forgetOf } of statements.orphans) {
      const [id] = list.all();
      if (id === undefined) continue;
      forgetOf.run(id, BATCH);
      return true;
    }
    const [id] = statements.orphanEntries.all();
    if (id === undefined) return false;
    forget(statements.entriesOf.all(id, BATCH));
    return true;
  }

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
    keep: (maxDays: number) => forgetOrphans() || forgetSome(maxDays) || indexSome(),
    indexAll,
  };
}

/** Applications that a table tells of and that are not there: jumps from one to the next through the index. */
function listOrphans(db: Database, table: 'provisioning_log' | 'audit_log' | 'mailbox') {
  return db
    .prepare<[], string>(
      `
      with recursive told (id) as (
        select min(application_id) from ${table}
        union all
        select (select min(application_id) from ${table} where application_id > told.id)
        from told
        where told.id is not null)
      select id from told
      where id is not null and id not in (select id from applications)
      limit 1`,
    )
    .pluck();
}

function prepareOrphanStatements(db: Database) {
  return {
    orphanEntries: listOrphans(db, 'provisioning_log'),
    entriesOf: db
      .prepare<[string, number], number>(
        'select seq from provisioning_log where application_id = ? order by seq limit ?',
      )
      .pluck(),
    orphans: (['audit_log', 'mailbox'] as const).map((table) => ({
      list: listOrphans(db, table),
      forgetOf: db.prepare<[string, number]>(`
        delete from ${table}
        where seq in (select seq from ${table} where application_id = ? limit ?)`),
    })),
  };
}

function prepareStatements(db: Database) {
  return {
    ...prepareOrphanStatements(db),
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
