// How the job is set: target, credentials, settings, mappings, scoping filters; and the connection test. A secret is looked at to
// tell whether it is the tenant's own, and is never kept.
import { DEFAULT_JOB_SETTINGS } from '../../../../shared/simulator/job.ts';
import type { JobCredentials } from '../../../../shared/simulator/job.ts';
import { describeSchema, describeSettings } from '../describe-job.ts';
import type { ActionDraft } from '../drafts.ts';
import { findTarget, opensTarget, type StoryTarget } from '../find-target.ts';
import type { Recipes } from '../recipe.ts';
import type { Story } from '../story.ts';

/** What stands in the file for a token that does not open the tenant. */
const WRONG_TOKEN = 'a-token-of-nobody';

export const jobRecipes = {
  async putJobTarget({ params, body }, story) {
    if (!(await story.uses(params.application))) return undefined;
    return async () => {
      const target = await findTarget(body, story.client());
      await connect(target, story.application()?.isTokenWrong === true, story);
    };
  },
  async putJobCredentials({ params, body }, story) {
    if (!(await story.uses(params.application))) return undefined;
    return async () => {
      const target = story.application()?.target;
      if (target === undefined) {
        story.leave('Credentials without a Tenant URL: they come with it in the story.');
        return;
      }
      noteCredentials(body, story);
      if (isMasked(body)) return; // as it was
      await connect(target, !(await opensTarget(body, target, story.client())), story);
    };
  },
  async putJobSettings({ params, body }, story) {
    if (!(await story.uses(params.application))) return undefined;
    const { settings: before } = await story.client().call('getProvisioningJob', { params });
    return ({ settings }) => {
      const action = describeSettings(before, settings);
      if (action !== undefined) story.steps.take({ screen: 'overview', actions: [action] });
      if (body.scope === 'all' && before.scope !== DEFAULT_JOB_SETTINGS.scope) return;
      if (body.scope === 'all') story.leave(ALL);
    };
  },
  async putJobSchema({ params }, story) {
    if (!(await story.uses(params.application))) return undefined;
    const before = await story.client().call('getJobSchema', { params });
    return (after) => {
      const { actions, left } = describeSchema(before, after, story.domains);
      for (const reason of left) story.leave(reason);
      story.steps.take({ screen: 'mapping', actions });
    };
  },
  async testJobConnection({ params, body }, story) {
    if (!(await story.uses(params.application))) return undefined;
    const saved = story.application()?.target;
    return async ({ succeeded }) => {
      const target =
        body.target === undefined ? saved : await findTarget(body.target, story.client());
      if (target === undefined) return;
      if (body.credentials !== undefined) noteCredentials(body.credentials, story);
      await connectForTest({ target, credentials: body.credentials, saved }, story);
      const isSure = target.tenant !== undefined;
      story.steps.take({
        screen: 'connectivity',
        actions: [{ do: 'test-connection' }],
        expectations: isSure || succeeded ? [{ see: 'answer', succeeded }] : [],
      });
    };
  },
} satisfies Recipes;

const ALL =
  'All users and groups are in scope: a run has those of its directory besides, so figures are left open.';

/** The step, unless a run is connected so already. */
async function connect(target: StoryTarget, isTokenWrong: boolean, story: Story): Promise<void> {
  const before = story.application();
  if (before === undefined) return;
  const isSame = before.target?.flag === target.flag && before.isTokenWrong === isTokenWrong;
  await story.connects(target, isTokenWrong);
  if (target.tenant === undefined) {
    story.leave(
      'The target was a server that is not ours: the story has a tenant of its own instead.',
    );
  }
  if (isSame) return;
  const action: ActionDraft = {
    do: 'connect',
    ...(target.flag && { flag: true }),
    ...(isTokenWrong && { secretToken: WRONG_TOKEN }),
  };
  story.steps.take({ screen: 'connectivity', actions: [action] });
}

interface TestedConnection {
  readonly target: StoryTarget;
  readonly credentials: JobCredentials | undefined;
  readonly saved: StoryTarget | undefined;
}

/** Values that are tested before they are saved: a run saves them first. */
async function connectForTest(
  { target, credentials, saved }: TestedConnection,
  story: Story,
): Promise<void> {
  const isWrong =
    credentials === undefined || isMasked(credentials)
      ? saved !== undefined && story.application()?.isTokenWrong === true
      : !(await opensTarget(credentials, target, story.client()));
  await connect(target, isWrong, story);
}

function noteCredentials({ type }: JobCredentials, story: Story): void {
  if (type === 'bearer') return;
  story.leave('Client credentials: the story brings the Secret Token of its tenant instead.');
}

function isMasked(credentials: JobCredentials): boolean {
  const secret = credentials.type === 'bearer' ? credentials.secretToken : credentials.clientSecret;
  return secret.startsWith('****');
}
