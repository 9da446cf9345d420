// Which screen stands at which address.
import { SchemaPage } from './features/schema/schema-page.tsx';
import { ComposePage } from './features/compose/compose-page.tsx';
import { ChecksPage } from './features/checks/checks-page.tsx';
import { SnapshotsPage } from './features/snapshots/snapshots-page.tsx';
import { SettingsPage } from './features/settings/settings-page.tsx';
import { HelpPage } from './features/help/help-page.tsx';
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
    [schemaRoute, SchemaPage],
    [composeRoute, ComposePage],
    [checksRoute, ChecksPage],
    [snapshotsRoute, SnapshotsPage],
    [settingsRoute, SettingsPage],
    [helpRoute, HelpPage],
    [customTypeRoute, CustomTypePage],
  ] as const) {
    route.update({ component, errorComponent: CrashPage });
  }
}
