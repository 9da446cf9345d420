// When jobs run: by virtual time, which may be the wall's, faster, or moved by hand.
import type { ClockJump } from '../../../shared/simulator/job-run.ts';
import type { JobRecord } from '../../store/sync-jobs/job-records.ts';
import type { SyncJobStore } from '../../store/sync-jobs/sync-jobs.ts';
import type { JobRunner } from './job-runner.ts';
import type { VirtualClock } from './simulator-clock.ts';

/** A timer of Node's cannot wait longer than 24 days. */
const LONGEST_WAIT_MS = 86_400_000;
/** What could not run yet, for its tenant is not there, is looked at again after this. */
const SHORTEST_WAIT_MS = 1_000;

export interface JobSchedulerParts {
  readonly jobs: Pick<SyncJobStore['jobs'], 'list'>;
  readonly virtualClock: VirtualClock;
  readonly runner: () => Pick<JobRunner, 'run' | 'canRun' | 'isRunning' | 'settle'>;
}

export function createJobScheduler({ jobs, virtualClock, runner }: JobSchedulerParts) {
  let timer: NodeJS.Timeout | undefined;
  let isOpen = false;

  function waiting(): readonly JobRecord[] {
    const { isRunning } = runner();
    return jobs.list().filter((job) => isScheduled(job) && !isRunning(job.applicationId));
  }

  /** A job whose tenant is not there keeps nobody waiting. */
  function nextRunnable(): string | undefined {
    return earliestOf(waiting().filter(runner().canRun));
  }

  /** The ends of those that it has started. */
  function runDue(): readonly Promise<void>[] {
    const due = waiting().filter(({ nextCycle }) => (nextCycle ?? '') <= nowText());
    return due.flatMap((job) => runner().run(job) ?? []);
  }

  function nowText(): string {
    return virtualClock.now().toISOString();
  }

  function plan(): void {
    clearTimeout(timer);
    timer = undefined;
    if (!isOpen) return;
    void runDue();
    const next = earliestOf(waiting());
    const waitMs = next === undefined ? Infinity : virtualClock.wallMsUntil(new Date(next));
    if (waitMs === Number.POSITIVE_INFINITY) return;
    const boundedMs = Math.min(Math.max(waitMs, SHORTEST_WAIT_MS), LONGEST_WAIT_MS);
    timer = setTimeout(plan, boundedMs).unref();
  }

  /** Cycle by cycle, each at its own time. */
  async function jump(order: ClockJump): Promise<void> {
    await runner().settle();
    const until = jumpEnd(order);
    for (let next = nextRunnable(); next !== undefined && next <= until; next = nextRunnable()) {
      virtualClock.moveTo(new Date(next));
      const ended = runDue();
      if (ended.length === 0) break;
      await Promise.all(ended);
    }
    virtualClock.moveTo(new Date(until));
    plan();
  }

  function jumpEnd(order: ClockJump): string {
    if ('to' in order) return nextRunnable() ?? nowText();
    return new Date(virtualClock.now().getTime() + order.seconds * 1000).toISOString();
  }

  return {
    open(): void {
      isOpen = true;
      plan();
    },
    plan,
    jump,
    close(): void {
      isOpen = false;
      clearTimeout(timer);
    },
  };
}

function isScheduled({ schedule, nextCycle }: JobRecord): boolean {
  return schedule === 'Active' && nextCycle !== null;
}

function earliestOf(jobs: readonly JobRecord[]): string | undefined {
  const instants = jobs.flatMap(({ nextCycle }) => nextCycle ?? []);
  return instants.toSorted((left, right) => left.localeCompare(right))[0];
}
