// Reading the request log: pages, counts, groups, completions. `filter` is the language of shared/request-filter; text
// that it does not take is answered with `bad-request`, the reason and its place.
// Nothing here reads the whole log before it answers, unless it says so.
import { z } from 'zod';
import { SearchText } from './request-filter-text.ts';
import { Operation, RequestSummary } from './request-log.ts';

/** Which requests are meant. */
export const RequestScope = z.object({
  /** Slug: the requests of this tenant and those that named none; absent = all of the workspace. */
  tenant: z.string().optional(),
  filter: z.string().default(''),
});
export type RequestScope = z.infer<typeof RequestScope>;

/** What a list can be sorted by: its columns. `id` is the live order of arrival, `time` the same as an order like any other. */
export const RequestSort = z.enum([
  'id',
  'time',
  'operation',
  'method',
  'path',
  'status',
  'source',
  'duration',
  'size',
  'request-size',
  'response-size',
  'resource',
  'token',
  'findings',
  'remote-address',
  'connection',
  'job',
  'cycle',
  'colour',
]);
export type RequestSort = z.infer<typeof RequestSort>;

/**
 * A page. In order of arrival (`sort` is `id`, rising, whatever `direction` says) `before` pages back and `after` pages
 * on, `around` and `aroundTime` begin at a place, none of them = the newest. Sorted by anything else, `cursor` is what
 * the page before said.
 */
export const RequestQuery = RequestScope.extend({
  /** Words that must all occur: each as in the filter. */
  text: SearchText.default(''),
  before: z.coerce.number().int().optional(),
  after: z.coerce.number().int().optional(),
  /** Id of a request: half of the page comes before it. It need not exist. */
  around: z.coerce.number().int().optional(),
  /** Instant: the same for the first request that arrived then or later. */
  aroundTime: z.iso.datetime({ offset: true }).optional(),
  sort: RequestSort.default('id'),
  direction: z.enum(['ascending', 'descending']).default('ascending'),
  cursor: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(200),
});
export type RequestQuery = z.infer<typeof RequestQuery>;

/** Up to this many are counted for a page. */
export const COUNTED_ROWS = 10_000;

export const RequestPage = z.object({
  requests: z.array(RequestSummary),
  /** More rows exist before the first / after the last of this page (under the same filter and order). */
  hasBefore: z.boolean(),
  hasAfter: z.boolean(),
  /** All that match, where `isTotalExact`; else at least as many. Without a filter it is always exact. */
  total: z.int(),
  isTotalExact: z.boolean(),
  /** Of a sorted list: what reads the page before and after this one. */
  previousCursor: z.string().nullable(),
  nextCursor: z.string().nullable(),
});
export type RequestPage = z.infer<typeof RequestPage>;

export const RequestCount = z.object({ total: z.int() });
export type RequestCount = z.infer<typeof RequestCount>;

/** A count up to COUNTED_ROWS; `isMore` where there are more. */
export const BoundedCount = z.object({ count: z.int(), isMore: z.boolean() });
export type BoundedCount = z.infer<typeof BoundedCount>;

export const GroupBy = z.enum([
  'resource',
  'minute',
  'source',
  'token',
  'cycle',
  'connection',
  'operation',
  'status',
]);
export type GroupBy = z.infer<typeof GroupBy>;

export const GroupQuery = RequestScope.extend({
  by: GroupBy,
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});
export type GroupQuery = z.infer<typeof GroupQuery>;

export const RequestGroup = z.object({
  /** Unique among the groups. */
  key: z.string(),
  /** Name of the resource, minute (ISO 8601), source, token, connection and where it came from, …; empty where the requests have none. */
  label: z.string(),
  /** Filter terms that mean this group. */
  filter: z.string(),
  requests: z.int(),
  /** Status 400 and more, or no answer. */
  failures: z.int(),
  firstAt: z.string(),
  lastAt: z.string(),
  lastId: z.int(),
  totalDurationMs: z.number(),
});
export type RequestGroup = z.infer<typeof RequestGroup>;

/** Those with the newest request first. */
export const GroupPage = z.object({ groups: z.array(RequestGroup), total: z.int() });
export type GroupPage = z.infer<typeof GroupPage>;

/** Chosen one by one, or all that a filter shows. */
export const RequestSelection = z.union([
  z.object({ ids: z.array(z.int()).min(1).max(10_000) }),
  RequestScope,
]);
export type RequestSelection = z.infer<typeof RequestSelection>;

/** What a selection holds. */
export const RequestSelectionSummary = z.object({
  requests: z.int(),
  pinned: z.int(),
  failures: z.int(),
  operations: z.array(z.object({ operation: Operation, requests: z.int() })),
  statuses: z.array(z.object({ status: z.int(), requests: z.int() })),
  /** Those with most requests, at most 50; `resourceCount` says how many there are. */
  resources: z.array(
    z.object({
      resourceType: z.string(),
      resourceId: z.string(),
      resourceName: z.string().nullable(),
      requests: z.int(),
    }),
  ),
  resourceCount: z.int(),
  /** null when it is empty. */
  firstAt: z.string().nullable(),
  lastAt: z.string().nullable(),
  totalDurationMs: z.number(),
  requestBytes: z.int(),
  responseBytes: z.int(),
});
export type RequestSelectionSummary = z.infer<typeof RequestSelectionSummary>;

export const CompletionQuery = RequestScope.extend({
  /** Place of the caret in `filter`, in UTF-16 units. */
  caret: z.coerce.number().int().min(0),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});
export type CompletionQuery = z.infer<typeof CompletionQuery>;

/** What could stand at the caret: each replaces the text from `from` to `to`. */
export const CompletionList = z.object({
  from: z.int(),
  to: z.int(),
  /** Whether `requests` counts the newest requests only, because there are more than are looked at. */
  isSampled: z.boolean(),
  completions: z.array(
    z.object({
      /** What to write, quoted where it must be. A token ends in `:`, and its value is asked for next. */
      text: z.string(),
      kind: z.enum(['token', 'value', 'keyword']),
      meaning: z.string(),
      /** Requests that it would leave, among those that the rest of the filter shows; null for tokens. */
      requests: z.int().nullable(),
    }),
  ),
});
export type CompletionList = z.infer<typeof CompletionList>;

/** For a filter that nothing matches: what would match without one of its terms, the most first. */
export const NearestMisses = z.object({
  misses: z.array(
    BoundedCount.extend({
      /** The term that is left out, as text. */
      without: z.string(),
      /** The filter that is left. */
      filter: z.string(),
    }),
  ),
});
export type NearestMisses = z.infer<typeof NearestMisses>;

const Neighbours = z.object({ previous: z.int().nullable(), next: z.int().nullable() });

/** Ids of the requests before and after one: on the same resource, and in its tenant. */
export const RequestNeighbours = z.object({ onResource: Neighbours, inTenant: Neighbours });
export type RequestNeighbours = z.infer<typeof RequestNeighbours>;
