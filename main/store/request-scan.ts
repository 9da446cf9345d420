// The request log from one id to the next, narrowed by what its columns can tell: for who looks at every request of a
// tenant, a window at a time.
import type { Database } from 'better-sqlite3';
import type { RequestSummary } from '../../shared/admin/request-log.ts';
import { SUMMARY_COLUMNS, toSummary, type SummaryRow } from './request-log-pages.ts';

export interface ScanConditions {
  readonly tenant: string;
  /** Any of them; absent = any at all. */
  readonly methods?: readonly string[] | undefined;
  readonly operations?: readonly string[] | undefined;
  readonly statuses?: readonly number[] | undefined;
  readonly sources?: readonly string[] | undefined;
  readonly resourceType?: string | undefined;
  readonly resourceId?: string | undefined;
}

/** Ids from the first (left out) to the last (taken in). */
export interface ScanWindow {
  readonly after: number;
  readonly until: number;
}

export type RequestScan = ReturnType<typeof createRequestScan>;

export function createRequestScan(db: Database) {
  const bounds = db.prepare<[], { first: number | null; last: number | null }>(
    'select min(id) as first, max(id) as last from request_log',
  );
  const inWindow = db.prepare<[object], SummaryRow>(`
    select ${SUMMARY_COLUMNS} from request_log
    where id > :after and id <= :until and tenant = :tenant
      and (:methods is null or method in (select value from json_each(:methods)))
      and (:operations is null or operation in (select value from json_each(:operations)))
      and (:statuses is null or status in (select value from json_each(:statuses)))
      and (:sources is null or source in (select value from json_each(:sources)))
      and (:resourceType is null or resource_type = :resourceType)
      and (:resourceId is null or resource_id = :resourceId)
    order by id`);
  const newest = db.prepare<[object], SummaryRow>(`
    select ${SUMMARY_COLUMNS} from request_log
    where id > :after and (tenant = :tenant or tenant is null)
    order by id desc limit :limit`);

  return {
    /** Ids of the oldest and the newest entry; undefined when the log is empty. */
    bounds() {
      const { first = null, last = null } = bounds.get() ?? {};
      return first === null || last === null ? undefined : { first, last };
    },
    /** In the order of arrival. */
    inWindow(conditions: ScanConditions, window: ScanWindow): readonly RequestSummary[] {
      const { tenant, resourceType = null, resourceId = null } = conditions;
      const bound = {
        tenant,
        resourceType,
        resourceId,
        ...window,
        methods: list(conditions.methods),
        operations: list(conditions.operations),
        statuses: list(conditions.statuses),
        sources: list(conditions.sources),
      };
      return inWindow.all(bound).map(toSummary);
    },
    /** Newest first, those that named no tenant included. */
    newest(tenant: string, { after, limit }: { readonly after: number; readonly limit: number }) {
      return newest.all({ tenant, after, limit }).map(toSummary);
    },
  };
}

function list(values: readonly (string | number)[] | undefined): string | null {
  return values === undefined ? null : JSON.stringify(values);
}
