// Reads the rows of a request window from the server, page by page.
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
  readonly text: string;
  readonly before?: number;
  readonly after?: number;
  readonly limit: number;
}

export type ReadPage = (query: PageQuery) => Promise<RequestPage>;

const PAGE_ROWS = 200;
const LARGEST_PAGE = 1000;

export async function readNewestRows(readPage: ReadPage, text: string): Promise<RequestRows> {
  return fromNewestPage(await readPage({ text, limit: PAGE_ROWS }));
}

/** A window around one request, for a link to it; where it is gone, around its place. */
export async function readRowsAround(
  readPage: ReadPage,
  text: string,
  id: number,
): Promise<RequestRows> {
  const [older, newer] = await Promise.all([
    readPage({ text, before: id, limit: PAGE_ROWS }),
    readPage({ text, after: id - 1, limit: PAGE_ROWS }),
  ]);
  const rows = [...older.requests, ...newer.requests];
  const { hasBefore } = older;
  const { hasAfter, total } = newer;
  // How many rows come before is not told; it is known at both ends of the log, and bounded between.
  const firstNumber = hasBefore ? Math.max(1, total - rows.length + (hasAfter ? 0 : 1)) : 1;
  return { rows, hasBefore, hasAfter, total, firstNumber };
}

/** The page before the window; `current` gives the window as it is when the answer has come. */
export async function readRowsBefore(
  readPage: ReadPage,
  text: string,
  current: () => RequestRows,
): Promise<RequestRows> {
  const before = current().rows[0]?.id ?? 0;
  const page = await readPage({ text, before, limit: PAGE_ROWS });
  return prependPage(current(), page);
}

/** The page after the window; `current` gives the window as it is when the answer has come. */
export async function readRowsAfter(
  readPage: ReadPage,
  text: string,
  current: () => RequestRows,
): Promise<RequestRows> {
  const after = current().rows.at(-1)?.id ?? 0;
  const page = await readPage({ text, after, limit: PAGE_ROWS });
  return appendPage(current(), page);
}

/** Everything from the first row of a window on, up to what a window holds: the reader stays where they are. */
export async function readRowsAgain(
  readPage: ReadPage,
  text: string,
  old: RequestRows,
): Promise<RequestRows> {
  let rows: RequestRows = { ...NO_ROWS, firstNumber: old.firstNumber };
  let after = (old.rows[0]?.id ?? 1) - 1;
  for (;;) {
    const page = await readPage({ text, after, limit: LARGEST_PAGE });
    const hasBefore = rows.rows.length === 0 ? page.hasBefore : rows.hasBefore;
    rows = appendPage({ ...rows, hasBefore }, page);
    after = rows.rows.at(-1)?.id ?? after;
    if (!page.hasAfter) {
      return { ...rows, total: page.total, firstNumber: page.total - rows.rows.length + 1 };
    }
    if (rows.rows.length + LARGEST_PAGE > MOST_ROWS) return rows;
  }
}
