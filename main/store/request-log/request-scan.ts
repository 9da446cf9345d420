// The request log from one id to the next, narrowed by what its columns can tell: for who looks at every request of a
// tenant, a window at a time.
import type { RequestSummary } from '../../../shared/admin/request-log.ts';
import type { QuestionSource } from './log-questions.ts';
import { SUMMARY_COLUMNS, SUMMARY_TABLES, toSummary, type SummaryRow } from './summary-row.ts';
import { sliceCondition, type Params } from './walk-log.ts';

export interface ScanConditions {
  readonly tenant: string;
  /** Any of them; absent = any at all. */
  readonly methods?: readonly string[] | undefined;
  readonly operations?: readonly string[] | undefined;
  readonly statuses?: readonly number[] | undefined;
  readonly sources?: readonly string[] | undefined;
  readonly resourceType?: string | undefined;
  readonly resourceId?: string | undefined;
  /** In the request filter language. */
  readonly filter?: string | undefined;
}

/** Ids from the first (left out) to the last (taken in). */
export interface ScanWindow {
  readonly after: number;
  readonly until: number;
}

interface RecordedTexts {
  readonly request: string;
  readonly response: string;
}

interface Reading {
  readonly slice: ScanWindow;
  /** Behind the condition. */
  readonly more: string;
  readonly bound: Params;
  readonly filter?: string | undefined;
}

export type RequestScan = ReturnType<typeof createRequestScan>;

/** What has been removed is left out; a filter that cannot be read throws FilterSyntaxError. */
export function createRequestScan({ walker, ask }: QuestionSource) {
  function read({ slice, more, bound, filter }: Reading): readonly RequestSummary[] {
    const { condition, params } = ask({ filter });
    const sql = `
      select ${SUMMARY_COLUMNS} from ${SUMMARY_TABLES} where ${sliceCondition(condition)} ${more}`;
    const values = { ...params, ...bound, lo: slice.after + 1, hi: slice.until };
    const rows = walker.prepare(sql).all(values) as SummaryRow[]; // its columns are these
    return rows.map(toSummary);
  }

  const bodies = walker.prepare(
    'select request_body as request, response_body as response from request_exchanges where id = :id',
  );

  return {
    /** As they were recorded; undefined when the entry has left the log. */
    bodies: (id: number) => bodies.get({ id }) as RecordedTexts | undefined, // its columns
    /** Ids of the oldest and the newest entry; undefined when the log is empty. */
    bounds() {
      const { least, most } = ask({}).range;
      return most < least ? undefined : { first: least, last: most };
    },
    /** In the order of arrival. */
    inWindow(conditions: ScanConditions, window: ScanWindow): readonly RequestSummary[] {
      const { tenant, resourceType = null, resourceId = null } = conditions;
      const bound = {
        tenant,
        resourceType,
        resourceId,
        methods: list(conditions.methods),
        operations: list(conditions.operations),
        statuses: list(conditions.statuses),
        sources: list(conditions.sources),
      };
      return read({ slice: window, more: IN_WINDOW, bound, filter: conditions.filter });
    },
    /** Whether one request answers to a filter. Throws FilterSyntaxError. */
    holds: (id: number, filter: string) =>
      read({ slice: { after: id - 1, until: id }, more: '', bound: {}, filter }).length > 0,
    /** Newest first, those that named no tenant included. */
    newest(tenant: string, { after, limit }: { readonly after: number; readonly limit: number }) {
      const slice = { after, until: Number.MAX_SAFE_INTEGER };
      return read({ slice, more: NEWEST, bound: { tenant, limit } });
    },
  };
}

const IN_WINDOW = `
  and r.tenant = :tenant
  and (:methods is null or r.method in (select value from json_each(:methods)))
  and (:operations is null or r.operation in (select value from json_each(:operations)))
  and (:statuses is null or r.status in (select value from json_each(:statuses)))
  and (:sources is null or r.source in (select value from json_each(:sources)))
  and (:resourceType is null or r.resource_type = :resourceType)
  and (:resourceId is null or r.resource_id = :resourceId)
  order by r.id`;

const NEWEST = `
  and (r.tenant = :tenant or r.tenant is null)
  order by r.id desc
  limit :limit`;

function list(values: readonly (string | number)[] | undefined): string | null {
  return values === undefined ? null : JSON.stringify(values);
}
