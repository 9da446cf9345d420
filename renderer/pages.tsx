// Which screen stands at which address.
import { GroupsPage } from './features/groups/groups-page.tsx';
import { HomePage } from './features/home/home-page.tsx';
import { IntegrationPage } from './features/integration/integration-page.tsx';
import { RequestsPage } from './features/requests/requests-page.tsx';
import { AppShell } from './features/shell/app-shell.tsx';
import { CrashPage } from './features/shell/crash-page.tsx';
import { NotFoundPage } from './features/shell/not-found-page.tsx';
import { UsersPage } from './features/users/users-page.tsx';
import {
  groupsRoute,
  homeRoute,
  integrationRoute,
  requestsRoute,
  rootRoute,
  usersRoute,
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
  ] as const) {
    route.update({ component, errorComponent: CrashPage });
  }
}
