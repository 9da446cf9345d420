// Runs that go on beside the requests of the server: one at a time, the newest kept, all ended when the server ends.
import type { ScenarioReport, StepResult } from '../../shared/scenario/report.ts';
import type { ScenarioRun, ScenarioRunDetails } from '../../shared/scenario/scenario-run.ts';
import type { ScenarioRemains } from '../../shared/scenario/scenario-remains.ts';
import type { Scenario } from '../../shared/scenario/scenario.ts';
import type { Clock } from '../base/clock.ts';
import type { Feed } from '../base/feed.ts';
import type { NewId } from '../base/ids.ts';
import type { Logger } from '../base/logger.ts';
import type { AdminClient } from '../client/admin-client.ts';
import { clearRemains } from './open-world.ts';
import { openSession, toWaiting, type Session } from './session.ts';

export interface ScenarioRunRequest {
  readonly scenario: Scenario;
  readonly mode: 'all' | 'steps';
  readonly keep: boolean;
}

export interface ScenarioRuns {
  /** Removes what a run left behind that ended with its server; nothing starts until that is done. */
  readonly open: () => void;
  /** Undefined while another run is under way. */
  readonly start: (request: ScenarioRunRequest) => ScenarioRun | undefined;
  /** Newest first. */
  readonly list: () => readonly ScenarioRun[];
  readonly find: (id: string) => ScenarioRunDetails | undefined;
  /** Undefined unless it waits. */
  readonly step: (id: string, all: boolean) => ScenarioRun | undefined;
  readonly cancel: (id: string) => ScenarioRun | undefined;
  /** Ends what is under way and waits until it has removed what it made. */
  readonly close: () => Promise<void>;
}

export interface ScenarioRunsDependencies {
  readonly store: {
    readonly scenarioRemains: {
      readonly read: () => ScenarioRemains | undefined;
      readonly write: (remains: ScenarioRemains | null) => void;
    };
  };
  /** Calls the admin API of this very server. */
  readonly client: () => AdminClient;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly feed: Feed;
  readonly logger: Logger;
}

interface Entry {
  run: ScenarioRun;
  steps: readonly StepResult[];
  problem: string | null;
  report: ScenarioReport | null;
  readonly request: ScenarioRunRequest;
  readonly controller: AbortController;
  /** Called to let a run that waits go on. */
  goOn: (() => void) | undefined;
  /** Whether it stops before the next step. */
  isStepwise: boolean;
  ended: Promise<void>;
}

const KEPT = 50;

export function createScenarioRuns(dependencies: ScenarioRunsDependencies): ScenarioRuns {
  const entries: Entry[] = [];
  const { clock, newId, feed } = dependencies;
  let recovery: Promise<void> | undefined;
  const byId = (id: string) => entries.find(({ run }) => run.id === id);

  function update(entry: Entry, change: Partial<ScenarioRun>): void {
    entry.run = { ...entry.run, ...change };
    feed.publish({ type: 'scenario-run-changed', data: { run: entry.run } });
  }

  return {
    open() {
      recovery = recover(dependencies).finally(() => {
        recovery = undefined;
      });
    },
    start(request) {
      if (recovery !== undefined) return undefined;
      if (entries.some(({ run }) => run.state !== 'ended')) return undefined;
      const run = newRun(newId(), request.scenario, clock.now());
      const entry = newEntry(run, request);
      entries.unshift(entry);
      entries.splice(KEPT);
      update(entry, {});
      entry.ended = carryOut(entry, { dependencies, update });
      return run;
    },
    list: () => entries.map(({ run }) => run),
    find(id) {
      const entry = byId(id);
      return entry && toDetails(entry);
    },
    step(id, all) {
      const entry = byId(id);
      if (entry?.goOn === undefined) return undefined;
      entry.isStepwise = !all;
      entry.goOn();
      return entry.run;
    },
    cancel(id) {
      const entry = byId(id);
      entry?.controller.abort();
      entry?.goOn?.();
      return entry?.run;
    },
    async close() {
      for (const { controller, goOn } of entries) {
        controller.abort();
        goOn?.();
      }
      await Promise.all([recovery, ...entries.map(({ ended }) => ended)]);
    },
  };
}

/** Never rejects: what could not be removed is logged. */
async function recover({ store, client, logger }: ScenarioRunsDependencies): Promise<void> {
  const { scenarioRemains } = store;
  const remains = scenarioRemains.read();
  if (remains === undefined) return;
  try {
    const left = await clearRemains(client(), remains);
    scenarioRemains.write(null);
    logger.warn('What a scenario left behind that ended with its server was removed', { left });
  } catch (error) {
    logger.error('What a scenario left behind could not be removed', { error });
  }
}

function newRun(id: string, { id: scenario, title, steps }: Scenario, now: Date): ScenarioRun {
  return {
    id,
    scenario,
    title,
    startedAt: now.toISOString(),
    state: 'running',
    outcome: null,
    done: 0,
    total: steps.length,
    failed: 0,
    tenant: null,
    application: null,
  };
}

function newEntry(run: ScenarioRun, request: ScenarioRunRequest): Entry {
  return {
    run,
    steps: request.scenario.steps.map(toWaiting),
    problem: null,
    report: null,
    request,
    controller: new AbortController(),
    goOn: undefined,
    isStepwise: request.mode === 'steps',
    ended: Promise.resolve(),
  };
}

function toDetails({ run, steps, problem, report }: Entry): ScenarioRunDetails {
  return { ...run, steps: [...steps], problem, report };
}

interface Work {
  readonly dependencies: ScenarioRunsDependencies;
  readonly update: (entry: Entry, change: Partial<ScenarioRun>) => void;
}

/** Never rejects: a mistake of ours ends the run, and is logged. */
async function carryOut(entry: Entry, work: Work): Promise<void> {
  const { dependencies, update } = work;
  try {
    const session = await open(entry, work);
    const { tenant, application } = session;
    update(entry, { tenant, application });
    await takeSteps(entry, session, work);
    update(entry, { state: 'ending' });
    const report = await session.finish();
    entry.report = report;
    const { outcome } = report;
    const gone = entry.request.keep ? {} : { tenant: null, application: null };
    update(entry, { state: 'ended', outcome, ...gone });
  } catch (error) {
    dependencies.logger.error('A run of a scenario broke off', { error });
    entry.problem = error instanceof Error ? error.message : String(error);
    update(entry, { state: 'ended', outcome: 'broken' });
  }
}

function open(entry: Entry, { dependencies, update }: Work): Promise<Session> {
  const { client, clock, store } = dependencies;
  const { request, controller } = entry;
  return openSession(request.scenario, {
    client: client(),
    clock,
    keep: request.keep,
    signal: controller.signal,
    onRemains: (remains) => store.scenarioRemains.write(remains),
    onProgress(steps) {
      entry.steps = [...steps];
      update(entry, {
        done: steps.filter(({ state }) => !['waiting', 'running'].includes(state)).length,
        failed: steps.filter(({ state }) => state === 'failed' || state === 'broken').length,
      });
    },
  });
}

/** Stepwise it waits after every step, the last one included: what it made is there to be looked at. */
async function takeSteps(entry: Entry, session: Session, { update }: Work): Promise<void> {
  const { signal } = entry.controller;
  while (await session.step()) {
    if (!entry.isStepwise || signal.aborted) continue;
    const goesOn = new Promise<void>((resolve) => {
      entry.goOn = resolve;
    });
    update(entry, { state: 'waiting' });
    await goesOn;
    entry.goOn = undefined;
    if (!signal.aborted) update(entry, { state: 'running' });
  }
}
