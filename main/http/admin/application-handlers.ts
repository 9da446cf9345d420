// Enterprise applications, their app roles and assignments. @see shared/simulator/application-routes.ts
import type { Application } from '../../../shared/simulator/application.ts';
import { findRole } from '../../store/directory/app-role-rows.ts';
import type { AdminAppDependencies } from './dependencies.ts';
import { describePrincipal } from './describe-principal.ts';
import { announceDirectory } from './directory-handlers.ts';
import { explainEntitlement } from './explain-entitlement.ts';
import type { AdminHandlers } from './mount-routes.ts';

export function applicationHandlers(dependencies: AdminAppDependencies) {
  const { newId } = dependencies;
  const { directory } = dependencies.store;
  const announce = announceDirectory(dependencies);
  const now = () => dependencies.virtualClock.now().toISOString();
  return {
    listApplications: () => ({ applications: [...directory.listApplications()] }),
    createApplication({ body: { displayName } }) {
      const ids = { id: newId(), appId: newId() };
      const created = directory.createApplication({ ...ids, displayName, at: now() });
      dependencies.provisioningJobs.find(created.id); // with the settings that new ones have now
      return announce(created);
    },
    getApplication: ({ params }) => directory.requireApplication(params.application),
    renameApplication: ({ params, body }) =>
      announce(directory.renameApplication(params.application, body.displayName)),
    async deleteApplication({ params: { application } }) {
      const before = directory.requireApplication(application);
      const jobs = dependencies.provisioningJobs;
      while (jobs.isRunning(application)) await jobs.cancel(application);
      directory.deleteApplication(application);
      return announce(before);
    },
    createAppRole: ({ params, body }) =>
      announce(directory.createRole(params.application, { ...body, id: newId() })),
    replaceAppRole: ({ params, body }) =>
      announce(directory.updateRole(params.application, { ...body, id: params.role })),
    deleteAppRole: ({ params }) => announce(directory.deleteRole(params.application, params.role)),
    explainEntitlement: ({ params: { application, principal } }) =>
      explainEntitlement(dependencies, application, principal),
    ...assignmentHandlers(dependencies),
  } satisfies Partial<AdminHandlers>;
}

function assignmentHandlers(dependencies: AdminAppDependencies) {
  const { newId } = dependencies;
  const { directory } = dependencies.store;
  const announce = announceDirectory(dependencies);
  return {
    listAssignments({ params: { application: id }, query }) {
      const application = directory.requireApplication(id);
      const rows = directory.listAssignments({ ...query, applicationId: id });
      return {
        total: directory.countAssignments(id, query.text),
        assignments: rows.map((row) => ({
          ...row,
          roleName: nameRole(application, row.appRoleId),
        })),
      };
    },
    assignPrincipals({ params: { application }, body: { principals, appRoleId } }) {
      const at = dependencies.virtualClock.now().toISOString();
      const orders = principals.map((principalId) => ({
        id: newId(),
        applicationId: application,
        principalId,
        principalType: describePrincipal(directory, principalId).objectType,
        appRoleId,
        at,
      }));
      const created = announce(directory.assignAll(orders));
      return { created, existing: orders.length - created.length };
    },
    changeAssignmentRole: ({ params, body }) =>
      announce(directory.changeRole(params.application, params.assignment, body.appRoleId)),
    removeAssignment({ params }) {
      directory.unassign(params.application, params.assignment);
      return announce({});
    },
  } satisfies Partial<AdminHandlers>;
}

function nameRole(application: Application, roleId: string): string {
  return findRole(application, roleId)?.displayName ?? roleId;
}
