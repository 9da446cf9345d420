// Reads entries of the provisioning log: one, a page, the neighbours of one, all that a filter finds.
import type { Database } from 'better-sqlite3';
import type { ProvisioningObjectSummary } from '../../../shared/simulator/provisioning-log.ts';
import type {
  ProvisioningLogPage,
  ProvisioningLogQuery,
} from '../../../shared/simulator/provisioning-log-pages.ts';
import type { LogCondition } from './log-condition.ts';
import { createLogStatements, type LogStatements } from './log-statements.ts';
import { LOG_COLUMNS, toLogRow, toSummary, type DetailsRow, type LogRow } from './summary-row.ts';

const WHOLE = `${LOG_COLUMNS}, d.steps, d.properties, d.requests, d.rest
  from provisioning_log l join provisioning_details d on d.seq = l.seq`;

/** Entries that are read together by a walk. */
const SLICE = 200;

export interface EntryOfRequest {
  readonly applicationId: string;
  readonly id: string;
  readonly jobId: string;
  readonly cycleId: string;
}

export function createLogReader(db: Database) {
  const statements = createLogStatements(db);
  const { all } = statements;
  const one = db.prepare<[object], LogRow & DetailsRow>(`
    select ${WHOLE}
    where l.id = :id and (l.application_id = :applicationId
      or :applicationId is null and l.application_id in (select id from applications))`);
  const ofRequest = db.prepare<[string], EntryOfRequest>(`
    select l.application_id as applicationId, l.id, l.job_id as jobId, l.cycle_id as cycleId
    from provisioning_requests r
    join provisioning_log l on l.seq = r.seq
    join applications a on a.id = l.application_id
    where r.client_request_id = ?
    order by l.seq desc`);

  function find(applicationId: string | null, id: string): ProvisioningObjectSummary | undefined {
    const row = one.get({ applicationId, id });
    return row && toSummary(row);
  }

  function page(condition: LogCondition, query: ProvisioningLogQuery): ProvisioningLogPage {
    return query.after === undefined
      ? pageBefore(condition, query)
      : pageAfter(condition, { after: query.after, limit: query.limit });
  }

  function pageBefore(
    { sql, params }: LogCondition,
    { before, limit }: ProvisioningLogQuery,
  ): ProvisioningLogPage {
    const rows = all<LogRow>(
      `select ${LOG_COLUMNS} from provisioning_log l
      where ${sql} and l.seq < :before
      order by l.seq desc
      limit :limit`,
      { ...params, before: before ?? Number.MAX_SAFE_INTEGER, limit: limit + 1 },
    );
    const entries = rows.slice(0, limit).map(toLogRow);
    return { entries, next: rows.length > limit ? (entries.at(-1)?.seq ?? null) : null };
  }

  /** What has come since: more than fits is had by asking again after the newest. */
  function pageAfter(
    { sql, params }: LogCondition,
    { after, limit }: { readonly after: number; readonly limit: number },
  ): ProvisioningLogPage {
    const rows = all<LogRow>(
      `select ${LOG_COLUMNS} from provisioning_log l
      where ${sql} and l.seq > :after
      order by l.seq
      limit :limit`,
      { ...params, after, limit },
    );
    return { entries: rows.toReversed().map(toLogRow), next: null };
  }

  return {
    find,
    page,
    neighbours: createNeighbourReader(statements),
    walk: createWalker(statements),
    findByRequest: (id: string) => ofRequest.get(id),
  };
}

function createNeighbourReader({ get }: LogStatements) {
  return function neighbours({ sql, params }: LogCondition, id: string) {
    const seq = get<{ readonly seq: number }>('select seq from provisioning_log where id = :id', {
      id,
    })?.seq;
    if (seq === undefined) return { newer: null, older: null };
    const select = `select l.id from provisioning_log l where ${sql}`;
    const asked = { ...params, seq };
    const newer = get<{ readonly id: string }>(
      `${select} and l.seq > :seq order by l.seq limit 1`,
      asked,
    );
    const older = get<{ readonly id: string }>(
      `${select} and l.seq < :seq order by l.seq desc limit 1`,
      asked,
    );
    return { newer: newer?.id ?? null, older: older?.id ?? null };
  };
}

function createWalker({ all }: LogStatements) {
  return function* walk({ sql, params }: LogCondition): Generator<ProvisioningObjectSummary> {
    let before = Number.MAX_SAFE_INTEGER;
    for (;;) {
      const rows = all<LogRow & DetailsRow>(
        `select ${WHOLE} where ${sql} and l.seq < :before order by l.seq desc limit ${SLICE}`,
        { ...params, before },
      );
      for (const row of rows) yield toSummary(row);
      const last = rows.at(-1);
      if (last === undefined || rows.length < SLICE) return;
      before = last.seq;
    }
  };
}
