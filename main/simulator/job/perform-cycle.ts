// Carries one cycle of a job out: opens the client, follows the stream of the cycle, and keeps what its end means.
import type { CycleExecution } from '../../../shared/simulator/job.ts';
import type { FailedProbe } from '../../../shared/simulator/job-run.ts';
import type { Clock } from '../../base/clock.ts';
import type { NewId } from '../../base/ids.ts';
import type { Trust } from '../../base/trust.ts';
import type { Store } from '../../store/open-store.ts';
import type { JobRecord } from '../../store/sync-jobs/job-records.ts';
import type { TokenSource } from '../client/access-token.ts';
import { createScimClient } from '../client/scim-client.ts';
import { readTargetUrl, type TargetUrl } from '../client/target-url.ts';
import { adviseOn } from '../engine/advise.ts';
import type { CycleContext } from '../engine/cycle-context.ts';
import { commitChange } from '../engine/object-change.ts';
import { findReferenceAttributes } from '../engine/reference-attributes.ts';
import { runCycle, type CycleEnd, type CycleResult } from '../engine/run-cycle.ts';
import type { Turns } from '../engine/turns.ts';
import { defaultSchema } from '../mapping/default-schema.ts';
import { concludeCycle, type Conclusion } from './conclude-cycle.ts';
import type { VirtualClock } from './simulator-clock.ts';
import { tellOfCycle } from './tell-of-cycle.ts';
import { observe } from './test-connection.ts';

export interface CycleDependencies {
  readonly store: Store;
  readonly clock: Clock;
  readonly virtualClock: VirtualClock;
  readonly newId: NewId;
  readonly random: () => number;
  /** Of what is sent to targets. */
  readonly trust: Trust;
  /** Shared by all that works on the jobs of a store. */
  readonly turns: Turns;
}

export interface OpenOrder {
  readonly job: JobRecord;
  readonly target: TargetUrl;
  readonly tokens: TokenSource;
  readonly signal: AbortSignal;
  readonly giveUp?: AbortSignal;
  /** Groups that lost a member because its connection was removed. */
  readonly onForgotten?: (groupIds: readonly string[]) => void;
}

export interface OpenActivity {
  readonly context: CycleContext;
  readonly close: () => void;
}

/** Throws where the application is not there: a job goes with its application. */
export function openActivity(
  { store, clock, virtualClock, newId, random, trust, turns }: CycleDependencies,
  { job, target, tokens, signal, giveUp = signal, onForgotten }: OpenOrder,
): OpenActivity {
  const { settings } = job;
  const application = store.directory.findApplication(job.applicationId);
  if (application === undefined) throw new Error(`There is no application ${job.applicationId}`);
  const schema = job.schema ?? defaultSchema();
  const client = createScimClient({
    target,
    tokens,
    clock,
    newId,
    signal,
    giveUp,
    trust,
    concurrency: settings.concurrency,
    timeoutMs: settings.requestTimeoutSeconds * 1000,
  });
  const context: CycleContext = {
    jobKey: job.key,
    jobId: job.id,
    cycleId: newId(),
    application,
    settings,
    schema,
    references: findReferenceAttributes(schema),
    directory: store.directory,
    store: store.syncJobs,
    client,
    now: virtualClock.now,
    monotonicMs: clock.monotonicMs,
    newId,
    random,
    inTurn: (sourceId, work) => turns.take(`${job.key} ${sourceId}`, work),
    commit(change) {
      const forgotten = commitChange(store, job.key, change);
      if (forgotten.length > 0) onForgotten?.(forgotten);
    },
  };
  return { context, close: client.close };
}

export interface CycleRun {
  readonly job: JobRecord;
  readonly tenantUrl: string;
  readonly tokens: TokenSource;
  readonly signal: AbortSignal;
  /** Cancelled: it ends after the requests that are under way. */
  readonly giveUp: AbortSignal;
  readonly isCurrent: () => boolean;
  readonly onProgress: (execution: CycleExecution) => void;
}

export async function performCycle(
  dependencies: CycleDependencies,
  run: CycleRun,
): Promise<Conclusion> {
  const { store, virtualClock } = dependencies;
  store.directory.purgeExpired(virtualClock.now());
  const sequence = store.directory.currentSequence();
  const touchedGroups = new Set<string>();
  const activity = openActivity(dependencies, {
    ...run,
    target: readTargetUrl(run.tenantUrl),
    onForgotten: (groupIds) => groupIds.forEach((id) => touchedGroups.add(id)),
  });
  try {
    const result = await follow(dependencies, run, { activity, touchedGroups });
    return keepConclusion(dependencies, run, { result, sequence, activity });
  } finally {
    activity.close();
  }
}

interface Following {
  readonly activity: OpenActivity;
  readonly touchedGroups: Set<string>;
}

async function follow(
  { store }: CycleDependencies,
  { job, giveUp, onProgress }: CycleRun,
  { activity: { context }, touchedGroups }: Following,
): Promise<CycleResult> {
  const { watermark, forceDeletes } = job;
  const isCancelled = () => giveUp.aborted;
  const cycle = runCycle({ context, watermark, forceDeletes, touchedGroups, isCancelled });
  let next = await cycle.next();
  if (next.done !== true) store.syncJobs.cycles.write(job.key, next.value.execution);
  while (next.done !== true) {
    onProgress(next.value.execution);
    next = await cycle.next();
  }
  return next.value;
}

/** Job, cycle, audit entries and mails in one transaction; by the job as it is by now. */
function keepConclusion(
  { store, virtualClock }: CycleDependencies,
  { job, isCurrent }: CycleRun,
  ended: {
    readonly result: CycleResult;
    readonly sequence: number;
    readonly activity: OpenActivity;
  },
): Conclusion {
  const { jobs, cycles } = store.syncJobs;
  return store.transaction(() => {
    const before = jobs.find(job.applicationId) ?? job;
    const facts = {
      now: virtualClock.now(),
      sequence: ended.sequence,
      isCurrent: isCurrent(),
      scope: job.settings.scope,
    };
    const conclusion = concludeCycle(before, ended.result, facts);
    const { end } = ended.result;
    cycles.write(job.key, conclusion.execution, failedProbe(end));
    const after = jobs.update(job.applicationId, conclusion.change);
    tellOfCycle(store, { job: after, conclusion, end, at: facts.now });
    return conclusion;
  });
}

function failedProbe(end: CycleEnd): FailedProbe | null {
  if (end.kind !== 'fatal' || end.probes.length === 0) return null;
  return { advice: adviseOn(end.failure, 'probe'), requests: end.probes.map(observe) };
}
