// Lists of the provisioning log: filters, pages, counts and insights.
import { z } from 'zod';
import { ProvisioningAction, ProvisioningStatus } from './provisioning-log.ts';

/** `failure,skipped`: any of them. */
function anyOf<Choice extends z.ZodType<string, string>>(choice: Choice) {
  return z
    .string()
    .transform((text) => text.split(',').filter((part) => part !== ''))
    .pipe(z.array(choice));
}

/** As instants are stored: texts are compared. */
const instant = z.iso.datetime().transform((text) => new Date(text).toISOString());

export const ProvisioningLogFilter = z.object({
  /** Part of a name or userPrincipalName, or an id in either system. */
  identity: z.string().max(1_024).optional(),
  /** Instants of `activityDateTime`, this one included … */
  from: instant.optional(),
  /** … and this one not. */
  to: instant.optional(),
  /** Several with commas between them. */
  status: anyOf(ProvisioningStatus).optional(),
  /** Several with commas between them. */
  action: anyOf(ProvisioningAction).optional(),
  jobId: z.string().optional(),
  cycleId: z.string().optional(),
  changeId: z.string().optional(),
  sourceId: z.string().optional(),
  targetId: z.string().optional(),
  errorCode: z.string().optional(),
  /** Words, or beginnings of words, of the steps, properties and errors. */
  text: z.string().max(1_024).optional(),
  /** Of a request that was sent for the change. */
  clientRequestId: z.string().optional(),
});
export type ProvisioningLogFilter = z.infer<typeof ProvisioningLogFilter>;

export const ProvisioningLogQuery = ProvisioningLogFilter.extend({
  /** Entries older than that of this number; without it, the newest. */
  before: z.coerce.number().int().positive().optional(),
  /** Entries newer than that of this number, the oldest of them first to be taken. */
  after: z.coerce.number().int().nonnegative().optional(),
  limit: z.coerce.number().int().min(1).max(1_000).default(100),
});
export type ProvisioningLogQuery = z.infer<typeof ProvisioningLogQuery>;

/** An entry as lists show it. */
export const ProvisioningLogRow = z.object({
  /** Numbers rise with time: they are what `before` and `after` take. */
  seq: z.int(),
  id: z.string(),
  applicationId: z.string(),
  applicationName: z.string(),
  activityDateTime: z.iso.datetime(),
  jobId: z.string(),
  cycleId: z.string(),
  changeId: z.string(),
  provisioningAction: ProvisioningAction,
  status: ProvisioningStatus,
  errorCode: z.string().nullable(),
  durationInMilliseconds: z.int(),
  sourceType: z.string(),
  sourceId: z.string(),
  sourceName: z.string(),
  /** Empty where it has none. */
  sourceUserPrincipalName: z.string(),
  targetId: z.string(),
  targetName: z.string(),
  sourceSystem: z.string(),
  targetSystem: z.string(),
});
export type ProvisioningLogRow = z.infer<typeof ProvisioningLogRow>;

export const OutcomeCount = z.object({
  status: ProvisioningStatus,
  action: ProvisioningAction,
  count: z.int(),
});
export type OutcomeCount = z.infer<typeof OutcomeCount>;

export const ProvisioningLogPage = z.object({
  /** Newest first. */
  entries: z.array(ProvisioningLogRow),
  /** Of `before` for the next page; null: there is none. */
  next: z.int().nullable(),
});
export type ProvisioningLogPage = z.infer<typeof ProvisioningLogPage>;

export const ProvisioningInsights = z.object({
  total: z.int(),
  outcomes: z.array(OutcomeCount),
  /** By name: several where all applications are asked for. */
  applications: z.array(
    z.object({ applicationId: z.string(), name: z.string(), outcomes: z.array(OutcomeCount) }),
  ),
  /** Distinct users and groups by status. */
  objects: z.array(z.object({ status: ProvisioningStatus, count: z.int() })),
  /** Distinct users and groups that were created, updated or found equal, by type. */
  objectTypes: z.array(z.object({ type: z.string(), count: z.int() })),
  /** The most frequent first. */
  errors: z.array(z.object({ errorCode: z.string(), count: z.int() })),
  /** The newest first, 50 at most. */
  cycles: z.array(
    z.object({
      cycleId: z.string(),
      jobId: z.string(),
      began: z.iso.datetime(),
      ended: z.iso.datetime(),
      outcomes: z.array(OutcomeCount),
    }),
  ),
});
export type ProvisioningInsights = z.infer<typeof ProvisioningInsights>;
