// A summary of the provisioning log as rows, and back.
import type {
  ProvisioningAction,
  ProvisioningObjectSummary,
  ProvisioningStatus,
} from '../../../shared/simulator/provisioning-log.ts';
import type { ProvisioningLogRow } from '../../../shared/simulator/provisioning-log-pages.ts';
import { foldCase } from '../../scim/fold-case.ts';

/** Those that `toLogRow` reads. */
export const LOG_COLUMNS = `
  l.seq, l.id, l.application_id as applicationId,
  (select a.display_name from applications a where a.id = l.application_id) as applicationName, l.at, l.job_id as jobId, l.cycle_id as cycleId, l.change_id as changeId, l.action,
  l.status, l.error_code as errorCode, l.duration_ms as durationMs, l.source_type as sourceType,
  l.source_id as sourceId, l.source_name as sourceName, l.source_upn as sourceUpn,
  l.target_id as targetId, l.target_name as targetName, l.source_system as sourceSystem,
  l.target_system as targetSystem`;

export interface LogRow {
  readonly seq: number;
  readonly id: string;
  readonly applicationId: string;
  /** Null: the application is not there any more. */
  readonly applicationName: string | null;
  readonly at: string;
  readonly jobId: string;
  readonly cycleId: string;
  readonly changeId: string;
  readonly action: ProvisioningAction;
  readonly status: ProvisioningStatus;
  readonly errorCode: string | null;
  readonly durationMs: number;
  readonly sourceType: string;
  readonly sourceId: string;
  readonly sourceName: string;
  readonly sourceUpn: string;
  readonly targetId: string;
  readonly targetName: string;
  readonly sourceSystem: string;
  readonly targetSystem: string;
}

export interface DetailsRow {
  readonly steps: string;
  readonly properties: string;
  readonly requests: string;
  readonly rest: string;
}

/** What has no column of its own. */
type Rest = Pick<
  ProvisioningObjectSummary,
  | 'tenantId'
  | 'servicePrincipal'
  | 'sourceSystem'
  | 'targetSystem'
  | 'sourceIdentity'
  | 'targetIdentity'
  | 'initiatedBy'
> & {
  readonly errorInformation: ProvisioningObjectSummary['provisioningStatusInfo']['errorInformation'];
};

export function toColumns(summary: ProvisioningObjectSummary) {
  const { sourceIdentity, targetIdentity, provisioningStatusInfo: info } = summary;
  const sourceUpn = sourceIdentity.details['UserPrincipalName'] ?? '';
  const names = [sourceIdentity.displayName, sourceUpn, targetIdentity.displayName];
  return {
    id: summary.id,
    applicationId: summary.servicePrincipal.id,
    at: new Date(summary.activityDateTime).toISOString(),
    jobId: summary.jobId,
    cycleId: summary.cycleId,
    changeId: summary.changeId,
    action: summary.provisioningAction,
    status: info.status,
    errorCode: info.errorInformation?.errorCode ?? null,
    durationMs: summary.durationInMilliseconds,
    sourceType: sourceIdentity.identityType,
    sourceId: sourceIdentity.id,
    sourceName: sourceIdentity.displayName,
    sourceUpn,
    targetId: targetIdentity.id,
    targetName: targetIdentity.displayName,
    sourceSystem: summary.sourceSystem.displayName,
    targetSystem: summary.targetSystem.displayName,
    identityKey: foldCase([...names, sourceIdentity.id, targetIdentity.id].join('\n')),
  };
}

export function toDetails(summary: ProvisioningObjectSummary): DetailsRow {
  const rest: Rest = {
    tenantId: summary.tenantId,
    servicePrincipal: summary.servicePrincipal,
    sourceSystem: summary.sourceSystem,
    targetSystem: summary.targetSystem,
    sourceIdentity: summary.sourceIdentity,
    targetIdentity: summary.targetIdentity,
    initiatedBy: summary.initiatedBy,
    errorInformation: summary.provisioningStatusInfo.errorInformation,
  };
  return {
    steps: JSON.stringify(summary.provisioningSteps),
    properties: JSON.stringify(summary.modifiedProperties),
    requests: JSON.stringify(summary.requests),
    rest: JSON.stringify(rest),
  };
}

export function toSummary(row: LogRow & DetailsRow): ProvisioningObjectSummary {
  const { errorInformation, ...rest } = read<Rest>(row.rest);
  return {
    id: row.id,
    activityDateTime: row.at,
    jobId: row.jobId,
    cycleId: row.cycleId,
    changeId: row.changeId,
    provisioningAction: row.action,
    durationInMilliseconds: row.durationMs,
    provisioningStatusInfo: { status: row.status, errorInformation },
    provisioningSteps: read(row.steps),
    modifiedProperties: read(row.properties),
    ...rest,
    requests: read(row.requests),
  };
}

export function toLogRow(row: LogRow): ProvisioningLogRow {
  const { at, action, durationMs, sourceUpn, applicationName, ...same } = row;
  return {
    ...same,
    applicationName: applicationName ?? '',
    activityDateTime: at,
    provisioningAction: action,
    durationInMilliseconds: durationMs,
    sourceUserPrincipalName: sourceUpn,
  };
}

/** Of a column that `toDetails` wrote. */
function read<Value>(text: string): Value {
  return JSON.parse(text) as Value; // as it was written
}
