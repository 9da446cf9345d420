// The request log from its first entry to its last, in full, one at a time: between two of them the connection is free,
// so requests are recorded while an export runs.
import type { RequestDetails } from '../../../shared/admin/request-log.ts';
import type { InSlices } from './walk-log.ts';

export interface LogSelection {
  /** Absent = all of the workspace; else also what named no tenant. */
  readonly tenant?: string | undefined;
  readonly filter?: string | undefined;
  /** Words that must all occur, as in a page of the log. */
  readonly text: string;
  /** Both ends included. */
  readonly ranges: readonly { readonly from: number; readonly to: number }[];
}

export const WHOLE_LOG: LogSelection['ranges'] = [{ from: 1, to: Number.MAX_SAFE_INTEGER }];

const BATCH = 100;

/** Entries that are pruned meanwhile are left out; undefined while it still looks for the next. Throws FilterSyntaxError. */
export type WalkLog = (selection: LogSelection) => Generator<RequestDetails | undefined>;

interface LogReader {
  readonly nextIds: (
    selection: Omit<LogSelection, 'ranges'>,
    place: { readonly after: number; readonly to: number; readonly limit: number },
  ) => InSlices<readonly number[]>;
  readonly get: (id: number) => RequestDetails | undefined;
}

export function walkEntries({ nextIds, get }: LogReader): WalkLog {
  return function* walk({ ranges, ...selection }) {
    for (const { from, to } of ranges) {
      let after = from - 1;
      for (;;) {
        const ids = yield* nextIds(selection, { after, to, limit: BATCH });
        for (const id of ids) yield get(id);
        if (ids.length < BATCH) break;
        after = ids.at(-1) ?? to;
      }
    }
  };
}
