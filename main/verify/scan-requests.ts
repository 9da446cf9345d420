// Reads through a tenant's part of the request log for what a test asks. A window at a time, and the event loop in
// between: a long log does not keep SCIM clients waiting.
import type { RequestSummary } from '../../shared/admin/request-log.ts';
import type { RequestMatcher } from '../../shared/admin/verification.ts';
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

const WINDOW = 20_000;

/** Hands over what matches, in the order of arrival, until there is no more or `visit` has had enough. */
export async function scanRequests(
  store: Store,
  { tenant, match, since }: RequestSearch,
  visit: (request: RequestSummary) => 'go on' | 'enough',
): Promise<void> {
  const bounds = store.requestScan.bounds();
  if (bounds === undefined) return;
  const conditions = columnConditions(tenant, match);
  const { filter: _asked, ...rest } = match; // of the columns, as the filter
  const { first, last } = bounds;
  for (let after = Math.max(since, first - 1); after < last; after += WINDOW) {
    const window = { after, until: Math.min(after + WINDOW, last) };
    for (const summary of store.requestScan.inWindow(conditions, window)) {
      if (!matchesRequest(rest, logged(store, summary))) continue;
      if (visit(summary) === 'enough') return;
    }
    if (window.until < last) await new Promise((resolve) => void setImmediate(resolve));
  }
}

export function logged(store: Store, summary: RequestSummary): LoggedRequest {
  let details: ReturnType<LoggedRequest['details']>;
  return {
    summary,
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
