// The admin API as a table: http/admin mounts it, renderer/api derives its typed calls from it.
// The live feed (`GET /api/live`, ../live-event.ts) is a stream and stands beside the table.
import { z } from 'zod';
import { adminKeyRoutes } from './admin-key.ts';
import { authRoutes } from './auth-routes.ts';
import { findingRoutes } from './finding-routes.ts';
import { checkRoutes } from './check-routes.ts';
import { JsonObject } from './json-schema.ts';
import {
  MemberPage,
  MemberQuery,
  ResourceHistory,
  ResourcePage,
  ResourceQuery,
  StoredResource,
} from './resource.ts';
import { jobRoutes, jobRunRoutes } from '../simulator/job-routes.ts';
import { recordedRequestRoutes } from '../simulator/recorded-request-routes.ts';
import { mappingRoutes } from '../simulator/mapping-routes.ts';
import { profileRoutes } from './profile-routes.ts';
import { schemaRoutes } from './schema-routes.ts';
import { eventFeedRoutes } from './event-feed-routes.ts';
import { tenantLifeRoutes } from './tenant-life-routes.ts';
import { snapshotRoutes } from './snapshot-routes.ts';
import { requestLogRoutes } from './request-log-routes.ts';
import { resourceToolRoutes } from './resource-tool-routes.ts';
import { homeRoutes } from './home-routes.ts';
import { composeRoutes } from './compose-routes.ts';
import { replayRoutes } from './replay-routes.ts';
import { verificationRoutes } from './verification-routes.ts';
import { servingRoutes } from './serving-routes.ts';
import { scenarioRoutes } from '../scenario/scenario-routes.ts';
import { tlsRoutes } from './tls-routes.ts';
import { settingRoutes } from './setting-routes.ts';
import { reportRoutes } from '../simulator/report-routes.ts';
import { transferRoutes } from './transfer-routes.ts';
import { applicationRoutes } from '../simulator/application-routes.ts';
import { directoryRoutes } from '../simulator/directory-routes.ts';
import { Connection, SentRequest, ServerStatus, Tenant, TenantChange } from './tenant.ts';

const nothing = z.object({});
const tenant = z.object({ tenant: z.string() });
const resources = tenant.extend({ resourceType: z.string() });
const resource = resources.extend({ id: z.string() });
const group = tenant.extend({ id: z.string() });

export const adminRoutes = {
  ...adminKeyRoutes,
  ...checkRoutes,
  ...authRoutes,
  ...mappingRoutes,
  ...findingRoutes,
  ...jobRoutes,
  ...jobRunRoutes,
  ...recordedRequestRoutes,
  ...tenantLifeRoutes,
  ...eventFeedRoutes,
  ...profileRoutes,
  ...schemaRoutes,
  ...transferRoutes,
  ...snapshotRoutes,
  ...requestLogRoutes,
  ...resourceToolRoutes,
  ...homeRoutes,
  ...composeRoutes,
  ...replayRoutes,
  ...verificationRoutes,
  ...settingRoutes,
  ...scenarioRoutes,
  ...reportRoutes,
  ...directoryRoutes,
  ...applicationRoutes,
  ...servingRoutes,
  ...tlsRoutes,
  getStatus: {
    method: 'GET',
    path: '/api/status',
    params: nothing,
    query: nothing,
    body: z.undefined(),
    response: ServerStatus,
  },
  updateTenant: {
    method: 'PATCH',
    path: '/api/tenants/:tenant',
    params: tenant,
    query: nothing,
    body: TenantChange,
    response: Tenant,
  },
  getConnection: {
    method: 'GET',
    path: '/api/tenants/:tenant/connection',
    params: tenant,
    query: nothing,
    body: z.undefined(),
    response: Connection,
  },
  testConnection: {
    method: 'POST',
    path: '/api/tenants/:tenant/connection/test',
    params: tenant,
    query: nothing,
    body: z.undefined(),
    response: SentRequest,
  },
  queryResources: {
    method: 'GET',
    path: '/api/tenants/:tenant/resources/:resourceType',
    params: resources,
    query: ResourceQuery,
    body: z.undefined(),
    response: ResourcePage,
  },
  createResource: {
    method: 'POST',
    path: '/api/tenants/:tenant/resources/:resourceType',
    params: resources,
    query: nothing,
    body: JsonObject,
    response: StoredResource,
  },
  getResource: {
    method: 'GET',
    path: '/api/tenants/:tenant/resources/:resourceType/:id',
    params: resource,
    query: nothing,
    body: z.undefined(),
    response: StoredResource,
  },
  replaceResource: {
    method: 'PUT',
    path: '/api/tenants/:tenant/resources/:resourceType/:id',
    params: resource,
    query: nothing,
    body: JsonObject,
    response: StoredResource,
  },
  /** Body: a SCIM PatchOp message. */
  patchResource: {
    method: 'PATCH',
    path: '/api/tenants/:tenant/resources/:resourceType/:id',
    params: resource,
    query: nothing,
    body: JsonObject,
    response: StoredResource,
  },
  deleteResource: {
    method: 'DELETE',
    path: '/api/tenants/:tenant/resources/:resourceType/:id',
    params: resource,
    query: nothing,
    body: z.undefined(),
    response: nothing,
  },
  getHistory: {
    method: 'GET',
    path: '/api/tenants/:tenant/resources/:resourceType/:id/history',
    params: resource,
    query: nothing,
    body: z.undefined(),
    response: ResourceHistory,
  },
  listMembers: {
    method: 'GET',
    path: '/api/tenants/:tenant/groups/:id/members',
    params: group,
    query: MemberQuery,
    body: z.undefined(),
    response: MemberPage,
  },
} as const;

export type AdminRoutes = typeof adminRoutes;
export type RouteName = keyof AdminRoutes;

/** What a caller passes: query and body with defaults still open. */
export interface RouteInput<Name extends RouteName> {
  readonly params: z.input<AdminRoutes[Name]['params']>;
  readonly query: z.input<AdminRoutes[Name]['query']>;
  readonly body: z.input<AdminRoutes[Name]['body']>;
}

/** What a handler gets, parsed. */
export interface ParsedInput<Name extends RouteName> {
  readonly params: z.output<AdminRoutes[Name]['params']>;
  readonly query: z.output<AdminRoutes[Name]['query']>;
  readonly body: z.output<AdminRoutes[Name]['body']>;
}

export type RouteOutput<Name extends RouteName> = z.output<AdminRoutes[Name]['response']>;
