// Reads the rows of a request window from the server, page by page.
import type { RequestSummary } from '../../../shared/admin/request-log.ts';
import type { RequestPage } from '../../../shared/admin/request-log-pages.ts';
import {
  appendPage,
  fromNewestPage,
  MOST_ROWS,
  NO_ROWS,
  prependPage,
  type RequestRows,
} from './request-rows.ts';

export interface PageQuery {
  readonly filter: string;
  readonly before?: number;
  readonly after?: number;
  readonly around?: number;
  readonly limit: number;
}

export type ReadPage = (query: PageQuery) => Promise<RequestPage>;

const PAGE_ROWS = 200;
const LARGEST_PAGE = 1000;

export async function readNewestRows(readPage: ReadPage, filter: string): Promise<RequestRows> {
  return fromNewestPage(await readPage({ filter, limit: PAGE_ROWS }));
}

/** A window around one request, for a link to it; where it is gone, around its place. */
export async function readRowsAround(
  readPage: ReadPage,
  filter: string,
  id: number,
): Promise<RequestRows> {
  const page = await readPage({ filter, around: id, limit: PAGE_ROWS * 2 });
  const { requests: rows, hasBefore, hasAfter, total, isTotalExact } = page;
  // How many rows come before is not told; it is known at both ends of the log, and bounded between.
  const firstNumber = hasBefore ? Math.max(1, total - rows.length + (hasAfter ? 0 : 1)) : 1;
  return { rows, hasBefore, hasAfter, total, isTotalExact, firstNumber };
}

/** Which of some rows that have come live answer to a filter that only the server can judge by. */
export async function readMatching(
  readPage: ReadPage,
  filter: string,
  ids: readonly number[],
): Promise<readonly RequestSummary[]> {
  const [least, most] = [Math.min(...ids), Math.max(...ids)];
  const scope = `(${filter}) request:${least}..${most}`;
  const page = await readPage({ filter: scope, after: least - 1, limit: LARGEST_PAGE });
  return page.requests;
}

/** The page before the window; `current` gives the window as it is when the answer has come. */
export async function readRowsBefore(
  readPage: ReadPage,
  filter: string,
  current: () => RequestRows,
): Promise<RequestRows> {
  const before = current().rows[0]?.id ?? 0;
  const page = await readPage({ filter, before, limit: PAGE_ROWS });
  return prependPage(current(), page);
}

/** The page after the window; `current` gives the window as it is when the answer has come. */
export async function readRowsAfter(
  readPage: ReadPage,
  filter: string,
  current: () => RequestRows,
): Promise<RequestRows> {
  const after = current().rows.at(-1)?.id ?? 0;
  const page = await readPage({ filter, after, limit: PAGE_ROWS });
  return appendPage(current(), page);
}

/** Everything from the first row of a window on, up to what a window holds: the reader stays where they are. */
export async function readRowsAgain(
  readPage: ReadPage,
  filter: string,
  old: RequestRows,
): Promise<RequestRows> {
  let rows: RequestRows = { ...NO_ROWS, firstNumber: old.firstNumber };
  let after = (old.rows[0]?.id ?? 1) - 1;
  for (;;) {
    const page = await readPage({ filter, after, limit: LARGEST_PAGE });
    const hasBefore = rows.rows.length === 0 ? page.hasBefore : rows.hasBefore;
    rows = appendPage({ ...rows, hasBefore }, page);
    after = rows.rows.at(-1)?.id ?? after;
    if (!page.hasAfter) {
      const firstNumber = Math.max(1, page.total - rows.rows.length + 1);
      return { ...rows, total: page.total, isTotalExact: page.isTotalExact, firstNumber };
    }
    if (rows.rows.length + LARGEST_PAGE > MOST_ROWS) return rows;
  }
}
