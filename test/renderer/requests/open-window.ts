// A request window over a log that lies in memory and answers as the server does, one page at a time.
import type { PageQuery } from '../../../renderer/features/requests/read-rows.ts';
import { createRequestWindow } from '../../../renderer/features/requests/request-window.ts';
import type { RequestSummary } from '../../../shared/admin/request-log.ts';
import type { RequestPage } from '../../../shared/admin/request-log-pages.ts';
import { buildSummary } from '../../support/build-request.ts';

interface OpenOptions {
  readonly stored?: readonly number[];
  readonly log?: ReturnType<typeof createLog>;
  readonly startAt?: number;
}

export async function openWindow({ stored = [], log = createLog(stored), startAt }: OpenOptions) {
  const frames: (() => void)[] = [];
  const window = createRequestWindow({
    filter: '',
    startAt,
    readPage: log.readPage,
    nextFrame: (callback) => frames.push(callback),
  });
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  await settle();
  return {
    window,
    settle,
    ids: () => window.getState().rows.map((row) => row.id),
    frame: () => {
      for (const callback of frames.splice(0)) callback();
    },
    arrive: (id: number) => {
      log.add(id);
      window.receive(recorded(id));
    },
  };
}

export function createLog(stored: readonly number[]) {
  let ids = [...stored];
  let failure: Error | undefined;
  let gate: Promise<void> = Promise.resolve();
  return {
    add: (id: number) => {
      ids = [...ids, id].toSorted((left, right) => left - right);
    },
    clear: () => {
      ids = [];
    },
    fail: (error: Error) => {
      failure = error;
    },
    /** The next answers are as of now, and come when the returned function is called. */
    holdNext: () => {
      let release: () => void = () => undefined;
      gate = new Promise((resolve) => {
        release = resolve;
      });
      return release;
    },
    readPage: async (query: PageQuery): Promise<RequestPage> => {
      const page = readPage(ids, query);
      await gate;
      if (failure !== undefined) throw failure;
      return page;
    },
  };
}

function readPage(ids: readonly number[], query: PageQuery): RequestPage {
  const { filter, before, after, around, limit } = query;
  const matching = ids.filter((id) => answers(id, filter));
  const older = matching.filter((id) => id < (around ?? before ?? Number.POSITIVE_INFINITY));
  const from = around === undefined ? after : around - 1;
  const newer = from === undefined ? [] : matching.filter((id) => id > from);
  const chosen =
    around !== undefined
      ? [...older.slice(-limit / 2), ...newer.slice(0, limit / 2)]
      : after === undefined
        ? older.slice(-limit)
        : newer.slice(0, limit);
  const first = chosen[0] ?? before ?? 0;
  const last = chosen.at(-1) ?? after ?? 0;
  return {
    requests: chosen.map(buildRequest),
    hasBefore: matching.some((id) => id < first),
    hasAfter: matching.some((id) => id > last),
    total: matching.length,
    isTotalExact: true,
    previousCursor: null,
    nextCursor: null,
  };
}

/** `even` stands for a word that only the details hold; `(…) request:3..7` is asked for live rows. No row has a cycle yet. */
function answers(id: number, filter: string): boolean {
  const [, least, most] = /request:(\d+)\.\.(\d+)/.exec(filter) ?? [];
  const isInRange = least === undefined || (id >= Number(least) && id <= Number(most));
  if (filter.includes('cycle:')) return isInRange && filter.includes('not:cycle:') && id > 4;
  return isInRange && (!filter.includes('even') || id % 2 === 0);
}

export function recorded(id: number) {
  return { seq: id, type: 'request-recorded', data: { request: buildRequest(id) } } as const;
}

export function buildRequest(id: number): RequestSummary {
  const clientRequestId = `client-${id}`;
  return buildSummary(id, { sentence: 'List users', path: '/scim/v2/Users', clientRequestId });
}
