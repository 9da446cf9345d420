// The full-text index of the request log, filled in the background: to write a request costs one number in a list, and a
// search looks through the requests of that list one by one. So a search finds what was recorded before it was asked.
// The index holds no texts (`content = ''`); rows that are erased are taken out of it by their id.
import type { Database } from 'better-sqlite3';
import { decodePath, decodeQuery } from '../../../shared/request-filter/read-filter-parameter.ts';
import { attributeNames } from './attribute-names.ts';

interface UnindexedRow {
  readonly id: number;
  readonly path: string;
  readonly query: string;
  readonly sentence: string;
  readonly name: string | null;
  readonly requestBody: string;
  readonly responseBody: string;
  readonly effects: string;
}

/** Written together. */
const BATCH = 50;

export type SearchIndex = ReturnType<typeof createSearchIndex>;

export function createSearchIndex(db: Database) {
  const statements = prepareStatements(db);
  const indexBatch = db.transaction((limit: number): number => {
    const rows = statements.next.all(limit);
    for (const row of rows) {
      statements.index.run(toTexts(row));
      statements.leave.run(row.id);
    }
    return rows.length;
  });

  /** The next ones, newest first; returns whether there are more. */
  function indexSome(): boolean {
    return indexBatch.immediate(BATCH) === BATCH;
  }

  function countUnindexed(): number {
    return statements.count.get() ?? 0;
  }

  /** The log has been filled anew: everything is indexed again. */
  const reset = db.transaction((): void => {
    statements.empty.run();
    statements.fill.run();
  });

  /** It is not wanted: what it knew is as good as never indexed. Returns whether there was anything. */
  function drop(): boolean {
    if (statements.isFilled.get() === 0) return false;
    reset();
    return true;
  }

  return {
    enqueue: statements.enqueue,
    forget: statements.forget,
    indexSome,
    drop,
    countUnindexed,
    reset,
  };
}

function toTexts({
  id,
  path,
  query,
  sentence,
  name,
  requestBody,
  responseBody,
  effects,
}: UnindexedRow) {
  return {
    id,
    path: decodePath(path),
    query: decodeQuery(query),
    sentence,
    name: name ?? '',
    attributes: attributeNames(requestBody, effects),
    request: requestBody,
    response: responseBody,
  };
}

function prepareStatements(db: Database) {
  return {
    enqueue: db.prepare<[number]>('insert or ignore into request_unindexed (id) values (?)'),
    next: db.prepare<[number], UnindexedRow>(`
      select
        u.id, r.path, r.query, r.sentence, r.resource_name as name, x.request_body as requestBody,
        x.response_body as responseBody, x.effects
      from request_unindexed u
      join request_log r on r.id = u.id
      join request_exchanges x on x.id = u.id
      order by u.id desc
      limit ?`),
    index: db.prepare<[object]>(`
      insert into request_words (rowid, path, query, sentence, name, attributes, request, response)
      values (:id, :path, :query, :sentence, :name, :attributes, :request, :response)`),
    leave: db.prepare<[number]>('delete from request_unindexed where id = ?'),
    /** To be called while the row is still there. */
    forget: db.prepare<[{ readonly id: number }]>(`
      delete from request_words
      where rowid = :id and not exists (select 1 from request_unindexed where id = :id)`),
    count: db.prepare<[], number>('select count(*) from request_unindexed').pluck(),
    isFilled: db.prepare<[], number>('select exists (select 1 from request_words_docsize)').pluck(),
    empty: db.prepare("insert into request_words (request_words) values ('delete-all')"),
    fill: db.prepare('insert or ignore into request_unindexed select id from request_log'),
  };
}
