// Work on many resources, a portion at a time, as the part of a job.
import { setImmediate } from 'node:timers/promises';
import type { OperationContext } from '../provider/context.ts';
import { ScimError } from '../scim/scim-error.ts';
import { currentContext } from './current-context.ts';
import type { Tally } from './issues.ts';
import type { RunningJob } from './jobs.ts';

const PORTION = 100;
/** A portion that takes long, such as one of large groups, ends early. */
const PORTION_MS = 20;

interface Portions {
  readonly context: OperationContext;
  readonly tally: Tally;
  readonly total: number;
  readonly job: RunningJob;
}

/**
 * Each portion is one transaction; between two of them requests are answered, and the job may be cancelled. What SCIM
 * refuses is told by the tally. Throws the reason of the job's signal.
 */
export async function inPortions<Item>(
  { context, tally, total, job }: Portions,
  items: Iterable<Item>,
  work: (now: OperationContext, item: Item) => 'replaced' | 'skipped',
): Promise<void> {
  const queue = items[Symbol.iterator]();
  for (let isOver = false; !isOver;) {
    await setImmediate();
    job.signal.throwIfAborted();
    const now = currentContext(context);
    const { monotonicMs } = now.clock;
    const endMs = monotonicMs() + PORTION_MS;
    now.store.transaction(() => {
      for (let count = 0; count < PORTION && !isOver; count += 1) {
        const next = queue.next();
        isOver = next.done === true;
        if (next.done !== true) takeItem(tally, () => work(now, next.value));
        if (monotonicMs() > endMs) break;
      }
    });
    const done = tally.done();
    job.report({ done, total, share: total === 0 ? 1 : done / total, result: tally.result() });
  }
}

function takeItem(tally: Tally, work: () => 'replaced' | 'skipped'): void {
  try {
    tally.count(work());
  } catch (error) {
    if (!(error instanceof ScimError)) throw error;
    tally.complain({ line: tally.done() + 1, attribute: '', reason: error.detail });
    tally.count('failed');
  }
}
