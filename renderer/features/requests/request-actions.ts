// What can be done to requests in the log. The feed tells every list what came of it; here it is asked for and told.
import type { z } from 'zod';
import type { RemovalOrder, RequestAnnotation } from '../../../shared/admin/request-log-changes.ts';
import type { ReplayResult } from '../../../shared/admin/replay.ts';
import { callAdmin } from '../../api/client.ts';
import { describeError } from '../../ui/error-state.tsx';
import { formatCount } from '../../ui/format.ts';
import { toast } from '../../ui/toast.tsx';

type Marks = Omit<RequestAnnotation, 'ids'>;

/** Pins, notes, colours. */
export async function markRequests(ids: readonly number[], marks: Marks): Promise<void> {
  await attempt(() => callAdmin('annotateRequests', { body: { ids: [...ids], ...marks } }));
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
