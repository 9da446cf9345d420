// Whether a recorded request is one that a test asks for, and if not, why. What lists show is looked at first; headers
// and bodies are read from the log only when a condition needs them and the cheap ones hold.
import type { RequestDetails, RequestSummary } from '../../shared/admin/request-log.ts';
import type { FailedCondition, RequestMatcher } from '../../shared/admin/verification.ts';
import { failedBody, failedChoice, failedWireConditions, type WireRequest } from './match-wire.ts';

export interface LoggedRequest {
  readonly summary: RequestSummary;
  /** Texts of both; the quick way to what most conditions beyond the summary look at. */
  readonly bodies: () => { readonly request: string; readonly response: string } | undefined;
  /** undefined when the entry has left the log. */
  readonly details: () => RequestDetails | undefined;
  /** Whether it answers to a filter in the request filter language. */
  readonly holds: (filter: string) => boolean;
}

export function matchesRequest(match: RequestMatcher, logged: LoggedRequest): boolean {
  return failedConditions(match, logged).next().done === true;
}

export function* failedConditions(
  match: RequestMatcher,
  logged: LoggedRequest,
): Generator<FailedCondition> {
  yield* failedMeaning(match, logged.summary);
  yield* failedWireConditions(match, toWire(logged));
  const { filter, finding, responseBody } = match;
  if (filter !== undefined && !logged.holds(filter)) {
    yield { condition: 'filter', expected: filter, actual: null };
  }
  if (finding !== undefined) yield* failedFinding(finding, logged);
  if (responseBody !== undefined) {
    yield* failedBody('responseBody', responseBody, logged.bodies()?.response ?? '');
  }
}

function* failedMeaning(
  match: RequestMatcher,
  summary: RequestSummary,
): Generator<FailedCondition> {
  const { operation, status, source } = match;
  if (operation !== undefined) yield* failedChoice('operation', operation, summary.operation);
  if (status !== undefined) yield* failedStatus(status, summary.status);
  if (source !== undefined) yield* failedChoice('source', source, summary.source);
  for (const name of TEXTS) {
    const expected = match[name];
    if (expected !== undefined) yield* failedChoice(name, expected, summary[name]);
  }
}

const TEXTS = ['resourceType', 'resourceId', 'resourceName', 'scimType'] as const;

function* failedStatus(
  expected: NonNullable<RequestMatcher['status']>,
  actual: number,
): Generator<FailedCondition> {
  const holds = [expected]
    .flat()
    .some((each) => each === actual || each === `${Math.floor(actual / 100)}xx`);
  if (!holds) yield { condition: 'status', expected, actual };
}

function* failedFinding(expected: string, { details }: LoggedRequest): Generator<FailedCondition> {
  const rules = (details()?.findingList ?? []).map(({ ruleId }) => ruleId);
  if (!rules.includes(expected)) yield { condition: 'finding', expected, actual: rules };
}

function toWire({ summary, bodies, details }: LoggedRequest): WireRequest {
  return {
    method: summary.method,
    path: belowBase(summary.path),
    query: [...new URLSearchParams(summary.query)],
    headers: () => details()?.requestHeaders ?? [],
    bodyText: () => bodies()?.request ?? '',
  };
}

const BASE = /^\/+(?:t\/+[^/]+\/+)?(?:scim(?:\/+v2)?(?=\/|$)|(?=oauth\/))/i;

/** A path as it was received, without the tenant's base URL; one outside of every base stays as it is. */
function belowBase(path: string): string {
  const below = path.replace(BASE, '').replace(/^\/*/, '/');
  try {
    return decodeURIComponent(below);
  } catch {
    return below;
  }
}
