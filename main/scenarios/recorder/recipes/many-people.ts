// Made-up people, and those of a file: whoever is in the directory after the work and was not before, each as an action. So a
// run has the very same, whatever is in its directory.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Job } from '../../../../shared/admin/transfer.ts';
import type { DirectoryGroup, DirectoryUser } from '../../../../shared/simulator/directory.ts';
import type { AdminClient } from '../../../client/admin-client.ts';
import { scenarioFailure } from '../../scenario-failure.ts';
import { describePopulation } from '../describe-population.ts';
import type { Seed } from '../people.ts';
import type { Story } from '../story.ts';

const PAGE = 1_000;
const PAUSE_MS = 50;
/** A directory of more than that is not read twice. */
const LARGEST_DIRECTORY = 20_000;
const MOST_PEOPLE = 500;

export async function watchManyPeople(story: Story): Promise<(job: Job) => Promise<void>> {
  const { total } = await story.client().call('listDirectoryUsers', { query: { limit: 1 } });
  const isLarge = total > LARGEST_DIRECTORY;
  const before = isLarge ? undefined : await readIds(story.client());
  return async (job) => {
    if (before === undefined)
      throw scenarioFailure('The directory is too large to tell who is new.');
    await jobEnd(job, story);
    const seeds = await readNew(before, story.client());
    if (seeds.length > MOST_PEOPLE) {
      throw scenarioFailure(
        `${seeds.length} people and groups are too many to be written out: use create-users.`,
      );
    }
    for (const seed of seeds) {
      if (seed.type === 'User') story.people.noteUser(seed.user);
      else story.people.noteGroup(seed.group);
    }
    for (const seed of seeds) if (seed.type === 'Group') await story.people.meet(seed.memberIds);
    const naming = { domains: story.domains, labelOf: story.people.label };
    for (const actions of describePopulation(seeds, naming)) {
      story.steps.take({ screen: 'directory', actions });
    }
  };
}

async function jobEnd({ id }: Job, { client, signal }: Story): Promise<void> {
  for (;;) {
    const { state } = await client().call('getJob', { params: { id } });
    if (state !== 'running') return;
    await sleep(PAUSE_MS, undefined, { signal });
  }
}

async function readIds(client: AdminClient): Promise<ReadonlySet<string>> {
  const users = await readUsers(client);
  const groups = await readGroups(client);
  return new Set([...users, ...groups].map(({ objectId }) => objectId));
}

async function readNew(before: ReadonlySet<string>, client: AdminClient): Promise<Seed[]> {
  const isNew = ({ objectId }: { readonly objectId: string }) => !before.has(objectId);
  const users = (await readUsers(client)).filter(isNew);
  const seeds: Seed[] = users.map((user) => ({ type: 'User', user }));
  for (const group of (await readGroups(client)).filter(isNew)) {
    const params = { id: group.objectId };
    const { members } = await client.call('listDirectoryMembers', {
      params,
      query: { limit: PAGE },
    });
    seeds.push({ type: 'Group', group, memberIds: members.map(({ objectId }) => objectId) });
  }
  return seeds;
}

async function readUsers(client: AdminClient): Promise<readonly DirectoryUser[]> {
  const all: DirectoryUser[] = [];
  for (;;) {
    const query = { offset: all.length, limit: PAGE };
    const { users } = await client.call('listDirectoryUsers', { query });
    all.push(...users);
    if (users.length < PAGE) return all;
  }
}

async function readGroups(client: AdminClient): Promise<readonly DirectoryGroup[]> {
  const all: DirectoryGroup[] = [];
  for (;;) {
    const query = { offset: all.length, limit: PAGE };
    const { groups } = await client.call('listDirectoryGroups', { query });
    all.push(...groups);
    if (groups.length < PAGE) return all;
  }
}
