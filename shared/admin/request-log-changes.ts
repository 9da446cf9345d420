// Changing the request log: annotations, removal with undo, saved views, recording and how much is kept.
import { z } from 'zod';
import { Colour } from './request-log.ts';
import { BoundedCount, GroupBy, RequestScope, RequestSort } from './request-log-pages.ts';

const marks = {
  isPinned: z.boolean().optional(),
  /** null or blank takes it away. */
  note: z.string().trim().max(2000).nullable().optional(),
  colour: Colour.nullable().optional(),
};

export const RequestAnnotation = z.object({ ids: z.array(z.int()).min(1).max(10_000), ...marks });
export type RequestAnnotation = z.infer<typeof RequestAnnotation>;

/** The same marks for all that a filter shows; the requests that arrive meanwhile stay as they are. */
export const ScopeAnnotation = RequestScope.extend(marks);
export type ScopeAnnotation = z.infer<typeof ScopeAnnotation>;

/** How long a removal can be undone. */
export const UNDO_SECONDS = 30;

/** Chosen one by one, or all that a filter shows; the requests that arrive later stay. */
export const RemovalOrder = z.union([
  z.object({ ids: z.array(z.int()).min(1).max(10_000) }),
  RequestScope.extend({
    /** Instant: only what arrived before it. */
    olderThan: z.iso.datetime({ offset: true }).optional(),
    /** Whether pinned requests go too. */
    includesPinned: z.boolean().default(false),
  }),
]);
export type RemovalOrder = z.infer<typeof RemovalOrder>;

/** The requests are gone from every list at once, and from the file some time after `expiresAt`. */
export const Removal = z.object({
  id: z.string(),
  removed: z.int(),
  /** Until then it can be undone. */
  expiresAt: z.string(),
});
export type Removal = z.infer<typeof Removal>;

const viewShape = {
  name: z.string().trim().min(1).max(60),
  filter: z.string().max(4000).default(''),
  sort: RequestSort.default('id'),
  direction: z.enum(['ascending', 'descending']).default('ascending'),
  /** Ids of columns in their order; the UI knows them. */
  columns: z.array(z.string().max(40)).max(40).default([]),
  groupBy: GroupBy.nullable().default(null),
};

export const RequestViewSetting = z.object(viewShape);
export type RequestViewSetting = z.infer<typeof RequestViewSetting>;

/** A list as somebody wants to come back to it, saved in the workspace. Names are unique in any case. */
export const RequestView = z.object({ id: z.int(), ...viewShape });
export type RequestView = z.infer<typeof RequestView>;

/** How much is kept and recorded. `null`: no bound. */
export const LogLimits = z.object({
  maxRows: z.int().min(1),
  maxAgeDays: z.number().positive().nullable(),
  /** Headers, bodies and effects together. */
  maxBytes: z.int().min(1),
  /** Of each body; what is longer is cut. At most 1 MiB. */
  maxBodyBytes: z.int().min(0).max(1_048_576),
  /** Without, bodies are left out of the log from then on. */
  recordsBodies: z.boolean(),
  /** Whether words are found by a full-text index, or in the rows one by one. */
  indexesText: z.boolean(),
  /** Pinned requests are never removed by themselves; more than this many are told. */
  maxPinned: z.int().min(0),
});
export type LogLimits = z.infer<typeof LogLimits>;

/** Recording is not serving: while it is paused, requests are answered and history is kept. It begins at each start. */
export const Recording = z.object({
  isPaused: z.boolean(),
  /** Since when it is paused. */
  since: z.string().nullable(),
  /** Requests that were answered meanwhile and left out. */
  skipped: z.int(),
});
export type Recording = z.infer<typeof Recording>;

/** Pinned requests count apart: they take no room from those that come. */
const PinnedRequests = z.object({
  rows: z.int(),
  bytes: z.int(),
  /** They are more than `limits.maxPinned`, or take more than `limits.maxBytes`. */
  exceedsLimit: z.boolean(),
});

/** Requests that were removed are not counted, from the moment of their removal on. */
export const RequestLogStatus = z.object({
  rows: z.int(),
  bytes: z.int(),
  /** Among them. */
  pinned: PinnedRequests,
  /** Arrival of the oldest and newest request. */
  oldestAt: z.string().nullable(),
  newestAt: z.string().nullable(),
  limits: LogLimits,
  recording: Recording,
  /** Requests that were turned away: token, path, method, body, HTTP itself. */
  rejected: BoundedCount,
  /** Requests that the search index does not have yet: they are searched one by one. */
  unindexed: z.int(),
});
export type RequestLogStatus = z.infer<typeof RequestLogStatus>;
