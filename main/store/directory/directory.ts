// The directory as one store: what the administrator does in it, and what the provisioning engine reads of it
// (main/simulator/directory-source.ts). Every change is one transaction together with the note that it happened.
import type { Database } from 'better-sqlite3';
import { createApplicationStore } from './applications.ts';
import { createAssignmentStore, type AssignmentOrder } from './assignments.ts';
import { createDirectoryChangeStore } from './directory-changes.ts';
import { createDirectoryGroupStore } from './directory-groups.ts';
import { createDirectoryListStore } from './directory-lists.ts';
import { createDirectoryMemberStore } from './directory-members.ts';
import { createDirectoryUserStore } from './directory-users.ts';

export type DirectoryStore = ReturnType<typeof createDirectoryStore>;

/** Days that the deleted stay in the recycle bin. */
export const RECYCLE_BIN_DAYS = 30;

/** Whatever is refused throws a `DirectoryRefusal`, and nothing of it has happened. */
export function createDirectoryStore(db: Database) {
  const changes = createDirectoryChangeStore(db);
  const users = createDirectoryUserStore(db, changes);
  const groups = createDirectoryGroupStore(db, changes);
  const applications = createApplicationStore(db);
  const members = createDirectoryMemberStore(db, changes, groups);
  const assignments = createAssignmentStore(db, { changes, users, groups, applications });
  const inOne = <Arguments extends unknown[], Result>(work: (...given: Arguments) => Result) =>
    db.transaction(work).immediate as (...given: Arguments) => Result; // the same function
  const counts = prepareCounts(db);

  /** All of them or none; returns those that were not there before. */
  const assignAll = inOne((orders: readonly AssignmentOrder[]) =>
    orders.map(assignments.assign).filter((assignment) => assignment !== undefined),
  );

  /** Purges what has been in the recycle bin for 30 days by `now`; returns how many that were. */
  const purgeExpired = inOne((now: Date) => {
    const until = new Date(now.getTime() - RECYCLE_BIN_DAYS * 86_400_000).toISOString();
    const expired = {
      users: users.listExpiredUsers(until),
      groups: groups.listExpiredGroups(until),
    };
    expired.users.forEach(users.purgeUser);
    expired.groups.forEach(groups.purgeGroup);
    return expired.users.length + expired.groups.length;
  });

  return {
    ...users,
    ...groups,
    ...applications,
    ...members,
    ...assignments,
    ...createDirectoryListStore(db),
    createUser: inOne(users.createUser),
    updateUser: inOne(users.updateUser),
    deleteUser: inOne(users.deleteUser),
    restoreUser: inOne(users.restoreUser),
    purgeUser: inOne(users.purgeUser),
    createGroup: inOne(groups.createGroup),
    updateGroup: inOne(groups.updateGroup),
    deleteGroup: inOne(groups.deleteGroup),
    restoreGroup: inOne(groups.restoreGroup),
    purgeGroup: inOne(groups.purgeGroup),
    addMembers: inOne(members.addMembers),
    removeMembers: inOne(members.removeMembers),
    createApplication: inOne(applications.createApplication),
    createRole: inOne(applications.createRole),
    updateRole: inOne(applications.updateRole),
    deleteRole: inOne(applications.deleteRole),
    changeRole: inOne(assignments.changeRole),
    unassign: inOne(assignments.unassign),
    assignAll,
    purgeExpired,
    currentSequence: changes.currentSequence,
    changesSince: changes.changesSince,
    /** The recycle bin included. */
    countObjects: () => ({ users: counts.users.get() ?? 0, groups: counts.groups.get() ?? 0 }),
  };
}

function prepareCounts(db: Database) {
  return {
    users: db.prepare<[], number>('select count(*) from directory_users').pluck(),
    groups: db.prepare<[], number>('select count(*) from directory_groups').pluck(),
  };
}
