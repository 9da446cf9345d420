// Everything that can be asked of the log. What may have to look through all of it gives way between slices.
import type { RequestSummary } from '../../../shared/admin/request-log.ts';
import {
  COUNTED_ROWS,
  type BoundedCount,
  type CompletionList,
  type CompletionQuery,
  type GroupPage,
  type GroupQuery,
  type NearestMisses,
  type RequestPage,
  type RequestQuery,
  type RequestScope,
  type RequestSelection,
  type RequestSelectionSummary,
} from '../../../shared/admin/request-log-pages.ts';
import { EVERYTHING, type RequestFilter } from '../../../shared/request-filter/filter-tree.ts';
import { readWords } from '../../../shared/request-filter/match-words.ts';
import { completeFilter } from './complete-filter.ts';
import { findNearestMisses } from './nearest-misses.ts';
import type { Asked, Question } from './question.ts';
import { countRows, readAround, readIds, readPage } from './read-pages.ts';
import { readSorted } from './sorted-pages.ts';
import { SUMMARY_COLUMNS, SUMMARY_TABLES, toSummary, type SummaryRow } from './summary-row.ts';
import type { LogSelection } from './walk-entries.ts';
import { groupRequests, summariseRequests } from './sum-up.ts';
import { runAtOnce, within, type InSlices, type LogWalker } from './walk-log.ts';

export interface QuestionSource {
  readonly walker: LogWalker;
  readonly ask: (asked: Asked) => Question;
}

const REJECTED: RequestFilter = {
  kind: 'token',
  name: 'op',
  value: { type: 'text', text: 'rejected' },
};

export function createLogQuestions({ walker, ask }: QuestionSource) {
  const firstSince = walker.prepare('select min(id) from request_log where at >= :at').pluck();

  function findPage(query: RequestQuery): InSlices<RequestPage> {
    const question = ask({ ...query, tree: wordsOf(query.text) });
    const { sort, limit, around, aroundTime } = query;
    if (sort !== 'id') return readSorted(walker, question, { ...query, sort });
    const id = around ?? (aroundTime === undefined ? undefined : placeOf(aroundTime));
    return id === undefined
      ? readPage(walker, question, query)
      : readAround(walker, question, { id, limit });
  }

  /** Id of the first request since then; behind the last one where there is none. */
  function placeOf(time: string): number {
    const at = new Date(time).toISOString();
    const id = firstSince.get({ at });
    return typeof id === 'number' ? id : Number.MAX_SAFE_INTEGER;
  }

  function count(scope: Partial<RequestScope>): InSlices<BoundedCount> {
    return countRows(walker, ask(scope), { upTo: Number.MAX_SAFE_INTEGER - 1 });
  }

  /** Of a tenant and those that named none. */
  function countOf(tenant: string): number {
    const question = ask({ tenant });
    return question.countAll?.() ?? runAtOnce(count({ tenant })).count;
  }

  function countRejected(tenant: string | undefined): InSlices<BoundedCount> {
    return countRows(walker, ask({ tenant, tree: REJECTED }), { upTo: COUNTED_ROWS });
  }

  /** Ids in rising order, for who reads on from there. */
  function nextIds(
    { tenant, filter, text }: Omit<LogSelection, 'ranges'>,
    { after, to, limit }: { readonly after: number; readonly to: number; readonly limit: number },
  ): InSlices<readonly number[]> {
    const question = ask({ tenant, filter, tree: wordsOf(text) });
    const range = within(question.range, { least: after + 1, most: to });
    return readIds(walker, question, { range, limit });
  }

  /** In the log, and not removed. */
  function isVisible(id: number): boolean {
    return runAtOnce(countRows(walker, ask({ ids: [id] }), { upTo: 1 })).count === 1;
  }

  return {
    findPage,
    count,
    countOf,
    countRejected,
    nextIds,
    isVisible,
    group: (query: GroupQuery): InSlices<GroupPage> => groupRequests(walker, ask(query), query),
    summarise: (selection: RequestSelection): InSlices<RequestSelectionSummary> =>
      summariseRequests(walker, ask(selection)),
    complete: (query: CompletionQuery): InSlices<CompletionList> =>
      completeFilter(walker, ask, query),
    nearestMisses: (scope: RequestScope): InSlices<NearestMisses> =>
      findNearestMisses(walker, ask, scope),
    ...createLookups(walker),
  };
}

/** What an index knows at once. */
function createLookups(walker: LogWalker) {
  const ends = walker.prepare(`
    select
      (select min(at) from request_log) as oldestAt, (select max(at) from request_log) as newestAt`);
  const some = walker.prepare(`
    select ${SUMMARY_COLUMNS}
    from ${SUMMARY_TABLES}
    where r.id in (select value from json_each(:ids))
    order by r.id`);
  return {
    /** Arrival of the oldest and newest request. */
    ends: () => ends.get({}) as { oldestAt: string | null; newestAt: string | null }, // its columns
    readSome: (ids: readonly number[]): RequestSummary[] =>
      (some.all({ ids: JSON.stringify(ids) }) as SummaryRow[]).map(toSummary), // its columns
  };
}

/** Each word of a plain text, wherever it stands. */
function wordsOf(text: string): RequestFilter {
  const words = text.split(/\s+/u).filter((word) => readWords(word).length > 0);
  if (words.length === 0) return EVERYTHING;
  return { kind: 'and', terms: words.map((word) => ({ kind: 'words', text: word })) };
}
