// Cycles that no call set off directly: they fell due. In the story time passes until then.
import type { CycleExecution } from '../../../shared/simulator/job.ts';
import type { Story } from './story.ts';
import { suggestAfterCycle } from './suggest-expectations.ts';

const MOST_CYCLES = 50;

/** Those that have ended and that the story does not know of, newest first. */
export async function findNewCycles(story: Story): Promise<readonly CycleExecution[]> {
  const application = story.application();
  if (application === undefined) return [];
  const { cycles } = await story.client().call('listJobCycles', {
    params: { application: application.id },
    query: { limit: MOST_CYCLES },
  });
  return cycles.filter(
    ({ state, activityIdentifier }) =>
      state !== 'Running' && !application.seenCycles.has(activityIdentifier),
  );
}

/** The newest of them; all are known from now on. */
export function seeCycles(
  cycles: readonly CycleExecution[],
  story: Story,
): CycleExecution | undefined {
  const seen = story.application()?.seenCycles;
  const [newest] = cycles.filter((each) => seen?.has(each.activityIdentifier) === false);
  for (const { activityIdentifier } of cycles) seen?.add(activityIdentifier);
  return newest;
}

export async function takeOwnCycles(
  cycles: readonly CycleExecution[],
  story: Story,
): Promise<void> {
  const newest = seeCycles(cycles, story);
  if (newest === undefined) return;
  const action = story.clock.passTo(newest.timeBegan, 0) ?? { do: 'run-cycle' };
  const expectations = await suggestAfterCycle(newest, story);
  story.steps.take({ screen: 'logs', actions: [action], expectations });
}
