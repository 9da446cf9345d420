// Filters of the provisioning log as SQL: fixed fragments, bound values.
import type { ProvisioningLogFilter } from '../../../shared/simulator/provisioning-log-pages.ts';
import { foldCase } from '../../scim/fold-case.ts';

export interface LogCondition {
  readonly sql: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** Equal to the value as it stands. */
const EXACT = {
  jobId: 'l.job_id = :jobId',
  cycleId: 'l.cycle_id = :cycleId',
  changeId: 'l.change_id = :changeId',
  sourceId: 'l.source_id = :sourceId',
  targetId: `l.target_id = :targetId and l.target_id <> ''`,
  errorCode: 'l.error_code = :errorCode',
  from: 'l.at >= :from',
  to: 'l.at < :to',
  clientRequestId:
    'l.seq in (select r.seq from provisioning_requests r where r.client_request_id = :clientRequestId)',
} as const;

const WORDS =
  'l.seq in (select rowid from provisioning_words where provisioning_words match :words)';

/** `applicationId` is null: of every application that is there. */
export function toLogCondition(
  applicationId: string | null,
  filter: ProvisioningLogFilter,
): LogCondition {
  const owner = ownerOf(applicationId);
  const parts = [owner.sql];
  const params: Record<string, string | number> = { ...owner.params };
  function add(sql: string, name: string, value: string): void {
    parts.push(sql);
    params[name] = value;
  }
  for (const [name, sql] of Object.entries(EXACT)) {
    const value = filter[name as keyof typeof EXACT]; // of the table above
    if (value !== undefined && value !== '') add(sql, name, value);
  }
  for (const name of ['status', 'action'] as const) {
    const chosen = filter[name] ?? [];
    if (chosen.length > 0) add(isOneOf(name, chosen.length), name, oneOrList(chosen));
  }
  const identity = foldCase(filter.identity?.trim() ?? '');
  if (identity !== '') add('instr(l.identity_key, :identity) > 0', 'identity', identity);
  const words = toMatch(filter.text ?? '');
  if (words !== '') add(WORDS, 'words', words);
  return { sql: parts.join('\n and '), params };
}

function ownerOf(applicationId: string | null): LogCondition {
  return applicationId === null
    ? { sql: 'l.application_id in (select id from applications)', params: {} }
    : { sql: 'l.application_id = :applicationId', params: { applicationId } };
}

export function searchesWords(filter: ProvisioningLogFilter): boolean {
  return toMatch(filter.text ?? '') !== '';
}

/** One value is found in the order of lists by the index; several are not. */
function isOneOf(column: 'status' | 'action', count: number): string {
  return count === 1
    ? `l.${column} = :${column}`
    : `l.${column} in (select value from json_each(:${column}))`;
}

function oneOrList(chosen: readonly string[]): string {
  return chosen.length === 1 ? (chosen[0] ?? '') : JSON.stringify(chosen);
}

/** All words, each as the beginning of one; a word with punctuation inside is a phrase. */
function toMatch(text: string): string {
  const words = text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
  return words.map((word) => `"${word.replaceAll('"', ' ')}"*`).join(' ');
}
