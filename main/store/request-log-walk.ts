// The request log from its first row to its last, in full, a few rows at a time: between two of them the connection is
// free, so requests are recorded while an export runs.
import type { Database } from 'better-sqlite3';
import type { RequestDetails } from '../../shared/admin/request-log.ts';
import { foldCase } from '../scim/fold-case.ts';
import type { RequestLogStore } from './request-log.ts';

export interface LogSelection {
  /** Absent = all of the workspace; else also what named no tenant. */
  readonly tenant?: string | undefined;
  /** Words that must all occur, as in a page of the log. */
  readonly text: string;
  /** Both ends included. */
  readonly ranges: readonly { readonly from: number; readonly to: number }[];
}

export const WHOLE_LOG: LogSelection['ranges'] = [{ from: 1, to: Number.MAX_SAFE_INTEGER }];

const BATCH = 100;

/** Rows that are pruned meanwhile are left out. */
export type WalkLog = (selection: LogSelection) => Generator<RequestDetails>;

export function createLogWalker(db: Database, { get }: Pick<RequestLogStore, 'get'>): WalkLog {
  const next = db
    .prepare<[object], number>(
      `
      select id from request_log
      where id > :after and id <= :to
        and (:tenant is null or tenant is null or tenant = :tenant)
        and not exists (
          select 1 from json_each(:words) word where instr(search_text, word.value) = 0)
      order by id
      limit ${BATCH}`,
    )
    .pluck();

  type Match = { readonly tenant: string | null; readonly words: string };

  function* walkRange(match: Match, { from, to }: LogSelection['ranges'][number]) {
    let after = from - 1;
    for (;;) {
      const ids = next.all({ ...match, after, to });
      yield* ids.map(get).filter((request) => request !== undefined);
      if (ids.length < BATCH) return;
      after = ids.at(-1) ?? to;
    }
  }

  return function* walk({ tenant, text, ranges }) {
    const words = JSON.stringify(foldCase(text).split(/\s+/u).filter(Boolean));
    for (const range of ranges) yield* walkRange({ tenant: tenant ?? null, words }, range);
  };
}
