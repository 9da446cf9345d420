// The request log: every exchange that reached the SCIM listener. What it is made of is in request-log/: entries, the
// questions that lists ask, removals, and what it does by itself in the background (`keep`).
// Surprise: ids are given at arrival and rows are written when the answer is ready, so rows arrive out of order.
import type { Database } from 'better-sqlite3';
import type { LogLimits, RequestAnnotation } from '../../shared/admin/request-log-changes.ts';
import type { RequestDetails } from '../../shared/admin/request-log.ts';
import type { TopFindingsQuery } from '../../shared/admin/finding.ts';
import { type Clock, systemClock } from '../base/clock.ts';
import { createAnnotator } from './request-log/annotate.ts';
import { createEntryStore, type EntryStore } from './request-log/entries.ts';
import { createFindingStore } from './request-log/findings.ts';
import { createLogKeeper } from './request-log/keep-log.ts';
import { createLogCounts } from './request-log/log-counts.ts';
import { measureRows, type LogExtent, type LogSize } from './request-log/log-extent.ts';
import { createLogState } from './request-log/log-state.ts';
import { createNeighbourFinder } from './request-log/neighbours.ts';
import { createAsker } from './request-log/question.ts';
import { createLogQuestions } from './request-log/log-questions.ts';
import { createRemovals } from './request-log/remove-requests.ts';
import { createRemovalStore } from './request-log/removals.ts';
import { createRequestScan } from './request-log/request-scan.ts';
import { createSearchIndex } from './request-log/search-index.ts';
import { createRequestViewStore } from './request-log/views.ts';
import { createLogWalker, type InSlices } from './request-log/walk-log.ts';
import { createTrafficStore } from './traffic.ts';

export interface RequestLogOptions {
  readonly clock?: Clock;
  readonly limits?: Partial<LogLimits>;
}

export type RequestLogStore = ReturnType<typeof createRequestLogStore>;

export function createRequestLogStore(
  db: Database,
  { clock = systemClock, limits = {} }: RequestLogOptions = {},
) {
  const state = createLogState(limits);
  const { walker, index, entries, removals, counts, traffic } = createTables(db, clock);
  const ids = createRequestIds(db);
  const { size } = counts;
  const keeper = createLogKeeper({ clock, walker, entries, removals, index, state, size });
  const hasIndex = () => state.limits().indexesText;
  const asked = { walker, now: clock.now, removals: removals.pending, hasIndex };
  const ask = createAsker({ ...asked, ...counts });
  const questions = createLogQuestions({ walker, ask });
  const annotate = createAnnotator(db);
  const findings = createFindingStore(db);
  const isVisible = (id: number) => removals.pending().length === 0 || questions.isVisible(id);
  const neighbours = createNeighbourFinder(db, isVisible);
  function* measure(): InSlices<LogExtent> {
    if (removals.pending().length > 0) return yield* measureRows(walker, ask({}));
    return { ...size, ...questions.ends() };
  }

  function annotateRows(annotation: RequestAnnotation) {
    const { annotated, ...turned } = annotate(annotation);
    counts.addPinned(turned);
    return { annotated, requests: questions.readSome(annotation.ids.slice(0, 1000)) };
  }

  return {
    ...state,
    ...questions,
    ...createRemovals({ ask, walker, removals, traffic, clock, openIds: ids.openIds }),
    nextRequestId: ids.next,
    /** Of the newest arrival, whether its entry has been written yet or not. */
    lastRequestId: ids.last,
    ...createWriter({ entries, keeper, ids, counts, state }),
    get: (id: number): RequestDetails | undefined => (isVisible(id) ? entries.get(id) : undefined),
    addEffects: entries.addEffects,
    /** How many are in the log, and the first 1000 of them as they are now. */
    annotate: annotateRows,
    findNeighbours: neighbours.find,
    isFirstOn: neighbours.isFirst,
    countUnindexed: index.countUnindexed,
    /** What the tables hold, removed rows that are not erased yet included. */
    size: (): LogSize => size,
    /** What people see of them. */
    measure,
    views: createRequestViewStore(db),
    keep: keeper.keep,
    /** At once and for good: what was put into the log by mistake. */
    withdraw: keeper.erase,
    topFindings: (tenant: string, query: TopFindingsQuery) =>
      findings.topFindings(ask({}), { tenant, ...query }),
    traffic: traffic.read,
    scan: createRequestScan({ walker, ask }),
    /** The tables have been filled anew; ids go on rising all the same. */
    reload(): void {
      counts.reload();
      ids.reload();
      keeper.restart();
      index.reset();
    },
  };
}

interface WriterParts {
  readonly entries: EntryStore;
  readonly keeper: ReturnType<typeof createLogKeeper>;
  readonly ids: ReturnType<typeof createRequestIds>;
  readonly counts: ReturnType<typeof createLogCounts>;
  readonly state: ReturnType<typeof createLogState>;
}

/** How an exchange that has ended gets into the log, or is left out of it. */
function createWriter({ entries, keeper, ids, counts, state }: WriterParts) {
  function addEntry({ id, isPinned }: RequestDetails, write: () => number): void {
    ids.close(id);
    counts.add(write(), isPinned);
    keeper.prune();
  }

  return {
    /** The entry as it will be read back; secrets are masked by now. */
    insert: (entry: RequestDetails) => addEntry(entry, () => entries.insert(entry)),
    /** The same of an exchange that somebody else recorded: no traffic of ours. */
    insertImported: (entry: RequestDetails) => addEntry(entry, () => entries.insertImported(entry)),
    /** A request was answered while recording is paused. */
    skip(id: number): void {
      ids.close(id);
      state.noteSkipped();
    },
  };
}

function createTables(db: Database, clock: Clock) {
  const index = createSearchIndex(db);
  const traffic = createTrafficStore(db);
  return {
    index,
    traffic,
    walker: createLogWalker(db, clock.monotonicMs),
    entries: createEntryStore(db, { index, traffic }),
    removals: createRemovalStore(db),
    counts: createLogCounts(db),
  };
}

/** Ids rise with the order of arrival and are not used twice, not even after the log was cleared. */
function createRequestIds(db: Database) {
  const statement = db
    .prepare<[], number>(
      `
      select max(
        coalesce((select seq from sqlite_sequence where name = 'request_log'), 0),
        coalesce((select max(request_id) from resource_history), 0))`,
    )
    .pluck();
  const open = new Set<number>();
  let lastId = readRow(statement.get());
  return {
    next: (): number => {
      lastId += 1;
      open.add(lastId);
      return lastId;
    },
    /** The request is recorded, or will not be. */
    close: (id: number): void => void open.delete(id),
    /** Requests that have come and are not recorded yet. */
    last: (): number => lastId,
    openIds: (): readonly number[] => [...open],
    reload(): void {
      lastId = Math.max(lastId, readRow(statement.get()));
    },
  };
}

function readRow<Row>(row: Row | undefined): Row {
  if (row === undefined) throw new Error('An aggregate returned no row');
  return row;
}
