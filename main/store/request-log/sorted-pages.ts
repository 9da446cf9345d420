// Pages of the request log in the order of any column. The best rows of each slice are kept, so the whole log is walked,
// and nothing of it is held but one page. A cursor is the place of a row: its value in the column, and its id.
import type {
  RequestPage,
  RequestQuery,
  RequestSort,
} from '../../../shared/admin/request-log-pages.ts';
import type { Question } from './question.ts';
import { countForPage } from './read-pages.ts';
import {
  ofLogEntry,
  SUMMARY_COLUMNS,
  SUMMARY_TABLES,
  toSummary,
  type SummaryRow,
} from './summary-row.ts';
import { sliceCondition, type InSlices, type LogWalker } from './walk-log.ts';

type SortColumn = Exclude<RequestSort, 'id'>;

/** Never null. Text is compared in lower case, by code points. */
const KEYS: Readonly<Record<SortColumn, string>> = {
  time: 'r.id',
  operation: 'lower(r.sentence)',
  method: 'r.method',
  path: 'lower(r.path)',
  status: 'r.status',
  source: 'r.source',
  duration: 'r.duration_ms',
  size: 'r.request_bytes + r.response_bytes',
  'request-size': 'r.request_bytes',
  'response-size': 'r.response_bytes',
  resource: "lower(coalesce(r.resource_name, r.resource_id, ''))",
  token: "lower(coalesce(r.token_name, ''))",
  findings: 'r.finding_errors * 1000000 + r.finding_warnings * 1000 + r.finding_notices',
  'remote-address': '(select x.remote_address from request_exchanges x where x.id = r.id)',
  connection: 'coalesce(r.connection, 0)',
  job: `coalesce(${ofLogEntry('job_id')}, '')`,
  cycle: `coalesce(${ofLogEntry('cycle_id')}, '')`,
  colour: 'coalesce(r.colour, 0)',
};

type Key = string | number;

interface Place {
  readonly id: number;
  readonly key: Key;
}

interface Cursor extends Place {
  readonly isBackward: boolean;
}

type SortedQuery = Pick<RequestQuery, 'direction' | 'cursor' | 'limit'>;

/** A cursor that nobody gave out begins at the start. */
export function* readSorted(
  walker: LogWalker,
  question: Question,
  { sort, direction, cursor, limit }: SortedQuery & { readonly sort: SortColumn },
): InSlices<RequestPage> {
  const from = readCursor(cursor);
  const isBackward = from?.isBackward ?? false;
  const isRising = (direction === 'ascending') !== isBackward;
  const best = yield* findBest(walker, question, { sort, isRising, from, limit: limit + 1 });
  const taken = best.slice(0, limit);
  const places = isBackward ? taken.toReversed() : taken;
  const requests = readInOrder(walker, places);
  const hasMore = best.length > limit;
  const hasBefore = isBackward ? hasMore : from !== undefined;
  const hasAfter = isBackward ? true : hasMore;
  const [first, last] = [places.at(0), places.at(-1)];
  const counted = yield* countForPage(walker, question);
  return {
    requests,
    hasBefore,
    hasAfter,
    ...counted,
    previousCursor: hasBefore && first ? writeCursor({ isBackward: true, ...first }) : null,
    nextCursor: hasAfter && last ? writeCursor({ isBackward: false, ...last }) : null,
  };
}

interface Search {
  readonly sort: SortColumn;
  readonly isRising: boolean;
  readonly from: Place | undefined;
  readonly limit: number;
}

function* findBest(
  walker: LogWalker,
  { condition, params, range }: Question,
  { sort, isRising, from, limit }: Search,
): InSlices<readonly Place[]> {
  const key = KEYS[sort];
  const [beyond, order] = isRising ? ['>', 'asc'] : ['<', 'desc'];
  const isBeyond = from === undefined ? '1' : `(${key}, r.id) ${beyond} (:fromKey, :fromId)`;
  const statement = walker.prepare(`
    select r.id, ${key} as key
    from request_log r
    where ${sliceCondition(condition)} and ${isBeyond}
    order by key ${order}, r.id ${order}
    limit :limit`);
  const start = from === undefined ? {} : { fromKey: from.key, fromId: from.id };
  let best: readonly Place[] = [];
  yield* walker.walk({ range, direction: 'down' }, ({ least, most }) => {
    const bound = { ...params, ...start, lo: least, hi: most, limit };
    const found = statement.all(bound) as Place[]; // its columns are these
    if (found.length > 0) best = merge(best, found, isRising).slice(0, limit);
    return false;
  });
  return best;
}

function merge(one: readonly Place[], other: readonly Place[], isRising: boolean) {
  const sign = isRising ? 1 : -1;
  return [...one, ...other].toSorted(
    (left, right) => sign * (compareKeys(left.key, right.key) || left.id - right.id),
  );
}

/** As SQLite does: text by code points, not by UTF-16 units. */
function compareKeys(one: Key, other: Key): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  return Buffer.compare(Buffer.from(String(one)), Buffer.from(String(other)));
}

function readInOrder(walker: LogWalker, places: readonly Place[]) {
  const ids = JSON.stringify(places.map(({ id }) => id));
  const rows = walker
    .prepare(
      `
      select ${SUMMARY_COLUMNS}
      from ${SUMMARY_TABLES}
      where r.id in (select value from json_each(:ids))`,
    )
    .all({ ids }) as SummaryRow[]; // its columns are these
  const byId = new Map(rows.map((row) => [row.id, toSummary(row)]));
  return places.flatMap(({ id }) => byId.get(id) ?? []);
}

function writeCursor({ isBackward, id, key }: Cursor): string {
  const text = `${isBackward ? 'b' : 'f'}${id}:${typeof key === 'number' ? 'n' : 't'}${key}`;
  return Buffer.from(text).toString('base64url');
}

function readCursor(cursor: string | undefined): Cursor | undefined {
  const text = Buffer.from(cursor ?? '', 'base64url').toString('utf8');
  const [, way, id, type, key = ''] = /^([bf])(\d{1,15}):([nt])(.*)$/s.exec(text) ?? [];
  if (way === undefined) return undefined;
  return { isBackward: way === 'b', id: Number(id), key: type === 'n' ? Number(key) : key };
}
