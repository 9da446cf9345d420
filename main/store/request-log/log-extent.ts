// How much of the log people see: its rows and bytes, the pinned ones among them, first and last arrival.
import type { Question } from './question.ts';
import { sliceCondition, type InSlices, type LogWalker } from './walk-log.ts';

export interface LogSize {
  readonly rows: number;
  readonly bytes: number;
  readonly pinnedRows: number;
  readonly pinnedBytes: number;
}

export interface LogExtent extends LogSize {
  /** ISO 8601; null where there is nothing. */
  readonly oldestAt: string | null;
  readonly newestAt: string | null;
}

const NOTHING: LogExtent = {
  rows: 0,
  bytes: 0,
  pinnedRows: 0,
  pinnedBytes: 0,
  oldestAt: null,
  newestAt: null,
};

/** Looks at every row: for a log of which something is removed and not erased yet. */
export function* measureRows(
  walker: LogWalker,
  { condition, params, range }: Question,
): InSlices<LogExtent> {
  const statement = walker.prepare(`
    select
      count(*) as rows, coalesce(sum(r.recorded_bytes), 0) as bytes,
      coalesce(sum(r.is_pinned), 0) as pinnedRows,
      coalesce(sum(r.recorded_bytes * r.is_pinned), 0) as pinnedBytes,
      min(r.at) as oldestAt, max(r.at) as newestAt
    from request_log r
    where ${sliceCondition(condition)}`);
  let extent = NOTHING;
  yield* walker.walk({ range, direction: 'down' }, ({ least, most }) => {
    const slice = statement.get({ ...params, lo: least, hi: most }) as LogExtent; // its columns
    extent = addUp(extent, slice);
    return false;
  });
  return extent;
}

function addUp(one: LogExtent, other: LogExtent): LogExtent {
  return {
    rows: one.rows + other.rows,
    bytes: one.bytes + other.bytes,
    pinnedRows: one.pinnedRows + other.pinnedRows,
    pinnedBytes: one.pinnedBytes + other.pinnedBytes,
    oldestAt: pick(one.oldestAt, other.oldestAt, (a, b) => a < b),
    newestAt: pick(one.newestAt, other.newestAt, (a, b) => a > b),
  };
}

function pick(
  one: string | null,
  other: string | null,
  isFirstBetter: (one: string, other: string) => boolean,
): string | null {
  if (one === null || other === null) return one ?? other;
  return isFirstBetter(one, other) ? one : other;
}
