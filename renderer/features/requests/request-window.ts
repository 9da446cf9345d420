// The Requests list between server and screen: reads pages, takes in live events (one batch per frame), holds them back
// while paused, and re-reads after anything may have been missed. It knows nothing of React; use-request-window.ts does.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { RequestSummary } from '../../../shared/admin/request-log.ts';
import type { LiveEvent } from '../../../shared/live-event.ts';
import { matchesText } from './matches-text.ts';
import {
  readNewestRows,
  readRowsAfter,
  readRowsAgain,
  readRowsAround,
  readRowsBefore,
  type ReadPage,
} from './read-rows.ts';
import { mergeArrivals, MOST_ROWS, NO_ROWS, type RequestRows } from './request-rows.ts';

export interface RequestWindowOptions {
  readonly text: string;
  /** A request to begin at, rather than at the end. */
  readonly startAt?: number | undefined;
  readonly readPage: ReadPage;
  /** Calls back before the next repaint. */
  readonly nextFrame: (callback: () => void) => void;
}

export interface RequestWindowState extends RequestRows {
  readonly phase: 'loading' | 'ready' | 'failed';
  readonly error: unknown;
  /** The text that `rows` answer to; trails the text asked for while that is being read. */
  readonly text: string;
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
  wishedText: string;
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
    store: createStore(() => ({ ...START, text: options.text })),
    arrivals: new Map(),
    wishedText: options.text,
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
    setText: (text: string) => setText(core, text),
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
  text: '',
  isFollowing: true,
  isPaused: false,
  newCount: 0,
  heldCount: 0,
};

function receive(core: Core, event: LiveEvent): void {
  if (event.type === 'reset') {
    if (core.store.getState().isPaused) core.mustReloadOnResume = true;
    else reload(core);
  }
  if (event.type === 'requests-cleared') {
    core.arrivals.clear();
    core.store.setState({ ...NO_ROWS, newCount: 0, heldCount: 0 });
    startAtEnd(core);
  }
  if (event.type === 'request-recorded') takeIn(core, event.data.request);
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

function setText(core: Core, text: string): void {
  if (text === core.wishedText) return;
  core.wishedText = text;
  core.store.setState({ isFollowing: true, newCount: 0 });
  startAtEnd(core);
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
  const { text, hasBefore } = core.store.getState();
  if (core.isReading || !hasBefore) return;
  void read(core, () => readRowsBefore(core.options.readPage, text, core.store.getState));
}

function loadAfter(core: Core): void {
  const { text, hasAfter } = core.store.getState();
  if (core.isReading || !hasAfter) return;
  void read(core, () => readRowsAfter(core.options.readPage, text, core.store.getState));
}

function reload(core: Core): void {
  const state = core.store.getState();
  if (state.isFollowing || state.rows.length === 0) startAtEnd(core);
  else replace(core, (text) => readRowsAgain(core.options.readPage, text, state));
}

function startAt(core: Core, id: number): void {
  core.store.setState({ isFollowing: false });
  replace(core, (text) => readRowsAround(core.options.readPage, text, id));
}

function startAtEnd(core: Core): void {
  replace(core, (text) => readNewestRows(core.options.readPage, text));
}

function replace(core: Core, load: (text: string) => Promise<RequestRows>): void {
  core.generation += 1;
  core.isReplacing = true;
  const text = core.wishedText;
  void read(core, async () => ({ ...(await load(text)), text }));
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
  const matching = [...core.arrivals.values()].filter((row) => matchesText(row, state.text));
  core.arrivals.clear();
  if (matching.length === 0) return;
  const merged = mergeArrivals(state, matching, state.isFollowing);
  const news = merged.total - state.total;
  core.store.setState({ ...merged, newCount: state.isFollowing ? 0 : state.newCount + news });
}
