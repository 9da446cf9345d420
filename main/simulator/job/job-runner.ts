// Cycles that are under way, at most one of a job: started, followed, cancelled.
import type { CycleExecution } from '../../../shared/simulator/job.ts';
import type { Logger } from '../../base/logger.ts';
import type { JobRecord } from '../../store/sync-jobs/job-records.ts';
import { endBrokenCycles } from './broken-cycles.ts';
import { nextCycleAfter } from './job-status.ts';
import { performCycle, type CycleDependencies } from './perform-cycle.ts';
import type { TargetAccess } from './target-access.ts';

interface Running {
  execution: CycleExecution | null;
  readonly cancelling: AbortController;
  isCurrent: boolean;
  isChanged: boolean;
  toldMs: number;
  ended: Promise<void>;
}

export interface JobRunnerParts extends CycleDependencies {
  readonly logger: Logger;
  readonly access: TargetAccess;
  /** A few times a second while a cycle is under way, and when it has ended. */
  readonly onChange: (applicationId: string) => void;
  readonly onEnd: () => void;
}

export type JobRunner = ReturnType<typeof createJobRunner>;

const TELL_EVERY_MS = 250;

export function createJobRunner(parts: JobRunnerParts) {
  const running = new Map<string, Running>();
  const closing = new AbortController();

  /** Undefined while one of the job is under way, and where its target is not there; else its end. */
  function run(job: JobRecord): Promise<void> | undefined {
    const { applicationId } = job;
    const reach = parts.access.reach(job);
    if (running.has(applicationId) || reach === undefined || closing.signal.aborted) return;
    const entry: Running = {
      execution: null,
      cancelling: new AbortController(),
      isCurrent: true,
      isChanged: false,
      toldMs: Number.NEGATIVE_INFINITY,
      ended: Promise.resolve(),
    };
    running.set(applicationId, entry);
    entry.ended = carryOut(parts, entry, {
      job,
      tenantUrl: reach.url,
      tokens: parts.access.tokensOf(reach),
      signal: closing.signal,
      giveUp: entry.cancelling.signal,
    }).finally(() => {
      running.delete(applicationId);
      noteEnd(parts, applicationId, closing.signal.aborted);
    });
    return entry.ended;
  }

  async function cancel(applicationId: string): Promise<void> {
    const entry = running.get(applicationId);
    if (entry === undefined) return;
    entry.cancelling.abort();
    await entry.ended;
  }

  async function settle(): Promise<void> {
    await Promise.all([...running.values()].map(({ ended }) => ended));
  }

  return {
    run,
    cancel,
    settle,
    canRun: (job: JobRecord) => parts.access.reach(job) !== undefined,
    isRunning: (applicationId: string) => running.has(applicationId),
    execution: (applicationId: string) => running.get(applicationId)?.execution ?? null,
    /** What the cycle under way goes by does not hold any more: its watermark is not kept. */
    outdate(applicationId: string): void {
      const entry = running.get(applicationId);
      if (entry !== undefined) entry.isCurrent = false;
    },
    /** Settings were saved that the cycle under way does not go by. */
    noteChange(applicationId: string): void {
      const entry = running.get(applicationId);
      if (entry !== undefined) entry.isChanged = true;
    },
    isChanged: (applicationId: string) => running.get(applicationId)?.isChanged ?? false,
    async close(): Promise<void> {
      closing.abort();
      for (const { cancelling } of running.values()) cancelling.abort();
      await settle();
    },
  };
}

/** What was cut short by the end of the server is due when it starts again. */
function noteEnd(parts: JobRunnerParts, applicationId: string, isClosing: boolean): void {
  const { jobs } = parts.store.syncJobs;
  const job = jobs.find(applicationId);
  if (job === undefined) return; // it has gone with its application
  if (!isClosing) {
    parts.onChange(applicationId);
    parts.onEnd();
  } else if (job.schedule === 'Active') {
    jobs.update(applicationId, { nextCycle: parts.virtualClock.now().toISOString() });
  }
}

/** Never rejects: a mistake of ours ends the cycle, and is logged. */
async function carryOut(
  parts: JobRunnerParts,
  entry: Running,
  order: Pick<
    Parameters<typeof performCycle>[1],
    'job' | 'tenantUrl' | 'tokens' | 'signal' | 'giveUp'
  >,
): Promise<void> {
  const { applicationId } = order.job;
  try {
    await performCycle(parts, {
      ...order,
      isCurrent: () => entry.isCurrent,
      onProgress(execution) {
        entry.execution = execution;
        const nowMs = parts.clock.monotonicMs();
        if (nowMs - entry.toldMs < TELL_EVERY_MS) return;
        entry.toldMs = nowMs;
        parts.store.syncJobs.cycles.write(order.job.key, execution);
        parts.onChange(applicationId);
      },
    });
  } catch (error) {
    parts.logger.error('A provisioning cycle broke off', { application: applicationId, error });
    postpone(parts, applicationId);
  }
}

/** The job goes on at its usual time. */
function postpone({ store, virtualClock }: JobRunnerParts, applicationId: string): void {
  const { jobs } = store.syncJobs;
  const job = jobs.find(applicationId);
  if (job === undefined) return; // it has gone with its application
  const at = virtualClock.now();
  endBrokenCycles(store, job, { at, message: 'The server failed; its log says more.' });
  if (job.schedule === 'Active') {
    jobs.update(applicationId, { nextCycle: nextCycleAfter(job, at) });
  }
}
