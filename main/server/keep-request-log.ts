// Runs what the request log does by itself (erase, forget, index) in the pauses between requests: a step takes a few
// milliseconds, and the next one comes after a longer pause while requests arrive than when nobody is waiting.
import type { Clock } from '../base/clock.ts';
import type { Logger } from '../base/logger.ts';
import type { Store } from '../store/open-store.ts';

interface KeeperDependencies {
  readonly store: Store;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Nothing is to be done: look again. */
const IDLE_MS = 500;
/** Requests have arrived since the last step. */
const BUSY_MS = 40;
const NEXT_MS = 2;

/** Until it is closed. */
export function keepRequestLog({ store, logger }: KeeperDependencies) {
  let timer = setTimeout(step, IDLE_MS);
  let rows = store.requestLog.size().rows;

  function step(): void {
    const { rows: now } = store.requestLog.size();
    const isBusy = now > rows;
    timer = setTimeout(step, takeStep() ? (isBusy ? BUSY_MS : NEXT_MS) : IDLE_MS);
    rows = store.requestLog.size().rows;
  }

  function takeStep(): boolean {
    try {
      return store.requestLog.keep();
    } catch (error) {
      logger.error('The request log could not be tidied up', { error });
      return false;
    }
  }

  return { close: () => clearTimeout(timer) };
}
