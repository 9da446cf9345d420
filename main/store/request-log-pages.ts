// Pages of the request log, in rising order of arrival, for a list that grows at its end.
import type { Database } from 'better-sqlite3';
import type { RequestPage, RequestQuery, RequestSummary } from '../../shared/admin/request-log.ts';
import { foldCase } from '../scim/fold-case.ts';

export const SUMMARY_COLUMNS = `
  id, tenant, at, duration_ms as durationMs, method, path, query, status, scim_type as scimType,
  operation, sentence, source, token_name as tokenName, resource_type as resourceType, resource_id as resourceId,
  resource_name as resourceName, request_bytes as requestBytes, response_bytes as responseBytes,
  finding_errors as findingErrors, finding_warnings as findingWarnings,
  finding_notices as findingNotices`;

/** A summary as its columns are. */
export interface SummaryRow extends Omit<RequestSummary, 'findings'> {
  readonly findingErrors: number;
  readonly findingWarnings: number;
  readonly findingNotices: number;
}

export function toSummary(row: SummaryRow): RequestSummary {
  const { findingErrors, findingWarnings, findingNotices, ...summary } = row;
  const findings = { error: findingErrors, warning: findingWarnings, notice: findingNotices };
  return { ...summary, findings };
}

/** What a row must meet, as bound to the statements. */
interface Match {
  readonly tenant: string | null;
  /** JSON array of folded words. */
  readonly words: string;
  /** Of a finding rule. */
  readonly rule: string | null;
}

/** Open interval of ids. */
interface Range {
  readonly after: number;
  readonly before: number;
}

export function createLogReaders(db: Database) {
  const anyText = prepareReaders(db, OF_TENANT);
  const narrowed = prepareReaders(db, `${OF_TENANT} and ${HAS_WORDS} and ${HAS_RULE}`);

  /** `before` pages back, `after` pages on, neither = the newest. */
  function page(request: RequestQuery): RequestPage {
    const match = readMatch(request);
    const isNarrowed = match.words !== '[]' || match.rule !== null;
    const readers = isNarrowed ? narrowed : anyText;
    const range = {
      after: request.after ?? 0,
      before: request.before ?? Number.MAX_SAFE_INTEGER,
    };
    const isForward = request.after !== undefined && request.before === undefined;
    const bound = { ...match, ...range, limit: request.limit };
    const rows = isForward ? readers.oldest.all(bound) : readers.newest.all(bound).toReversed();
    const requests = rows.map(toSummary);
    const first = requests[0]?.id ?? range.after + 1;
    const last = requests.at(-1)?.id ?? range.before - 1;
    return {
      requests,
      hasBefore: hasRows(readers, match, { after: 0, before: first }),
      hasAfter: hasRows(readers, match, { after: last, before: Number.MAX_SAFE_INTEGER }),
      total: readers.total.get(match) ?? 0,
    };
  }

  return { page };
}

const OF_TENANT = '(:tenant is null or tenant is null or tenant = :tenant)';

const HAS_WORDS = `
  not exists (select 1 from json_each(:words) word where instr(search_text, word.value) = 0)`;

const HAS_RULE = `
  (:rule is null or id in (select request_id from request_findings where rule_id = :rule))`;

function prepareReaders(db: Database, condition: string) {
  const inRange = `id > :after and id < :before and ${condition}`;
  return {
    newest: db.prepare<[object], SummaryRow>(`
      select ${SUMMARY_COLUMNS} from request_log where ${inRange} order by id desc limit :limit`),
    oldest: db.prepare<[object], SummaryRow>(`
      select ${SUMMARY_COLUMNS} from request_log where ${inRange} order by id limit :limit`),
    exists: db
      .prepare<[object], number>(`select exists (select 1 from request_log where ${inRange})`)
      .pluck(),
    total: db
      .prepare<[object], number>(`select count(*) from request_log where ${condition}`)
      .pluck(),
  };
}

function hasRows(readers: ReturnType<typeof prepareReaders>, match: Match, range: Range): boolean {
  return readers.exists.get({ ...match, ...range }) === 1;
}

function readMatch({ tenant, text, rule }: RequestQuery): Match {
  const words = foldCase(text).split(/\s+/u).filter(Boolean);
  return { tenant: tenant ?? null, words: JSON.stringify(words), rule: rule ?? null };
}
