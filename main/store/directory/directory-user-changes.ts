// People of the directory: created and changed, in the recycle bin for 30 days, and gone for good.
import type { Database } from 'better-sqlite3';
import type { DirectoryUser, DirectoryUserSetting } from '../../../shared/simulator/directory.ts';
import { isUniqueViolation } from '../unique-violation.ts';
import type { DirectoryChangeStore } from './directory-changes.ts';
import { toUserRow } from './directory-records.ts';
import { directoryRefusal, type DirectoryRefusal } from './directory-refusal.ts';
import type { DirectoryUserStore } from './directory-users.ts';

/** Identity and time of something new. */
export interface Creation {
  readonly objectId: string;
  /** ISO 8601, of the clock that the simulator goes by. */
  readonly at: string;
}

interface Rooms {
  readonly changes: DirectoryChangeStore;
  readonly users: DirectoryUserStore;
}

/** Whatever is refused throws a `DirectoryRefusal`. */
export function createDirectoryUserChanges(db: Database, { changes, users }: Rooms) {
  const statements = prepareStatements(db);
  const requireManager = createManagerRule(db, users);

  function createUser(setting: DirectoryUserSetting, { objectId, at }: Creation): DirectoryUser {
    requireManager(setting.manager);
    keepUnique(setting.userPrincipalName, () =>
      statements.insert.run({ ...toUserRow(objectId, setting), at }),
    );
    noteUser(objectId);
    return users.requireUser(objectId);
  }

  /** What is not in `change` stays. */
  function updateUser(objectId: string, change: Partial<DirectoryUserSetting>): DirectoryUser {
    const before = users.requireLiveUser(objectId);
    const row = toUserRow(objectId, { ...before, ...change });
    if (isSame(row, toUserRow(objectId, before))) return before;
    if (row.manager !== before.manager) requireManager(row.manager, objectId);
    keepUnique(row.userPrincipalName, () => statements.update.run(row));
    noteUser(objectId);
    return users.requireUser(objectId);
  }

  /** Into the recycle bin. Memberships and assignments are kept, and count again once the person is restored. */
  function deleteUser(objectId: string, at: string): DirectoryUser {
    users.requireLiveUser(objectId);
    statements.setDeleted.run({ objectId, at });
    noteUser(objectId);
    changes.noteMemberships(objectId, 'User');
    return users.requireUser(objectId);
  }

  // Entra: a restored person's memberships are not told as changes; only a restart replays them.
  function restoreUser(objectId: string): DirectoryUser {
    const user = users.requireDeletedUser(objectId);
    keepUnique(
      user.userPrincipalName,
      () => statements.setDeleted.run({ objectId, at: null }),
      () => restoreClash(user),
    );
    noteUser(objectId);
    return users.requireUser(objectId);
  }

  /** Out of the recycle bin, for good. */
  function purgeUser(objectId: string): void {
    users.requireDeletedUser(objectId);
    changes.noteReports(objectId);
    statements.clearManager.run(objectId);
    statements.removeMemberships.run(objectId);
    statements.removeAssignments.run(objectId);
    statements.purge.run(objectId);
    changes.note({ kind: 'purged', objectId, objectType: 'User' });
  }

  function noteUser(objectId: string): void {
    changes.note({ kind: 'object', objectId, objectType: 'User' });
  }

  return { createUser, updateUser, deleteUser, restoreUser, purgeUser };
}

/** A manager is there, and does not report to the person. */
function createManagerRule(db: Database, users: DirectoryUserStore) {
  const isAbove = createHierarchy(db);
  return function requireManager(managerId: string | null, reportId?: string): void {
    if (managerId === null) return;
    const manager = users.requireLiveUser(managerId);
    if (reportId === undefined || !isAbove(reportId, managerId)) return;
    const sentence = `"${manager.displayName}" cannot be the manager: it would be a circle.`;
    throw directoryRefusal('conflict', `${sentence} Choose someone who does not report to them.`);
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
