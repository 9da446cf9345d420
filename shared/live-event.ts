// The live feed: server-sent events of `GET /api/live` on the admin listener. It announces, it never commands.
// The `id` line of each event is `<boot>.<seq>`; sent back as `Last-Event-ID` it resumes. Where the feed no longer
// holds what was missed (or the server was restarted), the first event is `reset`: re-read, then go on.
import { z } from 'zod';
import { CheckRun } from './admin/check-run.ts';
import { Recording, RequestAnnotation } from './admin/request-log-changes.ts';
import { RequestSummary } from './admin/request-log.ts';
import { Job } from './admin/transfer.ts';
import { ScenarioRun } from './scenario/scenario-run.ts';
import { JobStatus } from './simulator/job.ts';
import { SimulatorClock } from './simulator/job-run.ts';

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
  /** Some have gone from every list, and can be brought back for a while by the id of the removal. */
  z.object({
    seq: z.int(),
    type: z.literal('requests-removed'),
    data: z.object({
      removal: z.string(),
      removed: z.int(),
      /** Where they were chosen one by one. */
      ids: z.array(z.int()).optional(),
    }),
  }),
  /** A removal was undone: its requests are in the lists again. */
  z.object({
    seq: z.int(),
    type: z.literal('requests-restored'),
    data: z.object({ removal: z.string(), restored: z.int() }),
  }),
  /** Pin, note or colour; what is not there is as it was. */
  z.object({ seq: z.int(), type: z.literal('requests-annotated'), data: RequestAnnotation }),
  /** Recording was paused or goes on. */
  z.object({
    seq: z.int(),
    type: z.literal('recording-changed'),
    data: z.object({ recording: Recording }),
  }),
  z.object({ seq: z.int(), type: z.literal('request-views-changed'), data: z.object({}) }),
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
  /** Whether and where SCIM requests are served, or whether the database takes changes. */
  z.object({ seq: z.int(), type: z.literal('serving-changed'), data: z.object({}) }),
  /** A run of a scenario has come further, waits for its next step, or has ended. */
  z.object({
    seq: z.int(),
    type: z.literal('scenario-run-changed'),
    data: z.object({ run: ScenarioRun }),
  }),
  /** The recorder of stories has begun, taken a step or ended. */
  z.object({ seq: z.int(), type: z.literal('scenario-recorder-changed'), data: z.object({}) }),
  /** Cycles have written to the provisioning logs of these applications. At most four a second. */
  z.object({
    seq: z.int(),
    type: z.literal('provisioning-logged'),
    data: z.object({
      applicationIds: z.array(z.string()),
      /** The requests that the entries name: rows of the request log know their job and cycle from now on. */
      cycles: z.array(
        z.object({ jobId: z.string(), cycleId: z.string(), clientRequestIds: z.array(z.string()) }),
      ),
    }),
  }),
  /** Audit entries were written about the provisioning of these applications. At most four times a second. */
  z.object({
    seq: z.int(),
    type: z.literal('audit-noted'),
    data: z.object({ applicationIds: z.array(z.string()) }),
  }),
  /** The provisioning service has written a mail to administrators; null: it is about no application. */
  z.object({
    seq: z.int(),
    type: z.literal('mail-kept'),
    data: z.object({ id: z.string(), applicationId: z.string().nullable(), subject: z.string() }),
  }),
  /** It was read, deleted, or sent with or without success. */
  z.object({
    seq: z.int(),
    type: z.literal('mail-changed'),
    data: z.object({ id: z.string(), applicationId: z.string().nullable() }),
  }),
  /** Users, groups, applications or assignments of the simulated directory have changed. */
  z.object({ seq: z.int(), type: z.literal('directory-changed'), data: z.object({}) }),
  /** A provisioning job has come further or stands otherwise; at most four times a second while a cycle runs. */
  z.object({
    seq: z.int(),
    type: z.literal('job-changed'),
    data: z.object({ application: z.uuid(), status: JobStatus }),
  }),
  /** Virtual time was moved, or passes otherwise. */
  z.object({ seq: z.int(), type: z.literal('clock-changed'), data: SimulatorClock }),
  /** Settings of the workspace have changed. */
  z.object({ seq: z.int(), type: z.literal('settings-changed'), data: z.object({}) }),
  /** Something was missed: re-read. */
  z.object({ seq: z.int(), type: z.literal('reset'), data: z.object({}) }),
]);
export type LiveEvent = z.infer<typeof LiveEvent>;
