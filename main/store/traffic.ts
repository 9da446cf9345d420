// Requests by minute, status class and duration, counted as they are recorded: reading a day costs the same whether it
// had a thousand requests or a million, and the figures outlive what the request log has room for.
import type { Database } from 'better-sqlite3';
import type { RequestSummary } from '../../shared/admin/request-log.ts';
import type { StatusCounts, Traffic, TrafficWindow } from '../../shared/admin/traffic.ts';
import { readPercentile, toLatencyBucket } from './latency-buckets.ts';

const MINUTE_MS = 60_000;

/** A day, and the half hour that its first bin may begin earlier. */
const KEPT_MINUTES = 25 * 60;

const WINDOWS = {
  hour: { bins: 60, binMinutes: 1 },
  day: { bins: 48, binMinutes: 30 },
} as const;

interface TrafficRow {
  readonly bin: number;
  readonly statusClass: number;
  readonly latency: number;
  readonly requests: number;
}

export type TrafficStore = ReturnType<typeof createTrafficStore>;

export function createTrafficStore(db: Database) {
  const statements = prepareStatements(db);
  let newestMinute = 0;

  /** Runs in the transaction that records the request. */
  function count({ tenant, at, status, durationMs }: CountedRequest): void {
    const minute = Math.floor(Date.parse(at) / MINUTE_MS);
    statements.count.run({
      minute,
      tenant: tenant ?? '',
      statusClass: Math.floor(status / 100),
      latency: toLatencyBucket(durationMs),
    });
    if (minute <= newestMinute) return;
    newestMinute = minute;
    statements.forget.run(minute - KEPT_MINUTES);
  }

  /** Of one tenant and the requests that named none; the last bin holds `now`. */
  function read(tenant: string, window: TrafficWindow, now: Date): Traffic {
    const { bins, binMinutes } = WINDOWS[window];
    const last = Math.floor(now.getTime() / MINUTE_MS / binMinutes);
    const from = (last - bins + 1) * binMinutes;
    const to = (last + 1) * binMinutes;
    const rows = statements.read.all({ tenant, from, to, binMinutes });
    const byBin = Map.groupBy(rows, ({ bin }) => bin);
    return {
      window,
      binMinutes,
      total: sumUp(rows),
      bins: Array.from({ length: bins }, (_, bin) => ({
        at: new Date((from + bin * binMinutes) * MINUTE_MS).toISOString(),
        ...sumUp(byBin.get(bin) ?? []),
      })),
    };
  }

  /** Of one tenant, or all of it. */
  function clear(tenant?: string): void {
    if (tenant === undefined) statements.clear.run();
    else statements.clearTenant.run(tenant);
  }

  return { count, read, clear };
}

type CountedRequest = Pick<RequestSummary, 'tenant' | 'at' | 'status' | 'durationMs'>;

function sumUp(rows: readonly TrafficRow[]): Traffic['total'] {
  const durations = new Map<number, number>();
  const statuses = { ...NO_REQUESTS };
  for (const { statusClass, latency, requests } of rows) {
    durations.set(latency, (durations.get(latency) ?? 0) + requests);
    statuses[CLASSES[statusClass] ?? 'success'] += requests;
  }
  const failed = statuses.clientError + statuses.serverError + statuses.unanswered;
  return {
    requests: statuses.success + statuses.redirect + failed,
    failed,
    statuses,
    latency: {
      p50: readPercentile(durations, 0.5),
      p95: readPercentile(durations, 0.95),
      p99: readPercentile(durations, 0.99),
    },
  };
}

/** By the first digit of the status; 0 = no answer. */
const CLASSES: readonly (keyof StatusCounts)[] = [
  'unanswered',
  'success',
  'success',
  'redirect',
  'clientError',
  'serverError',
];

const NO_REQUESTS: StatusCounts = {
  success: 0,
  redirect: 0,
  clientError: 0,
  serverError: 0,
  unanswered: 0,
};

// cast: a number that is bound counts as real, and real division has no bins
function prepareStatements(db: Database) {
  return {
    count: db.prepare<[object]>(`
      insert into request_traffic (minute, tenant, status_class, latency, requests)
      values (:minute, :tenant, :statusClass, :latency, 1)
      on conflict do update set requests = requests + 1`),
    forget: db.prepare<[number]>('delete from request_traffic where minute < ?'),
    clear: db.prepare('delete from request_traffic'),
    clearTenant: db.prepare<[string]>('delete from request_traffic where tenant = ?'),
    read: db.prepare<[object], TrafficRow>(`
      select
        (minute - cast(:from as integer)) / cast(:binMinutes as integer) as bin,
        status_class as statusClass, latency, sum(requests) as requests
      from request_traffic
      where minute >= :from and minute < :to and tenant in ('', :tenant)
      group by 1, 2, 3`),
  };
}
