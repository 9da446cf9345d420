// What a tenant was asked and how it answered, over time. Counted as requests arrive, so that it is cheap to read however
// long the request log is; kept for a day, and for as long as the log is not cleared.
import { z } from 'zod';

/** hour: 60 bins of one minute; day: 48 bins of half an hour. The last bin holds the present moment. */
export const TrafficWindow = z.enum(['hour', 'day']);
export type TrafficWindow = z.infer<typeof TrafficWindow>;

export const TrafficQuery = z.object({ window: TrafficWindow.default('hour') });

/** Requests by the class of their status. `unanswered`: the peer went away before the answer. */
export const StatusCounts = z.object({
  success: z.int(),
  redirect: z.int(),
  clientError: z.int(),
  serverError: z.int(),
  unanswered: z.int(),
});
export type StatusCounts = z.infer<typeof StatusCounts>;

/** Milliseconds, to within 5 %; null where there was no request. */
export const Latency = z.object({
  p50: z.number().nullable(),
  p95: z.number().nullable(),
  p99: z.number().nullable(),
});
export type Latency = z.infer<typeof Latency>;

const figures = { requests: z.int(), failed: z.int(), statuses: StatusCounts, latency: Latency };

export const TrafficBin = z.object({
  /** Instant at which the bin begins. */
  at: z.string(),
  ...figures,
});
export type TrafficBin = z.infer<typeof TrafficBin>;

/** `failed`: answered 4xx or 5xx, or not at all. */
export const Traffic = z.object({
  window: TrafficWindow,
  binMinutes: z.int(),
  /** All bins together. */
  total: z.object(figures),
  /** In order of time, empty ones included. */
  bins: z.array(TrafficBin),
});
export type Traffic = z.infer<typeof Traffic>;

/** A number of things now, and how it has changed in the last 24 hours. */
export const CountWithChange = z.object({ now: z.int(), change: z.int() });
export type CountWithChange = z.infer<typeof CountWithChange>;

export const TenantCounts = z.object({
  activeUsers: CountWithChange,
  inactiveUsers: CountWithChange,
  /** Deletions that the history still tells of. */
  deletedUsers: CountWithChange,
  groups: CountWithChange,
  memberships: CountWithChange,
});
export type TenantCounts = z.infer<typeof TenantCounts>;
