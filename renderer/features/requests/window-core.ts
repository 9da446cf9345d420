// What a request window is made of, and its own reading: pages from the server, arrivals in one batch per frame. A fresh
// start takes over from whatever is being read.
import type { StoreApi } from 'zustand/vanilla';
import type { RequestSummary } from '../../../shared/admin/request-log.ts';
import type { RequestMatcher } from '../../../shared/request-filter/match-request.ts';
import {
  readMatching,
  readNewestRows,
  readRowsAgain,
  readRowsAround,
  type ReadPage,
} from './read-rows.ts';
import { linkRows, type FindCycle, type WaitingRows } from './late-cycles.ts';
import { mergeArrivals, removeRows, type RequestRows } from './request-rows.ts';

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

export interface WindowCore {
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

export function reloadUnlessPaused(core: WindowCore): void {
  if (core.store.getState().isPaused) core.mustReloadOnResume = true;
  else reload(core);
}

export function forgetArrivals({ arrivals, waiting }: WindowCore, ids?: readonly number[]): void {
  waiting?.forget(ids);
  if (ids === undefined) arrivals.clear();
  else for (const id of ids) arrivals.delete(id);
}

/** Rows here learn their cycle; under a filter that asks for it some go, and some that waited come. */
export function linkCycles(core: WindowCore, findCycle: FindCycle): void {
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

export function reload(core: WindowCore): void {
  const state = core.store.getState();
  if (state.isFollowing || state.rows.length === 0) startAtEnd(core);
  else replace(core, (filter) => readRowsAgain(core.options.readPage, filter, state));
}

export function startAt(core: WindowCore, id: number): void {
  core.store.setState({ isFollowing: false });
  replace(core, (filter) => readRowsAround(core.options.readPage, filter, id));
}

export function startAtEnd(core: WindowCore): void {
  replace(core, (filter) => readNewestRows(core.options.readPage, filter));
}

function replace(core: WindowCore, load: (filter: string) => Promise<RequestRows>): void {
  core.generation += 1;
  core.isReplacing = true;
  const filter = core.wishedFilter;
  void read(core, async () => ({ ...(await load(filter)), filter }));
}

/** Runs one read; a fresh start takes over from whatever runs. */
export async function read(
  core: WindowCore,
  load: () => Promise<Partial<RequestWindowState>>,
): Promise<void> {
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

export function flushSoon(core: WindowCore): void {
  if (core.isFrameDue || core.arrivals.size === 0) return;
  core.isFrameDue = true;
  core.options.nextFrame(() => {
    core.isFrameDue = false;
    flush(core);
  });
}

export function flush(core: WindowCore): void {
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

function add(core: WindowCore, matching: readonly RequestSummary[]): void {
  if (matching.length === 0) return;
  const state = core.store.getState();
  const merged = mergeArrivals(state, matching, state.isFollowing);
  const news = merged.total - state.total;
  core.store.setState({ ...merged, newCount: state.isFollowing ? 0 : state.newCount + news });
}

/** What only the server can judge (bodies, headers) is asked for; without an answer, everything is read again. */
async function ask(core: WindowCore, unknown: readonly RequestSummary[]): Promise<void> {
  const { generation, wishedFilter } = core;
  const ids = unknown.map((row) => row.id);
  try {
    const matching = await readMatching(core.options.readPage, wishedFilter, ids);
    if (generation === core.generation) add(core, matching);
  } catch {
    if (generation === core.generation) reloadUnlessPaused(core);
  }
}
