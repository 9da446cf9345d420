// A summary as its columns are, in two tables, `request_log r` and `request_exchanges x`, and of what the simulator sent
// the entry of the provisioning log that it sent it for, `provisioning_log p`.
import type { RequestSummary } from '../../../shared/admin/request-log.ts';

export const SUMMARY_COLUMNS = `
  r.id, r.tenant, r.at, r.duration_ms as durationMs, r.method, r.path, r.query, r.status,
  r.scim_type as scimType, r.operation, r.sentence, r.source, r.token_name as tokenName,
  r.resource_type as resourceType, r.resource_id as resourceId, r.resource_name as resourceName,
  r.request_bytes as requestBytes, r.response_bytes as responseBytes,
  r.finding_errors as findingErrors, r.finding_warnings as findingWarnings,
  r.finding_notices as findingNotices, x.remote_address as remoteAddress,
  x.remote_port as remotePort, r.connection,
  x.http_version as httpVersion, x.user_agent as userAgent,
  x.client_request_id as clientRequestId, p.job_id as jobId, p.cycle_id as cycleId, r.is_first as isFirst, r.retry_of as retryOf,
  r.is_imported as isImported, r.is_pinned as isPinned, r.note, r.colour`;

/** Of the entries that name a client request id, the newest. */
const LOG_ENTRY = `(
    select max(q.seq) from provisioning_requests q where q.client_request_id = x.client_request_id)`;

export const SUMMARY_TABLES = `
  request_log r
  join request_exchanges x on x.id = r.id
  left join provisioning_log p on p.seq = ${LOG_ENTRY}`;

/** What the summary of `request_log r` says of it; null where there is none. */
export function ofLogEntry(column: 'job_id' | 'cycle_id'): string {
  return `(
    select p.${column}
    from request_exchanges x
    join provisioning_log p on p.seq = ${LOG_ENTRY}
    where x.id = r.id)`;
}

export interface SummaryRow extends Omit<
  RequestSummary,
  'findings' | 'isFirst' | 'isImported' | 'isPinned'
> {
  readonly findingErrors: number;
  readonly findingWarnings: number;
  readonly findingNotices: number;
  readonly isFirst: number;
  readonly isImported: number;
  readonly isPinned: number;
}

export function toSummary(row: SummaryRow): RequestSummary {
  const {
    findingErrors,
    findingWarnings,
    findingNotices,
    isFirst,
    isImported,
    isPinned,
    ...summary
  } = row;
  const findings = { error: findingErrors, warning: findingWarnings, notice: findingNotices };
  return {
    ...summary,
    findings,
    isFirst: isFirst === 1,
    isImported: isImported === 1,
    isPinned: isPinned === 1,
  };
}
