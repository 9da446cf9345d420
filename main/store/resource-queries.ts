// Queries over stored resources: compiled filters, an order, a page, a total. A walk over all pages meets each resource
// once, by index as long as nothing is added or removed (RFC 7644 §3.4.2.4), by position whatever happens meanwhile.
import type { Database } from 'better-sqlite3';
import { compileCount, compileSlice, segmentOf, segmentsOf } from './page-to-sql.ts';
import type { Position, ResourceSearch, Segment, Slice } from './page-to-sql.ts';
import { createPreparedQueries } from './prepared-queries.ts';
import { toRecord, type ResourceRecord, type ResourceRow } from './resource-record.ts';
import type { SqlParam } from './sql-attributes.ts';

export interface PageOfResources {
  /** All that match, whatever the page. */
  readonly total: number;
  readonly records: readonly ResourceRecord[];
}

/** A page by index. */
export interface IndexRange {
  /** Resources left out before the page, 0 for the first page. */
  readonly offset: number;
  /** 0 asks for the total alone. */
  readonly limit: number;
}

/** A page by position. */
export interface PositionRange {
  /** The page begins behind it; undefined for the first page. */
  readonly after: Position | undefined;
  /** The page ends before it instead. */
  readonly isBackward: boolean;
  readonly limit: number;
}

export interface PageByPosition extends PageOfResources {
  /** Positions of the first and last record; undefined when there are none. */
  readonly first: Position | undefined;
  readonly last: Position | undefined;
  /** Whether there is more in the direction of the walk. */
  readonly hasMore: boolean;
}

type FoundRow = ResourceRow & { readonly sortValue: SqlParam };

export function createResourceQueries(db: Database) {
  const run = createPreparedQueries(db);

  /** One statement when the whole answer fits the page: the match that Entra asks for is one index search. */
  function query(search: ResourceSearch, { offset, limit }: IndexRange): PageOfResources {
    const found: FoundRow[] = [];
    let skip = offset;
    for (const [index, segment] of segmentsOf(search).entries()) {
      if (found.length === limit) break;
      if (found.length > 0) skip = 0;
      else if (index > 0) skip -= countBefore(search, segment);
      const rest = { offset: skip, limit: limit - found.length };
      found.push(...readRows(search, { segment, isBackward: false, ...rest }));
    }
    const holdsAll = offset === 0 && found.length < limit;
    return { total: holdsAll ? found.length : count(search), records: found.map(readRecord) };
  }

  /** Resources in the order of the search, whatever the direction of the walk. */
  function queryFrom(search: ResourceSearch, range: PositionRange): PageByPosition {
    const { after, isBackward, limit } = range;
    const found: FoundRow[] = [];
    for (const { segment, start } of segmentsAhead(search, range)) {
      const rest = { after: start, offset: 0, limit: limit + 1 - found.length };
      found.push(...readRows(search, { segment, isBackward, ...rest }));
    }
    const hasMore = found.length > limit;
    const ahead = found.slice(0, limit);
    const page = isBackward ? ahead.reverse() : ahead;
    const holdsAll = after === undefined && !hasMore;
    return {
      total: holdsAll ? page.length : count(search),
      records: page.map(readRecord),
      first: positionOf(page[0]),
      last: positionOf(page.at(-1)),
      hasMore,
    };
  }

  function readRows(search: ResourceSearch, slice: Slice): readonly FoundRow[] {
    if (slice.limit === 0) return [];
    return run.readRows(compileSlice(search, slice)) as FoundRow[]; // the columns that it selects
  }

  function countBefore(search: ResourceSearch, segment: Segment): number {
    return count(search, segment === 'with-value' ? 'without-value' : 'with-value');
  }

  function count(search: ResourceSearch, segment?: Segment): number {
    return run.readNumber(compileCount(search, segment));
  }

  return { query, queryFrom };
}

/** The segments that a walk still has before it, in the order in which it meets them, and where it starts in them. */
function segmentsAhead(search: ResourceSearch, { after, isBackward }: PositionRange) {
  const segments = isBackward ? segmentsOf(search).toReversed() : segmentsOf(search);
  const current = after === undefined ? segments[0] : segmentOf(search, after);
  return segments
    .slice(segments.findIndex((segment) => segment === current))
    .map((segment) => ({ segment, start: segment === current ? after : undefined }));
}

function readRecord({ sortValue: _sortValue, ...row }: FoundRow): ResourceRecord {
  return toRecord(row);
}

function positionOf(row: FoundRow | undefined): Position | undefined {
  return row && { value: row.sortValue, key: row.key };
}
