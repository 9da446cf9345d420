// Provisioning jobs as they live in the server: each runs its cycles when virtual time says so, one at a time, and tells
// the feed a few times a second how it stands. What was under way when the server ended begins again when it starts.
import { createHash } from 'node:crypto';
import type { CycleExecution, JobStatus, ResetScope } from '../../../shared/simulator/job.ts';
import type { ClockJump, SimulatorClock, SimulatorClockSetting } from '../../../shared/simulator/job-run.ts';
import type { Feed } from '../../base/feed.ts';
import type { Logger } from '../../base/logger.ts';
import type { JobRecord } from '../../store/sync-jobs/job-records.ts';
import { createTokenSource, type TokenSource } from '../client/access-token.ts';
import { describeJobStatus } from './job-status.ts';
import { performCycle, type CycleDependencies } from './perform-cycle.ts';
import { reachTarget, type Reach, type ReachDependencies } from './reach-target.ts';
import { resetJob } from './reset-job.ts';

export interface ProvisioningJobDependencies extends CycleDependencies, ReachDependencies {
  readonly feed: Feed;
  readonly logger: Logger;
}

export interface ProvisioningJobs {
  /** Runs what is due, from now on by itself. */
  readonly open: () => void;
  /** That of the application, made when it has none. */
  readonly find: (applicationId: string) => JobRecord;
  readonly status: (applicationId: string) => JobStatus;
  readonly isRunning: (applicationId: string) => boolean;
  readonly reach: (job: JobRecord) => Reach | undefined;
  /** Kept until it expires, for as long as the credentials stay. */
  readonly tokensOf: (reach: Reach) => TokenSource;
  readonly start: (applicationId: string) => void;
  readonly stop: (applicationId: string) => void;
  readonly restart: (applicationId: string, scopes: readonly ResetScope[]) => Promise<void>;
  /** Undefined while one is under way, or without a target; else a promise of its end. */
  readonly runCycle: (applicationId: string) => Promise<void> | undefined;
  /** Resolves when what is under way has ended. */
  readonly cancel: (applicationId: string) => Promise<void>;
  /** What a cycle under way goes by does not hold any more: its watermark is not kept. */
  readonly outdate: (applicationId: string) => void;
  readonly changed: (applicationId: string) => void;
  readonly clock: () => SimulatorClock;
  readonly setClock: (setting: SimulatorClockSetting) => void;
  readonly jump: (jump: ClockJump) => Promise<void>;
  readonly close: () => Promise<void>;
}

interface Running {
  execution: CycleExecution | null;
  isCancelled: boolean;
  isCurrent: boolean;
  toldMs: number;
  ended: Promise<void>;
}

const TELL_EVERY_MS = 250;
/** A timer of Node's cannot wait longer than 24 days. */
const LONGEST_WAIT_MS = 86_400_000;

export function createProvisioningJobs(
  dependencies: ProvisioningJobDependencies,
): ProvisioningJobs {
  const { store, virtualClock, clock, feed, logger, newId } = dependencies;
  const { jobs } = store.syncJobs;
  const running = new Map<string, Running>();
  const tokenSources = new Map<string, TokenSource>();
  const closing = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let isOpen = false;

  function find(applicationId: string): JobRecord {
    return jobs.find(applicationId) ?? jobs.open(applicationId, newJobId(newId));
  }

  function status(applicationId: string): JobStatus {
    const current = running.get(applicationId)?.execution ?? null;
    return describeJobStatus(store.syncJobs, find(applicationId), current);
  }

  function changed(applicationId: string): void {
    feed.publish({
      type: 'job-changed',
      data: { application: applicationId, status: status(applicationId) },
    });
  }

  function tokensOf({ credentials }: Reach): TokenSource {
    const key = createHash('sha256').update(JSON.stringify(credentials)).digest('hex');
    const source = tokenSources.get(key) ?? createTokenSource(credentials, clock.monotonicMs);
    tokenSources.set(key, source);
    return source;
  }

  function reach({ target, credentials }: JobRecord): Reach | undefined {
    return target === null ? undefined : reachTarget(dependencies, target, credentials);
  }

  function run(job: JobRecord): Promise<void> | undefined {
    const { applicationId } = job;
    const reached = reach(job);
    if (running.has(applicationId) || reached === undefined || closing.signal.aborted) return;
    const entry: Running = {
      execution: null,
      isCancelled: false,
      isCurrent: true,
      toldMs: Number.NEGATIVE_INFINITY,
      ended: Promise.resolve(),
    };
    running.set(applicationId, entry);
    entry.ended = carryOut(job, reached, entry);
    return entry.ended;
  }

  async function carryOut(job: JobRecord, reached: Reach, entry: Running): Promise<void> {
    const { applicationId } = job;
    try {
      await performCycle(dependencies, {
        job,
        tenantUrl: reached.url,
        tokens: tokensOf(reached),
        signal: closing.signal,
        isCancelled: () => entry.isCancelled,
        isCurrent: () => entry.isCurrent,
        onProgress: (execution) => noteProgress(applicationId, entry, execution),
      });
    } catch (error) {
      logger.error('A provisioning cycle broke off', { application: applicationId, error });
      postpone(applicationId);
    } finally {
      running.delete(applicationId);
      noteEnd(applicationId);
    }
  }

  function noteProgress(id: string, entry: Running, execution: CycleExecution): void {
    entry.execution = execution;
    const nowMs = clock.monotonicMs();
    if (nowMs - entry.toldMs < TELL_EVERY_MS) return;
    entry.toldMs = nowMs;
    changed(id);
  }

  /** What was cut short by the end of the server is due when it starts again. */
  function noteEnd(applicationId: string): void {
    const job = jobs.find(applicationId);
    if (job === undefined) return;
    if (closing.signal.aborted) {
      if (job.schedule === 'Active') jobs.update(applicationId, { nextCycle: nowText() });
      return;
    }
    changed(applicationId);
    plan();
  }

  /** A mistake of ours: the job goes on at its usual time. */
  function postpone(applicationId: string): void {
    for (const cycle of store.syncJobs.cycles.listRunning(jobs.find(applicationId)?.key ?? 0)) {
      closeBroken(jobs.find(applicationId), cycle);
    }
    const job = jobs.find(applicationId);
    if (job?.schedule !== 'Active') return;
    const next = new Date(virtualClock.now().getTime() + 40 * 60_000).toISOString();
    jobs.update(applicationId, { nextCycle: next });
  }

  function closeBroken(job: JobRecord | undefined, execution: CycleExecution): void {
    if (job === undefined) return;
    const message = 'The server ended while the cycle was under way.';
    store.syncJobs.cycles.write(job.key, {
      ...execution,
      state: 'Failed',
      error: { code: 'IngestionInterrupted', message, tenantActionable: false },
      timeEnded: nowText(),
      progress: { ...execution.progress, phase: 'ended' },
    });
  }

  function nowText(): string {
    return virtualClock.now().toISOString();
  }

  function due(): readonly JobRecord[] {
    const now = nowText();
    return waiting().filter(({ nextCycle }) => (nextCycle ?? '') <= now);
  }

  function waiting(): readonly JobRecord[] {
    return jobs
      .list()
      .filter(
        ({ schedule, nextCycle, applicationId }) =>
          schedule === 'Active' && nextCycle !== null && !running.has(applicationId),
      );
  }

  function nextDue(): string | undefined {
    return waiting()
      .flatMap(({ nextCycle }) => nextCycle ?? [])
      .toSorted()[0];
  }

  function plan(): void {
    clearTimeout(timer);
    timer = undefined;
    if (!isOpen || closing.signal.aborted) return;
    for (const job of due()) void run(job);
    const next = nextDue();
    const waitMs = next === undefined ? Infinity : virtualClock.wallMsUntil(new Date(next));
    if (waitMs === Number.POSITIVE_INFINITY) return;
    // Never at once: what could not run yet, for its tenant is not there, is looked at again.
    timer = setTimeout(plan, Math.min(Math.max(waitMs, 1_000), LONGEST_WAIT_MS));
    timer.unref();
  }

  function schedule(applicationId: string): void {
    jobs.update(applicationId, { schedule: 'Active', nextCycle: nowText() });
    plan();
    changed(applicationId);
  }

  async function cancel(applicationId: string): Promise<void> {
    const entry = running.get(applicationId);
    if (entry === undefined) return;
    entry.isCancelled = true;
    await entry.ended;
  }

  async function jump(order: ClockJump): Promise<void> {
    await Promise.all([...running.values()].map(({ ended }) => ended));
    const until = jumpEnd(order);
    for (let next = nextDue(); next !== undefined && next <= until; next = nextDue()) {
      virtualClock.moveTo(new Date(next));
      const ended = due().map(run);
      if (ended.every((each) => each === undefined)) break;
      await Promise.all(ended);
    }
    virtualClock.moveTo(new Date(until));
    plan();
  }

  function jumpEnd(order: ClockJump): string {
    if ('to' in order) return nextDue() ?? nowText();
    return new Date(virtualClock.now().getTime() + order.seconds * 1000).toISOString();
  }

  return {
    open() {
      isOpen = true;
      for (const job of jobs.list()) {
        const broken = store.syncJobs.cycles.listRunning(job.key);
        for (const cycle of broken) closeBroken(job, cycle);
        const isResumed = broken.length > 0 && job.schedule === 'Active';
        if (isResumed) jobs.update(job.applicationId, { nextCycle: nowText() });
      }
      plan();
    },
    find,
    status,
    isRunning: (applicationId) => running.has(applicationId),
    reach,
    tokensOf,
    start: (applicationId) => {
      find(applicationId);
      schedule(applicationId);
    },
    stop(applicationId) {
      find(applicationId);
      jobs.update(applicationId, { schedule: 'Paused', nextCycle: null });
      plan();
      changed(applicationId);
    },
    async restart(applicationId, scopes) {
      await cancel(applicationId);
      resetJob(store, find(applicationId), scopes);
      schedule(applicationId);
    },
    runCycle: (applicationId) => run(find(applicationId)),
    cancel,
    outdate(applicationId) {
      const entry = running.get(applicationId);
      if (entry !== undefined) entry.isCurrent = false;
    },
    changed,
    clock: virtualClock.describe,
    setClock(setting) {
      virtualClock.set(setting);
      plan();
    },
    jump,
    async close() {
      clearTimeout(timer);
      closing.abort();
      for (const entry of running.values()) entry.isCancelled = true;
      await Promise.all([...running.values()].map(({ ended }) => ended));
    },
  };
}

/** Entra: ids of jobs of its present engine begin with `scim.`. */
function newJobId(newId: () => string): string {
  return `scim.${newId().replaceAll('-', '')}.${newId()}`;
}
