// Enterprise applications and their app roles.
import type { Database } from 'better-sqlite3';
import {
  DEFAULT_ACCESS_ROLE_ID,
  USER_ROLE_ID,
  type Application,
  type AppRole,
} from '../../../shared/simulator/application.ts';
import { readJson } from '../stored-json.ts';
import { directoryRefusal, noApplication, type DirectoryRefusal } from './directory-refusal.ts';

/** Identity of a new application. */
interface ApplicationCreation {
  /** Of the service principal. */
  readonly id: string;
  readonly appId: string;
  readonly displayName: string;
  /** ISO 8601. */
  readonly at: string;
}

interface ApplicationRow {
  readonly id: string;
  readonly appId: string;
  readonly displayName: string;
  readonly createdDateTime: string;
}

interface RoleRow extends Omit<AppRole, 'allowedMemberTypes' | 'isEnabled'> {
  readonly allowedMemberTypes: string;
  readonly isEnabled: number;
}

export type ApplicationStore = ReturnType<typeof createApplicationStore>;

/** Whatever is refused throws a `DirectoryRefusal`. */
export function createApplicationStore(db: Database) {
  const statements = prepareStatements(db);

  /** With the role *User*. */
  function createApplication(creation: ApplicationCreation): Application {
    statements.insert.run(creation);
    addRole(creation.id, USER_ROLE);
    return requireApplication(creation.id);
  }

  function renameApplication(id: string, displayName: string): Application {
    requireApplication(id);
    statements.rename.run({ id, displayName });
    return requireApplication(id);
  }

  /** Its roles and assignments go with it. */
  function deleteApplication(id: string): void {
    requireApplication(id);
    statements.remove.run(id);
  }

  /** In the order in which they were created. */
  function listApplications(): readonly Application[] {
    return statements.list.all().map(complete);
  }

  function findApplication(id: string): Application | undefined {
    const row = statements.find.get(id);
    return row && complete(row);
  }

  function complete(row: ApplicationRow): Application {
    return { ...row, appRoles: statements.roles.all(row.id).map(toRole) };
  }

  function createRole(id: string, role: AppRole): Application {
    refuseTakenValue(requireApplication(id), role);
    addRole(id, role);
    return requireApplication(id);
  }

  function addRole(applicationId: string, role: AppRole): void {
    statements.insertRole.run({ applicationId, ...toRoleRow(role) });
  }

  function updateRole(id: string, role: AppRole): Application {
    const application = requireApplication(id);
    requireRole(application, role.id);
    refuseTakenValue(application, role);
    statements.updateRole.run({ applicationId: id, ...toRoleRow(role) });
    return requireApplication(id);
  }

  function deleteRole(id: string, roleId: string): Application {
    const { displayName } = requireRole(requireApplication(id), roleId);
    const count = statements.countOfRole.get(id, roleId) ?? 0;
    if (count > 0) {
      throw directoryRefusal(
        'conflict',
        `The role "${displayName}" is assigned ${count === 1 ? 'once' : `${count} times`}. ` +
          'Remove those assignments or give them another role first.',
      );
    }
    statements.deleteRole.run(id, roleId);
    return requireApplication(id);
  }

  function requireApplication(id: string): Application {
    return findApplication(id) ?? refuse(noApplication(id));
  }

  return {
    createApplication,
    renameApplication,
    deleteApplication,
    listApplications,
    findApplication,
    requireApplication,
    createRole,
    updateRole,
    deleteRole,
  };
}

const USER_ROLE: AppRole = {
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

function requireRole(application: Application, roleId: string): AppRole {
  const role = application.appRoles.find(({ id }) => id === roleId);
  if (role !== undefined) return role;
  const sentence = `"${application.displayName}" has no app role "${roleId}".`;
  throw directoryRefusal('not-found', sentence);
}

function refuseTakenValue({ appRoles }: Application, { id, value }: AppRole): void {
  const other = appRoles.find((role) => role.id !== id && value !== null && role.value === value);
  if (other === undefined) return;
  const sentence = `The role "${other.displayName}" has the value "${value}" already.`;
  throw directoryRefusal('conflict', `${sentence} Choose another value.`);
}

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
  const applications = `
    select id, app_id as appId, display_name as displayName, created as createdDateTime
    from applications`;
  return {
    insert: db.prepare<[object]>(`
      insert into applications (id, app_id, display_name, created)
      values (:id, :appId, :displayName, :at)`),
    rename: db.prepare<[object]>(
      'update applications set display_name = :displayName where id = :id',
    ),
    remove: db.prepare<[string]>('delete from applications where id = ?'),
    list: db.prepare<[], ApplicationRow>(`${applications} order by created, id`),
    find: db.prepare<[string], ApplicationRow>(`${applications} where id = ?`),
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

function refuse(refusal: DirectoryRefusal): never {
  throw refusal;
}
