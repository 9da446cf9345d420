// A request log of its own in memory, closed at the end of the test.
import type { TestContext } from 'node:test';
import { type Clock, systemClock } from '../../main/base/clock.ts';
import { openStore } from '../../main/store/open-store.ts';
import type { RequestLogStore } from '../../main/store/request-log.ts';
import { runAtOnce } from '../../main/store/request-log/walk-log.ts';
import type { LogLimits } from '../../shared/admin/request-log-changes.ts';
import { RequestQuery, type RequestPage } from '../../shared/admin/request-log-pages.ts';

export interface OpenLogOptions {
  readonly limits?: Partial<LogLimits>;
  readonly clock?: Clock;
}

/** Entries are built on the first of January 2026, so nothing is too old unless the test says so. */
export function openLog(
  context: TestContext,
  { limits, clock = systemClock }: OpenLogOptions = {},
): RequestLogStore {
  const logLimits = { maxAgeDays: null, ...limits };
  const store = openStore({ dataDir: ':memory:', clock, logLimits });
  context.after(() => store.close());
  return store.requestLog;
}

export function readPage(
  log: RequestLogStore,
  query: Partial<Record<keyof RequestQuery, unknown>> = {},
): RequestPage {
  return runAtOnce(log.findPage(RequestQuery.parse(query)));
}

export function readIds(log: RequestLogStore, filter: string): readonly number[] {
  return readPage(log, { filter, limit: 1000 }).requests.map(({ id }) => id);
}
