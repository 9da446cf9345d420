// What came instead of the request that was waited for: the requests that meet the most conditions, with those that
// they do not meet, as data and in words.
import type { FailedCondition, NearMiss } from '../../shared/admin/verification.ts';
import type { JsonValue } from '../../shared/scim/json.ts';
import type { Store } from '../store/open-store.ts';
import { failedConditions } from './match-request.ts';
import { logged, type RequestSearch } from './scan-requests.ts';

/** Further back nobody looks. */
const LOOKED_AT = 200;
const SHOWN = 5;
const MAX_VALUE_LENGTH = 200;

export function findNearMisses(store: Store, { tenant, match, since }: RequestSearch) {
  const newest = store.requestScan.newest(tenant, { after: since, limit: LOOKED_AT });
  const misses = newest
    .map((request): NearMiss => {
      const elsewhere =
        request.tenant === null ? [{ condition: 'tenant', expected: tenant, actual: null }] : [];
      const failed = [...elsewhere, ...failedConditions(match, logged(store, request))];
      return { request, failed };
    })
    .filter(({ failed }) => failed.length > 0);
  const nearMisses = misses
    .toSorted((one, other) => one.failed.length - other.failed.length)
    .slice(0, SHOWN);
  return { arrived: misses.length, nearMisses };
}

interface Missed extends RequestSearch {
  readonly count: number;
  readonly found: number;
  readonly waitedMs: number;
  readonly arrived: number;
  readonly nearMisses: readonly NearMiss[];
}

export function describeMisses(missed: Missed): string {
  const { count, match, waitedMs, found, tenant } = missed;
  const wanted = count === 1 ? 'a request' : `${count} requests`;
  const first = `Waited ${waitedMs} ms for ${wanted} to the tenant "${tenant}" matching ${show(match)}; ${found} came.`;
  return [first, describeArrivals(missed), ...missed.nearMisses.map(describeMiss)].join('\n');
}

function describeArrivals({ arrived, nearMisses, since }: Missed): string {
  const mark = since === 0 ? '' : ` since request ${since}`;
  if (arrived === 0) return `Nothing else has arrived${mark}.`;
  const number = arrived >= LOOKED_AT ? `${LOOKED_AT} or more` : String(arrived);
  const shown = nearMisses.length < arrived ? 'the closest:' : 'they were:';
  return `What arrived instead${mark}: ${number}; ${shown}`;
}

function describeMiss({ request, failed }: NearMiss): string {
  const { id, method, path, query, status, sentence } = request;
  const target = query === '' ? path : `${path}?${query}`;
  return [
    `  #${id} ${method} ${target} -> ${status}: ${sentence}`,
    ...failed.map(describeFailed),
  ].join('\n');
}

function describeFailed({ condition, expected, actual }: FailedCondition): string {
  return `      ${condition}: expected ${show(expected)}, was ${show(actual)}`;
}

function show(value: JsonValue | object): string {
  const text = JSON.stringify(value);
  return text.length <= MAX_VALUE_LENGTH ? text : `${text.slice(0, MAX_VALUE_LENGTH)}…`;
}
