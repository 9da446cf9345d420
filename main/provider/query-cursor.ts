// Paging by cursor. A cursor belongs to one query of one tenant: the same resource types, filter, sort and count; what
// is shown of each resource may differ. It lives as long as the tenant's profile says. @see RFC 9865 §2
import type { JsonObject } from '../../shared/scim/json.ts';
import type { PageRequest } from '../scim/query/read-page.ts';
import { expiredCursor, invalidCount, invalidCursor } from '../scim/scim-error.ts';
import { type Cursor, fingerprintOf } from '../store/cursors.ts';
import type { PageByPosition, PageOfResources } from '../store/resource-queries.ts';
import type { OperationContext } from './context.ts';
import type { OpenedQuery } from './query-search.ts';

/** A page of resources and what it says of its place among the others. */
export interface QueryPage extends PageOfResources {
  /** `startIndex`, or `nextCursor` and `previousCursor`. */
  readonly place: JsonObject;
}

type CursorPage = Extract<PageRequest, { kind: 'cursor' }>;

/** Throws `invalidCursor`, `expiredCursor`, and `invalidCount` for another count than that of the first page. */
export function readByCursor(
  context: OperationContext,
  opened: OpenedQuery,
  { cursor: sealed, count }: CursorPage,
): QueryPage {
  const fingerprint = fingerprintOfQuery(context, opened);
  const cursor = sealed === '' ? undefined : openCursor(context, sealed, fingerprint);
  if (cursor !== undefined && cursor.count !== count) {
    throw invalidCount(`count must stay ${cursor.count}, as it was when the cursor was given out`);
  }
  const page = context.store.resources.queryFrom(opened.search, {
    after: cursor?.position,
    isBackward: cursor?.isBackward ?? false,
    limit: count,
  });
  // A page of nothing asks for the total alone: there is no next one.
  const place = count === 0 ? {} : describePlace(context, { fingerprint, count, cursor }, page);
  return { total: page.total, records: page.records, place };
}

function fingerprintOfQuery(
  { tenant }: OperationContext,
  { models, request }: OpenedQuery,
): string {
  const types = models.map(({ type }) => type.name);
  const { filter, sortBy, sortOrder } = request;
  const texts = [filter, sortBy, sortOrder].map((text) => text?.trim() ?? '');
  return fingerprintOf([tenant.id, types, ...texts]);
}

function openCursor(
  { store, tenant, clock }: OperationContext,
  sealed: string,
  fingerprint: string,
): Cursor {
  const cursor = store.cursors.unseal(sealed);
  if (cursor === undefined) {
    throw invalidCursor('cursor is none that this server has given out; an empty one starts anew');
  }
  if (cursor.fingerprint !== fingerprint) {
    throw invalidCursor('cursor belongs to another query: tenant, type, filter and sort must stay');
  }
  const { cursorTimeoutSeconds } = tenant.profile;
  if (clock.now().getTime() - cursor.issuedAt > cursorTimeoutSeconds * 1000) {
    throw expiredCursor(`cursor was given out more than ${cursorTimeoutSeconds} seconds ago`);
  }
  return cursor;
}

interface Walk {
  readonly fingerprint: string;
  readonly count: number;
  /** Of the request; undefined on the first page. */
  readonly cursor: Cursor | undefined;
}

function describePlace(
  { store, clock }: OperationContext,
  { fingerprint, count, cursor }: Walk,
  { first, last, hasMore }: PageByPosition,
): JsonObject {
  if (first === undefined || last === undefined) return {};
  const issuedAt = clock.now().getTime();
  const walk = { fingerprint, count, issuedAt };
  const isBackward = cursor?.isBackward ?? false;
  const hasNext = isBackward || hasMore;
  const hasPrevious = isBackward ? hasMore : cursor !== undefined;
  return {
    ...(hasPrevious && {
      previousCursor: store.cursors.seal({ ...walk, isBackward: true, position: first }),
    }),
    ...(hasNext && {
      nextCursor: store.cursors.seal({ ...walk, isBackward: false, position: last }),
    }),
  };
}
