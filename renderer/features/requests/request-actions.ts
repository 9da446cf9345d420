// What can be done to requests in the log. The feed tells every list what came of it; here it is asked for and told.
import type { z } from 'zod';
import type { RemovalOrder, RequestAnnotation } from '../../../shared/admin/request-log-changes.ts';
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
