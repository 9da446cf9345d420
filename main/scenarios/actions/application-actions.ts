// What is done with the enterprise application: app roles, and who is assigned in which.
import { countOf } from '../../../shared/count-of.ts';
import type { ActionOf } from '../../../shared/scenario/actions.ts';
import { DEFAULT_ACCESS_ROLE_ID } from '../../../shared/simulator/application.ts';
import type { ListedAssignment } from '../../../shared/simulator/application-routes.ts';
import { scenarioFailure } from '../scenario-failure.ts';
import type { World } from '../world.ts';

const DEFAULT_ACCESS = 'Default Access';

export async function createRole(
  { displayName, value }: ActionOf<'create-role'>,
  { client, application }: World,
): Promise<string> {
  await client.call('createAppRole', {
    params: { application },
    body: { displayName, value, allowedMemberTypes: ['User'], isEnabled: true },
  });
  return 'It can be assigned.';
}

export async function assign({ to, role }: ActionOf<'assign'>, world: World): Promise<string> {
  const { client, application, names } = world;
  const appRoleId = await roleId(role, world);
  const principals = names.all(to).map(({ objectId }) => objectId);
  const { created, existing } = await client.call('assignPrincipals', {
    params: { application },
    body: { principals, appRoleId },
  });
  const before = existing === 0 ? '' : `; ${existing} had the role already`;
  return `${created.length} assigned${before}.`;
}

export async function changeRole(
  { of, role }: ActionOf<'change-role'>,
  world: World,
): Promise<string> {
  const { client, application } = world;
  const appRoleId = await roleId(role, world);
  const [first, ...others] = await assignmentsOf(of, world);
  if (first === undefined) throw scenarioFailure(`${of} is not assigned.`);
  for (const { id } of others) {
    await client.call('removeAssignment', { params: { application, assignment: id } });
  }
  const params = { application, assignment: first.id };
  await client.call('changeAssignmentRole', { params, body: { appRoleId } });
  return `${first.roleName} becomes ${role}.`;
}

export async function unassign(
  { from, role }: ActionOf<'unassign'>,
  world: World,
): Promise<string> {
  const { client, application } = world;
  const all = await assignmentsOf(from, world);
  const assignments = all.filter(({ roleName }) => role === undefined || role === roleName);
  if (assignments.length === 0) throw scenarioFailure('None of them is assigned.');
  for (const { id } of assignments) {
    await client.call('removeAssignment', { params: { application, assignment: id } });
  }
  return `${countOf(assignments.length, 'assignment')} removed.`;
}

async function assignmentsOf(
  labels: string | readonly string[],
  { client, application, names }: World,
): Promise<readonly ListedAssignment[]> {
  const ids = new Set(names.all(labels).map(({ objectId }) => objectId));
  const found: ListedAssignment[] = [];
  for (let offset = 0; ;) {
    const { total, assignments } = await client.call('listAssignments', {
      params: { application },
      query: { offset, limit: 1_000 },
    });
    found.push(...assignments.filter(({ principalId }) => ids.has(principalId)));
    offset += assignments.length;
    if (offset >= total || assignments.length === 0) return found;
  }
}

async function roleId(name: string, { client, application }: World): Promise<string> {
  if (name === DEFAULT_ACCESS) return DEFAULT_ACCESS_ROLE_ID;
  const { appRoles } = await client.call('getApplication', { params: { application } });
  const role = appRoles.find(({ displayName }) => displayName === name);
  if (role !== undefined) return role.id;
  const names = [...appRoles.map(({ displayName }) => displayName), DEFAULT_ACCESS];
  throw scenarioFailure(`The application has no role "${name}"; it has ${names.join(', ')}.`);
}
