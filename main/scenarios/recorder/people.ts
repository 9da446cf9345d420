// Who the recording is about. People and groups that were there before are read when they are first met, as they are then:
// the story begins by making them.
import type { DirectoryGroup, DirectoryUser } from '../../../shared/simulator/directory.ts';
import { isAdminApiError, type AdminClient } from '../../client/admin-client.ts';
import { createNames, type NamedObject } from '../names.ts';
import { scenarioFailure } from '../scenario-failure.ts';
import type { Domains } from './domains.ts';

/** Of a group that was there before, no more members than this come along. */
const MOST_MEMBERS = 200;
const MOST_SEEDS = 500;

export type Seed =
  | { readonly type: 'User'; readonly user: DirectoryUser }
  | {
      readonly type: 'Group';
      readonly group: DirectoryGroup;
      readonly memberIds: readonly string[];
    };

export interface People {
  /** Those who are not known yet were there before. */
  readonly meet: (ids: readonly string[]) => Promise<void>;
  readonly isKnown: (id: string) => boolean;
  readonly find: (id: string) => NamedObject | undefined;
  /** What a scenario calls them. Throws where no name is theirs alone. */
  readonly label: (id: string) => string;
  readonly noteUser: (user: DirectoryUser) => void;
  readonly noteGroup: (group: DirectoryGroup) => void;
  /** Gone for good. */
  readonly forget: (id: string) => void;
  /** Who was there before, in the order in which they were met. */
  readonly seeds: () => readonly Seed[];
}

interface PeopleOptions {
  readonly client: () => AdminClient;
  readonly domains: Domains;
  readonly leave: (reason: string) => void;
}

export function createPeople({ client, domains, leave }: PeopleOptions): People {
  const names = createNames();
  const met = new Set<string>();
  const seeds: Seed[] = [];
  const find = (id: string) => names.list().find(({ objectId }) => objectId === id);

  function noteUser({ objectId, displayName, userPrincipalName }: DirectoryUser): void {
    met.add(objectId);
    domains.note(userPrincipalName);
    names.update({ type: 'User', objectId, displayName, userPrincipalName });
  }

  function noteGroup({ objectId, displayName }: DirectoryGroup): void {
    met.add(objectId);
    names.update({ type: 'Group', objectId, displayName, userPrincipalName: '' });
  }

  async function meetOne(id: string): Promise<void> {
    if (met.has(id)) return;
    if (seeds.length >= MOST_SEEDS) {
      throw scenarioFailure(`More than ${MOST_SEEDS} people and groups were there before.`);
    }
    met.add(id);
    const user = await readUser(client(), id);
    if (user === undefined) return meetGroup(id);
    noteUser(user);
    seeds.push({ type: 'User', user });
    if (user.manager !== null) await meetOne(user.manager);
  }

  async function meetGroup(id: string): Promise<void> {
    const group = await client().call('getDirectoryGroup', { params: { id } });
    noteGroup(group);
    const query = { limit: MOST_MEMBERS };
    const page = await client().call('listDirectoryMembers', { params: { id }, query });
    const memberIds = page.members.map(({ objectId }) => objectId);
    if (page.total > MOST_MEMBERS) {
      leave(`Of the ${page.total} members of ${group.displayName}, ${MOST_MEMBERS} come along.`);
    }
    seeds.push({ type: 'Group', group, memberIds });
    for (const member of memberIds) await meetOne(member);
  }

  return {
    async meet(ids) {
      for (const id of ids) await meetOne(id);
    },
    isKnown: (id) => met.has(id),
    find,
    label(id) {
      const object = find(id);
      if (object === undefined) throw scenarioFailure('Somebody is not in the directory any more.');
      const label = labelsOf(object).find((each) => isOnly(each, names.list()));
      if (label !== undefined) return label;
      throw scenarioFailure(`Another one of the story is called "${object.displayName}" too.`);
    },
    noteUser,
    noteGroup,
    forget: names.forget,
    seeds: () => seeds,
  };
}

async function readUser(client: AdminClient, id: string): Promise<DirectoryUser | undefined> {
  try {
    return (await client.call('getDirectoryUser', { params: { id } })).user;
  } catch (error) {
    if (isAdminApiError(error) && error.status === 404) return undefined;
    throw error;
  }
}

function labelsOf({ displayName, userPrincipalName }: NamedObject): readonly string[] {
  return userPrincipalName === ''
    ? [displayName]
    : [displayName, userPrincipalName.split('@')[0] ?? ''];
}

/** What those who were there before are called where the story begins; of a name that several have, the last one is meant. */
export function nameSeeds(seeds: readonly Seed[]): (id: string) => string | undefined {
  const objects = seeds.map(toNamed);
  return (id) => {
    const object = objects.find(({ objectId }) => objectId === id);
    if (object === undefined) return undefined;
    const labels = labelsOf(object);
    return labels.find((each) => isOnly(each, objects)) ?? labels.at(-1);
  };
}

function toNamed(seed: Seed): NamedObject {
  if (seed.type === 'Group') {
    const { objectId, displayName } = seed.group;
    return { type: 'Group', objectId, displayName, userPrincipalName: '' };
  }
  const { objectId, displayName, userPrincipalName } = seed.user;
  return { type: 'User', objectId, displayName, userPrincipalName };
}

/** A label that ends in `*` would mean many. */
function isOnly(label: string, objects: readonly NamedObject[]): boolean {
  const called = objects.filter((object) =>
    labelsOf(object).some((each) => each.toLowerCase() === label.toLowerCase()),
  );
  return called.length === 1 && !label.endsWith('*') && label.trim() === label && label !== '';
}
