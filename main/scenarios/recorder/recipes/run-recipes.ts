// What the job does: started, stopped, run, moved in time, asked for one person. A step that lets a cycle run waits for its end.
import type { ActionDraft } from '../drafts.ts';
import { newestCycle } from '../../cycles.ts';
import { findNewCycles, seeCycles } from '../own-cycles.ts';
import type { Finish, Recipes } from '../recipe.ts';
import type { Story } from '../story.ts';
import { suggestAfterCycle, suggestStanding } from '../suggest-expectations.ts';
import { suggestPresence } from '../suggest-objects.ts';
import { useActive } from '../use-active.ts';

export const runRecipes = {
  startJob: ({ params }, story) => settingOff({ do: 'start' }, params.application, story),
  restartJob: ({ params, body: { resetScopes } }, story) =>
    settingOff({ do: 'restart', reset: resetScopes }, params.application, story),
  allowJobDeletes: ({ params }, story) =>
    settingOff({ do: 'allow-deletes' }, params.application, story),
  runJobCycle: ({ params }, story) => settingOff({ do: 'run-cycle' }, params.application, story),
  async stopJob({ params }, story) {
    if (!(await story.uses(params.application))) return undefined;
    return async () => {
      const expectations = await suggestStanding(story);
      story.steps.take({ screen: 'overview', actions: [{ do: 'stop' }], expectations });
    };
  },
  async jumpSimulatorClock({ body }, story) {
    await useActive(story);
    const least = 'seconds' in body ? body.seconds : 0;
    return async ({ now }) => {
      const action = story.clock.passTo(now, least);
      const cycle = seeCycles(await findNewCycles(story), story);
      if (action === undefined) return;
      const expectations = cycle === undefined ? [] : await suggestAfterCycle(cycle, story);
      story.steps.take({ screen: 'logs', actions: [action], expectations });
    };
  },
  async provisionOnDemand({ params, body: { objectId, memberIds } }, story) {
    if (!(await story.uses(params.application))) return undefined;
    await story.people.meet([objectId, ...memberIds]);
    return async ({ steps, summaries }) => {
      const { label } = story.people;
      const reached = steps.filter(({ status }) => status !== null);
      const succeeded = reached.every(({ status }) => status !== 'failure');
      const members = memberIds.map(label);
      story.steps.take({
        screen: 'on-demand',
        actions: [
          {
            do: 'provision-on-demand',
            object: label(objectId),
            ...(members.length > 0 && { members }),
          },
        ],
        expectations: [{ see: 'answer', succeeded }, ...(await suggestPresence(summaries, story))],
      });
    };
  },
  async discoverAccounts({ params }, story) {
    if (!(await story.uses(params.application))) return undefined;
    return ({ problem }) =>
      story.steps.take({
        screen: 'discovery',
        actions: [{ do: 'discover' }],
        expectations: [{ see: 'answer', succeeded: problem === null }],
      });
  },
} satisfies Recipes;

async function settingOff(
  action: ActionDraft,
  application: string,
  story: Story,
): Promise<Finish<'startJob'>> {
  if (!(await story.uses(application))) return undefined;
  const before = await newestCycleOf(story);
  return async () => {
    const cycle = await story.cycleAfter(before);
    const expectations = await suggestAfterCycle(cycle, story);
    story.steps.take({ screen: 'overview', actions: [action], expectations });
  };
}

async function newestCycleOf(story: Story) {
  const id = story.application()?.id;
  return id === undefined ? undefined : newestCycle({ client: story.client(), application: id });
}
