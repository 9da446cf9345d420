// People of the directory: created and changed, in the recycle bin for 30 days, and gone for good.
import type { Database } from 'better-sqlite3';
import type { DirectoryUser, DirectoryUserSetting } from '../../../shared/simulator/directory.ts';
import type { DirectoryChangeStore } from './directory-changes.ts';
import { toUser, toUserRow, USER_COLUMNS, type UserRow } from './directory-records.ts';
import { directoryRefusal, noUser, type DirectoryRefusal } from './directory-refusal.ts';
import { isUniqueViolation } from '../unique-violation.ts';

/** Identity and time of something new. */
export interface Creation {
  readonly objectId: string;
  /** ISO 8601, of the clock that the simulator goes by. */
  readonly at: string;
}

export type DirectoryUserStore = ReturnType<typeof createDirectoryUserStore>;

/** Whatever is refused throws a `DirectoryRefusal`. */
export function createDirectoryUserStore(db: Database, changes: DirectoryChangeStore) {
  const statements = prepareStatements(db);
  const isAbove = createHierarchy(db);

  function createUser(setting: DirectoryUserSetting, { objectId, at }: Creation): DirectoryUser {
    requireManager(setting.manager);
    keepUnique(setting.userPrincipalName, () =>
      statements.insert.run({ ...toUserRow(objectId, setting), at }),
    );
    noteUser(objectId);
    return requireUser(objectId);
  }

  /** What is not in `change` stays. */
  function updateUser(objectId: string, change: Partial<DirectoryUserSetting>): DirectoryUser {
    const before = requireLiveUser(objectId);
    const row = toUserRow(objectId, { ...before, ...change });
    if (isSame(row, toUserRow(objectId, before))) return before;
    if (row.manager !== before.manager) requireManager(row.manager, objectId);
    keepUnique(row.userPrincipalName, () => statements.update.run(row));
    noteUser(objectId);
    return requireUser(objectId);
  }

  /** Into the recycle bin. Memberships and assignments are kept, and count again once the person is restored. */
  function deleteUser(objectId: string, at: string): DirectoryUser {
    requireLiveUser(objectId);
    statements.setDeleted.run({ objectId, at });
    noteUser(objectId);
    changes.noteMemberships(objectId, 'User');
    return requireUser(objectId);
  }

  // Entra: a restored person's memberships are not told as changes; only a restart replays them.
  function restoreUser(objectId: string): DirectoryUser {
    const user = requireDeletedUser(objectId);
    keepUnique(
      user.userPrincipalName,
      () => statements.setDeleted.run({ objectId, at: null }),
      () => restoreClash(user),
    );
    noteUser(objectId);
    return requireUser(objectId);
  }

  /** Out of the recycle bin, for good. */
  function purgeUser(objectId: string): void {
    requireDeletedUser(objectId);
    changes.noteReports(objectId);
    statements.clearManager.run(objectId);
    statements.removeMemberships.run(objectId);
    statements.removeAssignments.run(objectId);
    statements.purge.run(objectId);
    changes.note({ kind: 'purged', objectId, objectType: 'User' });
  }

  function findUser(objectId: string): DirectoryUser | undefined {
    const row = statements.find.get(objectId);
    return row && toUser(row);
  }

  /** Not one in the recycle bin. */
  function findUserByPrincipalName(upnKey: string): DirectoryUser | undefined {
    const row = statements.findByUpn.get(upnKey);
    return row && toUser(row);
  }

  function readUsers(after: string | null, limit: number): readonly DirectoryUser[] {
    return statements.read.all(after ?? '', limit).map(toUser);
  }

  /** Those who have this manager, by name. */
  function readReports(managerId: string, limit: number): readonly DirectoryUser[] {
    return statements.reports.all(managerId, limit).map(toUser);
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

  function requireManager(managerId: string | null, reportId?: string): void {
    if (managerId === null) return;
    const manager = requireLiveUser(managerId);
    if (reportId === undefined || !isAbove(reportId, managerId)) return;
    const sentence = `"${manager.displayName}" cannot be the manager: it would be a circle.`;
    throw directoryRefusal('conflict', `${sentence} Choose someone who does not report to them.`);
  }

  function noteUser(objectId: string): void {
    changes.note({ kind: 'object', objectId, objectType: 'User' });
  }

  return {
    createUser,
    updateUser,
    deleteUser,
    restoreUser,
    purgeUser,
    findUser,
    findUserByPrincipalName,
    readUsers,
    readReports,
    listExpiredUsers,
    requireLiveUser,
  };
}

/** Whether the first is the second or among the managers over them. */
function createHierarchy(db: Database) {
  const select = db
    .prepare<[object], number>(
      `
      with recursive above (id) as (
        select :of
        union
        select u.manager_id from above join directory_users u on u.object_id = above.id
        where u.manager_id is not null
      )
      select count(*) from above where id = :objectId`,
    )
    .pluck();
  return (objectId: string, of: string) => select.get({ objectId, of }) !== 0;
}

function prepareStatements(db: Database) {
  const users = `select ${USER_COLUMNS} from directory_users`;
  return {
    insert: db.prepare<[object]>(`
      insert into directory_users (
        object_id, user_principal_name, upn_key, display_name, name_key, department_key,
        search_key, account_enabled, user_type, manager_id, attributes, created)
      values (
        :objectId, :userPrincipalName, :upnKey, :displayName, :nameKey, :departmentKey,
        :searchKey, :accountEnabled, :userType, :manager, :attributes, :at)`),
    update: db.prepare<[object]>(`
      update directory_users
      set user_principal_name = :userPrincipalName, upn_key = :upnKey,
        display_name = :displayName, name_key = :nameKey, department_key = :departmentKey,
        search_key = :searchKey, account_enabled = :accountEnabled, user_type = :userType,
        manager_id = :manager, attributes = :attributes
      where object_id = :objectId`),
    setDeleted: db.prepare<[object]>(
      'update directory_users set deleted = :at where object_id = :objectId',
    ),
    clearManager: db.prepare<[string]>(
      'update directory_users set manager_id = null where manager_id = ?',
    ),
    removeMemberships: db.prepare<[string]>('delete from directory_members where member_id = ?'),
    removeAssignments: db.prepare<[string]>(
      'delete from app_role_assignments where principal_id = ?',
    ),
    purge: db.prepare<[string]>('delete from directory_users where object_id = ?'),
    find: db.prepare<[string], UserRow>(`${users} where object_id = ?`),
    findByUpn: db.prepare<[string], UserRow>(`${users} where upn_key = ? and deleted is null`),
    read: db.prepare<[string, number], UserRow>(`
      ${users} where object_id > ? order by object_id limit ?`),
    reports: db.prepare<[string, number], UserRow>(`
      ${users} where manager_id = ? and deleted is null order by name_key, object_id limit ?`),
    expired: db
      .prepare<[string], string>('select object_id from directory_users where deleted <= ?')
      .pluck(),
  };
}

function keepUnique(
  userPrincipalName: string,
  write: () => unknown,
  describe = () => nameClash(userPrincipalName),
): void {
  try {
    write();
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw describe();
  }
}

function nameClash(userPrincipalName: string): DirectoryRefusal {
  const sentence = `Another user has the user principal name "${userPrincipalName}".`;
  return directoryRefusal('conflict', `${sentence} Choose another one.`);
}

function restoreClash({ displayName, userPrincipalName }: DirectoryUser): DirectoryRefusal {
  return directoryRefusal(
    'conflict',
    `"${displayName}" cannot be restored: meanwhile another user has the user principal name ` +
      `"${userPrincipalName}". Rename or delete that user, then restore this one.`,
  );
}

function isSame(a: object, b: object): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function refuse(refusal: DirectoryRefusal): never {
  throw refusal;
}
