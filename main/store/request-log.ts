// The request log: every exchange that reached the SCIM listener. Bounded by rows and by recorded bytes, and pruned in
// small batches as it is written, so that no single request pays for it.
// Surprise: ids are given at arrival and rows are written when the answer is ready, so rows arrive out of order.
import type { Database } from 'better-sqlite3';
import type { Finding } from '../../shared/admin/finding.ts';
import {
  type Effect,
  RequestDetails,
  type RequestSummary,
} from '../../shared/admin/request-log.ts';
import { foldCase } from '../scim/fold-case.ts';
import { createFirstStepStore, type FirstStepStore } from './first-steps.ts';
import { createFindingStore } from './request-findings.ts';
import { createLogEraser } from './erase-log.ts';
import {
  createLogReaders,
  SUMMARY_COLUMNS,
  toSummary,
  type SummaryRow,
} from './request-log-pages.ts';
import { readJson } from './stored-json.ts';
import { createTrafficStore } from './traffic.ts';

export interface LogLimits {
  readonly maxRows: number;
  /** Headers, bodies and effects together. */
  readonly maxBytes: number;
}

export const DEFAULT_LOG_LIMITS: LogLimits = { maxRows: 100_000, maxBytes: 1024 ** 3 };

const PRUNE_BATCH = 200;

interface ExchangeRow {
  readonly remoteAddress: string;
  readonly sourceReason: string;
  readonly requestHeaders: string;
  readonly requestBody: string;
  readonly requestTruncated: number;
  readonly responseHeaders: string;
  readonly responseBody: string;
  readonly responseTruncated: number;
  readonly effects: string;
  readonly findings: string;
}

type StoredExchange = ExchangeRow & { readonly id: number };

interface LogSize {
  readonly rows: number;
  readonly bytes: number;
}

export type RequestLogStore = ReturnType<typeof createRequestLogStore>;

export function createRequestLogStore(db: Database, limits = DEFAULT_LOG_LIMITS) {
  const statements = prepareStatements(db);
  const eraser = createLogEraser(db);
  const { insertFindings, topFindings } = createFindingStore(db);
  const traffic = createTrafficStore(db);
  const write = createEntryWriter(db, { insertFindings, count: traffic.count });
  const size = { ...readRow(statements.size.get()) };
  let lastId = readRow(statements.lastId.get());

  /** Ids rise with the order of arrival and are not used twice, not even after the log was cleared. */
  function nextRequestId(): number {
    lastId += 1;
    return lastId;
  }

  /** The entry as it will be read back; secrets are masked by now. */
  function insert(entry: RequestDetails): void {
    const exchange = toExchange(entry);
    const recordedBytes = weigh(exchange);
    const summary = { ...toRow(entry), recordedBytes, searchText: searchText(entry) };
    write(summary, exchange, entry.findingList);
    size.rows += 1;
    size.bytes += recordedBytes;
    prune();
  }

  function prune(): void {
    const tooLong = size.rows >= limits.maxRows + PRUNE_BATCH;
    if (tooLong) forget(statements.prune.all(size.rows - limits.maxRows));
    while (size.bytes > limits.maxBytes && size.rows > 1) forget(statements.prune.all(1));
  }

  function forget(removedBytes: readonly number[]): void {
    size.rows -= removedBytes.length;
    size.bytes -= removedBytes.reduce((sum, bytes) => sum + bytes, 0);
  }

  /** All of it, or what one tenant received; returns how many entries went. */
  function clear(tenant?: string): number {
    if (tenant === undefined) {
      Object.assign(size, { rows: 0, bytes: 0 });
      return eraser.eraseAll();
    }
    const removed = eraser.eraseTenant(tenant);
    forget(removed);
    return removed.length;
  }

  /** The tables have been filled anew; ids go on rising all the same. */
  function reload(): void {
    Object.assign(size, readRow(statements.size.get()));
    lastId = Math.max(lastId, readRow(statements.lastId.get()));
  }

  return {
    nextRequestId,
    /** Of the newest arrival, whether its entry has been written yet or not. */
    lastRequestId: () => lastId,
    insert,
    reload,
    addEffects: createEffectWriter(db),
    get: createEntryReader(statements),
    clear,
    ...createLogReaders(db),
    topFindings,
    traffic: traffic.read,
  };
}

interface Companions {
  readonly insertFindings: (requestId: number, findings: readonly Finding[]) => void;
  readonly count: (request: SummaryRow) => void;
}

/** Writes an entry with all that is kept beside it. */
function createEntryWriter(db: Database, { insertFindings, count }: Companions) {
  const statements = prepareStatements(db);
  const firstSteps = createFirstStepStore(db);
  return db.transaction(
    (summary: SummaryRow, stored: StoredExchange, found: readonly Finding[]) => {
      statements.insert.run(summary);
      statements.insertExchange.run(stored);
      insertFindings(stored.id, found);
      count(summary);
      noteSteps(firstSteps, summary);
    },
  );
}

function noteSteps(firstSteps: FirstStepStore, { operation, source, tenant }: SummaryRow): void {
  if (operation !== 'test-connection' || tenant === null) return;
  firstSteps.note('send-test-request', tenant);
  if (source === 'entra') firstSteps.note('connect-entra', tenant);
}

function createEntryReader(statements: ReturnType<typeof prepareStatements>) {
  return function get(id: number): RequestDetails | undefined {
    const summary = statements.summary.get(id);
    const exchange = statements.exchange.get(id);
    return summary && exchange && toDetails(summary, exchange);
  };
}

function createEffectWriter(db: Database) {
  const write = db.prepare<[object]>(
    'update request_exchanges set effects = :effects where id = :id',
  );

  /** What a request that was accepted for later has changed; nothing when its entry is gone. */
  return function addEffects(id: number, effects: readonly Effect[]): void {
    write.run({ id, effects: JSON.stringify(effects) });
  };
}

function prepareStatements(db: Database) {
  return {
    size: db.prepare<[], LogSize>(
      'select count(*) as rows, coalesce(sum(recorded_bytes), 0) as bytes from request_log',
    ),
    lastId: db
      .prepare<[], number>(
        `
        select max(
          coalesce((select seq from sqlite_sequence where name = 'request_log'), 0),
          coalesce((select max(request_id) from resource_history), 0))`,
      )
      .pluck(),
    insert: db.prepare<[object]>(`
      insert into request_log (
        id, tenant, at, duration_ms, method, path, query, status, scim_type, operation, sentence,
        source, token_name, resource_type, resource_id, resource_name, request_bytes,
        response_bytes,
        finding_errors, finding_warnings, finding_notices, recorded_bytes, search_text)
      values (
        :id, :tenant, :at, :durationMs, :method, :path, :query, :status, :scimType, :operation,
        :sentence, :source, :tokenName, :resourceType, :resourceId, :resourceName, :requestBytes,
        :responseBytes, :findingErrors, :findingWarnings, :findingNotices, :recordedBytes,
        :searchText)`),
    insertExchange: db.prepare<[object]>(`
      insert into request_exchanges (
        id, remote_address, source_reason, request_headers, request_body, request_truncated,
        response_headers, response_body, response_truncated, effects, findings)
      values (
        :id, :remoteAddress, :sourceReason, :requestHeaders, :requestBody, :requestTruncated,
        :responseHeaders, :responseBody, :responseTruncated, :effects, :findings)`),
    summary: db.prepare<[number], SummaryRow>(
      `select ${SUMMARY_COLUMNS} from request_log where id = ?`,
    ),
    exchange: db.prepare<[number], ExchangeRow>(`
      select
        remote_address as remoteAddress, source_reason as sourceReason,
        request_headers as requestHeaders, request_body as requestBody,
        request_truncated as requestTruncated, response_headers as responseHeaders,
        response_body as responseBody, response_truncated as responseTruncated, effects, findings
      from request_exchanges
      where id = ?`),
    prune: db
      .prepare<[number], number>(
        `
        delete from request_log
        where id in (select id from request_log order by id limit ?)
        returning recorded_bytes`,
      )
      .pluck(),
  };
}

function readRow<Row>(row: Row | undefined): Row {
  if (row === undefined) throw new Error('An aggregate returned no row');
  return row;
}

function toRow({ findings, ...entry }: RequestDetails): SummaryRow {
  const { error, warning, notice } = findings;
  return { ...entry, findingErrors: error, findingWarnings: warning, findingNotices: notice };
}

function toExchange(entry: RequestDetails): StoredExchange {
  return {
    id: entry.id,
    remoteAddress: entry.remoteAddress,
    sourceReason: entry.sourceReason,
    requestHeaders: JSON.stringify(entry.requestHeaders),
    requestBody: entry.requestBody.text,
    requestTruncated: Number(entry.requestBody.truncated),
    responseHeaders: JSON.stringify(entry.responseHeaders),
    responseBody: entry.responseBody.text,
    responseTruncated: Number(entry.responseBody.truncated),
    effects: JSON.stringify(entry.effects),
    findings: JSON.stringify(entry.findingList),
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

function searchText(entry: RequestSummary): string {
  const { sentence, path, query, method, status, source, tokenName, resourceName } = entry;
  const names = [tokenName ?? '', resourceName ?? ''];
  const parts = [sentence, path, query, method, String(status), source, ...names];
  return foldCase(parts.join('\n'));
}

function toDetails(summary: SummaryRow, row: ExchangeRow): RequestDetails {
  const { shape } = RequestDetails;
  return {
    ...toSummary(summary),
    remoteAddress: row.remoteAddress,
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
  };
}
