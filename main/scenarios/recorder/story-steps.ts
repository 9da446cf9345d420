// The steps of a recording, in order. Actions of one kind that follow each other are one step.
import { countOf } from '../../../shared/count-of.ts';
import { ScenarioAction } from '../../../shared/scenario/actions.ts';
import { describeAction } from '../../../shared/scenario/describe-action.ts';
import { ScenarioExpectation } from '../../../shared/scenario/expectations.ts';
import type { ScenarioScreen } from '../../../shared/scenario/scenario.ts';
import { scenarioFailure } from '../scenario-failure.ts';
import type { ActionDraft, ExpectationDraft, StepDraft } from './drafts.ts';

/** As many as a scenario may have, and some for its beginning. */
const MOST_STEPS = 180;
const MOST_ACTIONS = 200;
const LONGEST_TITLE = 120;

export interface StorySteps {
  readonly list: () => readonly StepDraft[];
  /** Throws where the story is full, or an action says what no scenario can. */
  readonly take: (taken: Taken) => void;
}

export interface Taken {
  readonly screen: ScenarioScreen;
  readonly actions: readonly ActionDraft[];
  readonly expectations?: readonly ExpectationDraft[];
}

export function createStorySteps(): StorySteps {
  const steps: StepDraft[] = [];
  return {
    list: () => steps,
    take({ screen, actions, expectations = [] }) {
      if (actions.length === 0) return;
      checkActions(actions);
      const last = steps.at(-1);
      if (last !== undefined && canJoin(last, actions)) {
        const joined = [...last.actions, ...actions];
        steps[steps.length - 1] = {
          ...last,
          expectations,
          actions: joined,
          title: nameStep(joined),
        };
        return;
      }
      if (steps.length >= MOST_STEPS) throw scenarioFailure('The story is full.');
      for (const part of toParts(actions)) {
        const title = nameStep(part);
        steps.push({ title, narration: '', screen, actions: part, expectations: [] });
      }
      const newest = steps.at(-1);
      if (newest !== undefined) steps[steps.length - 1] = { ...newest, expectations };
    },
  };
}

/** As many steps as so many actions need. */
export function toParts(actions: readonly ActionDraft[]): readonly (readonly ActionDraft[])[] {
  const count = Math.ceil(actions.length / MOST_ACTIONS);
  return Array.from({ length: count }, (_, part) =>
    actions.slice(part * MOST_ACTIONS, (part + 1) * MOST_ACTIONS),
  );
}

function checkActions(actions: readonly ActionDraft[]): void {
  for (const action of actions) {
    const read = ScenarioAction.safeParse(action);
    if (read.success) continue;
    const [issue] = read.error.issues;
    throw scenarioFailure(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
  }
}

function canJoin({ actions: before, expectations }: StepDraft, actions: readonly ActionDraft[]) {
  const verbs = new Set([...before, ...actions].map((action) => action.do));
  return (
    verbs.size === 1 && expectations.length === 0 && before.length + actions.length <= MOST_ACTIONS
  );
}

export function nameStep(actions: readonly ActionDraft[]): string {
  const [first, ...others] = actions.map((action) => describeAction(ScenarioAction.parse(action)));
  if (first === undefined) return 'Nothing is done';
  const more = others.length === 0 ? '' : `, and ${countOf(others.length, 'more', 'more')}`;
  const room = LONGEST_TITLE - more.length;
  return `${first.length > room ? `${first.slice(0, room - 1)}…` : first}${more}`;
}

/** Drops what no scenario can say, rather than make a file that cannot be read. */
export function keepValid(expectations: readonly ExpectationDraft[]): readonly ExpectationDraft[] {
  return expectations.filter((each) => ScenarioExpectation.safeParse(each).success);
}
