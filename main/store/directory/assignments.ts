// Who is assigned to an application: users directly, and through groups those who are in them themselves. Nested groups
// give nothing, as in Entra.
import type { Database } from 'better-sqlite3';
import type { Assignment } from '../../../shared/simulator/application.ts';
import type { DirectoryObjectType } from '../../../shared/simulator/directory.ts';
import { findRole, type ApplicationStore } from './applications.ts';
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

interface AssignmentRow extends Assignment {
  readonly displayName: string;
  readonly userPrincipalName: string | null;
}

interface AssignmentPageQuery {
  readonly applicationId: string;
  /** Without case; empty: all. */
  readonly searchKey: string;
  readonly offset: number;
  readonly limit: number;
}

export interface AssignmentRooms {
  readonly changes: DirectoryChangeStore;
  readonly users: DirectoryUserStore;
  readonly groups: DirectoryGroupStore;
  readonly applications: ApplicationStore;
}

/** Whatever is refused throws a `DirectoryRefusal`. */
export function createAssignmentStore(db: Database, rooms: AssignmentRooms) {
  const { changes, applications } = rooms;
  const statements = prepareStatements(db);

  /** Undefined where the principal has the role already. */
  function assign(order: AssignmentOrder): Assignment | undefined {
    const { applicationId, principalId, principalType } = order;
    requirePrincipal(order);
    requireAssignable(applicationId, order.appRoleId);
    if (statements.insert.run(order).changes === 0) return undefined;
    noteAssignment({ applicationId, principalId, principalType });
    return statements.find.get(applicationId, order.id);
  }

  function changeRole(applicationId: string, id: string, appRoleId: string): Assignment {
    const before = requireAssignment(applicationId, id);
    if (before.appRoleId === appRoleId) return before;
    requireAssignable(applicationId, appRoleId);
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
    const found = statements.find.get(applicationId, id);
    if (found !== undefined) return found;
    throw directoryRefusal('not-found', `The application has no assignment "${id}".`);
  }

  function requirePrincipal({ principalId, principalType }: AssignmentOrder): void {
    if (principalType === 'User') return void rooms.users.requireLiveUser(principalId);
    const group = rooms.groups.requireLiveGroup(principalId);
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

  /** By name of the principal; none of the recycle bin. */
  function listAssignments(query: AssignmentPageQuery): readonly AssignmentRow[] {
    return statements.list.all(query);
  }

  function countAssignments(applicationId: string, searchKey: string): number {
    return statements.count.get({ applicationId, searchKey }) ?? 0;
  }

  function readAssignments(applicationId: string, principalId: string): readonly Assignment[] {
    return statements.effective.all({ applicationId, principalId });
  }

  function readAssignedUserIds(
    applicationId: string,
    after: string | null,
    limit: number,
  ): readonly string[] {
    return statements.userIds.all({ applicationId, after: after ?? '', limit });
  }

  function readAssignedGroupIds(applicationId: string): readonly string[] {
    return statements.groupIds.all(applicationId);
  }

  return {
    assign,
    changeRole,
    unassign,
    listAssignments,
    countAssignments,
    readAssignments,
    readAssignedUserIds,
    readAssignedGroupIds,
  };
}

const ASSIGNMENT_COLUMNS = `
  a.id, a.application_id as applicationId, a.principal_id as principalId,
  a.principal_type as principalType, a.app_role_id as appRoleId, a.created as createdDateTime`;

const LISTED = `
  from app_role_assignments a
  left join directory_users u on u.object_id = a.principal_id
  left join directory_groups g on g.object_id = a.principal_id
  where a.application_id = :applicationId and u.deleted is null and g.deleted is null
    and instr(coalesce(u.search_key, g.search_key), :searchKey)`;

// Groups of the application that give access to their members.
const GIVING_GROUP = `
  a.application_id = :applicationId and a.principal_type = 'Group'
  and exists (
    select 1 from directory_groups g
    where g.object_id = a.principal_id and g.deleted is null and g.security_enabled = 1)`;

function prepareStatements(db: Database) {
  const assignments = `select ${ASSIGNMENT_COLUMNS} from app_role_assignments a`;
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
    find: db.prepare<[string, string], Assignment>(`
      ${assignments} where a.application_id = ? and a.id = ?`),
    list: db.prepare<[object], AssignmentRow>(`
      select ${ASSIGNMENT_COLUMNS}, coalesce(u.display_name, g.display_name) as displayName,
        u.user_principal_name as userPrincipalName
      ${LISTED}
      order by coalesce(u.name_key, g.name_key), a.id
      limit :limit offset :offset`),
    count: db.prepare<[object], number>(`select count(*) ${LISTED}`).pluck(),
    effective: db.prepare<[object], Assignment>(`
      ${assignments}
      where a.principal_id = :principalId and a.application_id = :applicationId
      union all
      select ${ASSIGNMENT_COLUMNS}
      from directory_members m
      cross join app_role_assignments a on a.principal_id = m.group_id and ${GIVING_GROUP}
      where m.member_id = :principalId and m.member_type = 'User'`),
    // Walked by person: each asks two indexes, so a page is as dear at its end as at the beginning.
    userIds: db
      .prepare<[object], string>(
        `
        select u.object_id
        from directory_users u
        where u.object_id > :after and (
          exists (
            select 1 from app_role_assignments a
            where a.principal_id = u.object_id and a.application_id = :applicationId)
          or exists (
            select 1
            from directory_members m
            cross join app_role_assignments a on a.principal_id = m.group_id and ${GIVING_GROUP}
            where m.member_id = u.object_id))
        order by u.object_id
        limit :limit`,
      )
      .pluck(),
    groupIds: db
      .prepare<[string], string>(
        `
        select distinct principal_id from app_role_assignments
        where application_id = ? and principal_type = 'Group'
        order by principal_id`,
      )
      .pluck(),
  };
}
