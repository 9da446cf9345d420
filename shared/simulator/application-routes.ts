// Routes of enterprise applications: their app roles, and who is assigned to them. @see ./application.ts
import { z } from 'zod';
import { Application, AppRole, Assignment } from './application.ts';
import { DirectoryPrincipal } from './directory-views.ts';
import { JobSettings } from './job.ts';
import { FilterOutcome, OutOfScopeReason } from './scope.ts';

const nothing = z.object({});
const application = z.object({ application: z.uuid() });
const role = application.extend({ role: z.uuid() });
const assignment = application.extend({ assignment: z.uuid() });

export const ApplicationName = Application.pick({ displayName: true });

export const AppRoleSetting = AppRole.omit({ id: true });
export type AppRoleSetting = z.infer<typeof AppRoleSetting>;

export const ListedAssignment = Assignment.extend({
  displayName: z.string(),
  /** Of a user. */
  userPrincipalName: z.string().nullable(),
  /** *Default Access* where it is that. */
  roleName: z.string(),
});
export type ListedAssignment = z.infer<typeof ListedAssignment>;

export const AssignmentPage = z.object({
  total: z.int(),
  assignments: z.array(ListedAssignment),
});
export type AssignmentPage = z.infer<typeof AssignmentPage>;

export const AssignmentRequest = z.object({
  /** objectIds of users and groups. */
  principals: z.array(z.uuid()).min(1).max(1_000),
  appRoleId: z.uuid(),
});

/** Why the engine would provision someone, or would not. */
export const EntitlementExplanation = z.object({
  principal: DirectoryPrincipal,
  isInScope: z.boolean(),
  /** The first thing that keeps it out; null: in scope, or its mapping is disabled. */
  reason: OutOfScopeReason.nullable(),
  state: z.enum(['active', 'disabled', 'deleted']),
  /** `all`: neither an assignment nor a role is asked for. */
  scopeSetting: JobSettings.shape.scope,
  defaultAccess: JobSettings.shape.defaultAccess,
  /** Groups are provisioned where their mapping is enabled; that of users always is. */
  isMappingEnabled: z.boolean(),
  isAssigned: z.boolean(),
  /** One that counts, by the handling of *Default Access*. */
  hasRole: z.boolean(),
  /** Each way in. */
  assignments: z.array(
    Assignment.extend({
      roleName: z.string(),
      isRoleEnabled: z.boolean(),
      /** Not: *Default Access* where that is skipped. */
      counts: z.boolean(),
      /** The group that is assigned; null: assigned directly. */
      through: DirectoryPrincipal.nullable(),
    }),
  ),
  /** Assigned groups that hold the person only in a group within: these give nothing. */
  nestedIn: z.array(DirectoryPrincipal),
  /** One of them has to pass, where there are any. */
  scopingFilters: z.array(FilterOutcome),
  passesFilters: z.boolean(),
});
export type EntitlementExplanation = z.infer<typeof EntitlementExplanation>;

export const applicationRoutes = {
  /** In the order in which they were created. */
  listApplications: {
    method: 'GET',
    path: '/api/applications',
    params: nothing,
    query: nothing,
    body: z.undefined(),
    response: z.object({ applications: z.array(Application) }),
  },
  /** With the app role *User*. */
  createApplication: {
    method: 'POST',
    path: '/api/applications',
    params: nothing,
    query: nothing,
    body: ApplicationName,
    response: Application,
  },
  getApplication: {
    method: 'GET',
    path: '/api/applications/:application',
    params: application,
    query: nothing,
    body: z.undefined(),
    response: Application,
  },
  renameApplication: {
    method: 'PATCH',
    path: '/api/applications/:application',
    params: application,
    query: nothing,
    body: ApplicationName,
    response: Application,
  },
  /** Ends its cycle first. Its app roles, assignments, job, provisioning logs, audit entries and mails go with it. */
  deleteApplication: {
    method: 'DELETE',
    path: '/api/applications/:application',
    params: application,
    query: nothing,
    body: z.undefined(),
    response: Application,
  },
  createAppRole: {
    method: 'POST',
    path: '/api/applications/:application/app-roles',
    params: application,
    query: nothing,
    body: AppRoleSetting,
    response: Application,
  },
  replaceAppRole: {
    method: 'PUT',
    path: '/api/applications/:application/app-roles/:role',
    params: role,
    query: nothing,
    body: AppRoleSetting,
    response: Application,
  },
  /** `conflict` while it is assigned. */
  deleteAppRole: {
    method: 'DELETE',
    path: '/api/applications/:application/app-roles/:role',
    params: role,
    query: nothing,
    body: z.undefined(),
    response: Application,
  },
  /** By name of the user or group. */
  listAssignments: {
    method: 'GET',
    path: '/api/applications/:application/assignments',
    params: application,
    query: z.object({
      text: z.string().max(200).default(''),
      offset: z.coerce.number().int().min(0).default(0),
      limit: z.coerce.number().int().min(1).max(1_000).default(100),
    }),
    body: z.undefined(),
    response: AssignmentPage,
  },
  /** All of them or none; who has the role already is counted as `existing`. */
  assignPrincipals: {
    method: 'POST',
    path: '/api/applications/:application/assignments',
    params: application,
    query: nothing,
    body: AssignmentRequest,
    response: z.object({ created: z.array(Assignment), existing: z.int() }),
  },
  changeAssignmentRole: {
    method: 'PATCH',
    path: '/api/applications/:application/assignments/:assignment',
    params: assignment,
    query: nothing,
    body: z.object({ appRoleId: z.uuid() }),
    response: Assignment,
  },
  removeAssignment: {
    method: 'DELETE',
    path: '/api/applications/:application/assignments/:assignment',
    params: assignment,
    query: nothing,
    body: z.undefined(),
    response: nothing,
  },
  explainEntitlement: {
    method: 'GET',
    path: '/api/applications/:application/entitlement/:principal',
    params: application.extend({ principal: z.uuid() }),
    query: nothing,
    body: z.undefined(),
    response: EntitlementExplanation,
  },
} as const;
