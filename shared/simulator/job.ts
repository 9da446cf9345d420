// A provisioning job of an enterprise application: where it provisions to, how, and how it stands.
// The status has the names of Graph's `synchronizationJob`. @see https://learn.microsoft.com/graph/api/resources/synchronization-synchronizationjob
import { z } from 'zod';

/** Where a job provisions to. */
export const JobTarget = z.union([
  /** A tenant of this workspace, by its slug: reached at its address on this machine, like any other; with the query flags
   *  that a Tenant URL would have, such as `aadOptscim062020`. */
  z.strictObject({
    tenant: z.string().min(1),
    flags: z
      .array(z.string().regex(/^[\w-]+$/))
      .max(5)
      .optional(),
  }),
  /** *Tenant URL*; query flags such as `?aadOptscim062020` belong to it. */
  z.strictObject({ url: z.url({ protocol: /^https?$/ }) }),
]);
export type JobTarget = z.infer<typeof JobTarget>;

export const JobCredentials = z.discriminatedUnion('type', [
  /** *Secret Token*. Empty: of a tenant of ours, its own. */
  z.object({ type: z.literal('bearer'), secretToken: z.string().max(8_192) }),
  z.object({
    type: z.literal('oauth2ClientCredentials'),
    tokenEndpoint: z.url({ protocol: /^https?$/ }),
    clientId: z.string().min(1).max(1_024),
    clientSecret: z.string().min(1).max(8_192),
    scope: z.string().max(1_024).default(''),
  }),
]);
export type JobCredentials = z.infer<typeof JobCredentials>;

/** Between the end of a cycle and the next one, as Entra has it. */
export const USUAL_INTERVAL_MINUTES = 40;

export const JobSettings = z.object({
  /** Of virtual time, between the end of a cycle and the next one. Entra has one interval for all. */
  intervalMinutes: z.int().min(1).max(1_440).default(USUAL_INTERVAL_MINUTES),
  /** *Sync only assigned users and groups*, or all. */
  scope: z.enum(['assigned', 'all']),
  /** Configurations made before 2020-04-16 skip who has *Default Access* only. */
  defaultAccess: z.enum(['legacy-skip', 'current']),
  notification: z.object({
    enabled: z.boolean(),
    recipients: z.array(z.email()).max(20),
  }),
  /** *Accidental deletion prevention*: disables and deletes of one cycle. */
  deleteThreshold: z.object({ enabled: z.boolean(), value: z.int().min(0).max(1_000_000) }),
  skipOutOfScopeDeletions: z.boolean(),
  quarantine: z.object({
    /** At least so many failures and more than that share of all events. */
    proportionMinimum: z.int().min(1),
    proportion: z.number().gt(0).max(1),
    /** More failures than this, references left out. */
    baseThreshold: z.int().min(1),
    /** More failures than this, references included. */
    totalThreshold: z.int().min(1),
  }),
  /** Memberships in one PATCH at most: Entra publishes no number. */
  membersPerPatch: z.int().min(1).max(1_000),
  /** Requests under way at the same time. */
  concurrency: z.int().min(1).max(32),
  requestTimeoutSeconds: z.int().min(1).max(600),
});
export type JobSettings = z.infer<typeof JobSettings>;

export const DEFAULT_JOB_SETTINGS: JobSettings = {
  intervalMinutes: USUAL_INTERVAL_MINUTES,
  scope: 'assigned',
  defaultAccess: 'current',
  notification: { enabled: false, recipients: [] },
  deleteThreshold: { enabled: true, value: 500 },
  skipOutOfScopeDeletions: false,
  quarantine: {
    proportionMinimum: 5_000,
    proportion: 0.4,
    baseThreshold: 40_000,
    totalThreshold: 60_000,
  },
  membersPerPatch: 100,
  concurrency: 4,
  requestTimeoutSeconds: 30,
};

export const JobStatusCode = z.enum(['NotConfigured', 'NotRun', 'Active', 'Paused', 'Quarantine']);
export type JobStatusCode = z.infer<typeof JobStatusCode>;

export const QuarantineReason = z.enum([
  'EncounteredBaseEscrowThreshold',
  'EncounteredTotalEscrowThreshold',
  'EncounteredEscrowProportionThreshold',
  'EncounteredQuarantineException',
  'QuarantinedOnDemand',
  'TooManyDeletes',
  'IngestionInterrupted',
  'Unknown',
]);
export type QuarantineReason = z.infer<typeof QuarantineReason>;

export const ResetScope = z.enum([
  'None',
  'ConnectorDataStore',
  'Escrows',
  'Watermark',
  'QuarantineState',
  'Full',
  'ForceDeletes',
]);
export type ResetScope = z.infer<typeof ResetScope>;

export const CycleType = z.enum(['initial', 'incremental']);
export type CycleType = z.infer<typeof CycleType>;

/** One cycle as it ran or runs. Times are those of the virtual clock. */
export const CycleExecution = z.object({
  /** *Activity ID*. */
  activityIdentifier: z.uuid(),
  type: CycleType,
  countEntitled: z.int(),
  countEntitledForProvisioning: z.int(),
  countEscrowed: z.int(),
  countEscrowedRaw: z.int(),
  countExported: z.int(),
  countExports: z.int(),
  countImported: z.int(),
  countImportedDeltas: z.int(),
  countImportedReferenceDeltas: z.int(),
  state: z.enum(['Running', 'Succeeded', 'Failed', 'EntryLevelErrors']),
  error: z
    .object({ code: z.string(), message: z.string(), tenantActionable: z.boolean() })
    .nullable(),
  timeBegan: z.iso.datetime(),
  timeEnded: z.iso.datetime().nullable(),
  /** Wall-clock time that it took. */
  durationMs: z.int(),
  requests: z.int(),
  /** Entries of the provisioning log by action and status, such as `create/success`. */
  outcomes: z.record(z.string(), z.int()),
  progress: z.object({
    phase: z.string(),
    /** Of what there is to do in the phase; `total` is null until the source has been read. */
    done: z.int(),
    total: z.int().nullable(),
    /** Of the whole cycle, as far as its work is known; never falls. 1: it has come to its end. */
    fraction: z.number().min(0).max(1).default(1),
  }),
});
export type CycleExecution = z.infer<typeof CycleExecution>;

export const JobStatus = z.object({
  code: JobStatusCode,
  schedule: z.object({
    expiration: z.iso.datetime().nullable(),
    /** ISO 8601 duration, `PT40M`; `readIntervalMinutes` reads it. */
    interval: z.string(),
    state: z.enum(['Active', 'Disabled', 'Paused']),
  }),
  /** The next cycle, in virtual time; null while none is due. */
  nextCycle: z.iso.datetime().nullable(),
  countSuccessiveCompleteFailures: z.int(),
  escrowsPruned: z.boolean(),
  /** Settings, target, credentials or mappings were saved since the cycle under way began: it goes by those before, and
   *  they take effect with the next one. */
  awaitsNextCycle: z.boolean(),
  /** The scope was switched between *assigned* and *all* since the last initial cycle: until *Restart* only what changes in
   *  the directory is looked at by it. */
  awaitsRestart: z.boolean(),
  /** The cycle under way. */
  currentExecution: CycleExecution.nullable(),
  lastExecution: CycleExecution.nullable(),
  lastSuccessfulExecution: CycleExecution.nullable(),
  lastSuccessfulExecutionWithExports: CycleExecution.nullable(),
  quarantine: z
    .object({
      currentBegan: z.iso.datetime(),
      nextAttempt: z.iso.datetime(),
      reason: QuarantineReason,
      seriesBegan: z.iso.datetime(),
      seriesCount: z.int(),
      error: z
        .object({ code: z.string(), message: z.string(), tenantActionable: z.boolean() })
        .nullable(),
    })
    .nullable(),
  steadyStateFirstAchievedTime: z.iso.datetime().nullable(),
  steadyStateLastAchievedTime: z.iso.datetime().nullable(),
  /** *Statistics to date*: users and groups ever connected since the last reset of connections; never less after a delete. */
  synchronizedEntryCountByType: z.array(z.object({ key: z.string(), value: z.int() })),
});
export type JobStatus = z.infer<typeof JobStatus>;

/** Minutes between two cycles; null: the job is disabled. */
export function readIntervalMinutes({ schedule }: Pick<JobStatus, 'schedule'>): number | null {
  const minutes = /^PT(\d+)M$/.exec(schedule.interval)?.[1];
  return minutes === undefined ? null : Number(minutes);
}
