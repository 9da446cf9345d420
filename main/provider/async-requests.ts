// Requests that are done after their answer: accepted into the store, carried out one after the other in the order of
// their arrival, told by completion events. A request and what it leaves behind is one transaction, so that a server
// that dies in between finishes it at its next start, once. @see RFC 9967 §2.5
import type { Effect } from '../../shared/admin/request-log.ts';
import type { Clock } from '../base/clock.ts';
import type { Feed } from '../base/feed.ts';
import type { NewId } from '../base/ids.ts';
import type { Logger } from '../base/logger.ts';
import type { AsyncRequest, NewAsyncRequest } from '../store/async-requests.ts';
import type { Store } from '../store/open-store.ts';
import { announceEffects } from './announce-effects.ts';
import { completeRequest, failRequest } from './complete-request.ts';

export interface AsyncRequests {
  /** Stores the request and comes back to it when the event loop is free. */
  readonly accept: (request: NewAsyncRequest) => void;
  /** True as soon as nothing is left to be done, false when that takes longer. */
  readonly idle: (withinMs: number) => Promise<boolean>;
  /** Does what is left, as far as there is time for it; the rest is done at the next start. */
  readonly close: () => void;
}

export interface AsyncRequestDependencies {
  readonly store: Store;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly feed: Feed;
  readonly logger: Logger;
}

const DRAIN_MS = 2_000;

/** Begins with what an earlier run of the server has left. */
export function createAsyncRequests(dependencies: AsyncRequestDependencies): AsyncRequests {
  const { store, clock, logger } = dependencies;
  const waiters = new Set<() => void>();
  let turn: NodeJS.Immediate | undefined;
  schedule();

  function schedule(): void {
    turn ??= setImmediate(takeTurn);
  }

  function takeTurn(): void {
    turn = undefined;
    if (doNext()) return schedule();
    for (const wake of waiters) wake();
  }

  /** A store that fails must not end the server: what is left is tried again at the next request or start. */
  function doNext(): boolean {
    try {
      const request = store.asyncRequests.next();
      if (request !== undefined) carryOut(dependencies, request);
      return request !== undefined;
    } catch (error) {
      logger.error('A request that was accepted for later could not be done', { error });
      return false;
    }
  }

  function idle(withinMs: number): Promise<boolean> {
    if (turn === undefined) return Promise.resolve(true);
    return new Promise((resolve) => {
      const timer = setTimeout(() => finish(false), withinMs);
      const wake = () => finish(true);
      waiters.add(wake);

      function finish(isIdle: boolean): void {
        clearTimeout(timer);
        waiters.delete(wake);
        resolve(isIdle);
      }
    });
  }

  return {
    accept(request) {
      store.asyncRequests.add(request);
      schedule();
    },
    idle,
    close() {
      clearImmediate(turn);
      const deadline = clock.monotonicMs() + DRAIN_MS;
      while (clock.monotonicMs() < deadline && doNext());
    },
  };
}

function carryOut(dependencies: AsyncRequestDependencies, request: AsyncRequest): void {
  const { store, feed, logger } = dependencies;
  const { tenant, txn } = request;
  let effects: readonly Effect[] = [];
  try {
    effects = store.transaction(() => completeRequest(dependencies, request));
  } catch (error) {
    logger.error('A request that was accepted for later failed', { txn, error });
    store.transaction(() => failRequest(dependencies, request));
  }
  if (request.requestId !== null) store.requestLog.addEffects(request.requestId, effects);
  announceEffects(feed, tenant, effects);
  feed.publish({ type: 'async-request-finished', data: { tenant, txn } });
}
