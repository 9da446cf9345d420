// The Requests list between server and screen: reads pages, takes in live events (one batch per frame), holds them back
// while paused, and re-reads after anything may have been missed. It knows nothing of React; use-request-window.ts does.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { RequestSummary } from '../../../shared/admin/request-log.ts';
import type { LiveEvent } from '../../../shared/live-event.ts';
import { parseRequestFilter } from '../../../shared/request-filter/parse-request-filter.ts';
import {
  createRequestMatcher,
  type RequestMatcher,
} from '../../../shared/request-filter/match-request.ts';
import {
  readMatching,
  readNewestRows,
  readRowsAfter,
  readRowsAgain,
  readRowsAround,
  readRowsBefore,
  type ReadPage,
} from './read-rows.ts';
import {
  createCycleFinder,
  createWaitingRows,
  linkRows,
  type FindCycle,
  type WaitingRows,
} from './late-cycles.ts';
import {
  annotateRows,
  mergeArrivals,
  MOST_ROWS,
  NO_ROWS,
  removeRows,
  type RequestRows,
} from './request-rows.ts';

export interface RequestWindowOptions {
  /** In the language of shared/request-filter; one that parses. */
  readonly filter: string;
  /** A request to begin at, rather than at the end. */
  readonly startAt?: number | undefined;
  readonly readPage: ReadPage;
  /** Calls back before the next repaint. */
  readonly nextFrame: (callback: () => void) => void;
}

export interface RequestWindowState extends RequestRows {
  readonly phase: 'loading' | 'ready' | 'failed';
  readonly error: unknown;
  /** The filter that `rows` answer to; trails the one asked for while that is being read. */
  readonly filter: string;
  readonly isFollowing: boolean;
  readonly isPaused: boolean;
  /** Arrived since the view left the end. */
  readonly newCount: number;
  /** Arrived since the list was paused. */
  readonly heldCount: number;
}

export type RequestWindow = ReturnType<typeof createRequestWindow>;

interface Core {
  readonly options: RequestWindowOptions;
  readonly store: StoreApi<RequestWindowState>;
  /** Live rows that are not in the window yet. */
  readonly arrivals: Map<number, RequestSummary>;
  wishedFilter: string;
  matches: RequestMatcher;
  /** Rows that may come in when their cycle is known; undefined under a filter that does not ask for it. */
  waiting: WaitingRows | undefined;
  /** Told while rows were read, which may not know of them yet. */
  missedCycles: FindCycle[];
  /** Rises with every fresh start; answers to earlier questions are dropped. */
  generation: number;
  isReading: boolean;
  /** While the rows are replaced as a whole, arrivals wait: the answer may have been read before they came. */
  isReplacing: boolean;
  isFrameDue: boolean;
  mustReloadOnResume: boolean;
}

/** Creates the window and begins to read its newest page. */
export function createRequestWindow(options: RequestWindowOptions) {
  const core: Core = {
    options,
    store: createStore(() => ({ ...START, filter: options.filter })),
    arrivals: new Map(),
    wishedFilter: options.filter,
    matches: createMatcher(options.filter),
    waiting: createWaitingRows(options.filter),
    missedCycles: [],
    generation: 0,
    isReading: false,
    isReplacing: false,
    isFrameDue: false,
    mustReloadOnResume: false,
  };
  if (options.startAt === undefined) startAtEnd(core);
  else startAt(core, options.startAt);
  return {
    getState: core.store.getState,
    subscribe: core.store.subscribe,
    receive: (event: LiveEvent) => receive(core, event),
    setFilter: (filter: string) => setFilter(core, filter),
    setFollowing: (isFollowing: boolean) => setFollowing(core, isFollowing),
    setPaused: (isPaused: boolean) => setPaused(core, isPaused),
    loadBefore: () => loadBefore(core),
    loadAfter: () => loadAfter(core),
    reload: () => reload(core),
  };
}

const START: RequestWindowState = {
  ...NO_ROWS,
  phase: 'loading',
  error: null,
  filter: '',
  isFollowing: true,
  isPaused: false,
  newCount: 0,
  heldCount: 0,
};

function receive(core: Core, event: LiveEvent): void {
  switch (event.type) {
    case 'reset':
    case 'requests-restored':
      reloadUnlessPaused(core);
      break;
    case 'requests-cleared':
      forgetArrivals(core);
      core.store.setState({ ...NO_ROWS, newCount: 0, heldCount: 0 });
      startAtEnd(core);
      break;
    case 'requests-removed':
      takeOut(core, event.data.ids);
      break;
    case 'requests-annotated':
      core.store.setState(annotateRows(core.store.getState(), event.data));
      break;
    case 'request-recorded':
      takeIn(core, event.data.request);
      break;
    case 'provisioning-logged':
      linkCycles(core, createCycleFinder(event.data.cycles));
      break;
    default:
  }
}

function reloadUnlessPaused(core: Core): void {
  if (core.store.getState().isPaused) core.mustReloadOnResume = true;
  else reload(core);
}

/** Those chosen one by one go at once; what else has gone, the server knows. */
function takeOut(core: Core, ids: readonly number[] | undefined): void {
  if (ids === undefined) {
    forgetArrivals(core);
    core.store.setState({ newCount: 0, heldCount: 0 });
    startAtEnd(core);
    return;
  }
  forgetArrivals(core, ids);
  core.store.setState(removeRows(core.store.getState(), ids));
}

function forgetArrivals({ arrivals, waiting }: Core, ids?: readonly number[]): void {
  waiting?.forget(ids);
  if (ids === undefined) arrivals.clear();
  else for (const id of ids) arrivals.delete(id);
}

function takeIn(core: Core, request: RequestSummary): void {
  const { isPaused, heldCount } = core.store.getState();
  core.arrivals.set(request.id, request);
  if (!isPaused) {
    flushSoon(core);
    return;
  }
  core.store.setState({ heldCount: heldCount + 1 });
  if (core.arrivals.size <= MOST_ROWS) return;
  core.arrivals.clear();
  core.mustReloadOnResume = true;
}

/** Rows here learn their cycle; under a filter that asks for it some go, and some that waited come. */
function linkCycles(core: Core, findCycle: FindCycle): void {
  if (core.isReading) core.missedCycles.push(findCycle);
  const { rows, isPaused } = core.store.getState();
  const linked = linkRows(rows, findCycle);
  if (linked.length > 0) {
    const known = new Map(linked.map((row) => [row.id, row]));
    const gone = linked.filter((row) => core.waiting && core.matches(row) === false);
    const state = { ...core.store.getState(), rows: rows.map((row) => known.get(row.id) ?? row) };
    core.store.setState(
      removeRows(
        state,
        gone.map(({ id }) => id),
      ),
    );
  }
  const waiting = core.waiting?.take(findCycle) ?? [];
  for (const row of [...linkRows(core.arrivals.values(), findCycle), ...waiting]) {
    core.arrivals.set(row.id, row);
  }
  if (!isPaused) flushSoon(core);
}

function setFilter(core: Core, filter: string): void {
  if (filter === core.wishedFilter) return;
  core.wishedFilter = filter;
  core.matches = createMatcher(filter);
  core.waiting = createWaitingRows(filter);
  core.store.setState({ isFollowing: true, newCount: 0 });
  startAtEnd(core);
}

function createMatcher(filter: string): RequestMatcher {
  return createRequestMatcher(parseRequestFilter(filter), new Date());
}

function setFollowing(core: Core, isFollowing: boolean): void {
  const { isFollowing: wasFollowing, hasAfter } = core.store.getState();
  if (isFollowing === wasFollowing) return;
  core.store.setState({ isFollowing, newCount: 0 });
  if (isFollowing && hasAfter) startAtEnd(core);
}

function setPaused(core: Core, isPaused: boolean): void {
  core.store.setState({ isPaused, heldCount: 0 });
  if (isPaused) return;
  if (core.mustReloadOnResume) reload(core);
  else flush(core);
  core.mustReloadOnResume = false;
}

function loadBefore(core: Core): void {
  const { filter, hasBefore } = core.store.getState();
  if (core.isReading || !hasBefore) return;
  void read(core, () => readRowsBefore(core.options.readPage, filter, core.store.getState));
}

function loadAfter(core: Core): void {
  const { filter, hasAfter } = core.store.getState();
  if (core.isReading || !hasAfter) return;
  void read(core, () => readRowsAfter(core.options.readPage, filter, core.store.getState));
}

function reload(core: Core): void {
  const state = core.store.getState();
  if (state.isFollowing || state.rows.length === 0) startAtEnd(core);
  else replace(core, (filter) => readRowsAgain(core.options.readPage, filter, state));
}

function startAt(core: Core, id: number): void {
  core.store.setState({ isFollowing: false });
  replace(core, (filter) => readRowsAround(core.options.readPage, filter, id));
}

function startAtEnd(core: Core): void {
  replace(core, (filter) => readNewestRows(core.options.readPage, filter));
}

function replace(core: Core, load: (filter: string) => Promise<RequestRows>): void {
  core.generation += 1;
  core.isReplacing = true;
  const filter = core.wishedFilter;
  void read(core, async () => ({ ...(await load(filter)), filter }));
}

/** Runs one read; a fresh start takes over from whatever runs. */
async function read(core: Core, load: () => Promise<Partial<RequestWindowState>>): Promise<void> {
  const generation = core.generation;
  core.isReading = true;
  const change = await settle(load);
  if (generation !== core.generation) return;
  core.isReading = false;
  core.isReplacing = false;
  core.store.setState(change);
  const missed = core.missedCycles;
  core.missedCycles = [];
  for (const findCycle of missed) linkCycles(core, findCycle);
  flushSoon(core);
}

async function settle(
  load: () => Promise<Partial<RequestWindowState>>,
): Promise<Partial<RequestWindowState>> {
  try {
    return { ...(await load()), phase: 'ready', error: null };
  } catch (error) {
    return { phase: 'failed', error };
  }
}

function flushSoon(core: Core): void {
  if (core.isFrameDue || core.arrivals.size === 0) return;
  core.isFrameDue = true;
  core.options.nextFrame(() => {
    core.isFrameDue = false;
    flush(core);
  });
}

function flush(core: Core): void {
  const state = core.store.getState();
  if (state.isPaused || core.isReplacing) return;
  const arrived = [...core.arrivals.values()];
  core.arrivals.clear();
  const unknown = arrived.filter((row) => core.matches(row) === undefined);
  core.waiting?.keep(unknown);
  add(
    core,
    arrived.filter((row) => core.matches(row) === true),
  );
  if (unknown.length > 0) void ask(core, unknown);
}

function add(core: Core, matching: readonly RequestSummary[]): void {
  if (matching.length === 0) return;
  const state = core.store.getState();
  const merged = mergeArrivals(state, matching, state.isFollowing);
  const news = merged.total - state.total;
  core.store.setState({ ...merged, newCount: state.isFollowing ? 0 : state.newCount + news });
}

/** What only the server can judge (bodies, headers) is asked for; without an answer, everything is read again. */
async function ask(core: Core, unknown: readonly RequestSummary[]): Promise<void> {
  const { generation, wishedFilter } = core;
  const ids = unknown.map((row) => row.id);
  try {
    const matching = await readMatching(core.options.readPage, wishedFilter, ids);
    if (generation === core.generation) add(core, matching);
  } catch {
    if (generation === core.generation) reloadUnlessPaused(core);
  }
}
