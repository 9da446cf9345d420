// People of the directory as they are read. How they change is in directory-user-changes.ts.
import type { Database } from 'better-sqlite3';
import type { DirectoryUser } from '../../../shared/simulator/directory.ts';
import { foldCase } from '../../scim/fold-case.ts';
import { toUser, USER_COLUMNS, type UserRow } from './directory-records.ts';
import { directoryRefusal, noUser, refuse } from './directory-refusal.ts';

export type DirectoryUserStore = ReturnType<typeof createDirectoryUserStore>;

export function createDirectoryUserStore(db: Database) {
  const statements = prepareStatements(db);

  function findUser(objectId: string): DirectoryUser | undefined {
    const row = statements.find.get(objectId);
    return row && toUser(row);
  }

  /** Whatever its case; not one in the recycle bin. */
  function findUserByPrincipalName(name: string): DirectoryUser | undefined {
    const row = statements.findByUpn.get(foldCase(name));
    return row && toUser(row);
  }

  function readUsers(after: string | null, limit: number): readonly DirectoryUser[] {
    return statements.read.all(after ?? '', limit).map(toUser);
  }

  /** Those who have this manager, by name. */
  function readReports(managerId: string, limit: number): readonly DirectoryUser[] {
    return statements.reports.all(managerId, limit).map(toUser);
  }

  /** Directory extensions that anybody has a value of. */
  function listExtensionNames(): readonly string[] {
    return statements.extensionNames.all();
  }

  /** In the recycle bin since that instant or longer. */
  function listExpiredUsers(until: string): readonly string[] {
    return statements.expired.all(until);
  }

  function requireUser(objectId: string): DirectoryUser {
    return findUser(objectId) ?? refuse(noUser(objectId));
  }

  function requireLiveUser(objectId: string): DirectoryUser {
    const user = requireUser(objectId);
    if (user.deletedDateTime === null) return user;
    const sentence = `"${user.displayName}" is deleted: restore the user first.`;
    throw directoryRefusal('conflict', sentence);
  }

  function requireDeletedUser(objectId: string): DirectoryUser {
    const user = requireUser(objectId);
    if (user.deletedDateTime !== null) return user;
    const sentence = `"${user.displayName}" is not in the recycle bin: delete the user first.`;
    throw directoryRefusal('conflict', sentence);
  }

  return {
    findUser,
    findUserByPrincipalName,
    readUsers,
    readReports,
    listExtensionNames,
    listExpiredUsers,
    requireUser,
    requireLiveUser,
    requireDeletedUser,
  };
}

function prepareStatements(db: Database) {
  const users = `select ${USER_COLUMNS} from directory_users`;
  return {
    find: db.prepare<[string], UserRow>(`${users} where object_id = ?`),
    findByUpn: db.prepare<[string], UserRow>(`${users} where upn_key = ? and deleted is null`),
    read: db.prepare<[string, number], UserRow>(`
      ${users} where object_id > ? order by object_id limit ?`),
    reports: db.prepare<[string, number], UserRow>(`
      ${users} where manager_id = ? and deleted is null order by name_key, object_id limit ?`),
    extensionNames: db
      .prepare<[], string>(
        `
        select distinct e.key from directory_users u, json_each(u.attributes, '$.extensions') e
        where u.deleted is null
        order by 1`,
      )
      .pluck(),
    expired: db
      .prepare<[string], string>('select object_id from directory_users where deleted <= ?')
      .pluck(),
  };
}
