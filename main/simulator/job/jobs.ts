// Provisioning jobs as they live in the server: each runs its cycles when virtual time says so, one at a time, and tells
// the feed a few times a second how it stands. What was under way when the server ended begins again when it starts.
import {
  DEFAULT_JOB_SETTINGS,
  type JobStatus,
  type ResetScope,
} from '../../../shared/simulator/job.ts';
import type { ClockJump, SimulatorClockSetting } from '../../../shared/simulator/job-run.ts';
import type { Feed } from '../../base/feed.ts';
import type { NewId } from '../../base/ids.ts';
import type { Logger } from '../../base/logger.ts';
import type { Store } from '../../store/open-store.ts';
import type { JobRecord } from '../../store/sync-jobs/job-records.ts';
import { endBrokenCycles } from './broken-cycles.ts';
import { createTurns, type Turns } from '../engine/turns.ts';
import { createJobRunner, type JobRunner } from './job-runner.ts';
import { createJobScheduler } from './job-scheduler.ts';
import { describeJobStatus, nextCycleAfter } from './job-status.ts';
import type { CycleDependencies } from './perform-cycle.ts';
import type { ReachDependencies } from './reach-target.ts';
import { resetJob } from './reset-job.ts';
import type { VirtualClock } from './simulator-clock.ts';
import { createTargetAccess, tokenParts, type TargetAccess } from './target-access.ts';

export interface ProvisioningJobDependencies extends Omit<CycleDependencies, 'turns'> {
  readonly scimOrigin: ReachDependencies['scimOrigin'];
  readonly feed: Feed;
  readonly logger: Logger;
}

export interface ProvisioningJobs
  extends TargetAccess, Pick<JobRunner, 'isRunning' | 'cancel' | 'outdate' | 'noteChange'> {
  readonly turns: Turns;
  /** Runs what is due, from now on by itself. */
  readonly open: () => void;
  /** That of the application, made when it has none. */
  readonly find: (applicationId: string) => JobRecord;
  readonly status: (applicationId: string) => JobStatus;
  readonly start: (applicationId: string) => void;
  readonly stop: (applicationId: string) => void;
  readonly restart: (applicationId: string, scopes: readonly ResetScope[]) => Promise<void>;
  /** Undefined while one is under way, or without a target; else a promise of its end. */
  readonly runCycle: (applicationId: string) => Promise<void> | undefined;
  /** Tells the feed. */
  readonly announce: (applicationId: string) => void;
  readonly setClock: (setting: SimulatorClockSetting) => void;
  readonly jump: (jump: ClockJump) => Promise<void>;
  readonly close: () => Promise<void>;
}

export function createProvisioningJobs(
  dependencies: ProvisioningJobDependencies,
): ProvisioningJobs {
  const { store, virtualClock, clock, feed, newId } = dependencies;
  const { jobs } = store.syncJobs;
  const access = createTargetAccess(dependencies, tokenParts(store, clock));
  const turns = createTurns();
  const told = tellOfClock(virtualClock, feed);
  const scheduler = createJobScheduler({ jobs, virtualClock: told, runner: () => runner });
  const runner = createJobRunner({
    ...dependencies,
    access,
    turns,
    onChange: announce,
    onEnd: scheduler.plan,
  });

  const find = (id: string): JobRecord => jobs.find(id) ?? openJob(store, id, newId);
  const status = (applicationId: string): JobStatus =>
    describeNow(store, find(applicationId), { access, runner });

  function announce(application: string): void {
    feed.publish({ type: 'job-changed', data: { application, status: status(application) } });
  }

  function schedule(applicationId: string, state: 'Active' | 'Paused'): void {
    const nextCycle = state === 'Active' ? virtualClock.now().toISOString() : null;
    find(applicationId);
    jobs.update(applicationId, { schedule: state, nextCycle });
    scheduler.plan();
    announce(applicationId);
  }

  return {
    ...access,
    ...runner,
    turns,
    open() {
      resumeBroken(dependencies);
      scheduler.open();
    },
    find,
    status,
    start: (applicationId) => schedule(applicationId, 'Active'),
    stop: (applicationId) => schedule(applicationId, 'Paused'),
    async restart(applicationId, scopes) {
      await runner.cancel(applicationId);
      resetJob(store, find(applicationId), scopes);
      schedule(applicationId, 'Active');
    },
    runCycle: (applicationId) => runner.run(find(applicationId)),
    announce,
    setClock(setting) {
      told.set(setting);
      bringForward(dependencies);
      scheduler.plan();
    },
    jump: scheduler.jump,
    async close() {
      scheduler.close();
      await runner.close();
    },
  };
}

/** Whoever shows virtual time hears that it was moved. */
function tellOfClock(clock: VirtualClock, feed: Feed): VirtualClock {
  const tell = () => feed.publish({ type: 'clock-changed', data: clock.describe() });
  return {
    ...clock,
    set(setting) {
      clock.set(setting);
      tell();
    },
    moveTo(instant) {
      clock.moveTo(instant);
      tell();
    },
  };
}

function describeNow(
  { syncJobs }: Store,
  job: JobRecord,
  { access, runner }: { readonly access: TargetAccess; readonly runner: JobRunner },
): JobStatus {
  return describeJobStatus(syncJobs, job, {
    current: runner.execution(job.applicationId),
    isReachable: access.reach(job) !== undefined,
    isChanged: runner.isChanged(job.applicationId),
  });
}

/** A fresh one, with what the workspace says otherwise. */
function openJob({ settings, syncJobs }: Store, applicationId: string, newId: NewId): JobRecord {
  const wished = settings.read();
  return syncJobs.jobs.open(applicationId, newJobId(newId), {
    ...DEFAULT_JOB_SETTINGS,
    intervalMinutes: wished['simulator.intervalMinutes'],
    defaultAccess: wished['simulator.defaultAccess'],
  });
}

/** After the clock has been set back, nobody waits for a time that was near before. */
function bringForward({ store, virtualClock }: ProvisioningJobDependencies): void {
  const { jobs } = store.syncJobs;
  const now = virtualClock.now();
  for (const job of jobs.list()) {
    const { applicationId, nextCycle, quarantine } = job;
    const latest = nextCycleAfter(job, now);
    if (nextCycle === null || nextCycle <= latest || quarantine !== null) continue;
    jobs.update(applicationId, { nextCycle: latest });
  }
}

/** What the end of the server cut short begins again. */
function resumeBroken({ store, virtualClock }: ProvisioningJobDependencies): void {
  const at = virtualClock.now();
  const message = 'The server ended while the cycle was under way.';
  for (const job of store.syncJobs.jobs.list()) {
    const count = endBrokenCycles(store, job, { at, message });
    if (count === 0 || job.schedule !== 'Active') continue;
    store.syncJobs.jobs.update(job.applicationId, { nextCycle: at.toISOString() });
  }
}

/** Entra: ids of jobs of its present engine begin with `scim.`. */
function newJobId(newId: NewId): string {
  return `scim.${newId().replaceAll('-', '')}.${newId()}`;
}
