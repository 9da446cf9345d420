// Why someone is in scope of *Sync only assigned users and groups*: each assignment that lets them in, and the way to it.
import type { EntitlementExplanation } from '../../../shared/simulator/application-routes.ts';
import { findRole } from '../../store/directory/app-role-rows.ts';
import type { DirectoryStore } from '../../store/directory/directory.ts';
import { describePrincipal } from './describe-principal.ts';

export function explainEntitlement(
  directory: DirectoryStore,
  applicationId: string,
  principalId: string,
): EntitlementExplanation {
  const application = directory.requireApplication(applicationId);
  const assignments = directory.readAssignments(applicationId, principalId);
  const nested = directory.readNestedAssignedGroupIds(applicationId, principalId);
  return {
    principal: describePrincipal(directory, principalId),
    isAssigned: assignments.length > 0,
    state: stateOf(directory, principalId),
    assignments: assignments.map((assignment) => {
      const role = findRole(application, assignment.appRoleId);
      return {
        ...assignment,
        roleName: role?.displayName ?? assignment.appRoleId,
        isRoleEnabled: role?.isEnabled ?? false,
        through:
          assignment.principalId === principalId
            ? null
            : describePrincipal(directory, assignment.principalId),
      };
    }),
    nestedIn: nested.map((groupId) => describePrincipal(directory, groupId)),
  };
}

function stateOf(directory: DirectoryStore, principalId: string): EntitlementExplanation['state'] {
  const user = directory.findUser(principalId);
  const deleted = user?.deletedDateTime ?? directory.findGroup(principalId)?.deletedDateTime;
  if (deleted != null) return 'deleted';
  return user?.accountEnabled === false ? 'disabled' : 'active';
}
