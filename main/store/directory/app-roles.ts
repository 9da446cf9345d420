// App roles of an application, as its administrator changes them.
import type { Database } from 'better-sqlite3';
import type { Application, AppRole } from '../../../shared/simulator/application.ts';
import { createAppRoleRows } from './app-role-rows.ts';
import type { ApplicationStore } from './applications.ts';
import { directoryRefusal } from './directory-refusal.ts';

/** Whatever is refused throws a `DirectoryRefusal`. */
export function createAppRoleStore(db: Database, applications: ApplicationStore) {
  const roles = createAppRoleRows(db);

  function createRole(id: string, role: AppRole): Application {
    refuseTakenValue(applications.requireApplication(id), role);
    roles.addRole(id, role);
    return applications.requireApplication(id);
  }

  function updateRole(id: string, role: AppRole): Application {
    const application = applications.requireApplication(id);
    requireRole(application, role.id);
    refuseTakenValue(application, role);
    roles.replaceRole(id, role);
    return applications.requireApplication(id);
  }

  function deleteRole(id: string, roleId: string): Application {
    const { displayName } = requireRole(applications.requireApplication(id), roleId);
    const count = roles.countUses(id, roleId);
    if (count > 0) {
      throw directoryRefusal(
        'conflict',
        `The role "${displayName}" is assigned ${count === 1 ? 'once' : `${count} times`}. ` +
          'Remove those assignments or give them another role first.',
      );
    }
    roles.removeRole(id, roleId);
    return applications.requireApplication(id);
  }

  return { createRole, updateRole, deleteRole };
}

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
