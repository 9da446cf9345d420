// Enterprise applications of the directory.
import type { Database } from 'better-sqlite3';
import type { Application } from '../../../shared/simulator/application.ts';
import { createAppRoleRows, USER_ROLE } from './app-role-rows.ts';
import { noApplication, refuse } from './directory-refusal.ts';

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

export type ApplicationStore = ReturnType<typeof createApplicationStore>;

/** Whatever is refused throws a `DirectoryRefusal`. */
export function createApplicationStore(db: Database) {
  const statements = prepareStatements(db);
  const roles = createAppRoleRows(db);

  /** With the role *User*. */
  function createApplication(creation: ApplicationCreation): Application {
    statements.insert.run(creation);
    roles.addRole(creation.id, USER_ROLE);
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
    return { ...row, appRoles: roles.listRoles(row.id) };
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
  };
}
