// Every address of the app. Filters, selection and tabs are search parameters, so that each view can be linked to;
// they are plain (`?text=adele&id=12`), read by zod, and what does not fit is dropped rather than refused.
// The screens are attached in pages.tsx: screens need the types of the routes, so the routes must not need screens.
import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  retainSearchParams,
} from '@tanstack/react-router';
import { z } from 'zod';
import { GroupBy } from '../shared/admin/request-log-pages.ts';

const HomeSearch = z.object({
  /** `show` brings the first steps back. */
  steps: z.literal('show').optional().catch(undefined),
});

const RequestsSearch = z.object({
  /** In the language of shared/request-filter. */
  filter: z.string().optional().catch(undefined),
  /** Column and direction, where it is not the order of arrival. */
  sort: z.string().optional().catch(undefined),
  order: z.enum(['ascending', 'descending']).optional().catch(undefined),
  group: GroupBy.optional().catch(undefined),
  /** The request that `id` is compared with. */
  compare: z.coerce.number().int().positive().optional().catch(undefined),
  id: z.coerce.number().int().positive().optional().catch(undefined),
  tab: z
    .enum(['summary', 'request', 'response', 'effect', 'timeline', 'checks', 'export'])
    .optional()
    .catch(undefined),
});

export const ResourcesSearch = z.object({
  filter: z.string().optional().catch(undefined),
  id: z.string().optional().catch(undefined),
  tab: z.string().optional().catch(undefined),
  /** Attribute path to sort by, with `-` before it from high to low; `none` = in the order of creation. */
  sort: z.string().optional().catch(undefined),
  /** Version in view of the history. */
  version: z.coerce.number().int().positive().optional().catch(undefined),
  /** The form that is open; `copy` makes a new one like the selected. */
  form: z.enum(['create', 'edit', 'copy']).optional().catch(undefined),
});
export type ResourcesSearch = z.infer<typeof ResourcesSearch>;

const ChecksSearch = z.object({
  /** Id of a run, or `new` for the form. */
  run: z.string().optional().catch(undefined),
  check: z.string().optional().catch(undefined),
  show: z.enum(['all', 'failed', 'passed', 'skipped']).optional().catch(undefined),
});

const ScenariosSearch = z.object({
  /** Id of one of the library, or `file` for the one that was opened. */
  scenario: z.string().optional().catch(undefined),
  run: z.string().optional().catch(undefined),
});

const SnapshotsSearch = z.object({
  id: z.string().optional().catch(undefined),
  /** Another snapshot, or `now`. */
  with: z.string().optional().catch(undefined),
});

const ComposeSearch = z.object({
  /** Id of a logged request, to be changed and sent again. */
  from: z.coerce.number().int().positive().optional().catch(undefined),
});

const LogsSearch = z.object({
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

const EntrySearch = z.object({
  id: z.string().optional().catch(undefined),
});

const RootSearch = z.object({
  /** Slug of the tenant on screen; it stays from screen to screen. */
  tenant: z.string().optional().catch(undefined),
  /** Id of the enterprise application on the screens of the Entra simulator. */
  application: z.string().optional().catch(undefined),
});

const SchemaSearch = z.object({
  tab: z.enum(['schemas', 'types', 'provider', 'compare', 'raw']).optional().catch(undefined),
  /** URN of the schema on show. */
  schema: z.string().optional().catch(undefined),
  /** Part of an attribute's name or description. */
  text: z.string().optional().catch(undefined),
});

export const rootRoute = createRootRoute({
  validateSearch: RootSearch,
  search: { middlewares: [retainSearchParams(['tenant', 'application'])] },
});

export const homeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  validateSearch: HomeSearch,
});

export const requestsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/requests',
  validateSearch: RequestsSearch,
});

export const usersRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/users',
  validateSearch: ResourcesSearch,
});

export const groupsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/groups',
  validateSearch: ResourcesSearch,
});

export const integrationRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/integration/scim',
});

export const schemaRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/schema',
  validateSearch: SchemaSearch,
});

export const composeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/compose',
  validateSearch: ComposeSearch,
});

export const checksRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/checks',
  validateSearch: ChecksSearch,
});

export const scenariosRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/scenarios',
  validateSearch: ScenariosSearch,
});

export const snapshotsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/snapshots',
  validateSearch: SnapshotsSearch,
});

const SettingsSearch = z.object({
  /** Words or the key of a setting. */
  find: z.string().optional().catch(undefined),
  view: z.enum(['form', 'json']).optional().catch(undefined),
});

export const settingsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/settings',
  validateSearch: SettingsSearch,
});

export const entraLogsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/entra/logs',
  validateSearch: LogsSearch,
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

const HelpSearch = z.object({
  topic: z.string().optional().catch(undefined),
  text: z.string().optional().catch(undefined),
});

export const helpRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/help',
  validateSearch: HelpSearch,
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

export const customTypeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/types/$type',
  validateSearch: ResourcesSearch,
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

const routeTree = rootRoute.addChildren([
  homeRoute,
  requestsRoute,
  usersRoute,
  groupsRoute,
  integrationRoute,
  schemaRoute,
  composeRoute,
  checksRoute,
  scenariosRoute,
  snapshotsRoute,
  settingsRoute,
  helpRoute,
  customTypeRoute,
  overviewRoute,
  connectivityRoute,
  onDemandRoute,
  discoveryRoute,
  connectionsRoute,
  mappingRoute,
  directoryRoute,
  usersAndGroupsRoute,
  entraLogsRoute,
  entraAuditRoute,
  entraMailboxRoute,
]);

export const router = createRouter({
  routeTree,
  history: createHashHistory(),
  parseSearch: (search) => Object.fromEntries(new URLSearchParams(search)),
  stringifySearch: writeSearch,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

function writeSearch(search: Readonly<Record<string, unknown>>): string {
  const pairs = Object.entries(search).flatMap(([name, value]): [string, string][] => {
    const isText = typeof value === 'string' || typeof value === 'number';
    return isText && value !== '' ? [[name, String(value)]] : [];
  });
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs).toString()}`;
}
