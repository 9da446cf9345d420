// Requests summed up: in groups for a list, and as the summary of a selection. Each slice is grouped by SQLite, and the
// groups of the slices are put together here.
import { Operation, type RequestSummary } from '../../../shared/admin/request-log.ts';
import type {
  GroupBy,
  GroupPage,
  GroupQuery,
  RequestGroup,
  RequestSelectionSummary,
} from '../../../shared/admin/request-log-pages.ts';
import type { TokenName } from '../../../shared/request-filter/filter-tokens.ts';
import { printRequestFilter } from '../../../shared/request-filter/print-request-filter.ts';
import type { Question } from './question.ts';
import { ofLogEntry } from './summary-row.ts';
import { sliceCondition, type InSlices, type LogWalker } from './walk-log.ts';

interface GroupRow {
  readonly key: string;
  readonly label: string;
  /** The value that a filter asks for; null where the requests have none, which only `without` allows. */
  readonly value: string | null;
  readonly requests: number;
  readonly failures: number;
  readonly firstAt: string;
  readonly lastAt: string;
  readonly lastId: number;
  readonly totalDurationMs: number;
}

interface GroupForm {
  readonly key: string;
  readonly label: string;
  readonly value: string;
  readonly token: TokenName;
  /** Filter terms that mean the requests without a value. */
  readonly without?: string;
}

const ID = "r.resource_type || '/' || r.resource_id";

const CYCLE = ofLogEntry('cycle_id');

/** Where the connection came from; an IPv6 address in brackets. @see RFC 3986 §3.2.2 */
const PEER = `
  select
    ', ' || iif(instr(x.remote_address, ':'), '[' || x.remote_address || ']', x.remote_address)
    || ':' || x.remote_port
  from request_exchanges x
  where x.id = r.id`;

const FORMS: Readonly<Record<GroupBy, GroupForm>> = {
  resource: {
    key: `coalesce(${ID}, '')`,
    label: "coalesce(r.resource_name, r.resource_id, '')",
    value: 'case when r.resource_type is not null then r.resource_id end',
    token: 'id',
    without: 'not:has:resource',
  },
  minute: {
    key: 'substr(r.at, 1, 16)',
    label: "substr(r.at, 1, 16) || 'Z'",
    value: "substr(r.at, 1, 16) || 'Z'",
    token: 'after',
  },
  source: { key: 'r.source', label: 'r.source', value: 'r.source', token: 'source' },
  token: {
    key: "coalesce(r.token_name, '')",
    label: "coalesce(r.token_name, '')",
    value: 'r.token_name',
    token: 'token',
    without: 'not:has:token',
  },
  cycle: {
    key: `coalesce(${CYCLE}, '')`,
    label: `coalesce(${CYCLE}, '')`,
    value: CYCLE,
    token: 'cycle',
    without: 'not:cycle:*',
  },
  connection: {
    key: "coalesce(cast(r.connection as text), '')",
    label: `coalesce('Connection ' || r.connection || coalesce((${PEER}), ''), '')`,
    value: 'cast(r.connection as text)',
    token: 'connection',
    without: 'not:has:connection',
  },
  operation: { key: 'r.operation', label: 'r.operation', value: 'r.operation', token: 'op' },
  status: {
    key: 'cast(r.status as text)',
    label: 'cast(r.status as text)',
    value: 'cast(r.status as text)',
    token: 'status',
  },
};

const FAILED = 'r.status = 0 or r.status >= 400';

export function* groupRequests(
  walker: LogWalker,
  question: Question,
  { by, offset, limit }: Pick<GroupQuery, 'by' | 'offset' | 'limit'>,
): InSlices<GroupPage> {
  const form = FORMS[by];
  const { key, label, value } = form;
  // Of the columns outside of aggregates SQLite takes those of the row with the highest id.
  const groups = yield* collect<GroupRow>(walker, question, {
    columns: `
      ${key} as key, ${label} as label, ${value} as value, count(*) as requests,
      sum(${FAILED}) as failures, min(r.at) as firstAt, max(r.at) as lastAt, max(r.id) as lastId,
      sum(r.duration_ms) as totalDurationMs`,
    groupBy: key,
    keyOf: (row) => row.key,
    add: addGroups,
  });
  const sorted = [...groups.values()].toSorted((one, other) => other.lastId - one.lastId);
  const page = sorted.slice(offset, offset + limit);
  return { groups: page.map((row) => toGroup(row, form)), total: groups.size };
}

function addGroups(newer: GroupRow, older: GroupRow): GroupRow {
  return {
    ...newer,
    requests: newer.requests + older.requests,
    failures: newer.failures + older.failures,
    firstAt: newer.firstAt < older.firstAt ? newer.firstAt : older.firstAt,
    lastAt: newer.lastAt > older.lastAt ? newer.lastAt : older.lastAt,
    totalDurationMs: newer.totalDurationMs + older.totalDurationMs,
  };
}

function toGroup({ value, ...row }: GroupRow, { token, without }: GroupForm): RequestGroup {
  if (value !== null) return { ...row, filter: filterOf(token, value) };
  return { ...row, filter: without ?? '' };
}

function filterOf(token: TokenName, text: string): string {
  if (token !== 'after') {
    return printRequestFilter({ kind: 'token', name: token, value: { type: 'text', text } });
  }
  const next = new Date(Date.parse(text) + 60_000).toISOString().slice(0, 16);
  return `after:${text} before:${next}Z`;
}

interface Collected<Row> {
  readonly columns: string;
  readonly groupBy: string;
  readonly keyOf: (row: Row) => string;
  readonly add: (newer: Row, older: Row) => Row;
}

function* collect<Row>(
  walker: LogWalker,
  { condition, params, range }: Question,
  { columns, groupBy, keyOf, add }: Collected<Row>,
): InSlices<ReadonlyMap<string, Row>> {
  const statement = walker.prepare(`
    select ${columns}
    from request_log r
    where ${sliceCondition(condition)}
    group by ${groupBy}`);
  const groups = new Map<string, Row>();
  yield* walker.walk({ range, direction: 'down' }, ({ least, most }) => {
    const rows = statement.all({ ...params, lo: least, hi: most }) as Row[]; // its columns are Row's
    for (const row of rows) {
      const newer = groups.get(keyOf(row));
      groups.set(keyOf(row), newer === undefined ? row : add(newer, row));
    }
    return false;
  });
  return groups;
}

interface PartRow extends Pick<
  RequestSummary,
  'operation' | 'status' | 'resourceName' | 'requestBytes' | 'responseBytes'
> {
  readonly resourceType: string | null;
  readonly resourceId: string | null;
  readonly requests: number;
  readonly pinned: number;
  readonly firstAt: string;
  readonly lastAt: string;
  readonly lastId: number;
  readonly totalDurationMs: number;
}

const MOST_RESOURCES = 50;

export function* summariseRequests(
  walker: LogWalker,
  question: Question,
): InSlices<RequestSelectionSummary> {
  const groups = yield* collect<PartRow>(walker, question, {
    columns: `
      r.operation, r.status, r.resource_type as resourceType, r.resource_id as resourceId,
      r.resource_name as resourceName, count(*) as requests, sum(r.is_pinned) as pinned, min(r.at) as firstAt,
      max(r.at) as lastAt, max(r.id) as lastId, sum(r.duration_ms) as totalDurationMs,
      sum(r.request_bytes) as requestBytes, sum(r.response_bytes) as responseBytes`,
    groupBy: 'r.operation, r.status, r.resource_type, r.resource_id',
    keyOf: ({ operation, status, resourceType, resourceId }) =>
      JSON.stringify([operation, status, resourceType, resourceId]),
    add: (newer, older) => ({ ...newer, ...addParts(newer, older) }),
  });
  const parts = [...groups.values()];
  const resources = sumResources(parts);
  const instants = parts.flatMap(({ firstAt, lastAt }) => [firstAt, lastAt]).toSorted();
  return {
    requests: sum(parts, 'requests'),
    pinned: sum(parts, 'pinned'),
    failures: sum(
      parts.filter(({ status }) => status === 0 || status >= 400),
      'requests',
    ),
    operations: countBy(parts, ({ operation }) => operation).map(([operation, requests]) => ({
      operation: Operation.parse(operation),
      requests,
    })),
    statuses: countBy(parts, ({ status }) => status).map(([status, requests]) => ({
      status,
      requests,
    })),
    resources: resources.slice(0, MOST_RESOURCES),
    resourceCount: resources.length,
    firstAt: instants.at(0) ?? null,
    lastAt: instants.at(-1) ?? null,
    totalDurationMs: sum(parts, 'totalDurationMs'),
    requestBytes: sum(parts, 'requestBytes'),
    responseBytes: sum(parts, 'responseBytes'),
  };
}

function addParts(one: PartRow, other: PartRow) {
  return {
    requests: one.requests + other.requests,
    firstAt: one.firstAt < other.firstAt ? one.firstAt : other.firstAt,
    lastAt: one.lastAt > other.lastAt ? one.lastAt : other.lastAt,
    totalDurationMs: one.totalDurationMs + other.totalDurationMs,
    requestBytes: one.requestBytes + other.requestBytes,
    responseBytes: one.responseBytes + other.responseBytes,
  };
}

type Amount = 'requests' | 'pinned' | 'totalDurationMs' | 'requestBytes' | 'responseBytes';

function sum(parts: readonly PartRow[], amount: Amount): number {
  return parts.reduce((total, part) => total + part[amount], 0);
}

/** The most first. */
function countBy<Value>(
  parts: readonly PartRow[],
  read: (part: PartRow) => Value,
): readonly (readonly [Value, number])[] {
  const counts = new Map<Value, number>();
  for (const part of parts) {
    counts.set(read(part), (counts.get(read(part)) ?? 0) + part.requests);
  }
  return [...counts].toSorted(([, one], [, other]) => other - one);
}

function sumResources(parts: readonly PartRow[]) {
  const resources = new Map<
    string,
    RequestSelectionSummary['resources'][number] & { lastId: number }
  >();
  for (const { resourceType, resourceId, resourceName, requests, lastId } of parts) {
    if (resourceType === null || resourceId === null) continue;
    const key = `${resourceType}/${resourceId}`;
    const known = resources.get(key);
    const isNewest = known === undefined || lastId > known.lastId;
    resources.set(key, {
      resourceType,
      resourceId,
      resourceName: isNewest ? resourceName : known.resourceName,
      requests: requests + (known?.requests ?? 0),
      lastId: Math.max(lastId, known?.lastId ?? 0),
    });
  }
  return [...resources.values()]
    .toSorted((one, other) => other.requests - one.requests)
    .map(({ lastId: _lastId, ...resource }) => resource);
}
