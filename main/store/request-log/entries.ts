// Entries of the request log, as they are written and read back: the narrow row that lists read, and beside it headers,
// bodies and effects.
import type { Database } from 'better-sqlite3';
import type { Finding } from '../../../shared/admin/finding.ts';
import { type Effect, RequestDetails } from '../../../shared/admin/request-log.ts';
import { createFirstStepStore, type FirstStepStore } from '../first-steps.ts';
import { readJson } from '../stored-json.ts';
import type { TrafficStore } from '../traffic.ts';
import { createFindingStore } from './findings.ts';
import type { SearchIndex } from './search-index.ts';
import { SUMMARY_COLUMNS, SUMMARY_TABLES, toSummary, type SummaryRow } from './summary-row.ts';

interface ExchangeRow {
  readonly sourceReason: string;
  readonly requestHeaders: string;
  readonly requestBody: string;
  readonly requestTruncated: number;
  readonly responseHeaders: string;
  readonly responseBody: string;
  readonly responseTruncated: number;
  readonly effects: string;
  readonly findings: string;
  readonly phases: string;
}

interface ErasedRow {
  readonly bytes: number;
  /** 0 or 1. */
  readonly isPinned: number;
}

export type EntryStore = ReturnType<typeof createEntryStore>;

export function createEntryStore(
  db: Database,
  { index, traffic }: { readonly index: SearchIndex; readonly traffic: TrafficStore },
) {
  const statements = prepareStatements(db);
  const { insertFindings } = createFindingStore(db);
  const firstSteps = createFirstStepStore(db);
  const write = db.transaction(
    (summary: SummaryRow, exchange: ExchangeRow, found: readonly Finding[]) => {
      statements.insert.run({ ...summary, recordedBytes: weigh(exchange) });
      statements.insertExchange.run({ ...summary, ...exchange });
      insertFindings(summary.id, found);
      index.enqueue.run(summary.id);
    },
  );
  const writeArrival = db.transaction((entry: RequestDetails, exchange: ExchangeRow) => {
    const summary = toRow(entry);
    write(summary, exchange, entry.findingList);
    traffic.count(summary);
    noteSteps(firstSteps, summary);
  });

  /** Returns the bytes that count for the bound on them. */
  function insert(entry: RequestDetails): number {
    const exchange = toExchange(entry);
    writeArrival(entry, exchange);
    return weigh(exchange);
  }

  /** An exchange that was read from a file: it is no traffic, and nobody took a step with it. */
  function insertImported(entry: RequestDetails): number {
    const exchange = toExchange(entry);
    write(toRow(entry), exchange, entry.findingList);
    return weigh(exchange);
  }

  function get(id: number): RequestDetails | undefined {
    const summary = statements.summary.get(id);
    const exchange = statements.exchange.get(id);
    if (summary === undefined || exchange === undefined) return undefined;
    return toDetails(summary, exchange, gapBefore(summary));
  }

  function gapBefore({ id, tenant, at }: SummaryRow): number | null {
    const previous = statements.previousAt.get({ id, tenant });
    return previous === undefined ? null : Math.max(0, Date.parse(at) - Date.parse(previous));
  }

  /** What a request has changed after it was recorded; nothing when its entry is gone. */
  const addEffects = db.transaction((id: number, effects: readonly Effect[]): void => {
    const { changes } = statements.addEffects.run({ id, effects: JSON.stringify(effects) });
    if (changes === 0) return;
    index.forget.run({ id });
    index.enqueue.run(id); // the attributes that have changed are searched too
  });

  /** For good; returns those that were there. */
  const erase = db.transaction((ids: readonly number[]): readonly ErasedRow[] => {
    for (const id of ids) index.forget.run({ id });
    return statements.erase.all(JSON.stringify(ids));
  });

  const { oldest, expired } = statements;
  return { insert, insertImported, get, addEffects, erase, oldest, expired };
}

function noteSteps(firstSteps: FirstStepStore, { operation, source, tenant }: SummaryRow): void {
  if (tenant === null) return;
  if (source === 'simulator' && operation === 'create') firstSteps.note('simulate-cycle', tenant);
  if (operation !== 'test-connection') return;
  firstSteps.note('send-test-request', tenant);
  if (source === 'entra') firstSteps.note('connect-entra', tenant);
}

function prepareStatements(db: Database) {
  return { ...prepareWrites(db), ...prepareReads(db) };
}

function prepareWrites(db: Database) {
  return {
    insert: db.prepare<[object]>(`
      insert into request_log (
        id, tenant, at, duration_ms, method, path, query, status, scim_type, operation, sentence,
        source, token_name, resource_type, resource_id, resource_name, request_bytes,
        response_bytes, finding_errors, finding_warnings, finding_notices, recorded_bytes,
        is_first, retry_of, is_imported, is_pinned, note, colour, connection)
      values (
        :id, :tenant, :at, :durationMs, :method, :path, :query, :status, :scimType, :operation,
        :sentence, :source, :tokenName, :resourceType, :resourceId, :resourceName, :requestBytes,
        :responseBytes, :findingErrors, :findingWarnings, :findingNotices, :recordedBytes,
        :isFirst, :retryOf, :isImported, :isPinned, :note, :colour, :connection)`),
    insertExchange: db.prepare<[object]>(`
      insert into request_exchanges (
        id, remote_address, remote_port, http_version, user_agent, client_request_id, source_reason,
        request_headers, request_body, request_truncated, response_headers, response_body,
        response_truncated, effects, findings, phases)
      values (
        :id, :remoteAddress, :remotePort, :httpVersion, :userAgent, :clientRequestId, :sourceReason,
        :requestHeaders, :requestBody, :requestTruncated, :responseHeaders, :responseBody,
        :responseTruncated, :effects, :findings, :phases)`),
    addEffects: db.prepare<[object]>(
      'update request_exchanges set effects = :effects where id = :id',
    ),
    erase: db.prepare<[string], ErasedRow>(`
      delete from request_log
      where id in (select value from json_each(?))
      returning recorded_bytes as bytes, is_pinned as isPinned`),
  };
}

function prepareReads(db: Database) {
  return {
    summary: db.prepare<[number], SummaryRow>(
      `select ${SUMMARY_COLUMNS} from ${SUMMARY_TABLES} where r.id = ?`,
    ),
    exchange: db.prepare<[number], ExchangeRow>(`
      select
        source_reason as sourceReason, request_headers as requestHeaders,
        request_body as requestBody, request_truncated as requestTruncated,
        response_headers as responseHeaders, response_body as responseBody,
        response_truncated as responseTruncated, effects, findings, phases
      from request_exchanges
      where id = ?`),
    previousAt: db
      .prepare<[object], string>(
        `
        select at from request_log
        where id < :id and tenant is :tenant
        order by id desc
        limit 1`,
      )
      .pluck(),
    oldest: db
      .prepare<[number], number>(
        'select id from request_log where is_pinned = 0 order by id limit ?',
      )
      .pluck(),
    // What was imported is as old as its recording, and was wanted all the same.
    expired: db
      .prepare<[object], number>(
        `
        select id from request_log indexed by request_log_at
        where at < :at and is_pinned = 0 and is_imported = 0
        order by at
        limit :limit`,
      )
      .pluck(),
  };
}

function toRow({ findings, isFirst, isImported, isPinned, ...entry }: RequestDetails): SummaryRow {
  const { error, warning, notice } = findings;
  return {
    ...entry,
    findingErrors: error,
    findingWarnings: warning,
    findingNotices: notice,
    isFirst: Number(isFirst),
    isImported: Number(isImported),
    isPinned: Number(isPinned),
  };
}

function toExchange(entry: RequestDetails): ExchangeRow {
  return {
    sourceReason: entry.sourceReason,
    requestHeaders: JSON.stringify(entry.requestHeaders),
    requestBody: entry.requestBody.text,
    requestTruncated: Number(entry.requestBody.truncated),
    responseHeaders: JSON.stringify(entry.responseHeaders),
    responseBody: entry.responseBody.text,
    responseTruncated: Number(entry.responseBody.truncated),
    effects: JSON.stringify(entry.effects),
    findings: JSON.stringify(entry.findingList),
    phases: JSON.stringify(entry.timeline.phases),
  };
}

/** UTF-16 units stand for bytes: a bound needs no more. */
function weigh(row: ExchangeRow): number {
  return (
    row.requestHeaders.length +
    row.requestBody.length +
    row.responseHeaders.length +
    row.responseBody.length +
    row.effects.length +
    row.findings.length
  );
}

function toDetails(summary: SummaryRow, row: ExchangeRow, gapMs: number | null): RequestDetails {
  const { shape } = RequestDetails;
  return {
    ...toSummary(summary),
    sourceReason: row.sourceReason,
    requestHeaders: shape.requestHeaders.parse(readJson(row.requestHeaders)),
    requestBody: {
      text: row.requestBody,
      bytes: summary.requestBytes,
      truncated: row.requestTruncated === 1,
    },
    responseHeaders: shape.responseHeaders.parse(readJson(row.responseHeaders)),
    responseBody: {
      text: row.responseBody,
      bytes: summary.responseBytes,
      truncated: row.responseTruncated === 1,
    },
    effects: shape.effects.parse(readJson(row.effects)),
    findingList: shape.findingList.parse(readJson(row.findings)),
    timeline: { phases: shape.timeline.shape.phases.parse(readJson(row.phases)), gapMs },
  };
}
