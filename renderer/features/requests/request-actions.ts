// What can be done to requests in the log. The feed tells every list what came of it; here it is asked for and told.
import type { z } from 'zod';
import type { RemovalOrder, RequestAnnotation } from '../../../shared/admin/request-log-changes.ts';
import type { ReplayResult } from '../../../shared/admin/replay.ts';
import type { RequestSummary } from '../../../shared/admin/request-log.ts';
import { callAdmin } from '../../api/client.ts';
import { describeError } from '../../ui/error-state.tsx';
import { formatCount, formatNumber } from '../../ui/format.ts';
import { toast } from '../../ui/toast.tsx';
import { joinFilters } from './list-mode.ts';

type Marks = Omit<RequestAnnotation, 'ids'>;

/** All that a list shows, loaded or not. */
export interface ListScope {
  readonly tenant: string;
  readonly filter: string;
}

/** Pins, notes, colours. */
export async function markRequests(ids: readonly number[], marks: Marks): Promise<void> {
  await attempt(() => callAdmin('annotateRequests', { body: { ids: [...ids], ...marks } }));
}

/** The same for all that match; `done` says what has been done to them. */
export async function markMatching(scope: ListScope, marks: Marks, done: string): Promise<void> {
  await attempt(async () => {
    const { annotated } = await callAdmin('annotateMatchingRequests', {
      body: { ...scope, ...marks },
    });
    toast({ tone: 'good', message: `${formatCount(annotated, 'request')} ${done}` });
  });
}

/** How many match, and how many of them answer to one more filter; undefined once it was told that they cannot be counted. */
export async function countMatching(
  { tenant, filter }: ListScope,
  narrower: string,
): Promise<{ readonly requests: number; readonly narrowed: number } | undefined> {
  try {
    const [all, some] = await Promise.all(
      [filter, joinFilters(filter, narrower)].map((each) =>
        callAdmin('countRequestLog', { query: { tenant, filter: each } }),
      ),
    );
    return { requests: all?.total ?? 0, narrowed: some?.total ?? 0 };
  } catch (error) {
    toast({ tone: 'bad', message: describeError(error) });
    return undefined;
  }
}

/** Those that match, in the order of arrival; undefined once it was told why not: they cannot be read, or are too many. */
export async function readMatchingIds(
  { tenant, filter }: ListScope,
  most: number,
): Promise<readonly number[] | undefined> {
  try {
    const page = await callAdmin('listRequests', {
      query: { tenant, filter, after: 0, limit: most },
    });
    if (!page.hasAfter) return page.requests.map(({ id }) => id);
    const total = `${page.isTotalExact ? '' : 'More than '}${formatCount(page.total, 'request')}`;
    const message = `${total} match; at most ${formatNumber(most)} are sent again at once. Narrow the filter.`;
    toast({ tone: 'bad', message });
  } catch (error) {
    toast({ tone: 'bad', message: describeError(error) });
  }
  return undefined;
}

/** Takes the pins off all that match where all have one, else gives all one. */
export async function toggleMatchingPins(scope: ListScope): Promise<void> {
  await attempt(async () => {
    const { requests, pinned } = await callAdmin('summariseRequests', { body: { ...scope } });
    const isPinned = pinned < requests;
    await markMatching(scope, { isPinned }, isPinned ? 'pinned' : 'unpinned');
  });
}

/** Takes the pins off where all have one, else gives all one. Lists may be older than the log, so the log is asked. */
export async function togglePins(ids: readonly number[]): Promise<void> {
  const requests = await readMarks(ids);
  if (requests === undefined) return;
  const isPinned = requests.length === ids.length && requests.every((one) => one.isPinned);
  await markRequests(ids, { isPinned: !isPinned });
}

/** The requests as they are in the log now; undefined once it was told that they are gone or cannot be read. */
export async function readMarks(
  ids: readonly number[],
): Promise<readonly RequestSummary[] | undefined> {
  try {
    // An annotation that says nothing changes nothing, and is answered with what is there.
    const { requests } = await callAdmin('annotateRequests', { body: { ids: [...ids] } });
    if (requests.length > 0) return requests;
    toast({ tone: 'bad', message: `${formatCount(ids.length, 'request')} no longer in the log` });
  } catch (error) {
    toast({ tone: 'bad', message: describeError(error) });
  }
  return undefined;
}

/** As those that were chosen one by one: pinned ones too. */
export async function removeMatching(scope: ListScope): Promise<void> {
  await removeRequests({ ...scope, includesPinned: true });
}

/** Deletes, and offers to undo. */
export async function removeRequests(order: z.input<typeof RemovalOrder>): Promise<void> {
  await attempt(async () => {
    const removal = await callAdmin('removeRequests', { body: order });
    toast({
      tone: 'good',
      message: `${formatCount(removal.removed, 'request')} deleted`,
      action: { label: 'Undo', run: () => void undoRemoval(removal.id) },
    });
  });
}

async function undoRemoval(removal: string): Promise<void> {
  await attempt(async () => {
    const { restored } = await callAdmin('undoRemoval', { params: { removal } });
    toast({ tone: 'good', message: `${formatCount(restored, 'request')} brought back` });
  });
}

/** Sends requests again as they were, in order; `onOpen` shows the new entry of a single one. */
export async function replayRequests(
  ids: readonly number[],
  onOpen: (id: number) => void,
): Promise<void> {
  await attempt(async () => {
    const { results, left } = await callAdmin('replayRequests', { body: { ids: [...ids] } });
    const failed = results.find((result) => result.isFailure);
    const newest = results.at(-1)?.requestId ?? null;
    toast({
      tone: failed === undefined ? 'good' : 'bad',
      message: describeReplay(results, left),
      ...(newest === null
        ? {}
        : { action: { label: 'Show', run: () => onOpen(failed?.requestId ?? newest) } }),
    });
  });
}

function describeReplay(results: readonly ReplayResult[], left: number): string {
  const failed = results.find((result) => result.isFailure);
  const [only] = results;
  if (results.length === 1 && only !== undefined) {
    const answer = only.status ?? only.reason ?? 'no answer';
    return `Request ${only.id} sent again: ${answer}, before ${only.loggedStatus}`;
  }
  const sent = `${formatCount(results.length, 'request')} sent again`;
  if (failed === undefined) return sent;
  const rest = left > 0 ? `, ${left} not sent` : '';
  return `${sent}; request ${failed.id} failed: ${failed.status ?? failed.reason}${rest}`;
}

export async function setRecording(isPaused: boolean): Promise<void> {
  await attempt(() => callAdmin('setRecording', { body: { isPaused } }));
}

async function attempt(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    toast({ tone: 'bad', message: describeError(error) });
  }
}
