// Walks the log in slices of ids, newest or oldest first, and gives way between them: SQLite runs in the thread that
// answers SCIM clients, so no list may hold it for long. A slice is as many ids as some milliseconds allow; the
// next one is larger when it went fast. Whoever has enough stops.
import type { Database, Statement } from 'better-sqlite3';
import type { Condition, SqlValue, TimeBound } from './condition.ts';

/** Yields between slices; whoever runs it may do something else then. */
export type InSlices<Result> = Generator<undefined, Result, undefined>;

/** Runs to the end without giving way. */
export function runAtOnce<Result>(slices: InSlices<Result>): Result {
  for (;;) {
    const step = slices.next();
    if (step.done === true) return step.value;
  }
}

export interface IdRange {
  readonly least: number;
  readonly most: number;
}

export interface Walk {
  readonly range: IdRange;
  readonly direction: 'up' | 'down';
  /** Ids of the first slice. */
  readonly firstSlice?: number;
}

export type LogWalker = ReturnType<typeof createLogWalker>;

export type Params = Readonly<Record<string, SqlValue>>;

const FIRST_SLICE = 4_000;
const SLICE_MS = 15;
const MOST_PREPARED = 200;

export function createLogWalker(db: Database, monotonicMs: () => number) {
  const prepared = new Map<string, Statement<[object]>>();
  const ends = db.prepare<[], { readonly least: number | null; readonly most: number | null }>(
    `select
      (select min(id) from request_log) as least, (select max(id) from request_log) as most`,
  );
  const lastBefore = db
    .prepare<[string], number | null>('select max(id) from request_log where at < ?')
    .pluck();
  const firstAfter = db
    .prepare<[string], number | null>('select min(id) from request_log where at >= ?')
    .pluck();

  /** Statements stay prepared: the same shapes come again with other values. */
  function prepare(sql: string): Statement<[object]> {
    const known = prepared.get(sql);
    if (known !== undefined) return known;
    if (prepared.size >= MOST_PREPARED) prepared.clear();
    const statement = db.prepare<[object]>(sql);
    prepared.set(sql, statement);
    return statement;
  }

  /** What is there now, and can meet the condition by its time. */
  function rangeOf({ bounds }: Pick<Condition, 'bounds'>): IdRange {
    const { least, most } = ends.get() ?? { least: null, most: null };
    if (least === null || most === null) return { least: 1, most: 0 };
    return bounds.reduce(narrow, { least, most });
  }

  function narrow({ least, most }: IdRange, { side, instant }: TimeBound): IdRange {
    if (side === 'before') return { least, most: Math.min(most, lastBefore.get(instant) ?? 0) };
    return { most, least: Math.max(least, firstAfter.get(instant) ?? Number.MAX_SAFE_INTEGER) };
  }

  /** `visit` is given the ends of each slice and says whether it has enough. */
  function* walk(
    { range, direction, firstSlice = FIRST_SLICE }: Walk,
    visit: (slice: IdRange) => boolean,
  ): InSlices<undefined> {
    let { least, most } = range;
    let size = firstSlice;
    while (least <= most) {
      const slice =
        direction === 'down'
          ? { least: Math.max(least, most - size + 1), most }
          : { least, most: Math.min(most, least + size - 1) };
      const startedMs = monotonicMs();
      if (visit(slice)) return undefined;
      if (direction === 'down') most = slice.least - 1;
      else least = slice.most + 1;
      const spentMs = Math.max(monotonicMs() - startedMs, 0.1);
      size = Math.ceil(size * Math.min(8, Math.max(0.25, SLICE_MS / spentMs)));
      if (least <= most) yield undefined;
    }
    return undefined;
  }

  return { prepare, rangeOf, walk };
}

/** The rows of a slice (`:lo` to `:hi`) that meet a condition. */
export function sliceCondition({ where, driver }: Condition): string {
  const lead = driver === undefined ? '' : `and r.id in (${driver.sql})`;
  return `r.id between :lo and :hi ${lead} and (${where})`;
}

export function within(range: IdRange, { least, most }: IdRange): IdRange {
  return { least: Math.max(range.least, least), most: Math.min(range.most, most) };
}
