// Runs the tasks with the files of snapshots, each in a thread of its own and one after the other, so that the server goes
// on answering: WAL lets the thread read while the server writes. Where no thread can be had (an Electron that does not load
// the addon a second time, a build without the entry) the server does the task itself, and waits.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { SnapshotTasks } from './snapshot-tasks.ts';
import {
  toError,
  type FromThread,
  type OrderOf,
  type ResultOf,
  type TaskName,
} from './task-messages.ts';

/** Of the entry: as source, of an entry of the build, and of a chunk of it. */
const PLACES = ['../snapshot-thread.ts', './snapshot-thread.mjs', '../snapshot-thread.mjs'];

/** Who waits for a task, and may not want it any more. */
export interface TaskWatch {
  readonly signal?: AbortSignal;
  /** From 0 to 1. */
  readonly onShare?: (share: number) => void;
}

export interface TaskRunner {
  /** Rejects with the reason of the signal once nothing of the task is at work any more. */
  readonly run: <Name extends TaskName>(
    name: Name,
    order: OrderOf<Name>,
    watch?: TaskWatch,
  ) => Promise<ResultOf<Name>>;
  /** What is under way is broken off. */
  readonly close: () => void;
}

const NO_THREAD = Symbol('no thread');

export function createTaskRunner(tasks: SnapshotTasks): TaskRunner {
  let last: Promise<unknown> = Promise.resolve();
  let current: Worker | undefined;

  async function perform(
    name: TaskName,
    order: OrderOf<TaskName>,
    watch: TaskWatch,
  ): Promise<ResultOf<TaskName>> {
    watch.signal?.throwIfAborted();
    const place = findEntry();
    if (place !== undefined) {
      current = new Worker(place, { workerData: { name, order } });
      const result = await waitFor(current, watch);
      if (result !== NO_THREAD) return result;
    }
    // The order is that of this very task; TypeScript cannot follow that through a name.
    return (tasks[name] as (order: OrderOf<TaskName>) => ResultOf<TaskName>)(order);
  }

  return {
    run<Name extends TaskName>(name: Name, order: OrderOf<Name>, watch: TaskWatch = {}) {
      const done = last.then(() => perform(name, order, watch));
      last = done.catch(() => undefined); // told to who asked
      return done as Promise<ResultOf<Name>>; // of the task of this name
    },
    close: () => void current?.terminate(),
  };
}

function findEntry(): string | undefined {
  return PLACES.map((place) => fileURLToPath(new URL(place, import.meta.url))).find(existsSync);
}

/**
 * The result; or that the thread did not come as far as to begin. One that is not wanted any more ends between two
 * statements of SQLite: the one that runs is not broken off.
 */
function waitFor(
  worker: Worker,
  { signal, onShare }: TaskWatch,
): Promise<ResultOf<TaskName> | typeof NO_THREAD> {
  const stop = () => void worker.terminate();
  signal?.addEventListener('abort', stop);
  return new Promise((resolve, reject) => {
    let isStarted = false;
    worker.on('message', (message: FromThread) => {
      if (message.kind === 'started') isStarted = true;
      else if (message.kind === 'share') onShare?.(message.share);
      else if (message.kind === 'done') resolve(message.result);
      else reject(toError(message.failure));
    });
    worker.once('error', (error) => {
      if (isStarted) reject(error);
      else resolve(NO_THREAD);
    });
    worker.once('exit', () => {
      signal?.removeEventListener('abort', stop);
      if (signal?.aborted === true) reject(signal.reason);
      else if (isStarted) reject(new Error('The thread of a snapshot ended before its task.'));
      else resolve(NO_THREAD);
    });
  });
}
