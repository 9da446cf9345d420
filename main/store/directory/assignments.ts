// Assignments of users and groups to an application, as its administrator changes them.
import type { Database } from 'better-sqlite3';
import type { Assignment } from '../../../shared/simulator/application.ts';
import type { DirectoryObjectType } from '../../../shared/simulator/directory.ts';
import { findRole } from './app-role-rows.ts';
import type { ApplicationStore } from './applications.ts';
import type { AssignmentReader } from './assignment-reader.ts';
import type { DirectoryChangeStore } from './directory-changes.ts';
import type { DirectoryGroupStore } from './directory-groups.ts';
import { directoryRefusal } from './directory-refusal.ts';
import type { DirectoryUserStore } from './directory-users.ts';

export interface AssignmentOrder {
  readonly id: string;
  readonly applicationId: string;
  readonly principalId: string;
  readonly principalType: DirectoryObjectType;
  readonly appRoleId: string;
  /** ISO 8601. */
  readonly at: string;
}

interface Rooms {
  readonly changes: DirectoryChangeStore;
  readonly users: DirectoryUserStore;
  readonly groups: DirectoryGroupStore;
  readonly applications: ApplicationStore;
  readonly reader: AssignmentReader;
}

/** Whatever is refused throws a `DirectoryRefusal`. */
export function createAssignmentStore(db: Database, rooms: Rooms) {
  const { changes, reader } = rooms;
  const rules = createAssignmentRules(rooms);
  const statements = prepareStatements(db);

  /** Undefined where the principal has the role already. */
  function assign(order: AssignmentOrder): Assignment | undefined {
    const { applicationId, principalId, principalType } = order;
    rules.requirePrincipal(order);
    rules.requireAssignable(applicationId, order.appRoleId);
    if (statements.insert.run(order).changes === 0) return undefined;
    noteAssignment({ applicationId, principalId, principalType });
    return reader.findAssignment(applicationId, order.id);
  }

  function changeRole(applicationId: string, id: string, appRoleId: string): Assignment {
    const before = requireAssignment(applicationId, id);
    if (before.appRoleId === appRoleId) return before;
    rules.requireAssignable(applicationId, appRoleId);
    if (statements.hasRole.get({ ...before, appRoleId }) !== undefined) {
      const sentence = 'This role is assigned there already: remove one of the two assignments.';
      throw directoryRefusal('conflict', sentence);
    }
    statements.changeRole.run({ id, appRoleId });
    noteAssignment(before);
    return { ...before, appRoleId };
  }

  function unassign(applicationId: string, id: string): void {
    const before = requireAssignment(applicationId, id);
    statements.remove.run(id);
    noteAssignment(before);
  }

  function noteAssignment(
    change: Pick<Assignment, 'applicationId' | 'principalId' | 'principalType'>,
  ): void {
    changes.note({
      kind: 'assignment',
      objectId: change.principalId,
      objectType: change.principalType,
      placeId: change.applicationId,
    });
  }

  function requireAssignment(applicationId: string, id: string): Assignment {
    const found = reader.findAssignment(applicationId, id);
    if (found !== undefined) return found;
    throw directoryRefusal('not-found', `The application has no assignment "${id}".`);
  }

  return { assign, changeRole, unassign };
}

function createAssignmentRules({ users, groups, applications }: Rooms) {
  function requirePrincipal({ principalId, principalType }: AssignmentOrder): void {
    if (principalType === 'User') return void users.requireLiveUser(principalId);
    const group = groups.requireLiveGroup(principalId);
    if (group.securityEnabled) return;
    throw directoryRefusal(
      'conflict',
      `"${group.displayName}" is not security-enabled: only security-enabled groups can be ` +
        'assigned. Make it security-enabled first.',
    );
  }

  function requireAssignable(applicationId: string, roleId: string): void {
    const application = applications.requireApplication(applicationId);
    const role = findRole(application, roleId);
    if (role === undefined) {
      const sentence = `"${application.displayName}" has no app role "${roleId}".`;
      throw directoryRefusal('not-found', sentence);
    }
    if (!role.isEnabled) {
      const sentence = `The role "${role.displayName}" is disabled: enable it first.`;
      throw directoryRefusal('conflict', sentence);
    }
    if (!role.allowedMemberTypes.includes('User')) {
      const sentence = `The role "${role.displayName}" is for applications only.`;
      throw directoryRefusal('conflict', `${sentence} Allow users and groups in it first.`);
    }
  }

  return { requirePrincipal, requireAssignable };
}

function prepareStatements(db: Database) {
  return {
    insert: db.prepare<[object]>(`
      insert into app_role_assignments
        (id, application_id, principal_id, principal_type, app_role_id, created)
      values (:id, :applicationId, :principalId, :principalType, :appRoleId, :at)
      on conflict (application_id, principal_id, app_role_id) do nothing`),
    hasRole: db.prepare<[object]>(`
      select 1 from app_role_assignments
      where application_id = :applicationId and principal_id = :principalId
        and app_role_id = :appRoleId`),
    changeRole: db.prepare<[object]>(
      'update app_role_assignments set app_role_id = :appRoleId where id = :id',
    ),
    remove: db.prepare<[string]>('delete from app_role_assignments where id = ?'),
  };
}
