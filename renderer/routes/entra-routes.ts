// Addresses of the Entra simulator.
import { createRoute } from '@tanstack/react-router';
import { z } from 'zod';
import { rootRoute, type RootSearch } from './root-route.ts';

const LogsSearch = z.object({
  /** Of every application; without it, of the one that is chosen. */
  applications: z.enum(['all']).optional().catch(undefined),
  view: z.enum(['insights']).optional().catch(undefined),
  identity: z.string().optional().catch(undefined),
  /** Words of steps, properties and errors. */
  text: z.string().optional().catch(undefined),
  status: z.string().optional().catch(undefined),
  action: z.string().optional().catch(undefined),
  range: z.enum(['24h', '7d', '30d', 'custom']).optional().catch(undefined),
  /** Days of a custom range, such as `2026-05-04`. */
  from: z.iso.date().optional().catch(undefined),
  to: z.iso.date().optional().catch(undefined),
  jobId: z.string().optional().catch(undefined),
  cycleId: z.string().optional().catch(undefined),
  changeId: z.string().optional().catch(undefined),
  sourceId: z.string().optional().catch(undefined),
  targetId: z.string().optional().catch(undefined),
  errorCode: z.string().optional().catch(undefined),
  id: z.string().optional().catch(undefined),
  tab: z
    .enum(['steps', 'troubleshooting', 'properties', 'summary', 'http'])
    .optional()
    .catch(undefined),
});
export type LogsSearch = z.infer<typeof LogsSearch> & z.infer<typeof RootSearch>;

export const entraLogsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/entra/logs',
  validateSearch: LogsSearch,
});

const EntrySearch = z.object({
  id: z.string().optional().catch(undefined),
});

export const entraAuditRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/entra/audit',
  validateSearch: EntrySearch,
});

export const entraMailboxRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/entra/mailbox',
  validateSearch: EntrySearch,
});

const MappingSearch = z.object({
  /** Users where it is absent. */
  object: z.enum(['User', 'Group']).optional().catch(undefined),
  /** objectId of whoever the mappings are previewed for. */
  person: z.string().optional().catch(undefined),
});

export const mappingRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/entra/mapping',
  validateSearch: MappingSearch,
});

export const overviewRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/entra/overview',
});

const OnDemandSearch = z.object({
  /** objectId of the user or group that is picked. */
  id: z.string().optional().catch(undefined),
});

export const onDemandRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/entra/on-demand',
  validateSearch: OnDemandSearch,
});

const DiscoverySearch = z.object({
  tab: z.enum(['local', 'unassigned', 'assigned']).optional().catch(undefined),
});

export const discoveryRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/entra/discovery',
  validateSearch: DiscoverySearch,
});

const ConnectionsSearch = z.object({
  /** Beginning of an id. */
  text: z.string().optional().catch(undefined),
  type: z.enum(['User', 'Group']).optional().catch(undefined),
  /** Source ID of the connection on show. */
  id: z.string().optional().catch(undefined),
});

export const connectionsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/entra/connections',
  validateSearch: ConnectionsSearch,
});

export const connectivityRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/entra/connectivity',
});

export const DirectorySearch = z.object({
  tab: z.enum(['users', 'groups', 'deleted']).optional().catch(undefined),
  text: z.string().optional().catch(undefined),
  state: z.enum(['enabled', 'disabled', 'guests', 'deleted']).optional().catch(undefined),
  /** Column to sort by, with `-` before it for the other direction. */
  sort: z.string().optional().catch(undefined),
  /** objectId of what is shown at the side. */
  id: z.string().optional().catch(undefined),
  form: z.enum(['create', 'edit']).optional().catch(undefined),
});
export type DirectorySearch = z.infer<typeof DirectorySearch>;

export const directoryRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/entra/directory',
  validateSearch: DirectorySearch,
});

const UsersAndGroupsSearch = z.object({
  tab: z.enum(['assignments', 'roles']).optional().catch(undefined),
  text: z.string().optional().catch(undefined),
  /** objectId of the user or group whose scope is explained. */
  id: z.string().optional().catch(undefined),
});

export const usersAndGroupsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/entra/users-and-groups',
  validateSearch: UsersAndGroupsSearch,
});
