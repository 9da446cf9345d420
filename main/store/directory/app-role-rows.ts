// App roles as rows, and the roles that every application has.
import type { Database } from 'better-sqlite3';
import {
  DEFAULT_ACCESS_ROLE_ID,
  USER_ROLE_ID,
  type Application,
  type AppRole,
} from '../../../shared/simulator/application.ts';
import { readJson } from '../stored-json.ts';

interface RoleRow extends Omit<AppRole, 'allowedMemberTypes' | 'isEnabled'> {
  readonly allowedMemberTypes: string;
  readonly isEnabled: number;
}

export function createAppRoleRows(db: Database) {
  const statements = prepareStatements(db);
  return {
    /** In the order in which they were added. */
    listRoles: (applicationId: string) => statements.roles.all(applicationId).map(toRole),
    addRole: (applicationId: string, role: AppRole) =>
      void statements.insertRole.run({ applicationId, ...toRoleRow(role) }),
    replaceRole: (applicationId: string, role: AppRole) =>
      void statements.updateRole.run({ applicationId, ...toRoleRow(role) }),
    removeRole: (applicationId: string, roleId: string) =>
      void statements.deleteRole.run(applicationId, roleId),
    /** Assignments of the role. */
    countUses: (applicationId: string, roleId: string) =>
      statements.countOfRole.get(applicationId, roleId) ?? 0,
  };
}

export const USER_ROLE: AppRole = {
  id: USER_ROLE_ID,
  displayName: 'User',
  value: null,
  description: 'User',
  allowedMemberTypes: ['User'],
  isEnabled: true,
};

/** The role, *Default Access* among them. */
export function findRole({ appRoles }: Application, roleId: string): AppRole | undefined {
  return roleId === DEFAULT_ACCESS_ROLE_ID
    ? DEFAULT_ACCESS
    : appRoles.find(({ id }) => id === roleId);
}

const DEFAULT_ACCESS: AppRole = {
  id: DEFAULT_ACCESS_ROLE_ID,
  displayName: 'Default Access',
  value: null,
  description: '',
  allowedMemberTypes: ['User'],
  isEnabled: true,
};

function toRole({ allowedMemberTypes, isEnabled, ...row }: RoleRow): AppRole {
  return {
    ...row,
    allowedMemberTypes: readJson(allowedMemberTypes) as AppRole['allowedMemberTypes'], // as written
    isEnabled: isEnabled === 1,
  };
}

function toRoleRow({ allowedMemberTypes, isEnabled, ...role }: AppRole) {
  return {
    ...role,
    allowedMemberTypes: JSON.stringify(allowedMemberTypes),
    isEnabled: Number(isEnabled),
  };
}

function prepareStatements(db: Database) {
  return {
    roles: db.prepare<[string], RoleRow>(`
      select id, display_name as displayName, value, description,
        allowed_member_types as allowedMemberTypes, is_enabled as isEnabled
      from app_roles
      where application_id = ?
      order by position`),
    insertRole: db.prepare<[object]>(`
      insert into app_roles (
        application_id, id, position, display_name, value, description, allowed_member_types,
        is_enabled)
      values (
        :applicationId, :id,
        (select coalesce(max(position), 0) + 1 from app_roles where application_id = :applicationId),
        :displayName, :value, :description, :allowedMemberTypes, :isEnabled)`),
    updateRole: db.prepare<[object]>(`
      update app_roles
      set display_name = :displayName, value = :value, description = :description,
        allowed_member_types = :allowedMemberTypes, is_enabled = :isEnabled
      where application_id = :applicationId and id = :id`),
    deleteRole: db.prepare<[string, string]>(
      'delete from app_roles where application_id = ? and id = ?',
    ),
    countOfRole: db
      .prepare<[string, string], number>(
        'select count(*) from app_role_assignments where application_id = ? and app_role_id = ?',
      )
      .pluck(),
  };
}
