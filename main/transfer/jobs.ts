// Long work as jobs: started, looked at, cancelled. The feed is told of their progress a few times a second. A job is
// memory of this run of the server; what it has stored is in the workspace.
import type { Job, JobKind, TransferResult } from '../../shared/admin/transfer.ts';
import type { Clock } from '../base/clock.ts';
import type { Feed } from '../base/feed.ts';
import type { NewId } from '../base/ids.ts';
import type { Logger } from '../base/logger.ts';
import { isStoreOpenError } from '../store/store-open-error.ts';
import { isFileFault } from './formats/file-entry.ts';

export interface JobProgress {
  readonly done: number;
  readonly total?: number | null;
  readonly share?: number | null;
  readonly result?: TransferResult | null;
}

export interface RunningJob {
  readonly jobId: string;
  readonly signal: AbortSignal;
  readonly report: (progress: JobProgress) => void;
}

export interface JobOrder {
  readonly kind: JobKind;
  readonly tenant: string;
  readonly name?: string | undefined;
  /** Absent: it is about all of them. */
  readonly resourceType?: string | undefined;
  /** Ends with what it stored; may throw a file fault. */
  readonly work: (job: RunningJob) => Promise<TransferResult | null>;
  /** Asked once the job has ended; absent where nothing can be taken back. */
  readonly isUndoable?: () => boolean;
}

/** A job for somebody who waits for what it makes. */
export interface AwaitedOrder<Made> extends Omit<JobOrder, 'work' | 'isUndoable'> {
  readonly work: (job: RunningJob) => Promise<Made>;
  readonly tell?: (made: Made) => TransferResult;
}

export interface Jobs {
  readonly start: (order: JobOrder) => Job;
  /** Ends with what the work has made, or rejects with what it threw: a `JobCancelled` where the job was cancelled. */
  readonly run: <Made>(order: AwaitedOrder<Made>) => Promise<Made>;
  /** Newest first. */
  readonly list: () => readonly Job[];
  readonly get: (id: string) => Job | undefined;
  /** Ends once the job has. A job that has ended stays as it is. */
  readonly cancel: (id: string) => Promise<Job | undefined>;
  /** Cancels all that runs, or what is meant of it. */
  readonly close: (isMeant?: (job: Job) => boolean) => Promise<void>;
}

export interface JobDependencies {
  readonly feed: Feed;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly logger: Logger;
}

interface Entry {
  job: Job;
  readonly isUndoable: () => boolean;
  readonly startedMs: number;
  toldMs: number;
  readonly controller: AbortController;
  ended: Promise<void>;
}

const KEPT_JOBS = 50;
const TELL_EVERY_MS = 250;

function jobCancelled(): Error {
  return Object.assign(new Error('The job was cancelled.'), { name: 'JobCancelled' });
}

export function isJobCancelled(error: unknown): error is Error {
  return error instanceof Error && error.name === 'JobCancelled';
}

export function createJobs(dependencies: JobDependencies): Jobs {
  const entries = new Map<string, Entry>();

  function start(order: JobOrder): Job {
    const entry = openEntry(dependencies, order);
    entries.set(entry.job.id, entry);
    dropOldest(entries);
    entry.ended = carryOut(dependencies, entry, order);
    return describe(entry);
  }

  async function run<Made>({ work, tell, ...order }: AwaitedOrder<Made>): Promise<Made> {
    const { promise, resolve, reject } = Promise.withResolvers<Made>();
    const job = start({
      ...order,
      async work(running) {
        try {
          const made = await work(running);
          resolve(made);
          return tell?.(made) ?? null;
        } catch (error) {
          reject(running.signal.aborted ? running.signal.reason : error);
          throw error;
        }
      },
    });
    // Nobody else tells of it: its order is not answered before its end.
    dependencies.feed.publish({ type: 'job-progress', data: { job } });
    return promise;
  }

  async function cancel(id: string): Promise<Job | undefined> {
    const entry = entries.get(id);
    entry?.controller.abort(jobCancelled());
    await entry?.ended;
    return entry && describe(entry);
  }

  return {
    start,
    run,
    list: () => [...entries.values()].map(describe).toReversed(),
    get(id) {
      const entry = entries.get(id);
      return entry && describe(entry);
    },
    cancel,
    async close(isMeant = () => true) {
      const meant = [...entries.values()].filter(({ job }) => isMeant(job));
      await Promise.all(meant.map(({ job }) => cancel(job.id)));
    },
  };
}

function describe({ job, isUndoable }: Entry): Job {
  return { ...job, isUndoable: job.state !== 'running' && isUndoable() };
}

function openEntry({ clock, newId }: JobDependencies, order: JobOrder): Entry {
  const { kind, tenant, name = null, resourceType = null, isUndoable = () => false } = order;
  const job: Job = {
    id: newId(),
    kind,
    tenant,
    name,
    resourceType,
    state: 'running',
    done: 0,
    total: null,
    share: null,
    rate: 0,
    startedAt: clock.now().toISOString(),
    finishedAt: null,
    result: null,
    isUndoable: false,
    error: null,
  };
  const startedMs = clock.monotonicMs();
  const controller = new AbortController();
  return { job, isUndoable, startedMs, toldMs: -Infinity, controller, ended: Promise.resolve() };
}

function dropOldest(entries: Map<string, Entry>): void {
  for (const [id, { job }] of entries) {
    if (entries.size <= KEPT_JOBS) return;
    if (job.state !== 'running') entries.delete(id);
  }
}

async function carryOut(
  dependencies: JobDependencies,
  entry: Entry,
  { work }: JobOrder,
): Promise<void> {
  const { signal } = entry.controller;
  const report = (progress: JobProgress) => takeProgress(dependencies, entry, progress);
  try {
    const result = await work({ jobId: entry.job.id, signal, report });
    finish(dependencies, entry, { state: 'done', share: 1, result });
  } catch (error) {
    if (signal.aborted) return finish(dependencies, entry, { state: 'cancelled' });
    const isTold = isFileFault(error) || isStoreOpenError(error);
    if (!isTold) dependencies.logger.error('A job failed', { error });
    const sentence = isTold ? error.message : 'The server failed; its log says more.';
    finish(dependencies, entry, { state: 'failed', error: sentence });
  }
}

function takeProgress({ clock, feed }: JobDependencies, entry: Entry, progress: JobProgress): void {
  const nowMs = clock.monotonicMs();
  const seconds = (nowMs - entry.startedMs) / 1000;
  const rate = seconds > 0 ? Math.round(progress.done / seconds) : 0;
  entry.job = { ...entry.job, ...progress, rate };
  if (nowMs - entry.toldMs < TELL_EVERY_MS) return;
  entry.toldMs = nowMs;
  feed.publish({ type: 'job-progress', data: { job: describe(entry) } });
}

function finish({ clock, feed }: JobDependencies, entry: Entry, end: Partial<Job>): void {
  entry.job = { ...entry.job, ...end, finishedAt: clock.now().toISOString() };
  feed.publish({ type: 'job-progress', data: { job: describe(entry) } });
}
