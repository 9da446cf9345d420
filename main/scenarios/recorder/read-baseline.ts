// How an application and its job stand when the recording first meets them, as the actions that bring a fresh one there.
import { countConnections, type ConnectionCounts } from '../count-connections.ts';
import { DEFAULT_ACCESS_ROLE_ID, USER_ROLE_ID } from '../../../shared/simulator/application.ts';
import type { ListedAssignment } from '../../../shared/simulator/application-routes.ts';
import { DEFAULT_JOB_SETTINGS, type JobStatus } from '../../../shared/simulator/job.ts';
import type { AdminClient } from '../../client/admin-client.ts';
import { describeSchema, describeSettings } from './describe-job.ts';
import type { Domains } from './domains.ts';
import type { ActionDraft } from './drafts.ts';
import { findTarget, type StoryTarget } from './find-target.ts';
import type { People } from './people.ts';

export interface Baseline {
  /** How it is set up, but for who is assigned. */
  readonly setUp: readonly ActionDraft[];
  readonly assignments: readonly ListedAssignment[];
  readonly target: StoryTarget | undefined;
  readonly status: JobStatus;
  /** Whether a run has the same people in the target when it has come so far. */
  readonly isWhole: boolean;
  /** Whether the tenant has nothing but what this job has brought. */
  readonly isTargetClean: boolean;
}

export interface BaselineTools {
  readonly client: AdminClient;
  readonly people: People;
  readonly domains: Domains;
  readonly leave: (reason: string) => void;
}

/** More assignments than this do not come along. */
const MOST_ASSIGNED = 200;

export async function readBaseline(application: string, tools: BaselineTools): Promise<Baseline> {
  const { client } = tools;
  const params = { application };
  const job = await client.call('getProvisioningJob', { params });
  const query = { limit: MOST_ASSIGNED };
  const assigned = await client.call('listAssignments', { params, query });
  const isAll = assigned.total <= MOST_ASSIGNED;
  if (!isAll) {
    const reason = `${assigned.total} people and groups were assigned before: too many to come along.`;
    tools.leave(reason);
  }
  const { quarantine } = job.status;
  if (quarantine !== null) {
    tools.leave('The job was in quarantine when the recording began; in the story it is not.');
  }
  const assignments = isAll ? assigned.assignments : [];
  await tools.people.meet(assignments.map(({ principalId }) => principalId));
  const target = job.target === null ? undefined : await findTarget(job.target, client);
  const links = await countConnections(client, application);
  return {
    setUp: await describeSetUp(application, tools),
    assignments,
    target,
    status: job.status,
    isWhole: quarantine === null && isAll && (await areSame(application, assignments, tools)),
    isTargetClean: await isClean(target, links, client),
  };
}

async function describeSetUp(
  application: string,
  { client, domains, leave }: BaselineTools,
): Promise<readonly ActionDraft[]> {
  const params = { application };
  const { appRoles } = await client.call('getApplication', { params });
  const own = appRoles.filter(({ id }) => id !== USER_ROLE_ID && id !== DEFAULT_ACCESS_ROLE_ID);
  const roles = own.map(({ displayName, value }) => {
    return { do: 'create-role', displayName, value } as const;
  });
  const { settings } = await client.call('getProvisioningJob', { params });
  const configure = describeSettings(DEFAULT_JOB_SETTINGS, settings);
  const { schema: original } = await client.call('getDefaultSchema', {});
  const schema = await client.call('getJobSchema', { params });
  const mappings = describeSchema(original, schema, domains);
  for (const reason of mappings.left) leave(reason);
  return [...roles, ...(configure === undefined ? [] : [configure]), ...mappings.actions];
}

/** Whether those who are provisioned are those whom a first cycle would bring. */
async function areSame(
  application: string,
  assignments: readonly ListedAssignment[],
  { client, people }: BaselineTools,
): Promise<boolean> {
  const page = await client.call('listConnections', {
    params: { application },
    query: { limit: 500 },
  });
  if (page.total > page.connections.length) return false;
  const assigned = new Set(assignments.map(({ principalId }) => principalId));
  const wanted = people.seeds().flatMap((seed) => {
    if (seed.type === 'User') return [];
    return assigned.has(seed.group.objectId) ? [seed.group.objectId, ...seed.memberIds] : [];
  });
  const all = new Set([...assigned, ...wanted]);
  const linked = page.connections.filter(({ isActive }) => isActive);
  return linked.length === page.total && linked.every(({ sourceId }) => all.has(sourceId));
}

export async function isClean(
  target: StoryTarget | undefined,
  links: ConnectionCounts,
  client: AdminClient,
): Promise<boolean> {
  if (target?.tenant === undefined) return target === undefined;
  const { tenants } = await client.call('listTenants', {});
  const counts = tenants.find(({ slug }) => slug === target.tenant)?.counts;
  return counts?.users === links.users && counts.groups === links.groups;
}
