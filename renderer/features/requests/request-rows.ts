// The rows of the Requests list as plain data: a window of the log in rising order of id, without gaps or doubles.
// Surprise: ids are given at arrival and rows appear when the answer is sent, so a row may come with a lower id than
// rows that are already here; it is put in its place.
import type { RequestSummary } from '../../../shared/admin/request-log.ts';
import type { RequestAnnotation } from '../../../shared/admin/request-log-changes.ts';
import type { RequestPage } from '../../../shared/admin/request-log-pages.ts';

export interface RequestRows {
  readonly rows: readonly RequestSummary[];
  readonly hasBefore: boolean;
  readonly hasAfter: boolean;
  /** All rows that match, in the window or not; at least as many where it is not exact. */
  readonly total: number;
  readonly isTotalExact: boolean;
  /** Place of the first row of the window among all, from 1. */
  readonly firstNumber: number;
}

export const NO_ROWS: RequestRows = {
  rows: [],
  hasBefore: false,
  hasAfter: false,
  total: 0,
  isTotalExact: true,
  firstNumber: 1,
};

/** The window keeps at most this many rows; what is further away is read again when it is needed. */
export const MOST_ROWS = 5000;

/** Whether none of them named a tenant, in the window or before and after it. */
export function hasOnlyStrays({ rows, hasBefore, hasAfter }: RequestRows): boolean {
  return !hasBefore && !hasAfter && rows.every(({ tenant }) => tenant === null);
}

/** The newest page as a window of its own. */
export function fromNewestPage(page: RequestPage): RequestRows {
  const { requests, hasBefore, hasAfter, total, isTotalExact } = page;
  const firstNumber = Math.max(1, total - requests.length + 1);
  return { rows: requests, hasBefore, hasAfter, total, isTotalExact, firstNumber };
}

export function prependPage(window: RequestRows, page: RequestPage): RequestRows {
  const first = window.rows[0]?.id ?? Number.POSITIVE_INFINITY;
  const older = page.requests.filter((row) => row.id < first);
  const rows = [...older, ...window.rows];
  return {
    ...window,
    rows: rows.slice(0, MOST_ROWS),
    hasBefore: page.hasBefore,
    hasAfter: window.hasAfter || rows.length > MOST_ROWS,
    total: Math.max(page.total, window.total),
    isTotalExact: page.isTotalExact,
    firstNumber: Math.max(1, window.firstNumber - older.length),
  };
}

export function appendPage(window: RequestRows, page: RequestPage): RequestRows {
  const last = window.rows.at(-1)?.id ?? 0;
  const rows = [...window.rows, ...page.requests.filter((row) => row.id > last)];
  const dropped = Math.max(0, rows.length - MOST_ROWS);
  return {
    rows: rows.slice(dropped),
    hasBefore: window.hasBefore || dropped > 0,
    hasAfter: page.hasAfter,
    total: Math.max(page.total, window.total),
    isTotalExact: page.isTotalExact,
    firstNumber: window.firstNumber + dropped,
  };
}

/**
 * Puts rows that arrived live into their places. A full window drops its oldest rows while the view follows the end;
 * otherwise it stays as it is, and what came is read when the reader gets there.
 */
export function mergeArrivals(
  window: RequestRows,
  arrivals: readonly RequestSummary[],
  isFollowing: boolean,
): RequestRows {
  const known = new Map(window.rows.map((row) => [row.id, row]));
  const first = window.rows[0]?.id ?? 0;
  const news = arrivals.filter((row) => !known.has(row.id));
  const older = window.hasBefore ? news.filter((row) => row.id < first) : [];
  const isFull = !isFollowing && window.rows.length + news.length > MOST_ROWS;
  const hasAfter = window.hasAfter || isFull;
  if (!hasAfter) {
    for (const row of arrivals) if (!older.includes(row)) known.set(row.id, row);
  }
  const rows = [...known.values()].sort((left, right) => left.id - right.id);
  const dropped = Math.max(0, rows.length - MOST_ROWS);
  return {
    rows: rows.slice(dropped),
    hasBefore: window.hasBefore || dropped > 0,
    hasAfter,
    total: window.total + news.length,
    isTotalExact: window.isTotalExact,
    firstNumber: window.firstNumber + dropped + older.length,
  };
}

/** Puts pins, notes and colours on rows; what an annotation does not name stays. */
export function annotateRows(
  window: RequestRows,
  { ids, ...marks }: RequestAnnotation,
): RequestRows {
  const marked = new Set(ids);
  const given = Object.fromEntries(Object.entries(marks).filter(([, mark]) => mark !== undefined));
  const rows = window.rows.map((row) => (marked.has(row.id) ? { ...row, ...given } : row));
  return { ...window, rows };
}

export function removeRows(window: RequestRows, ids: readonly number[]): RequestRows {
  const removed = new Set(ids);
  const rows = window.rows.filter((row) => !removed.has(row.id));
  const gone = window.rows.length - rows.length;
  return { ...window, rows, total: Math.max(rows.length, window.total - gone) };
}
