// The Requests list between server and screen: reads pages, takes in live events (one batch per frame), holds them back
// while paused, and re-reads after anything may have been missed. It knows nothing of React; use-request-window.ts does.
import { createStore } from 'zustand/vanilla';
import type { LiveEvent } from '../../../shared/live-event.ts';
import { parseRequestFilter } from '../../../shared/request-filter/parse-request-filter.ts';
import {
  createRequestMatcher,
  type RequestMatcher,
} from '../../../shared/request-filter/match-request.ts';
import { readRowsAfter, readRowsBefore } from './read-rows.ts';
import { createWaitingRows } from './late-cycles.ts';
import { NO_ROWS } from './request-rows.ts';
import { receive } from './receive-live.ts';
import {
  type WindowCore,
  type RequestWindowOptions,
  type RequestWindowState,
  flush,
  read,
  reload,
  startAt,
  startAtEnd,
} from './window-core.ts';

export type RequestWindow = ReturnType<typeof createRequestWindow>;

/** Creates the window and begins to read its newest page. */
export function createRequestWindow(options: RequestWindowOptions) {
  const core: WindowCore = {
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

function setFilter(core: WindowCore, filter: string): void {
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

function setFollowing(core: WindowCore, isFollowing: boolean): void {
  const { isFollowing: wasFollowing, hasAfter } = core.store.getState();
  if (isFollowing === wasFollowing) return;
  core.store.setState({ isFollowing, newCount: 0 });
  if (isFollowing && hasAfter) startAtEnd(core);
}

function setPaused(core: WindowCore, isPaused: boolean): void {
  core.store.setState({ isPaused, heldCount: 0 });
  if (isPaused) return;
  if (core.mustReloadOnResume) reload(core);
  else flush(core);
  core.mustReloadOnResume = false;
}

function loadBefore(core: WindowCore): void {
  const { filter, hasBefore } = core.store.getState();
  if (core.isReading || !hasBefore) return;
  void read(core, () => readRowsBefore(core.options.readPage, filter, core.store.getState));
}

function loadAfter(core: WindowCore): void {
  const { filter, hasAfter } = core.store.getState();
  if (core.isReading || !hasAfter) return;
  void read(core, () => readRowsAfter(core.options.readPage, filter, core.store.getState));
}
