// The live feed: server-sent events of `GET /api/live` on the admin listener. It announces, it never commands.
// The `id` line of each event is `<boot>.<seq>`; sent back as `Last-Event-ID` it resumes. Where the feed no longer
// holds what was missed (or the server was restarted), the first event is `reset`: re-read, then go on.
import { z } from 'zod';
import { CheckRun } from './admin/check-run.ts';
import { RequestSummary } from './admin/request-log.ts';
import { Job } from './admin/transfer.ts';

export const LiveEvent = z.discriminatedUnion('type', [
  z.object({
    seq: z.int(),
    type: z.literal('request-recorded'),
    data: z.object({ request: RequestSummary }),
  }),
  /** Those of one tenant, or of the whole workspace. */
  z.object({
    seq: z.int(),
    type: z.literal('requests-cleared'),
    data: z.object({ tenant: z.string().optional() }),
  }),
  z.object({
    seq: z.int(),
    type: z.literal('resource-changed'),
    data: z.object({
      tenant: z.string(),
      resourceType: z.string(),
      id: z.string(),
      action: z.enum(['created', 'updated', 'deleted']),
    }),
  }),
  /** Name, public URL or the way a tunnel reaches the tenant has changed. */
  z.object({
    seq: z.int(),
    type: z.literal('tenant-changed'),
    data: z.object({ tenant: z.string() }),
  }),
  /** The list of tenants, or all that is in one of them; after a rename `tenant` is the new slug. */
  z.object({
    seq: z.int(),
    type: z.literal('tenants-changed'),
    data: z.object({
      tenant: z.string(),
      action: z.enum(['created', 'renamed', 'emptied', 'deleted', 'schemas-changed']),
    }),
  }),
  /** A request that was accepted for later is done; its transaction is `txn`. */
  z.object({
    seq: z.int(),
    type: z.literal('async-request-finished'),
    data: z.object({ tenant: z.string(), txn: z.string() }),
  }),
  /** A few times a second while a job runs, and when it has ended. */
  z.object({ seq: z.int(), type: z.literal('job-progress'), data: z.object({ job: Job }) }),
  /** A run of the conformance checker has come further, or ended. */
  z.object({
    seq: z.int(),
    type: z.literal('check-run-changed'),
    data: z.object({ run: CheckRun }),
  }),
  /** Settings of the workspace have changed. */
  z.object({ seq: z.int(), type: z.literal('settings-changed'), data: z.object({}) }),
  /** Something was missed: re-read. */
  z.object({ seq: z.int(), type: z.literal('reset'), data: z.object({}) }),
]);
export type LiveEvent = z.infer<typeof LiveEvent>;
