// The record of one object in the provisioning log while it is being made: steps with the names that Entra gives them,
// requests, and at the end what came of it.
// @see https://learn.microsoft.com/graph/api/resources/provisioningobjectsummary
import { ENTRA_TENANT_ID } from '../../../shared/simulator/entra-ids.ts';
import { errorInformation } from '../../../shared/simulator/error-codes.ts';
import type {
  ModifiedProperty,
  ProvisioningAction,
  ProvisioningErrorInfo,
  ProvisioningObjectSummary,
  ProvisioningRequest,
  ProvisioningStatus,
  ProvisioningStep,
} from '../../../shared/simulator/provisioning-log.ts';
import type { SentExchange, TargetFailure } from '../client/scim-outcome.ts';
import { adviseOn } from './advise.ts';
import type { CycleContext } from './cycle-context.ts';

export interface LoggedObject {
  readonly sourceId: string;
  readonly objectType: 'User' | 'Group';
  readonly displayName: string;
  /** Null: of a group, or no longer known. */
  readonly userPrincipalName: string | null;
}

export type LogContext = Pick<
  CycleContext,
  'jobId' | 'cycleId' | 'application' | 'newId' | 'now' | 'monotonicMs'
>;

export interface Ending {
  readonly action: ProvisioningAction;
  readonly status: ProvisioningStatus;
  readonly targetId?: string;
  readonly error?: ProvisioningErrorInfo;
  readonly modified?: readonly ModifiedProperty[];
}

export interface LogEntry {
  readonly step: (
    kind: Pick<ProvisioningStep, 'name' | 'provisioningStepType'>,
    step: Pick<ProvisioningStep, 'description'> &
      Partial<Pick<ProvisioningStep, 'status' | 'details'>>,
  ) => void;
  readonly onExchange: (exchange: SentExchange) => void;
  readonly finish: (ending: Ending) => ProvisioningObjectSummary;
}

export const TARGET_SYSTEM = 'customappsso';

/** There is one of each. */
const SOURCE_SYSTEM_ID = '00000000-0000-4000-8000-0000000000ab';
const TARGET_SYSTEM_ID = '00000000-0000-4000-8000-0000000000ac';

export function openLogEntry(context: LogContext, object: LoggedObject): LogEntry {
  const startedMs = context.monotonicMs();
  const steps: ProvisioningStep[] = [];
  const requests: ProvisioningRequest[] = [];
  return {
    step(kind, { status = 'success', details = {}, description }) {
      steps.push({ ...kind, status, description, details });
    },
    onExchange({ method, url, status, durationMs, clientRequestId }) {
      requests.push({ method, url, status, durationMs, clientRequestId });
    },
    finish: (ending) => ({
      ...frameOf(context, object),
      id: context.newId(),
      activityDateTime: context.now().toISOString(),
      changeId: context.newId(),
      provisioningAction: ending.action,
      durationInMilliseconds: Math.round(context.monotonicMs() - startedMs),
      provisioningStatusInfo: { status: ending.status, errorInformation: ending.error ?? null },
      provisioningSteps: steps,
      modifiedProperties: [...(ending.modified ?? [])],
      targetIdentity: {
        id: ending.targetId ?? '',
        displayName: '',
        identityType: IDENTITY_TYPES[object.objectType],
        details: {},
      },
      requests,
    }),
  };
}

const IDENTITY_TYPES = {
  User: 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User',
  Group: 'urn:ietf:params:scim:schemas:core:2.0:Group',
} as const;

function frameOf({ jobId, cycleId, application }: LogContext, object: LoggedObject) {
  const { id, appId, displayName } = application;
  return {
    tenantId: ENTRA_TENANT_ID,
    jobId,
    cycleId,
    servicePrincipal: { id, displayName },
    sourceSystem: { id: SOURCE_SYSTEM_ID, displayName: 'Microsoft Entra ID', details: {} },
    targetSystem: {
      id: TARGET_SYSTEM_ID,
      displayName: TARGET_SYSTEM,
      details: {
        ApplicationId: appId,
        ServicePrincipalId: id,
        ServicePrincipalDisplayName: displayName,
      },
    },
    sourceIdentity: {
      id: object.sourceId,
      displayName: object.displayName,
      identityType: object.objectType,
      details: {
        odatatype: object.objectType,
        DisplayName: object.displayName,
        ...(object.userPrincipalName !== null && { UserPrincipalName: object.userPrincipalName }),
      },
    },
    initiatedBy: {
      id: '',
      displayName: 'Azure AD Provisioning Service',
      initiatorType: 'system' as const,
    },
  };
}

/** With how often it was tried and when it is tried next, as Entra's reasons say it. */
export function escrowedError(
  failure: TargetFailure,
  escrow: { readonly attempts: number; readonly nextAttempt: string } | null,
): ProvisioningErrorInfo {
  const retry =
    escrow === null
      ? ''
      : ` Retried ${escrow.attempts - 1} times; next try after ${escrow.nextAttempt}.`;
  const { errorCode, reason } = failure;
  return {
    ...errorInformation(errorCode, reason + retry),
    recommendedAction: adviseOn(failure, 'object'),
  };
}
