// Which screen stands at which address. All but Home are chunks of their own, fetched when they are first shown.
import { lazyRouteComponent } from '@tanstack/react-router';
import { HomePage } from './features/home/home-page.tsx';
import { AppShell } from './features/shell/app-shell.tsx';
import { CrashPage } from './features/shell/crash-page.tsx';
import { NotFoundPage } from './features/shell/not-found-page.tsx';
import { settingsRoute, helpRoute } from './routes/app-routes.ts';
import {
  entraLogsRoute,
  entraAuditRoute,
  entraMailboxRoute,
  mappingRoute,
  overviewRoute,
  onDemandRoute,
  discoveryRoute,
  connectionsRoute,
  connectivityRoute,
  directoryRoute,
  usersAndGroupsRoute,
} from './routes/entra-routes.ts';
import { rootRoute } from './routes/root-route.ts';
import {
  homeRoute,
  requestsRoute,
  usersRoute,
  groupsRoute,
  integrationRoute,
  schemaRoute,
  customTypeRoute,
} from './routes/server-routes.ts';
import { composeRoute, checksRoute, scenariosRoute, snapshotsRoute } from './routes/tool-routes.ts';

/** Call once, before the router is rendered. */
export function attachPages(): void {
  rootRoute.update({ component: AppShell, notFoundComponent: NotFoundPage });
  for (const [route, component] of [
    [homeRoute, HomePage],
    [
      requestsRoute,
      lazyRouteComponent(() => import('./features/requests/requests-page.tsx'), 'RequestsPage'),
    ],
    [usersRoute, lazyRouteComponent(() => import('./features/users/users-page.tsx'), 'UsersPage')],
    [
      groupsRoute,
      lazyRouteComponent(() => import('./features/groups/groups-page.tsx'), 'GroupsPage'),
    ],
    [
      integrationRoute,
      lazyRouteComponent(
        () => import('./features/integration/integration-page.tsx'),
        'IntegrationPage',
      ),
    ],
    [
      schemaRoute,
      lazyRouteComponent(() => import('./features/schema/schema-page.tsx'), 'SchemaPage'),
    ],
    [
      composeRoute,
      lazyRouteComponent(() => import('./features/compose/compose-page.tsx'), 'ComposePage'),
    ],
    [
      checksRoute,
      lazyRouteComponent(() => import('./features/checks/checks-page.tsx'), 'ChecksPage'),
    ],
    [
      scenariosRoute,
      lazyRouteComponent(() => import('./features/scenarios/scenarios-page.tsx'), 'ScenariosPage'),
    ],
    [
      snapshotsRoute,
      lazyRouteComponent(() => import('./features/snapshots/snapshots-page.tsx'), 'SnapshotsPage'),
    ],
    [
      settingsRoute,
      lazyRouteComponent(() => import('./features/settings/settings-page.tsx'), 'SettingsPage'),
    ],
    [helpRoute, lazyRouteComponent(() => import('./features/help/help-page.tsx'), 'HelpPage')],
    [
      customTypeRoute,
      lazyRouteComponent(
        () => import('./features/custom-types/custom-type-page.tsx'),
        'CustomTypePage',
      ),
    ],
  ] as const) {
    route.update({ component, errorComponent: CrashPage });
  }
  attachEntraPages();
}

/** Those of the Entra simulator. */
function attachEntraPages(): void {
  for (const [route, component] of [
    [
      overviewRoute,
      lazyRouteComponent(() => import('./features/overview/overview-page.tsx'), 'OverviewPage'),
    ],
    [
      connectivityRoute,
      lazyRouteComponent(
        () => import('./features/connectivity/connectivity-page.tsx'),
        'ConnectivityPage',
      ),
    ],
    [
      onDemandRoute,
      lazyRouteComponent(() => import('./features/on-demand/on-demand-page.tsx'), 'OnDemandPage'),
    ],
    [
      discoveryRoute,
      lazyRouteComponent(() => import('./features/discovery/discovery-page.tsx'), 'DiscoveryPage'),
    ],
    [
      connectionsRoute,
      lazyRouteComponent(
        () => import('./features/connections/connections-page.tsx'),
        'ConnectionsPage',
      ),
    ],
    [
      directoryRoute,
      lazyRouteComponent(() => import('./features/directory/directory-page.tsx'), 'DirectoryPage'),
    ],
    [
      mappingRoute,
      lazyRouteComponent(() => import('./features/mapping/mapping-page.tsx'), 'MappingPage'),
    ],
    [
      usersAndGroupsRoute,
      lazyRouteComponent(
        () => import('./features/assignments/users-and-groups-page.tsx'),
        'UsersAndGroupsPage',
      ),
    ],
    [
      entraLogsRoute,
      lazyRouteComponent(() => import('./features/provisioning-logs/logs-page.tsx'), 'LogsPage'),
    ],
    [
      entraAuditRoute,
      lazyRouteComponent(() => import('./features/audit/audit-page.tsx'), 'AuditPage'),
    ],
    [
      entraMailboxRoute,
      lazyRouteComponent(() => import('./features/mailbox/mailbox-page.tsx'), 'MailboxPage'),
    ],
  ] as const) {
    route.update({ component, errorComponent: CrashPage });
  }
}
