// What the routes of a provisioning job take and answer beyond ./job.ts: connection tests, provision on demand, account
// discovery, object connections and the clock of the simulator.
import { z } from 'zod';
import { DirectoryObjectType } from './directory.ts';
import {
  CycleExecution,
  JobCredentials,
  JobSettings,
  JobStatus,
  JobTarget,
  ResetScope,
} from './job.ts';
import {
  ProvisioningErrorInfo,
  ProvisioningObjectSummary,
  ProvisioningRequest,
} from './provisioning-log.ts';

/** Secrets are masked: `****` and the last four characters. */
export const JobDetails = z.object({
  /** `scim.<tenant>.<uuid>`. */
  id: z.string(),
  applicationId: z.uuid(),
  /** Null: not configured. */
  target: JobTarget.nullable(),
  /** The Tenant URL as requests use it; null: not configured, or a tenant that is not there any more. */
  targetUrl: z.string().nullable(),
  credentials: JobCredentials.nullable(),
  settings: JobSettings,
  status: JobStatus,
});
export type JobDetails = z.infer<typeof JobDetails>;

/** One request of a test or a run with what was sent and answered; the token is masked, long bodies are cut. */
export const ObservedRequest = ProvisioningRequest.extend({
  requestHeaders: z.record(z.string(), z.string()),
  requestBody: z.string().nullable(),
  responseHeaders: z.record(z.string(), z.string()),
  responseBody: z.string().nullable(),
  /** Why no answer came; null where one did. */
  problem: z.string().nullable(),
});
export type ObservedRequest = z.infer<typeof ObservedRequest>;

/** The connection test that ended a cycle before it began. */
export const FailedProbe = z.object({
  /** What to do about it. */
  advice: z.string(),
  requests: z.array(ObservedRequest),
});
export type FailedProbe = z.infer<typeof FailedProbe>;

/** What is kept with a cycle and is not told with it. */
export const ProbedCycle = z.object({ probe: FailedProbe.nullable().default(null) });

/** Values that are not saved yet; what is left out is taken as saved. */
export const ConnectionTestOrder = z.object({
  target: JobTarget.optional(),
  credentials: JobCredentials.optional(),
});
export type ConnectionTestOrder = z.infer<typeof ConnectionTestOrder>;

export const ConnectionTestResult = z.object({
  succeeded: z.boolean(),
  /** Graph's code of `validateCredentials` or that of the provisioning log; null: it succeeded. */
  errorCode: z.string().nullable(),
  /** What the portal says. */
  portalMessage: z.string(),
  /** What happened and what to do, in our words. */
  explanation: z.string(),
  requests: z.array(ObservedRequest),
});
export type ConnectionTestResult = z.infer<typeof ConnectionTestResult>;

/** None is *Restart*: watermark, escrows and quarantine, as the button of the portal does. */
export const RestartOrder = z.object({
  resetScopes: z.array(ResetScope).default(['Watermark', 'Escrows', 'QuarantineState']),
});

export const OnDemandOrder = z.object({
  /** Of a user or a group. */
  objectId: z.uuid(),
  /** Of a group: up to five of its immediate members. */
  memberIds: z.array(z.uuid()).max(5).default([]),
});
export type OnDemandOrder = z.infer<typeof OnDemandOrder>;

/** The five steps as the portal shows them. */
export const OnDemandStepName = z.enum([
  'testConnection',
  'importObject',
  'determineScope',
  'matchObject',
  'performAction',
]);
export type OnDemandStepName = z.infer<typeof OnDemandStepName>;

export const OnDemandStep = z.object({
  name: OnDemandStepName,
  /** Null: not reached. */
  status: z.enum(['success', 'failure', 'skipped', 'warning']).nullable(),
  description: z.string(),
  details: z.record(z.string(), z.string()),
});
export type OnDemandStep = z.infer<typeof OnDemandStep>;

export const OnDemandResult = z.object({
  objectId: z.uuid(),
  objectType: DirectoryObjectType,
  displayName: z.string(),
  steps: z.array(OnDemandStep),
  errorInformation: ProvisioningErrorInfo.nullable(),
  /** Records of the provisioning log that it has left: of the object, then of the members. */
  summaries: z.array(ProvisioningObjectSummary),
  requests: z.array(ObservedRequest),
});
export type OnDemandResult = z.infer<typeof OnDemandResult>;

export const DiscoveryOrder = z.object({
  /** Accounts that the answer lists; all of them are counted. */
  limit: z.int().min(0).max(10_000).default(1_000),
  /** `next` of the answer before: no more than the `limit` accounts from there are read, counted and listed. */
  startIndex: z.int().min(1).optional(),
});
export type DiscoveryOrder = z.infer<typeof DiscoveryOrder>;

export const DiscoveredAccount = z.object({
  targetId: z.string(),
  userName: z.string(),
  displayName: z.string().nullable(),
  active: z.boolean().nullable(),
  /** No user of the directory matches; one matches and is not assigned; one that is. */
  kind: z.enum(['Local', 'Unassigned', 'Assigned']),
  /** objectId of the user that matches. */
  sourceId: z.string().nullable(),
  /** Whether the job has a connection for it. */
  isLinked: z.boolean(),
});
export type DiscoveredAccount = z.infer<typeof DiscoveredAccount>;

export const DiscoveryResult = z.object({
  at: z.iso.datetime(),
  counts: z.object({ Local: z.int(), Unassigned: z.int(), Assigned: z.int() }),
  accounts: z.array(DiscoveredAccount),
  /** Of `startIndex` for those that are not listed; null: there are none. */
  next: z.int().nullable(),
  /** Null: every page was read. */
  problem: z.string().nullable(),
  requests: z.int(),
});
export type DiscoveryResult = z.infer<typeof DiscoveryResult>;

/** Which object of the target an object of the directory is provisioned to. */
export const ObjectConnection = z.object({
  sourceId: z.string(),
  objectType: DirectoryObjectType,
  /** As the directory names it; null: not there any more. */
  displayName: z.string().nullable(),
  targetId: z.string(),
  isActive: z.boolean(),
  /** Why it was disabled; null: it was not. */
  disabledBecause: z.enum(['unassigned', 'outOfScope', 'deleted', 'accountDisabled']).nullable(),
  /** By target attribute, as they were last written or found. */
  exported: z.record(z.string(), z.string()),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
export type ObjectConnection = z.infer<typeof ObjectConnection>;

export const ConnectionQuery = z.object({
  objectType: DirectoryObjectType.optional(),
  /** Begins of a source or target id. */
  search: z.string().max(200).optional(),
  /** `next` of the page before. */
  after: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

export const ConnectionPage = z.object({
  total: z.int(),
  connections: z.array(ObjectConnection),
  next: z.string().nullable(),
});

export const EscrowEntry = z.object({
  sourceId: z.string(),
  objectType: DirectoryObjectType,
  kind: z.enum(['entry', 'reference']),
  errorCode: z.string(),
  reason: z.string(),
  attempts: z.int(),
  firstFailed: z.iso.datetime(),
  nextAttempt: z.iso.datetime(),
});
export type EscrowEntry = z.infer<typeof EscrowEntry>;

/** With the name of the object; null: it is not in the directory any more. */
export const ListedEscrow = EscrowEntry.extend({ displayName: z.string().nullable() });
export type ListedEscrow = z.infer<typeof ListedEscrow>;

/** How virtual time passes: as on the wall, `factor` times as fast, or only when it is moved. */
export const SimulatorClock = z.object({
  mode: z.enum(['real', 'fast', 'step']),
  factor: z.number().min(1).max(100_000),
  now: z.iso.datetime(),
});
export type SimulatorClock = z.infer<typeof SimulatorClock>;

export const SimulatorClockSetting = z.object({
  mode: z.enum(['real', 'fast', 'step']),
  /** Of the mode `fast`. */
  factor: z.number().min(1).max(100_000).default(60),
  /** Sets virtual time; left out, it goes on from where it is, but for `real`, which is that of the wall. */
  now: z.iso.datetime().optional(),
});
export type SimulatorClockSetting = z.infer<typeof SimulatorClockSetting>;

/** Forward only. Jobs that became due run. */
export const ClockJump = z.union([
  z.strictObject({ seconds: z.number().min(0).max(3.2e9) }),
  /** To the next cycle or retry that any job waits for. */
  z.strictObject({ to: z.literal('nextCycle') }),
]);
export type ClockJump = z.infer<typeof ClockJump>;

/** A row of the inspector where the target is a tenant of ours. */
export const RecordedRequest = z.object({
  tenant: z.string().nullable(),
  requestId: z.int(),
});
export type RecordedRequest = z.infer<typeof RecordedRequest>;

/** A cycle under way. */
export const RunningCycle = z.object({
  application: z.uuid(),
  displayName: z.string(),
  execution: CycleExecution,
});
export type RunningCycle = z.infer<typeof RunningCycle>;
