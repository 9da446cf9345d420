// What a step is to be expected to show, from what came of it in the recording. Only what a run can show as well: where the
// target had other people, or the job had been at work before, figures are left out.
import { countConnections, type ConnectionCounts } from '../count-connections.ts';
import type { CycleExecution, JobStatus } from '../../../shared/simulator/job.ts';
import type { ProvisioningLogRow } from '../../../shared/simulator/provisioning-log-pages.ts';
import type { ExpectationDraft } from './drafts.ts';
import { keepValid } from './story-steps.ts';
import type { Story, StoryApplication } from './story.ts';
import { suggestObjects } from './suggest-objects.ts';

const MOST_ROWS = 1_000;

/** After the end of a cycle: the cycle, the job, the target, and those it was about. */
export async function suggestAfterCycle(
  cycle: CycleExecution,
  story: Story,
): Promise<readonly ExpectationDraft[]> {
  const application = story.application();
  if (application === undefined) return [];
  const isFirst = application.cycles === 0 && application.baseline.status.lastExecution !== null;
  application.cycles += 1;
  const rows = await readRows(cycle, application, story);
  const isSure = !isFirst && (await isReproducible(application, story));
  return keepValid([
    ...suggestCycle(cycle, { rows, isFirst, isSure, story }),
    ...(await suggestStanding(story)),
    ...(await suggestObjects(rows, isSure, story)),
  ]);
}

async function readRows(
  { activityIdentifier }: CycleExecution,
  { id }: StoryApplication,
  { client }: Story,
): Promise<readonly ProvisioningLogRow[]> {
  const { entries } = await client().call('listProvisioningLogs', {
    params: { application: id },
    query: { cycleId: activityIdentifier, limit: MOST_ROWS },
  });
  return entries.toReversed();
}

/** Whether a run has the same people in scope and the same in its target. */
async function isReproducible(
  { id, isTargetClean, baseline }: StoryApplication,
  { client }: Story,
): Promise<boolean> {
  if (!isTargetClean || !baseline.isWhole) return false;
  const { settings } = await client().call('getProvisioningJob', { params: { application: id } });
  return settings.scope === 'assigned';
}

interface CycleFacts {
  readonly rows: readonly ProvisioningLogRow[];
  readonly isFirst: boolean;
  readonly isSure: boolean;
  readonly story: Story;
}

function suggestCycle(
  { type, state, outcomes }: CycleExecution,
  { rows, isFirst, isSure, story }: CycleFacts,
): readonly ExpectationDraft[] {
  const sure = Object.entries(outcomes).filter(([outcome]) => isAboutStory(outcome, rows, story));
  const isCounted = isSure && rows.length < MOST_ROWS && sure.length > 0;
  const isTold = state !== 'Running' && (isSure || state === 'Succeeded');
  const facts = {
    ...(!isFirst && { type }),
    ...(isTold && { state }),
    ...(isCounted && { outcomes: Object.fromEntries(sure) }),
  };
  return Object.keys(facts).length === 0 ? [] : [{ see: 'cycle', ...facts }];
}

/** Whether all entries of this kind are about people of the story: others may not be there, or be otherwise, in a run. */
function isAboutStory(outcome: string, rows: readonly ProvisioningLogRow[], { people }: Story) {
  const these = rows.filter(
    ({ provisioningAction, status }) => `${provisioningAction}/${status}` === outcome,
  );
  return these.length > 0 && these.every(({ sourceId }) => people.isKnown(sourceId));
}

/** How the job stands, and how many the target has. */
export async function suggestStanding(story: Story): Promise<readonly ExpectationDraft[]> {
  const application = story.application();
  if (application === undefined) return [];
  const params = { application: application.id };
  const status = await story.client().call('getJobStatus', { params });
  const isSure = await isReproducible(application, story);
  if (!isSure) return [suggestJob(status)];
  const linked = await countConnections(story.client(), application.id);
  return [suggestJob(status, linked), ...(await suggestCounts(application, story))];
}

function suggestJob(status: JobStatus, linked?: ConnectionCounts): ExpectationDraft {
  const { code, schedule, quarantine } = status;
  return {
    see: 'job',
    code,
    schedule: schedule.state,
    ...(quarantine !== null && { quarantine: quarantine.reason }),
    ...(linked !== undefined && { linkedUsers: linked.users, linkedGroups: linked.groups }),
  };
}

async function suggestCounts(
  { target }: StoryApplication,
  { client }: Story,
): Promise<readonly ExpectationDraft[]> {
  const { tenants } = await client().call('listTenants', {});
  const counts = tenants.find(({ slug }) => slug === target?.tenant)?.counts;
  if (counts === undefined) return [];
  const { users, activeUsers, groups, memberships } = counts;
  const people: ExpectationDraft[] = [
    { see: 'count', of: 'users', is: users },
    { see: 'count', of: 'activeUsers', is: activeUsers },
  ];
  if (groups === 0) return people;
  return [
    ...people,
    { see: 'count', of: 'groups', is: groups },
    { see: 'count', of: 'memberships', is: memberships },
  ];
}
