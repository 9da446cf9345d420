// Why the engine would provision someone, or would not: each assignment that lets them in, and the judgement of the very
// function that cycles go by.
import { DEFAULT_ACCESS_ROLE_ID } from '../../../shared/simulator/application.ts';
import type { EntitlementExplanation } from '../../../shared/simulator/application-routes.ts';
import { mappingOf } from '../../simulator/engine/cycle-context.ts';
import { judgeEntitlement } from '../../simulator/engine/entitlement.ts';
import { readSourceObject, type SourceObject } from '../../simulator/engine/source-object.ts';
import { defaultSchema } from '../../simulator/mapping/default-schema.ts';
import { findRole } from '../../store/directory/app-role-rows.ts';
import { adminFailure } from './admin-failure.ts';
import type { AdminAppDependencies } from './dependencies.ts';
import { describePrincipal } from './describe-principal.ts';
import { requireJob } from './job-handlers.ts';

export function explainEntitlement(
  dependencies: AdminAppDependencies,
  applicationId: string,
  principalId: string,
): EntitlementExplanation {
  const { directory } = dependencies.store;
  const { settings, schema } = requireJob(dependencies, applicationId);
  const application = directory.requireApplication(applicationId);
  const source = requireSource(dependencies, applicationId, principalId);
  const mapping = mappingOf({ schema: schema ?? defaultSchema() }, source.objectType);
  const judged = judgeEntitlement(source, { application, settings, mapping });
  const { scope, defaultAccess } = settings;
  return {
    principal: describePrincipal(directory, principalId),
    isInScope: judged.reason === null && mapping.enabled,
    reason: judged.reason,
    state: stateOf(source, judged.isActive),
    scopeSetting: scope,
    defaultAccess,
    isMappingEnabled: mapping.enabled,
    isAssigned: judged.isAssigned,
    hasRole: judged.hasRole,
    assignments: source.assignments.map((assignment) => {
      const role = findRole(application, assignment.appRoleId);
      const isDefaultAccess = assignment.appRoleId === DEFAULT_ACCESS_ROLE_ID;
      return {
        ...assignment,
        roleName: role?.displayName ?? assignment.appRoleId,
        isRoleEnabled: role?.isEnabled ?? false,
        counts: defaultAccess === 'current' || !isDefaultAccess,
        through:
          assignment.principalId === principalId
            ? null
            : describePrincipal(directory, assignment.principalId),
      };
    }),
    nestedIn: directory
      .readNestedAssignedGroupIds(applicationId, principalId)
      .map((groupId) => describePrincipal(directory, groupId)),
    scopingFilters: judged.scope.filters.map((filter) => ({
      ...filter,
      clauses: [...filter.clauses],
    })),
    passesFilters: judged.scope.isInScope,
  };
}

function requireSource(
  { store: { directory } }: AdminAppDependencies,
  applicationId: string,
  objectId: string,
): SourceObject {
  const read = (objectType: 'User' | 'Group') =>
    readSourceObject(directory, applicationId, { objectType, objectId });
  const source = read('User') ?? read('Group');
  if (source !== undefined) return source;
  throw adminFailure('not-found', `The directory has no "${objectId}".`);
}

function stateOf({ object }: SourceObject, isActive: boolean): EntitlementExplanation['state'] {
  if (object.deletedDateTime !== null) return 'deleted';
  return isActive ? 'active' : 'disabled';
}
