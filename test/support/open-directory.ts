// The directory of a workspace in memory, and short ways to people and groups in it. Their objectIds follow from their
// names, in the order of these.
import SQLite from 'better-sqlite3';
import type { TestContext } from 'node:test';
import { systemClock } from '../../main/base/clock.ts';
import type { DirectorySource } from '../../main/simulator/directory-source.ts';
import { BLANK_USER } from '../../shared/simulator/directory.ts';
import { createStore } from '../../main/store/open-store.ts';
import { prepareDatabase } from '../../main/store/prepare-database.ts';
import type {
  DirectoryGroupSetting,
  DirectoryUserSetting,
} from '../../shared/simulator/directory.ts';

export const AT = '2026-03-01T12:00:00.000Z';

export function openDirectory(t: TestContext) {
  const store = createStore(prepareDatabase(new SQLite(':memory:')), { clock: systemClock });
  t.after(() => store.close());
  const { directory } = store;
  let assigned = 0;

  function addUser(name: string, more: Partial<DirectoryUserSetting> = {}): string {
    const setting = {
      ...BLANK_USER,
      userPrincipalName: `${name}@contoso.example`,
      displayName: name,
      ...more,
    };
    return directory.createUser(setting, { objectId: idOf(name), at: AT }).objectId;
  }

  function addGroup(
    name: string,
    memberIds: readonly string[] = [],
    more: Partial<DirectoryGroupSetting> = {},
  ): string {
    const { objectId } = directory.createGroup(
      { ...PLAIN_GROUP, displayName: name, ...more },
      { objectId: idOf(name), at: AT },
    );
    directory.addMembers(objectId, memberIds);
    return objectId;
  }

  function addApplication(displayName = 'Velpic'): string {
    const id = idOf(`app ${displayName}`);
    return directory.createApplication({ id, appId: idOf(displayName), displayName, at: AT }).id;
  }

  function assign(applicationId: string, principalId: string, appRoleId: string): string {
    const principalType = directory.findUser(principalId) ? 'User' : 'Group';
    const id = idOf(`assignment ${(assigned += 1)}`);
    directory.assignAll([{ id, applicationId, principalId, principalType, appRoleId, at: AT }]);
    return id;
  }

  const source: DirectorySource = directory;
  return { directory, source, addUser, addGroup, addApplication, assign };
}

const PLAIN_GROUP: Omit<DirectoryGroupSetting, 'displayName'> = {
  description: null,
  mail: null,
  mailNickname: null,
  kind: 'security',
  securityEnabled: true,
};

/** A UUID made of the bytes of a name. */
function idOf(name: string): string {
  const hex = Buffer.from(name).toString('hex').padEnd(32, '0').slice(-32);
  return [8, 12, 16, 20, 32].map((end, at, ends) => hex.slice(ends[at - 1] ?? 0, end)).join('-');
}
