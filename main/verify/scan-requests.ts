// Reads through a tenant's part of the request log for what a test asks. It gives way to the event loop every few
// milliseconds: a long log does not keep SCIM clients waiting.
import type { RequestSummary } from '../../shared/admin/request-log.ts';
import type { RequestMatcher } from '../../shared/admin/verification.ts';
import type { Clock } from '../base/clock.ts';
import type { ScanConditions } from '../store/request-log/request-scan.ts';
import type { Store } from '../store/open-store.ts';
import { matchesRequest, type LoggedRequest } from './match-request.ts';

export interface RequestSearch {
  /** Slug. */
  readonly tenant: string;
  readonly match: RequestMatcher;
  /** Only requests with a greater id. */
  readonly since: number;
}

/** Ids that are read at once. */
const WINDOW = 1_000;
const TURN_MS = 15;

export interface ScanDependencies {
  readonly store: Store;
  readonly clock: Clock;
}

/** Hands over what matches, in the order of arrival, until there is no more or `visit` has had enough. */
export async function scanRequests(
  { store, clock }: ScanDependencies,
  { tenant, match, since }: RequestSearch,
  visit: (request: RequestSummary) => 'go on' | 'enough',
): Promise<void> {
  const bounds = store.requestScan.bounds();
  if (bounds === undefined) return;
  const conditions = columnConditions(tenant, match);
  const { filter: _asked, ...rest } = match; // of the columns, as the filter
  const { first, last } = bounds;
  const giveWay = createTurns(clock);
  for (let after = Math.max(since, first - 1); after < last; after += WINDOW) {
    const window = { after, until: Math.min(after + WINDOW, last) };
    for (const summary of store.requestScan.inWindow(conditions, window)) {
      await giveWay();
      if (!matchesRequest(rest, logged(store, summary))) continue;
      if (visit(summary) === 'enough') return;
    }
    await giveWay();
  }
}

/** Waits for the event loop when the turn has been long enough. */
function createTurns(clock: Clock) {
  let startedMs = clock.monotonicMs();
  return async function giveWay(): Promise<void> {
    if (clock.monotonicMs() - startedMs < TURN_MS) return;
    await new Promise((resolve) => void setImmediate(resolve));
    startedMs = clock.monotonicMs();
  };
}

export function logged(store: Store, summary: RequestSummary): LoggedRequest {
  let details: ReturnType<LoggedRequest['details']>;
  return {
    summary,
    bodies: () => store.requestScan.bodies(summary.id),
    details: () => (details ??= store.requestLog.get(summary.id)),
    holds: (filter) => store.requestScan.holds(summary.id, filter),
  };
}

/** The part of a matcher that the log's columns answer. */
function columnConditions(tenant: string, match: RequestMatcher): ScanConditions {
  const { method, operation, status, source, resourceType, resourceId, filter } = match;
  return {
    tenant,
    methods: method === undefined ? undefined : [method].flat().map((each) => each.toUpperCase()),
    operations: operation === undefined ? undefined : [operation].flat(),
    statuses: status === undefined ? undefined : [status].flat().flatMap(statusesOf),
    sources: source === undefined ? undefined : [source].flat(),
    resourceType,
    resourceId,
    filter,
  };
}

function statusesOf(status: number | string): readonly number[] {
  if (typeof status === 'number') return [status];
  const first = Number(status[0]) * 100;
  return Array.from({ length: 100 }, (_, at) => first + at);
}
