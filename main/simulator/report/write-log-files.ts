// The provisioning log as files: Graph's JSON, and the three CSV files that Entra makes of it, joined by ChangeId.
// @see https://learn.microsoft.com/entra/identity/monitoring-health/howto-download-logs
import type { ProvisioningObjectSummary } from '../../../shared/simulator/provisioning-log.ts';
import type { LogFilePart } from '../../../shared/simulator/log-files.ts';

type Summaries = Iterable<ProvisioningObjectSummary>;
type Row = Readonly<Record<string, string | number | null>>;

/** `{ "value": […] }`, as Graph lists them. */
export function* writeLogJson(summaries: Summaries): Generator<string> {
  yield '{\n"value": [';
  let separator = '\n';
  for (const summary of summaries) {
    yield separator + JSON.stringify(summary);
    separator = ',\n';
  }
  yield '\n]\n}\n';
}

interface Table {
  readonly columns: readonly string[];
  readonly rows: (summary: ProvisioningObjectSummary) => readonly Row[];
}

const TABLES: Readonly<Record<LogFilePart, Table>> = {
  logs: {
    columns: [
      'Id',
      'Date (UTC)',
      'JobId',
      'CycleId',
      'ChangeId',
      'Action',
      'Duration (ms)',
      'Initiated by',
      'Service principal ID',
      'Service principal name',
      'Source system ID',
      'Source system name',
      'Target system ID',
      'Target system name',
      'Source ID',
      'Source display name',
      'Source identity type',
      'Source user principal name',
      'Target ID',
      'Target display name',
      'Target identity type',
      'Status',
      'Error code',
      'Error category',
      'Reason',
      'Recommended action',
    ],
    rows: (summary) => [describeEntry(summary)],
  },
  steps: {
    columns: ['ChangeId', 'Step', 'Name', 'Type', 'Status', 'Description', 'Details'],
    rows: ({ changeId, provisioningSteps }) =>
      provisioningSteps.map((step, index) => ({
        ChangeId: changeId,
        Step: index + 1,
        Name: step.name,
        Type: step.provisioningStepType,
        Status: step.status,
        Description: step.description,
        Details: JSON.stringify(step.details),
      })),
  },
  properties: {
    columns: ['ChangeId', 'Name', 'Old value', 'New value'],
    rows: ({ changeId, modifiedProperties }) =>
      modifiedProperties.map(({ displayName, oldValue, newValue }) => ({
        ChangeId: changeId,
        Name: displayName,
        'Old value': oldValue,
        'New value': newValue,
      })),
  },
};

function describeEntry(summary: ProvisioningObjectSummary): Row {
  const { sourceIdentity: source, targetIdentity: target, provisioningStatusInfo: info } = summary;
  const error = info.errorInformation;
  return {
    Id: summary.id,
    'Date (UTC)': summary.activityDateTime,
    JobId: summary.jobId,
    CycleId: summary.cycleId,
    ChangeId: summary.changeId,
    Action: summary.provisioningAction,
    'Duration (ms)': summary.durationInMilliseconds,
    'Initiated by': summary.initiatedBy.displayName,
    'Service principal ID': summary.servicePrincipal.id,
    'Service principal name': summary.servicePrincipal.displayName,
    'Source system ID': summary.sourceSystem.id,
    'Source system name': summary.sourceSystem.displayName,
    'Target system ID': summary.targetSystem.id,
    'Target system name': summary.targetSystem.displayName,
    'Source ID': source.id,
    'Source display name': source.displayName,
    'Source identity type': source.identityType,
    'Source user principal name': source.details['UserPrincipalName'] ?? null,
    'Target ID': target.id,
    'Target display name': target.displayName,
    'Target identity type': target.identityType,
    Status: info.status,
    'Error code': error?.errorCode ?? null,
    'Error category': error?.errorCategory ?? null,
    Reason: error?.reason ?? null,
    'Recommended action': error?.recommendedAction ?? null,
  };
}

/** RFC 4180, the titles first. */
export function* writeLogCsv(part: LogFilePart, summaries: Summaries): Generator<string> {
  const { columns, rows } = TABLES[part];
  yield writeRecord(columns);
  for (const summary of summaries) {
    for (const row of rows(summary)) yield writeRecord(columns.map((name) => row[name] ?? null));
  }
}

function writeRecord(cells: readonly (string | number | null)[]): string {
  return `${cells.map(writeCell).join(',')}\r\n`;
}

function writeCell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  // A spreadsheet runs a cell that begins so as a formula; the apostrophe makes it text.
  const safe = /^[=+\-@\t\r]/u.test(value) ? `'${value}` : value;
  return /[",\r\n;]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
