// The directory as one store: what the administrator does in it, and what the provisioning engine reads of it
// (main/simulator/directory-source.ts). Every change is one transaction together with the note that it happened.
import type { Database } from 'better-sqlite3';
import { createAppRoleStore } from './app-roles.ts';
import { createApplicationStore } from './applications.ts';
import { createAssignmentReader } from './assignment-reader.ts';
import { createAssignmentStore, type AssignmentOrder } from './assignments.ts';
import { createDirectoryChangeStore } from './directory-changes.ts';
import { createDirectoryGroupChanges } from './directory-group-changes.ts';
import { createDirectoryGroupStore } from './directory-groups.ts';
import { createDirectoryListStore } from './directory-lists.ts';
import { createDirectoryMemberStore } from './directory-members.ts';
import { createDirectoryUserChanges } from './directory-user-changes.ts';
import { createDirectoryUserStore } from './directory-users.ts';

export type DirectoryStore = ReturnType<typeof createDirectoryStore>;

/** Days that the deleted stay in the recycle bin. */
export const RECYCLE_BIN_DAYS = 30;

/** Whatever is refused throws a `DirectoryRefusal`, and nothing of it has happened. */
export function createDirectoryStore(db: Database) {
  const changes = createDirectoryChangeStore(db);
  const users = createDirectoryUserStore(db);
  const groups = createDirectoryGroupStore(db);
  const applications = createApplicationStore(db);
  const reader = createAssignmentReader(db);
  const members = createDirectoryMemberStore(db, changes, groups);
  const userChanges = createDirectoryUserChanges(db, { changes, users });
  const groupChanges = createDirectoryGroupChanges(db, { changes, groups });
  const rooms = { changes, users, groups, applications, reader };
  const { assign, ...assignments } = createAssignmentStore(db, rooms);

  /** All of them or none; returns those that were not there before. */
  function assignAll(orders: readonly AssignmentOrder[]) {
    return orders.map(assign).filter((assignment) => assignment !== undefined);
  }

  /** Purges what has been in the recycle bin for 30 days by `now`; returns how many that were. */
  function purgeExpired(now: Date): number {
    const until = new Date(now.getTime() - RECYCLE_BIN_DAYS * 86_400_000).toISOString();
    const expired = [users.listExpiredUsers(until), groups.listExpiredGroups(until)] as const;
    expired[0].forEach(userChanges.purgeUser);
    expired[1].forEach(groupChanges.purgeGroup);
    return expired[0].length + expired[1].length;
  }

  return {
    ...users,
    ...groups,
    ...reader,
    ...members,
    ...applications,
    ...createDirectoryListStore(db),
    currentSequence: changes.currentSequence,
    changesSince: changes.changesSince,
    countObjects: createCounter(db),
    ...inTransactions(db, {
      ...userChanges,
      ...groupChanges,
      addMembers: members.addMembers,
      removeMembers: members.removeMembers,
      createApplication: applications.createApplication,
      ...createAppRoleStore(db, applications),
      ...assignments,
      assignAll,
      purgeExpired,
    }),
  };
}

/** Each call is one transaction; within another one, a savepoint. */
function inTransactions<Functions extends Record<string, (...given: never[]) => unknown>>(
  db: Database,
  functions: Functions,
): Functions {
  const wrapped = Object.entries(functions).map(([name, work]) => {
    const transaction = db.transaction(work);
    return [name, (...given: never[]) => transaction.immediate(...given)] as const;
  });
  return Object.fromEntries(wrapped) as Functions; // the same names, each with its own signature
}

/** The recycle bin included. */
function createCounter(db: Database) {
  const users = db.prepare<[], number>('select count(*) from directory_users').pluck();
  const groups = db.prepare<[], number>('select count(*) from directory_groups').pluck();
  return () => ({ users: users.get() ?? 0, groups: groups.get() ?? 0 });
}
