// The entry of the provisioning logs is written when the simulator has done with an object, after the rows of the requests
// that it sent for it: a row learns its job and cycle late. Where the filter asks for them, rows that do not answer to it
// without them wait until they are known.
import type { RequestSummary } from '../../../shared/admin/request-log.ts';
import type { LiveEvent } from '../../../shared/live-event.ts';
import type { RequestFilter } from '../../../shared/request-filter/filter-tree.ts';
import { parseRequestFilter } from '../../../shared/request-filter/parse-request-filter.ts';
import { MOST_ROWS } from './request-rows.ts';

type Cycles = Extract<LiveEvent, { type: 'provisioning-logged' }>['data']['cycles'];

export type FindCycle = (
  row: RequestSummary,
) => Pick<RequestSummary, 'jobId' | 'cycleId'> | undefined;

/** Undefined where a row is not named, or knows its cycle. */
export function createCycleFinder(cycles: Cycles): FindCycle {
  const found = new Map(
    cycles.flatMap(({ jobId, cycleId, clientRequestIds }) =>
      clientRequestIds.map((id) => [id, { jobId, cycleId }] as const),
    ),
  );
  return ({ clientRequestId, cycleId }) =>
    clientRequestId === null || cycleId !== null ? undefined : found.get(clientRequestId);
}

/** Those that have a cycle from now on, with it. */
export function linkRows(rows: Iterable<RequestSummary>, findCycle: FindCycle): RequestSummary[] {
  return [...rows].flatMap((row) => {
    const cycle = findCycle(row);
    return cycle === undefined ? [] : [{ ...row, ...cycle }];
  });
}

export type WaitingRows = NonNullable<ReturnType<typeof createWaitingRows>>;

/** Undefined where the filter asks for no job and no cycle. */
export function createWaitingRows(filter: string) {
  if (!asksForCycle(parseRequestFilter(filter))) return undefined;
  const waiting = new Map<number, RequestSummary>();

  function forget(ids: Iterable<number> = [...waiting.keys()]): void {
    for (const id of ids) waiting.delete(id);
  }

  return {
    /** Where there are too many, the first go: no entry has named them for the longest time. */
    keep(rows: readonly RequestSummary[]): void {
      for (const row of rows) if (row.cycleId === null) waiting.set(row.id, row);
      const tooMany = Math.max(0, waiting.size - MOST_ROWS);
      forget([...waiting.keys()].slice(0, tooMany));
    },
    /** Those that wait no longer. */
    take(findCycle: FindCycle): readonly RequestSummary[] {
      const linked = linkRows(waiting.values(), findCycle);
      forget(linked.map(({ id }) => id));
      return linked;
    },
    forget,
  };
}

function asksForCycle(filter: RequestFilter): boolean {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return filter.terms.some(asksForCycle);
    case 'not':
      return asksForCycle(filter.term);
    case 'token':
      return filter.name === 'job' || filter.name === 'cycle';
    case 'words':
      return false;
  }
}
