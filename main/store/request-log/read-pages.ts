// Pages of the request log in the order of arrival, and how many requests there are.
import type { RequestSummary } from '../../../shared/admin/request-log.ts';
import {
  COUNTED_ROWS,
  type BoundedCount,
  type RequestPage,
  type RequestQuery,
} from '../../../shared/admin/request-log-pages.ts';
import { SUMMARY_COLUMNS, SUMMARY_TABLES, toSummary, type SummaryRow } from './summary-row.ts';
import {
  sliceCondition,
  within,
  type IdRange,
  type InSlices,
  type LogWalker,
  type Walk,
} from './walk-log.ts';
import type { Question } from './question.ts';

/** A count that a page waits for; one that takes longer is told as it is by then. */
const COUNT_SLICES = 4;

type Place = Pick<RequestQuery, 'before' | 'after' | 'limit'>;

/** `before` pages back, `after` pages on, both = what lies between, neither = the newest. */
export function* readPage(
  walker: LogWalker,
  question: Question,
  { before, after, limit }: Place,
): InSlices<RequestPage> {
  const { range } = question;
  const wanted = within(range, { least: (after ?? 0) + 1, most: (before ?? Infinity) - 1 });
  const direction = after !== undefined && before === undefined ? 'up' : 'down';
  const found = yield* readRows(walker, question, { walk: { range: wanted, direction }, limit });
  const requests = direction === 'up' ? found : found.toReversed();
  const first = requests[0]?.id ?? (after ?? 0) + 1;
  const last = requests.at(-1)?.id ?? (before ?? Infinity) - 1;
  const older = within(range, { least: 0, most: first - 1 });
  const newer = within(range, { least: last + 1, most: Infinity });
  const hasBefore = yield* hasRows(walker, question, { range: older, direction: 'down' });
  const hasAfter = yield* hasRows(walker, question, { range: newer, direction: 'up' });
  const counted = yield* countForPage(walker, question);
  return { requests, hasBefore, hasAfter, ...counted, previousCursor: null, nextCursor: null };
}

/** Half of the page before a request, half from it on; more of one side where the other ends. */
export function* readAround(
  walker: LogWalker,
  question: Question,
  { id, limit }: { readonly id: number; readonly limit: number },
): InSlices<RequestPage> {
  const older = yield* readRows(walker, question, {
    walk: { range: within(question.range, { least: 0, most: id - 1 }), direction: 'down' },
    limit,
  });
  const newer = yield* readRows(walker, question, {
    walk: { range: within(question.range, { least: id, most: Infinity }), direction: 'up' },
    limit,
  });
  const half = Math.floor(limit / 2);
  const takenOlder = older.slice(0, Math.max(half, limit - newer.length));
  const takenNewer = newer.slice(0, limit - takenOlder.length);
  const requests = [...takenOlder.toReversed(), ...takenNewer];
  const first = requests[0]?.id ?? id;
  const last = requests.at(-1)?.id ?? id - 1;
  const before = within(question.range, { least: 0, most: first - 1 });
  const after = within(question.range, { least: last + 1, most: Infinity });
  const hasBefore = yield* hasRows(walker, question, { range: before, direction: 'down' });
  const hasAfter = yield* hasRows(walker, question, { range: after, direction: 'up' });
  const counted = yield* countForPage(walker, question);
  return { requests, hasBefore, hasAfter, ...counted, previousCursor: null, nextCursor: null };
}

interface RowsWanted {
  readonly walk: Walk;
  readonly limit: number;
}

function* readRows(
  walker: LogWalker,
  { condition, params }: Question,
  { walk, limit }: RowsWanted,
): InSlices<RequestSummary[]> {
  const statement = walker.prepare(`
    select ${SUMMARY_COLUMNS}
    from ${SUMMARY_TABLES}
    where ${sliceCondition(condition)}
    order by r.id ${walk.direction === 'down' ? 'desc' : 'asc'}
    limit :limit`);
  const rows: RequestSummary[] = [];
  yield* walker.walk(walk, ({ least, most }) => {
    const bound = { ...params, lo: least, hi: most, limit: limit - rows.length };
    rows.push(...(statement.all(bound) as SummaryRow[]).map(toSummary)); // its columns are these
    return rows.length >= limit;
  });
  return rows;
}

function* hasRows(
  walker: LogWalker,
  { condition, params }: Question,
  walk: Walk,
): InSlices<boolean> {
  const statement = walker
    .prepare(`select 1 from request_log r where ${sliceCondition(condition)} limit 1`)
    .pluck();
  let isFound = false;
  yield* walker.walk(walk, ({ least, most }) => {
    isFound = statement.get({ ...params, lo: least, hi: most }) !== undefined;
    return isFound;
  });
  return isFound;
}

/** In rising order. */
export function* readIds(
  walker: LogWalker,
  { condition, params }: Question,
  { range, limit }: { readonly range: IdRange; readonly limit: number },
): InSlices<readonly number[]> {
  const statement = walker
    .prepare(
      `select r.id from request_log r where ${sliceCondition(condition)} order by r.id limit :limit`,
    )
    .pluck();
  const ids: number[] = [];
  yield* walker.walk({ range, direction: 'up' }, ({ least, most }) => {
    const bound = { ...params, lo: least, hi: most, limit: limit - ids.length };
    ids.push(...statement.all(bound).map(Number));
    return ids.length >= limit;
  });
  return ids;
}

/** Exact as far as a page may wait for it. */
export function* countForPage(
  walker: LogWalker,
  question: Question,
): InSlices<Pick<RequestPage, 'total' | 'isTotalExact'>> {
  if (question.countAll !== undefined) return { total: question.countAll(), isTotalExact: true };
  const { count, isMore } = yield* countRows(walker, question, {
    upTo: COUNTED_ROWS,
    slices: COUNT_SLICES,
  });
  return { total: count, isTotalExact: !isMore };
}

interface CountBounds {
  readonly upTo: number;
  readonly slices?: number;
}

/** Newest first; `isMore` where the bounds have ended it. */
export function* countRows(
  walker: LogWalker,
  { condition, params, range }: Question,
  { upTo, slices = Infinity }: CountBounds,
): InSlices<BoundedCount> {
  const statement = walker
    .prepare(
      `
      select count(*)
      from (select 1 from request_log r where ${sliceCondition(condition)} limit :limit)`,
    )
    .pluck();
  let count = 0;
  let visited = 0;
  let rest: IdRange = range;
  yield* walker.walk({ range, direction: 'down' }, (slice) => {
    const limit = Math.min(upTo - count + 1, Number.MAX_SAFE_INTEGER);
    count += Number(statement.get({ ...params, lo: slice.least, hi: slice.most, limit }));
    visited += 1;
    rest = { least: range.least, most: slice.least - 1 };
    return count > upTo || visited >= slices;
  });
  const isOver = count > upTo;
  return { count: Math.min(count, upTo), isMore: isOver || rest.least <= rest.most };
}
