// One run of a scenario, step after step: carries out the actions of a step, then looks at what it expects. A refused action
// ends the story, because nothing after it means anything; an expectation that is not met does not.
import { describeAction } from '../../shared/scenario/describe-action.ts';
import { describeExpectation } from '../../shared/scenario/describe-expectation.ts';
import type {
  ActionResult,
  ExpectationResult,
  ScenarioOutcome,
  ScenarioReport,
  StepResult,
} from '../../shared/scenario/report.ts';
import type { ScenarioRemains } from '../../shared/scenario/scenario-remains.ts';
import type { Scenario, ScenarioStep } from '../../shared/scenario/scenario.ts';
import type { ScenarioAction } from '../../shared/scenario/actions.ts';
import type { ScenarioExpectation } from '../../shared/scenario/expectations.ts';
import type { Clock } from '../base/clock.ts';
import { isAdminApiError, type AdminClient } from '../client/admin-client.ts';
import { performAction } from './actions/perform-action.ts';
import { lookFor } from './expectations/look-for.ts';
import { readMark } from './marks.ts';
import { openWorld, type OpenWorld } from './open-world.ts';

export interface SessionOptions {
  readonly client: AdminClient;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Whether tenant, application and people stay when it ends. */
  readonly keep: boolean;
  /** Called with all that the run has made and changed so far; null: nothing is left of it that it would remove. */
  readonly onRemains?: (remains: ScenarioRemains | null) => void;
  /** Called whenever a step has come further. */
  readonly onProgress: (steps: readonly StepResult[]) => void;
}

export interface Session {
  readonly tenant: string;
  readonly application: string;
  readonly steps: () => readonly StepResult[];
  /** Carries out the next step; false when there was none left. Never rejects: what goes wrong is in the result. */
  readonly step: () => Promise<boolean>;
  /** Ends the run and removes what it made. */
  readonly finish: () => Promise<ScenarioReport>;
}

/** Rejects with a sentence when the tenant or the application cannot be made. */
export async function openSession(scenario: Scenario, options: SessionOptions): Promise<Session> {
  const { clock, signal, onProgress } = options;
  const startedAt = clock.now().toISOString();
  const startedMs = clock.monotonicMs();
  const open = await openWorld(scenario, options);
  const steps = scenario.steps.map(toWaiting);
  let next = 0;

  function update(index: number, change: Partial<StepResult>): void {
    const step = steps[index];
    if (step !== undefined) steps[index] = { ...step, ...change };
    onProgress(steps);
  }

  async function step(): Promise<boolean> {
    const index = next;
    const planned = scenario.steps[index];
    if (planned === undefined || signal.aborted || isBroken(steps)) return false;
    next += 1;
    const beganMs = clock.monotonicMs();
    update(index, { state: 'running' });
    const work = { open, clock, update: (change: Partial<StepResult>) => update(index, change) };
    const state = await carryOut(planned, work);
    update(index, { state, durationMs: clock.monotonicMs() - beganMs });
    return true;
  }

  return {
    tenant: open.world.tenant,
    application: open.world.application,
    steps: () => [...steps],
    step,
    async finish() {
      const kept = options.keep ? [] : await open.remove();
      const leftBehind = [...kept, ...(await open.release())];
      for (const [index, each] of steps.entries()) {
        if (each.state === 'waiting') update(index, { state: 'skipped' });
      }
      return {
        scenario: scenario.id,
        title: scenario.title,
        seed: scenario.seed,
        outcome: outcomeOf(steps, signal),
        startedAt,
        durationMs: clock.monotonicMs() - startedMs,
        steps,
        leftBehind,
      };
    },
  };
}

export function toWaiting({ title, narration, screen }: ScenarioStep): StepResult {
  const nothing = { actions: [], expectations: [], durationMs: 0 };
  return { title, narration, screen: screen ?? null, state: 'waiting', ...nothing };
}

function isBroken(steps: readonly StepResult[]): boolean {
  return steps.some(({ state }) => state === 'broken');
}

function outcomeOf(steps: readonly StepResult[], signal: AbortSignal): ScenarioOutcome {
  if (isBroken(steps)) return 'broken';
  if (steps.some(({ state }) => state === 'failed')) return 'failed';
  return signal.aborted || steps.some(({ state }) => state !== 'passed') ? 'cancelled' : 'passed';
}

interface Work {
  readonly open: OpenWorld;
  readonly clock: Clock;
  readonly update: (change: Partial<StepResult>) => void;
}

async function carryOut(
  { actions, expectations }: ScenarioStep,
  { open: { world }, clock, update }: Work,
): Promise<StepResult['state']> {
  const done: ActionResult[] = [];
  const seen: ExpectationResult[] = [];
  world.answer = undefined;
  try {
    world.marks.step = await readMark(world);
  } catch (error) {
    update({ actions: [refused('Begin the step', error, 0)] });
    return 'broken';
  }
  for (const action of actions) {
    const beganMs = clock.monotonicMs();
    const result = world.signal.aborted ? undefined : await perform(action, world);
    if (result === undefined) return 'skipped';
    done.push({ ...result, durationMs: clock.monotonicMs() - beganMs });
    update({ actions: [...done] });
    if (result.outcome === 'refused') return 'broken';
  }
  for (const expectation of expectations) {
    seen.push(await look(expectation, world));
    update({ expectations: [...seen] });
  }
  return seen.every(({ passed }) => passed) ? 'passed' : 'failed';
}

async function perform(action: ScenarioAction, world: OpenWorld['world']): Promise<ActionResult> {
  const text = describeAction(action);
  try {
    return { text, outcome: 'done', detail: await performAction(action, world), durationMs: 0 };
  } catch (error) {
    return refused(text, error, 0);
  }
}

function refused(text: string, error: unknown, durationMs: number): ActionResult {
  return { text, outcome: 'refused', detail: explain(error), durationMs };
}

async function look(
  expectation: ScenarioExpectation,
  world: OpenWorld['world'],
): Promise<ExpectationResult> {
  const text = describeExpectation(expectation).replaceAll('${domain}', world.domain);
  try {
    return { text, ...(await lookFor(expectation, world)) };
  } catch (error) {
    return { text, passed: false, seen: explain(error) };
  }
}

/** Refusals of the server and of the scenario are results; a mistake of ours is told as what it is. */
function explain(error: unknown): string {
  if (isAdminApiError(error)) return error.message;
  return error instanceof Error ? error.message : String(error);
}
