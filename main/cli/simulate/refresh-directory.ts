// A file of people that is given again: who has changed in it is changed in the directory, who is no longer in it is deleted.
// An import leaves people that are there as they are, so the file is read into a directory of its own first.
import { DirectoryUserSetting, type DirectoryUser } from '../../../shared/simulator/directory.ts';
import { DirectoryUserChange } from '../../../shared/simulator/directory-views.ts';
import type { AdminClient } from '../../client/admin-client.ts';
import { startServer } from '../../client/start-server.ts';
import { clearDirectory, importPeople, listPeople } from './people.ts';

interface People {
  /** By userPrincipalName in lower case. */
  readonly byName: ReadonlyMap<string, DirectoryUser>;
  readonly nameOf: (objectId: string | null) => string | null;
}

/** Call when the new people of the file have been imported. */
export async function refreshDirectory(client: AdminClient, text: string): Promise<void> {
  const wanted = await readPeople(text);
  const present = indexPeople(await listPeople(client));
  for (const [name, user] of present.byName) {
    const params = { id: user.objectId };
    const asked = wanted.byName.get(name);
    if (asked === undefined) {
      await client.call('deleteDirectoryUser', { params });
      continue;
    }
    const body = changesOf(user, asked, { present, wanted });
    if (Object.keys(body).length > 0) await client.call('updateDirectoryUser', { params, body });
  }
}

async function readPeople(text: string): Promise<People> {
  const { admin, close } = await startServer();
  try {
    await clearDirectory(admin);
    await importPeople(admin, text);
    return indexPeople(await listPeople(admin));
  } finally {
    await close();
  }
}

function indexPeople(people: readonly DirectoryUser[]): People {
  const fold = (user: DirectoryUser) => user.userPrincipalName.toLowerCase();
  const names = new Map(people.map((user) => [user.objectId, fold(user)]));
  return {
    byName: new Map(people.map((user) => [fold(user), user])),
    nameOf: (objectId) => names.get(objectId ?? '') ?? null,
  };
}

/** Managers are compared by name, because each directory has ids of its own. */
function changesOf(
  user: DirectoryUser,
  asked: DirectoryUser,
  { present, wanted }: { readonly present: People; readonly wanted: People },
): DirectoryUserChange {
  const names = DirectoryUserSetting.keyof().options.filter((name) => name !== 'manager');
  const changed = names.filter(
    (name) => JSON.stringify(user[name]) !== JSON.stringify(asked[name]),
  );
  const manager = wanted.nameOf(asked.manager);
  const isSame = present.nameOf(user.manager) === manager;
  return DirectoryUserChange.parse({
    ...Object.fromEntries(changed.map((name) => [name, asked[name]])),
    ...(!isSame && { manager: manager === null ? null : present.byName.get(manager)?.objectId }),
  });
}
