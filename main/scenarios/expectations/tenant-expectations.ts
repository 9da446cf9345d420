// What there is to be seen in the scenario's tenant: how many resources, which, with what values, and what it received.
import { countOf } from '../../../shared/count-of.ts';
import type { RequestMatcher } from '../../../shared/admin/verification.ts';
import type { ExpectationOf, Times } from '../../../shared/scenario/expectations.ts';
import type { JsonObject, JsonValue } from '../../../shared/scim/json.ts';
import { expandJson, expandText } from '../expand.ts';
import { findGroup, findUser } from '../find-resource.ts';
import { readPath } from '../read-path.ts';
import { scenarioFailure } from '../scenario-failure.ts';
import type { Seen, World } from '../world.ts';

export async function seeCount({ of, is }: ExpectationOf<'count'>, world: World): Promise<Seen> {
  const { tenants } = await world.client.call('listTenants', {});
  const counts = tenants.find(({ slug }) => slug === world.tenant)?.counts;
  if (counts === undefined) throw scenarioFailure("The scenario's tenant is gone.");
  return { passed: counts[of] === is, seen: String(counts[of]) };
}

export async function seeUser(expected: ExpectationOf<'user'>, world: World): Promise<Seen> {
  const found = await findUser(await expandText(expected.user, world), world);
  if (found === undefined) return { passed: expected.is === 'absent', seen: 'No such user' };
  if (expected.is === 'absent') return { passed: false, seen: `The user ${idOf(found)}` };
  return compareAttributes(found, expected.attributes, world);
}

export async function seeGroup(expected: ExpectationOf<'group'>, world: World): Promise<Seen> {
  const found = await findGroup(expected.group, world);
  if (found === undefined) return { passed: expected.is === 'absent', seen: 'No such group' };
  if (expected.is === 'absent') return { passed: false, seen: `The group ${idOf(found)}` };
  const values = await compareAttributes(found, expected.attributes, world);
  const members = await compareMembers(found, expected, world);
  return joinSeen([values, ...members]);
}

async function compareMembers(
  group: JsonObject,
  { members, memberCount }: ExpectationOf<'group'>,
  world: World,
): Promise<readonly Seen[]> {
  if (members === undefined && memberCount === undefined) return [];
  const { client, tenant } = world;
  const page = await client.call('listMembers', {
    params: { tenant, id: idOf(group) },
    query: { count: 1_000 },
  });
  const counted: Seen = {
    passed: memberCount === undefined || memberCount === page.totalResults,
    seen: countOf(page.totalResults, 'member'),
  };
  if (members === undefined) return [counted];
  const wanted = await Promise.all(members.map((label) => findUser(label, world)));
  const wantedIds = wanted.map((user) => (user === undefined ? '' : idOf(user))).toSorted();
  const ids = page.members.map(({ value }) => value).toSorted();
  const names = page.members.map(({ display, value }) => display ?? value);
  const isSame = JSON.stringify(ids) === JSON.stringify(wantedIds);
  return [counted, { passed: isSame, seen: names.join(', ') || 'no members' }];
}

async function compareAttributes(
  resource: JsonObject,
  attributes: Readonly<Record<string, JsonValue>>,
  world: World,
): Promise<Seen> {
  const compared = Object.entries(attributes).map(async ([path, value]) => {
    const wanted = await expandJson(value, world);
    const actual = readPath(resource, path);
    const seen = `${path} ${actual === null ? 'has no value' : JSON.stringify(actual)}`;
    return { passed: JSON.stringify(actual) === JSON.stringify(wanted), seen };
  });
  return joinSeen([{ passed: true, seen: 'It is there' }, ...(await Promise.all(compared))]);
}

export async function seeRequests(
  expected: ExpectationOf<'requests'>,
  world: World,
): Promise<Seen> {
  const { client, tenant, marks } = world;
  const { method, path, operation, status, body, times } = expected;
  const match: RequestMatcher = {
    ...(method !== undefined && { method }),
    ...(path !== undefined && { path }),
    ...(operation !== undefined && { operation }),
    ...(status !== undefined && { status }),
    ...(body !== undefined && { body: await expandJson(body, world) }),
  };
  const since = marks[expected.since].request;
  const { count } = await client.call('countRequests', {
    params: { tenant },
    body: { match, since },
  });
  return { passed: isTimes(count, times), seen: String(count) };
}

export function isTimes(count: number, times: Times): boolean {
  return typeof times === 'number' ? count === times : count >= times.atLeast;
}

export function joinSeen(all: readonly Seen[]): Seen {
  return {
    passed: all.every(({ passed }) => passed),
    seen: all.map(({ seen }) => seen).join('; '),
  };
}

function idOf(resource: JsonObject): string {
  const { id } = resource;
  return typeof id === 'string' ? id : '';
}
