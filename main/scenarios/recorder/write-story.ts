// The recording as a scenario file. It begins with what was there before: people, the application as it was, and where its job
// had come.
import { Document, isMap, isSeq, parseDocument, visit } from 'yaml';
import type { z } from 'zod';
import { countOf } from '../../../shared/count-of.ts';
import type { Scenario, ScenarioStep } from '../../../shared/scenario/scenario.ts';
import type { ListedAssignment } from '../../../shared/simulator/application-routes.ts';
import { readScenario } from '../read-scenario.ts';
import { scenarioFailure } from '../scenario-failure.ts';
import { toScenarioId } from '../scenario-id.ts';
import { describePopulation } from './describe-population.ts';
import type { ActionDraft, StepDraft } from './drafts.ts';
import { nameSeeds, type Seed } from './people.ts';
import { toParts } from './story-steps.ts';
import type { Story } from './story.ts';

const LONGEST_SUMMARY = 2_000;
const SHORT = 90;
const LINE = 120;

export interface WrittenStory {
  readonly fileName: string;
  readonly text: string;
  readonly steps: number;
}

/** Throws where nothing was recorded, or the file would be none. */
export function writeStory(title: string, day: string, story: Story): WrittenStory {
  if (story.steps.list().length === 0) throw scenarioFailure('Nothing has been recorded yet.');
  const written = printStory(title, day, story);
  const read = readScenario(written.text, written.fileName);
  if (read.kind === 'wrong') throw scenarioFailure(`The story cannot be written: ${read.message}`);
  return written;
}

export function printStory(title: string, day: string, story: Story): WrittenStory {
  const told = story.steps.list();
  const id = toScenarioId(title);
  const text = print({
    id,
    title,
    summary: summarise(day, told.length, story.left()),
    connected: story.application()?.baseline.target !== undefined,
    steps: [...describeBeginning(story), ...told].map(toFileStep),
  });
  return { fileName: `${id}.yaml`, text, steps: told.length };
}

/** A file that was written before, by another name. */
export function renameStory(text: string, title: string): Omit<WrittenStory, 'steps'> {
  const document = parseDocument(text);
  const id = toScenarioId(title);
  document.set('id', id);
  document.set('title', title);
  return { fileName: `${id}.yaml`, text: document.toString({ lineWidth: LINE }) };
}

/** Without lists that are empty; the narration is there to be written. */
function toFileStep({ expectations, ...step }: StepDraft): z.input<typeof ScenarioStep> {
  return {
    ...step,
    actions: [...step.actions],
    ...(expectations.length > 0 && { expectations: [...expectations] }),
  };
}

function summarise(day: string, steps: number, left: readonly string[]): string {
  const taken = `Recorded on ${day}: ${countOf(steps, 'step')}.`;
  const summary = left.length === 0 ? taken : `${taken} Not in it: ${left.join(' ')}`;
  return summary.length > LONGEST_SUMMARY ? `${summary.slice(0, LONGEST_SUMMARY - 1)}…` : summary;
}

type Beginning = Pick<StepDraft, 'title' | 'narration' | 'screen' | 'actions'>;

function describeBeginning(story: Story): readonly StepDraft[] {
  const steps = [...describePeople(story), ...describeApplication(story)];
  return steps.map((step) => ({ ...step, expectations: [] }));
}

function describePeople(story: Story): readonly Beginning[] {
  const seeds = story.people.seeds();
  const labelOf = nameSeeds(seeds);
  const population = describePopulation(seeds, { domains: story.domains, labelOf }).flat();
  const actions = [...population, ...seeds.flatMap((seed) => describeDeleted(seed, labelOf))];
  return toParts(actions).map((part) => ({
    title: 'Those who were there before',
    narration: 'The people and groups that the story is about, as they were when it began.',
    screen: 'directory',
    actions: part,
  }));
}

/** Who was in the recycle bin. */
function describeDeleted(
  seed: Seed,
  labelOf: ReturnType<typeof nameSeeds>,
): readonly ActionDraft[] {
  const object = seed.type === 'User' ? seed.user : seed.group;
  const label = labelOf(object.objectId);
  if (object.deletedDateTime === null || label === undefined) return [];
  return seed.type === 'User'
    ? [{ do: 'delete-user', user: label }]
    : [{ do: 'delete-group', group: label }];
}

function describeApplication(story: Story): readonly Beginning[] {
  const baseline = story.application()?.baseline;
  if (baseline === undefined) return [];
  const labelOf = nameSeeds(story.people.seeds());
  const setUp = [
    ...baseline.setUp,
    ...describeAssignments(baseline.assignments, labelOf),
    ...(baseline.target?.flag === true ? [{ do: 'connect', flag: true } as const] : []),
  ];
  const { lastExecution, schedule } = baseline.status;
  const run: ActionDraft[] = [{ do: 'start' }];
  if (schedule.state !== 'Active') run.push({ do: 'stop' });
  return [
    ...toParts(setUp).map((actions): Beginning => ({
      title: 'The application as it was',
      narration: 'Its roles, its settings, and who was assigned when the story began.',
      screen: 'users-and-groups',
      actions,
    })),
    ...(lastExecution === null ? [] : [{ ...HAD_RUN, actions: run }]),
  ];
}

const HAD_RUN = {
  title: 'The job had run before',
  narration: 'A first cycle brings those who had been provisioned already.',
  screen: 'overview',
} as const;

function describeAssignments(
  assignments: readonly ListedAssignment[],
  labelOf: ReturnType<typeof nameSeeds>,
): readonly ActionDraft[] {
  const byRole = Map.groupBy(assignments, ({ roleName }) => roleName);
  return [...byRole].flatMap(([role, those]): ActionDraft[] => {
    const to = those.map(({ principalId }) => labelOf(principalId));
    const labels = to.filter((label) => label !== undefined);
    if (labels.length === 0) return [];
    return [{ do: 'assign', to: labels, ...(role !== 'User' && { role }) }];
  });
}

/** As people write such files: what is short stands on one line. */
function print(scenario: z.input<typeof Scenario>): string {
  const document = new Document(scenario);
  visit(document, {
    Collection(_key, node, path) {
      const isInList = path.some((parent) => isSeq(parent));
      if (!isInList || (isMap(node) && node.has('title'))) return undefined;
      const isShort = JSON.stringify(node).length <= SHORT;
      if (isShort) node.flow = true;
      return isShort ? visit.SKIP : undefined;
    },
  });
  return document.toString({ lineWidth: LINE });
}
