// What a recording knows while it goes on: its people, its application and job, its time, its steps.
import { readIntervalMinutes, type CycleExecution } from '../../../shared/simulator/job.ts';
import type { Application } from '../../../shared/simulator/application.ts';
import type { AdminClient } from '../../client/admin-client.ts';
import { nextCycleEnd } from '../cycles.ts';
import { createDomains, type Domains } from './domains.ts';
import type { StoryTarget } from './find-target.ts';
import { createPeople, type People } from './people.ts';
import { isClean, readBaseline, type Baseline } from './read-baseline.ts';
import { createStoryClock, type StoryClock } from './story-clock.ts';
import { createStorySteps, type StorySteps } from './story-steps.ts';

export interface StoryApplication {
  readonly id: string;
  readonly baseline: Baseline;
  /** Undefined: not configured. */
  target: StoryTarget | undefined;
  /** Whether a run has a wrong Secret Token now. */
  isTokenWrong: boolean;
  /** Whether the tenant has what the story brings, and nothing else. */
  isTargetClean: boolean;
  /** Cycles that the story knows of, by their ids. */
  readonly seenCycles: Set<string>;
  /** Cycles since the recording met it. */
  cycles: number;
}

export interface Story {
  readonly client: () => AdminClient;
  readonly signal: AbortSignal;
  readonly domains: Domains;
  readonly people: People;
  readonly clock: StoryClock;
  readonly steps: StorySteps;
  /** What was done and is no step. */
  readonly left: () => readonly string[];
  readonly leave: (reason: string) => void;
  readonly application: () => StoryApplication | undefined;
  /** Whether the story is about this application; it becomes so where it is about none yet. */
  readonly uses: (id: string) => Promise<boolean>;
  /** The story is about one that has just been made. */
  readonly begins: (application: Application) => Promise<void>;
  /** Rejects where none begins. */
  readonly cycleAfter: (before: CycleExecution | undefined) => Promise<CycleExecution>;
  /** Where the job provisions to from now on. */
  readonly connects: (target: StoryTarget, isTokenWrong: boolean) => Promise<void>;
}

interface StoryOptions {
  readonly client: () => AdminClient;
  readonly signal: AbortSignal;
  /** Virtual time. */
  readonly begin: string;
}

export function createStory({ client, signal, begin }: StoryOptions): Story {
  const left: string[] = [];
  const leave = (reason: string) => void (left.includes(reason) || left.push(reason));
  const domains = createDomains();
  const people = createPeople({ client, domains, leave });
  const clock = createStoryClock(begin);
  let application: StoryApplication | undefined;

  async function choose(id: string): Promise<void> {
    const tools = { client: client(), people, domains, leave };
    const baseline = await readBaseline(id, tools);
    const { cycles } = await client().call('listJobCycles', {
      params: { application: id },
      query: { limit: 500 },
    });
    application = {
      id,
      baseline,
      target: baseline.target,
      isTokenWrong: false,
      isTargetClean: baseline.isTargetClean,
      seenCycles: new Set(cycles.map(({ activityIdentifier }) => activityIdentifier)),
      cycles: 0,
    };
    alignClock(clock, baseline);
  }

  return {
    client,
    signal,
    domains,
    people,
    clock,
    steps: createStorySteps(),
    left: () => left,
    leave,
    application: () => application,
    async uses(id) {
      if (application === undefined) await choose(id);
      if (application?.id === id) return true;
      leave('What was done to other applications: a story is about one.');
      return false;
    },
    async begins({ id }) {
      if (application === undefined) await choose(id);
      else leave('Another application was created: a story is about one.');
    },
    async cycleAfter(before) {
      const id = application?.id ?? '';
      const cycle = await nextCycleEnd(before, { client: client(), application: id, signal });
      application?.seenCycles.add(cycle.activityIdentifier);
      return cycle;
    },
    async connects(target, isTokenWrong) {
      if (application === undefined) return;
      const isOther = application.target?.tenant !== target.tenant;
      application.target = target;
      application.isTokenWrong = isTokenWrong;
      if (isOther) application.isTargetClean = await isClean(target, NOBODY, client());
    },
  };
}

/** A run has its first cycle when the story begins, and the next is due after the interval. */
function alignClock(clock: StoryClock, { status }: Baseline): void {
  const minutes = readIntervalMinutes(status);
  if (status.lastExecution === null || status.nextCycle === null || minutes === null) return;
  const due = Date.parse(status.nextCycle);
  clock.align(new Date(due - minutes * 60_000).toISOString());
}

const NOBODY = { users: 0, groups: 0 };
