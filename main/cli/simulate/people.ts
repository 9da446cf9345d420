// People of the simulated directory: all of them, those of a file, none.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Job } from '../../../shared/admin/transfer.ts';
import type { DirectoryUser } from '../../../shared/simulator/directory.ts';
import type { AdminClient } from '../../client/admin-client.ts';
import { simulateFailure } from './simulate-failure.ts';

const PAUSE_MS = 50;
const PAGE = 1_000;

export async function listPeople(client: AdminClient): Promise<readonly DirectoryUser[]> {
  const people: DirectoryUser[] = [];
  for (;;) {
    const after = people.at(-1)?.objectId;
    const { users } = await client.call('listDirectoryUsers', {
      query: { limit: PAGE, ...(after !== undefined && { after }) },
    });
    people.push(...users);
    if (users.length < PAGE) return people;
  }
}

/** Entra's CSV for bulk creation; who is there already stays as they are. */
export async function importPeople(client: AdminClient, text: string): Promise<void> {
  await untilDone(client, await client.call('importDirectory', { body: { text } }));
}

export async function untilDone(client: AdminClient, started: Job): Promise<void> {
  let job = started;
  while (job.state === 'running') {
    await sleep(PAUSE_MS);
    job = await client.call('getJob', { params: { id: started.id } });
  }
  if (job.state === 'done') return;
  throw simulateFailure(`The directory could not be filled. ${job.error ?? ''}`.trim());
}

/** A new workspace has a few people and an application to try the app with: none of them is meant here. */
export async function clearDirectory(client: AdminClient): Promise<void> {
  const { applications } = await client.call('listApplications', {});
  for (const { id } of applications) {
    await client.call('deleteApplication', { params: { application: id } });
  }
  for (const { objectId: id } of await listPeople(client)) {
    await client.call('deleteDirectoryUser', { params: { id } });
    await client.call('purgeDirectoryObject', { params: { id } });
  }
  const { groups } = await client.call('listDirectoryGroups', { query: { limit: PAGE } });
  for (const { objectId: id } of groups) {
    await client.call('deleteDirectoryGroup', { params: { id } });
    await client.call('purgeDirectoryObject', { params: { id } });
  }
}
