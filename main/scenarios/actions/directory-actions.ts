// What is done in the simulated directory: people come, change and go; groups and their members.
import type { z } from 'zod';
import { countOf } from '../../../shared/count-of.ts';
import type { ActionOf } from '../../../shared/scenario/actions.ts';
import type { JsonValue } from '../../../shared/scim/json.ts';
import {
  DirectoryGroupChange,
  DirectoryUserChange,
  type NewDirectoryUser,
} from '../../../shared/simulator/directory-views.ts';
import { expandJson, expandText } from '../expand.ts';
import type { NamedObject } from '../names.ts';
import { makeUpName } from '../made-up-people.ts';
import { scenarioFailure } from '../scenario-failure.ts';
import type { World } from '../world.ts';

type Attributes = ActionOf<'create-user'>['attributes'];

/** Names, mail and mailNickname follow from the two names unless they are said. */
export async function createUser(action: ActionOf<'create-user'>, world: World): Promise<string> {
  const principalName = await expandText(action.userPrincipalName, world);
  const userPrincipalName = principalName.includes('@')
    ? principalName
    : `${principalName}@${world.domain}`;
  const { displayName } = action;
  const [givenName = displayName, ...rest] = displayName.split(' ');
  const attributes = await toAttributes(action.attributes, world);
  await create(
    {
      mail: userPrincipalName,
      mailNickname: userPrincipalName.split('@')[0] ?? null,
      givenName,
      surname: rest.join(' ') || null,
      ...attributes,
      userPrincipalName,
      displayName,
    },
    world,
  );
  return `${userPrincipalName} is in the directory.`;
}

export async function createUsers(
  { prefix, count, attributes }: ActionOf<'create-users'>,
  world: World,
): Promise<string> {
  const { domain, random } = world;
  const shared = await toAttributes(attributes, world);
  for (let number = 1; number <= count; number += 1) {
    const mailNickname = `${prefix}-${String(number).padStart(3, '0')}`;
    const { givenName, surname } = makeUpName(random);
    const userPrincipalName = `${mailNickname}@${domain}`;
    const displayName = `${givenName} ${surname}`;
    const names = { userPrincipalName, displayName, givenName, surname };
    await create({ mail: userPrincipalName, mailNickname, ...shared, ...names }, world);
    world.signal.throwIfAborted();
  }
  return `${prefix}-001 to ${prefix}-${String(count).padStart(3, '0')} are in the directory.`;
}

async function create(body: NewDirectoryUser, { client, names }: World): Promise<void> {
  const { objectId, displayName, userPrincipalName } = await client.call('createDirectoryUser', {
    body,
  });
  names.add({ type: 'User', objectId, displayName, userPrincipalName });
}

export async function changeUser(
  { user, attributes }: ActionOf<'change-user'>,
  world: World,
): Promise<string> {
  const { objectId } = only(user, 'User', world);
  const body = await toAttributes(attributes, world);
  const { client, names } = world;
  const params = { id: objectId };
  const changed = await client.call('updateDirectoryUser', { params, body });
  const { displayName, userPrincipalName } = changed;
  names.update({ type: 'User', objectId, displayName, userPrincipalName });
  return 'Saved.';
}

export async function deleteUser({ user }: ActionOf<'delete-user'>, world: World): Promise<string> {
  const { objectId } = only(user, 'User', world);
  await world.client.call('deleteDirectoryUser', { params: { id: objectId } });
  return 'In the recycle bin for 30 days.';
}

export async function restoreUser(
  { user }: ActionOf<'restore-user'>,
  world: World,
): Promise<string> {
  const { objectId } = only(user, 'User', world);
  await world.client.call('restoreDirectoryObject', { params: { id: objectId } });
  return 'Back, with memberships and assignments.';
}

/** Entra knows only what is in the recycle bin to be deleted permanently. */
export async function purgeUser({ user }: ActionOf<'purge-user'>, world: World): Promise<string> {
  const { objectId } = only(user, 'User', world);
  const params = { id: objectId };
  const { user: found } = await world.client.call('getDirectoryUser', { params });
  if (found.deletedDateTime === null) await world.client.call('deleteDirectoryUser', { params });
  await world.client.call('purgeDirectoryObject', { params });
  world.names.forget(objectId);
  return 'Gone for good.';
}

export async function createGroup(
  { displayName, members, attributes }: ActionOf<'create-group'>,
  world: World,
): Promise<string> {
  const { client, names } = world;
  const setting = toGroupChange(await expandJson(attributes, world));
  const { objectId } = await client.call('createDirectoryGroup', {
    body: { kind: 'security', securityEnabled: true, ...setting, displayName },
  });
  names.add({ type: 'Group', objectId, displayName, userPrincipalName: '' });
  if (members === undefined) return 'It has no members yet.';
  return changeMembers(objectId, { add: idsOf(members, world) }, world);
}

export async function changeGroup(
  { group, attributes }: ActionOf<'change-group'>,
  world: World,
): Promise<string> {
  const { client, names } = world;
  const found = only(group, 'Group', world);
  const body = toGroupChange(await expandJson(attributes, world));
  const params = { id: found.objectId };
  const { displayName } = await client.call('updateDirectoryGroup', { params, body });
  names.update({ ...found, displayName });
  return 'Saved.';
}

export async function renameGroup(
  { group, displayName }: ActionOf<'rename-group'>,
  world: World,
): Promise<string> {
  const found = only(group, 'Group', world);
  const params = { id: found.objectId };
  await world.client.call('updateDirectoryGroup', { params, body: { displayName } });
  world.names.update({ ...found, displayName });
  return 'Saved.';
}

export async function deleteGroup(
  { group }: ActionOf<'delete-group'>,
  world: World,
): Promise<string> {
  const { objectId } = only(group, 'Group', world);
  await world.client.call('deleteDirectoryGroup', { params: { id: objectId } });
  return 'In the recycle bin for 30 days.';
}

export async function restoreGroup(
  { group }: ActionOf<'restore-group'>,
  world: World,
): Promise<string> {
  const { objectId } = only(group, 'Group', world);
  await world.client.call('restoreDirectoryObject', { params: { id: objectId } });
  return 'Back, with members and assignments.';
}

export async function purgeGroup(
  { group }: ActionOf<'purge-group'>,
  world: World,
): Promise<string> {
  const { objectId } = only(group, 'Group', world);
  await world.client.call('purgeDirectoryObject', { params: { id: objectId } });
  world.names.forget(objectId);
  return 'Gone for good.';
}

export async function addMembers(
  { group, members }: ActionOf<'add-members'>,
  world: World,
): Promise<string> {
  const { objectId } = only(group, 'Group', world);
  return changeMembers(objectId, { add: idsOf(members, world) }, world);
}

export async function removeMembers(
  { group, members }: ActionOf<'remove-members'>,
  world: World,
): Promise<string> {
  const { objectId } = only(group, 'Group', world);
  return changeMembers(objectId, { remove: idsOf(members, world) }, world);
}

interface MemberLists {
  readonly add?: string[];
  readonly remove?: string[];
}

async function changeMembers(id: string, body: MemberLists, { client }: World): Promise<string> {
  const { added, removed } = await client.call('changeDirectoryMembers', { params: { id }, body });
  return removed > 0
    ? `${countOf(removed, 'member')} removed.`
    : `${countOf(added, 'member')} added.`;
}

function idsOf(labels: string | readonly string[], { names }: World): string[] {
  return names.all(labels).map(({ objectId }) => objectId);
}

/** Throws when nobody is meant, or somebody of the other kind. */
function only(label: string, type: NamedObject['type'], { names }: World): NamedObject {
  const found = names.all(label).find((object) => object.type === type);
  if (found !== undefined) return found;
  const kind = type === 'User' ? 'a person' : 'a group';
  throw scenarioFailure(`"${label}" is not ${kind} of the directory.`);
}

/** A manager is named by label; the other attributes as the directory has them. */
async function toAttributes(attributes: Attributes, world: World): Promise<DirectoryUserChange> {
  const { manager, ...others } = attributes;
  const expanded = await expandJson(others, world);
  const read = readAttributes(Changes, expanded);
  if (manager === undefined) return read;
  if (manager === null) return { ...read, manager: null };
  if (typeof manager !== 'string') throw scenarioFailure('attributes.manager: must be a label.');
  return { ...read, manager: only(manager, 'User', world).objectId };
}

/** A misspelt attribute is refused rather than left out. */
const Changes = DirectoryUserChange.strict();

function toGroupChange(attributes: JsonValue): DirectoryGroupChange {
  return readAttributes(GroupChanges, attributes);
}

const GroupChanges = DirectoryGroupChange.strict();

function readAttributes<Read>(schema: z.ZodType<Read>, attributes: JsonValue): Read {
  const read = schema.safeParse(attributes);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const place = issue?.path.join('.') ?? '';
  throw scenarioFailure(`attributes${place === '' ? '' : `.${place}`}: ${issue?.message ?? ''}`);
}
