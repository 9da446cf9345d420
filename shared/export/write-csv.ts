// Logged requests as CSV, one a line. @see RFC 4180
import type { RequestDetails } from '../admin/request-log.ts';

type Cell = string | number | null;

const COLUMNS: readonly (readonly [name: string, read: (request: RequestDetails) => Cell])[] = [
  ['id', ({ id }) => id],
  ['at', ({ at }) => at],
  ['tenant', ({ tenant }) => tenant],
  ['method', ({ method }) => method],
  ['path', ({ path }) => path],
  ['query', ({ query }) => query],
  ['status', ({ status }) => status],
  ['scimType', ({ scimType }) => scimType],
  ['operation', ({ operation }) => operation],
  ['sentence', ({ sentence }) => sentence],
  ['source', ({ source }) => source],
  ['tokenName', ({ tokenName }) => tokenName],
  ['resourceType', ({ resourceType }) => resourceType],
  ['resourceId', ({ resourceId }) => resourceId],
  ['resourceName', ({ resourceName }) => resourceName],
  ['durationMs', ({ durationMs }) => Math.round(durationMs * 1000) / 1000],
  ['requestBytes', ({ requestBytes }) => requestBytes],
  ['responseBytes', ({ responseBytes }) => responseBytes],
  ['findingErrors', ({ findings }) => findings.error],
  ['findingWarnings', ({ findings }) => findings.warning],
  ['findingNotices', ({ findings }) => findings.notice],
  ['remoteAddress', ({ remoteAddress }) => remoteAddress],
  ['remotePort', ({ remotePort }) => remotePort],
  ['connection', ({ connection }) => connection],
  ['jobId', ({ jobId }) => jobId],
  ['cycleId', ({ cycleId }) => cycleId],
];

export const CSV_HEAD = `${COLUMNS.map(([name]) => name).join(',')}\r\n`;

export function writeCsvLine(request: RequestDetails): string {
  return COLUMNS.map(([, read]) => writeCell(read(request))).join(',');
}

function writeCell(value: Cell): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = disarm(value);
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A spreadsheet runs a cell that begins so as a formula; the apostrophe makes it text. */
function disarm(text: string): string {
  return /^[=+\-@\t\r]/u.test(text) ? `'${text}` : text;
}
