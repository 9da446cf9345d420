// Which screen stands at which address. Those that are not the first on show are fetched when they are opened.
import { lazyRouteComponent } from '@tanstack/react-router';
import { CustomTypePage } from './features/custom-types/custom-type-page.tsx';
import { GroupsPage } from './features/groups/groups-page.tsx';
import { HomePage } from './features/home/home-page.tsx';
import { IntegrationPage } from './features/integration/integration-page.tsx';
import { RequestsPage } from './features/requests/requests-page.tsx';
import { AppShell } from './features/shell/app-shell.tsx';
import { CrashPage } from './features/shell/crash-page.tsx';
import { NotFoundPage } from './features/shell/not-found-page.tsx';
import { UsersPage } from './features/users/users-page.tsx';
import {
  customTypeRoute,
  groupsRoute,
  homeRoute,
  integrationRoute,
  requestsRoute,
  rootRoute,
  usersRoute,
  schemaRoute,
  composeRoute,
  checksRoute,
  snapshotsRoute,
  settingsRoute,
  helpRoute,
} from './router.ts';

/** Call once, before the router is rendered. */
export function attachPages(): void {
  rootRoute.update({ component: AppShell, notFoundComponent: NotFoundPage });
  for (const [route, component] of [
    [homeRoute, HomePage],
    [requestsRoute, RequestsPage],
    [usersRoute, UsersPage],
    [groupsRoute, GroupsPage],
    [integrationRoute, IntegrationPage],
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
      snapshotsRoute,
      lazyRouteComponent(() => import('./features/snapshots/snapshots-page.tsx'), 'SnapshotsPage'),
    ],
    [
      settingsRoute,
      lazyRouteComponent(() => import('./features/settings/settings-page.tsx'), 'SettingsPage'),
    ],
    [helpRoute, lazyRouteComponent(() => import('./features/help/help-page.tsx'), 'HelpPage')],
    [customTypeRoute, CustomTypePage],
  ] as const) {
    route.update({ component, errorComponent: CrashPage });
  }
}
