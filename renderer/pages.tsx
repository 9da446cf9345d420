// Which screen stands at which address. All but Home are chunks of their own, fetched when they are first shown.
import { lazyRouteComponent, type RouteComponent } from '@tanstack/react-router';
import { HomePage } from './features/home/home-page.tsx';
import { AppShell } from './features/shell/app-shell.tsx';
import { CrashPage } from './features/shell/crash-page.tsx';
import { NotFoundPage } from './features/shell/not-found-page.tsx';
import { router } from './router.ts';
import { rootRoute } from './routes/root-route.ts';

type Path = keyof typeof router.routesByPath;

const PAGES: Readonly<Record<Path, RouteComponent>> = {
  '/': HomePage,
  '/requests': lazyRouteComponent(
    () => import('./features/requests/requests-page.tsx'),
    'RequestsPage',
  ),
  '/users': lazyRouteComponent(() => import('./features/users/users-page.tsx'), 'UsersPage'),
  '/groups': lazyRouteComponent(() => import('./features/groups/groups-page.tsx'), 'GroupsPage'),
  '/integration/scim': lazyRouteComponent(
    () => import('./features/integration/integration-page.tsx'),
    'IntegrationPage',
  ),
  '/schema': lazyRouteComponent(() => import('./features/schema/schema-page.tsx'), 'SchemaPage'),
  '/compose': lazyRouteComponent(
    () => import('./features/compose/compose-page.tsx'),
    'ComposePage',
  ),
  '/checks': lazyRouteComponent(() => import('./features/checks/checks-page.tsx'), 'ChecksPage'),
  '/scenarios': lazyRouteComponent(
    () => import('./features/scenarios/scenarios-page.tsx'),
    'ScenariosPage',
  ),
  '/snapshots': lazyRouteComponent(
    () => import('./features/snapshots/snapshots-page.tsx'),
    'SnapshotsPage',
  ),
  '/settings': lazyRouteComponent(
    () => import('./features/settings/settings-page.tsx'),
    'SettingsPage',
  ),
  '/help': lazyRouteComponent(() => import('./features/help/help-page.tsx'), 'HelpPage'),
  '/types/$type': lazyRouteComponent(
    () => import('./features/custom-types/custom-type-page.tsx'),
    'CustomTypePage',
  ),
  '/entra/overview': lazyRouteComponent(
    () => import('./features/overview/overview-page.tsx'),
    'OverviewPage',
  ),
  '/entra/connectivity': lazyRouteComponent(
    () => import('./features/connectivity/connectivity-page.tsx'),
    'ConnectivityPage',
  ),
  '/entra/on-demand': lazyRouteComponent(
    () => import('./features/on-demand/on-demand-page.tsx'),
    'OnDemandPage',
  ),
  '/entra/discovery': lazyRouteComponent(
    () => import('./features/discovery/discovery-page.tsx'),
    'DiscoveryPage',
  ),
  '/entra/connections': lazyRouteComponent(
    () => import('./features/connections/connections-page.tsx'),
    'ConnectionsPage',
  ),
  '/entra/mapping': lazyRouteComponent(
    () => import('./features/mapping/mapping-page.tsx'),
    'MappingPage',
  ),
  '/entra/directory': lazyRouteComponent(
    () => import('./features/directory/directory-page.tsx'),
    'DirectoryPage',
  ),
  '/entra/users-and-groups': lazyRouteComponent(
    () => import('./features/assignments/users-and-groups-page.tsx'),
    'UsersAndGroupsPage',
  ),
  '/entra/logs': lazyRouteComponent(
    () => import('./features/provisioning-logs/logs-page.tsx'),
    'LogsPage',
  ),
  '/entra/audit': lazyRouteComponent(() => import('./features/audit/audit-page.tsx'), 'AuditPage'),
  '/entra/mailbox': lazyRouteComponent(
    () => import('./features/mailbox/mailbox-page.tsx'),
    'MailboxPage',
  ),
};

/** Call once, before the router is rendered. */
export function attachPages(): void {
  rootRoute.update({ component: AppShell, notFoundComponent: NotFoundPage });
  for (const route of Object.values(router.routesByPath)) {
    route.update({ component: PAGES[route.fullPath], errorComponent: CrashPage });
  }
}
