// Which page of a query is asked for, and by which of the two ways of paging. @see RFC 7644 §3.4.2.4 and RFC 9865 §2
// A way that the profile has switched off is not known to the service provider: its parameter means nothing.
import type { Profile } from '../../../shared/scim/profile/switches.ts';
import { invalidCount, invalidValue } from '../scim-error.ts';
import type { QueryRequest } from './query-request.ts';

export type PageRequest =
  | { readonly kind: 'index'; readonly startIndex: number; readonly count: number }
  /** `cursor` is empty on the first page. */
  | { readonly kind: 'cursor'; readonly cursor: string; readonly count: number };

/** `count` is at least 0 and never more than the profile allows. Throws `invalidValue` and `invalidCount`. */
export function readPage(request: QueryRequest, profile: Profile): PageRequest {
  const cursor = profile.cursorPaging ? request.cursor : undefined;
  const startIndex = profile.indexPaging ? request.startIndex : undefined;
  if (cursor !== undefined && startIndex !== undefined) {
    throw invalidValue('cursor and startIndex exclude each other; a request has one of them');
  }
  const limit = largestPage(request, profile);
  const isByCursor = startIndex === undefined && (cursor !== undefined || startsByCursor(profile));
  if (isByCursor) {
    const count = readInteger('count', request.count, invalidCount) ?? profile.defaultPageSize;
    return { kind: 'cursor', cursor: cursor ?? '', count: clamp(count, limit) };
  }
  const first = readInteger('startIndex', startIndex, invalidValue) ?? 1;
  const count = readInteger('count', request.count, invalidValue) ?? profile.defaultPageSize;
  return { kind: 'index', startIndex: Math.max(1, first), count: clamp(count, limit) };
}

/** What a request without startIndex and cursor gets. @see RFC 9865 §2.4 */
function startsByCursor({ cursorPaging, indexPaging, defaultPaging }: Profile): boolean {
  return cursorPaging && (defaultPaging === 'cursor' || !indexPaging);
}

function largestPage({ filter }: QueryRequest, profile: Profile): number {
  const isFiltered = filter !== undefined && filter.trim() !== '';
  return isFiltered ? Math.min(profile.maxPageSize, profile.maxFilterResults) : profile.maxPageSize;
}

function clamp(count: number, limit: number): number {
  return Math.min(Math.max(0, count), limit);
}

function readInteger(
  name: string,
  value: string | number | undefined,
  refuse: typeof invalidValue,
): number | undefined {
  if (value === undefined) return undefined;
  const number = /^[+-]?\d+$/.test(String(value).trim()) ? Number(value) : Number.NaN;
  if (Number.isSafeInteger(number)) return number;
  throw refuse(`${name} must be an integer, not ${JSON.stringify(value)}`);
}
