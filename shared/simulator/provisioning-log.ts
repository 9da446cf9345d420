// One record for each object that a cycle dealt with, in the shape of Graph's `provisioningObjectSummary`, and the HTTP
// requests behind it, which Graph does not have.
// @see https://learn.microsoft.com/graph/api/resources/provisioningobjectsummary
import { z } from 'zod';

export const ProvisioningAction = z.enum([
  'create',
  'update',
  'delete',
  'stageddelete',
  'disable',
  'other',
]);
export type ProvisioningAction = z.infer<typeof ProvisioningAction>;

export const ProvisioningStatus = z.enum(['success', 'failure', 'skipped', 'warning']);
export type ProvisioningStatus = z.infer<typeof ProvisioningStatus>;

export const ProvisioningStepType = z.enum([
  'import',
  'scoping',
  'matching',
  'processing',
  'referenceResolution',
  'export',
]);
export type ProvisioningStepType = z.infer<typeof ProvisioningStepType>;

export const ProvisioningErrorInfo = z.object({
  /** One of shared/simulator/error-codes.ts. */
  errorCode: z.string(),
  reason: z.string(),
  additionalDetails: z.string().nullable(),
  errorCategory: z.enum(['failure', 'nonServiceFailure', 'success']),
  recommendedAction: z.string(),
});
export type ProvisioningErrorInfo = z.infer<typeof ProvisioningErrorInfo>;

export const ProvisioningStep = z.object({
  /** EntryImportAdd, EntrySynchronizationScoping, EntryExportUpdate and the like. */
  name: z.string(),
  provisioningStepType: ProvisioningStepType,
  status: ProvisioningStatus,
  description: z.string(),
  details: z.record(z.string(), z.string()),
});
export type ProvisioningStep = z.infer<typeof ProvisioningStep>;

export const ModifiedProperty = z.object({
  displayName: z.string(),
  oldValue: z.string().nullable(),
  newValue: z.string().nullable(),
});
export type ModifiedProperty = z.infer<typeof ModifiedProperty>;

const system = z.object({
  id: z.string(),
  displayName: z.string(),
  details: z.record(z.string(), z.string()),
});

const identity = system.extend({ identityType: z.string() });

/** A request that the engine sent for the object. */
export const ProvisioningRequest = z.object({
  method: z.string(),
  /** With the query, without the token. */
  url: z.string(),
  /** Null: no answer came. */
  status: z.int().nullable(),
  durationMs: z.number(),
  /** `X-Request-Id` that was sent with it: finds the row of the request log where the target is a tenant of ours. */
  clientRequestId: z.string(),
});
export type ProvisioningRequest = z.infer<typeof ProvisioningRequest>;

export const ProvisioningObjectSummary = z.object({
  id: z.uuid(),
  activityDateTime: z.iso.datetime(),
  tenantId: z.string(),
  jobId: z.string(),
  cycleId: z.string(),
  changeId: z.string(),
  provisioningAction: ProvisioningAction,
  durationInMilliseconds: z.int(),
  provisioningStatusInfo: z.object({
    status: ProvisioningStatus,
    errorInformation: ProvisioningErrorInfo.nullable(),
  }),
  provisioningSteps: z.array(ProvisioningStep),
  modifiedProperties: z.array(ModifiedProperty),
  servicePrincipal: z.object({ id: z.string(), displayName: z.string() }),
  sourceSystem: system,
  targetSystem: system,
  sourceIdentity: identity,
  /** `id` is empty where the object has none in the target. */
  targetIdentity: identity,
  initiatedBy: z.object({
    id: z.string(),
    displayName: z.string(),
    initiatorType: z.enum(['user', 'application', 'system']),
  }),
  requests: z.array(ProvisioningRequest),
});
export type ProvisioningObjectSummary = z.infer<typeof ProvisioningObjectSummary>;
