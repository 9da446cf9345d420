// Logged requests sent once more, as they were, to the tenant that they came to. Its own token takes the place of the
// masked one; a request that was turned away for its token is sent with a wrong one again.
import { z } from 'zod';

export const ReplayOrder = z.object({
  /** In the order in which they are sent. */
  ids: z.array(z.int()).min(1).max(1000),
  /** The rest is not sent after an answer that is an error where the logged one was not. */
  stopAtFailure: z.boolean().default(true),
});
export type ReplayOrder = z.infer<typeof ReplayOrder>;

export const ReplayResult = z.object({
  /** The request that was sent again. */
  id: z.int(),
  /** Its new entry in the request log; null when there is none. */
  requestId: z.int().nullable(),
  /** What the log says it was answered with, and what it was answered with now; null: no answer came. */
  loggedStatus: z.int(),
  status: z.int().nullable(),
  durationMs: z.number(),
  /** An error where the logged answer was none, or another one. */
  isFailure: z.boolean(),
  /** In words, where no answer came or the request could not be sent. */
  reason: z.string().nullable(),
});
export type ReplayResult = z.infer<typeof ReplayResult>;

export const ReplayResults = z.object({
  results: z.array(ReplayResult),
  /** Requests that were not sent because an earlier one had failed. */
  left: z.int(),
});
export type ReplayResults = z.infer<typeof ReplayResults>;
