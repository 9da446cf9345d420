// Every address of the app. Filters, selection and tabs are search parameters, so that each view can be linked to;
// they are plain (`?text=adele&id=12`), read by zod, and what does not fit is dropped rather than refused.
import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
} from '@tanstack/react-router';
import { z } from 'zod';
import { GroupsPage } from './features/groups/groups-page.tsx';
import { HomePage } from './features/home/home-page.tsx';
import { IntegrationPage } from './features/integration/integration-page.tsx';
import { RequestsPage } from './features/requests/requests-page.tsx';
import { AppShell } from './features/shell/app-shell.tsx';
import { CrashPage } from './features/shell/crash-page.tsx';
import { NotFoundPage } from './features/shell/not-found-page.tsx';
import { UsersPage } from './features/users/users-page.tsx';

const RequestsSearch = z.object({
  text: z.string().optional().catch(undefined),
  id: z.coerce.number().int().positive().optional().catch(undefined),
  tab: z.enum(['summary', 'request', 'response', 'effect']).optional().catch(undefined),
});

const ResourcesSearch = z.object({
  filter: z.string().optional().catch(undefined),
  id: z.string().optional().catch(undefined),
  tab: z.string().optional().catch(undefined),
  /** `create` or `edit` while that form is open. */
  form: z.enum(['create', 'edit']).optional().catch(undefined),
});

const rootRoute = createRootRoute({ component: AppShell, notFoundComponent: NotFoundPage });

const routeTree = rootRoute.addChildren([
  createRoute({ getParentRoute: () => rootRoute, path: '/', component: HomePage }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/requests',
    validateSearch: RequestsSearch,
    component: RequestsPage,
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/users',
    validateSearch: ResourcesSearch,
    component: UsersPage,
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/groups',
    validateSearch: ResourcesSearch,
    component: GroupsPage,
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/integration/scim',
    component: IntegrationPage,
  }),
]);

export const router = createRouter({
  routeTree,
  history: createHashHistory(),
  parseSearch: (search) => Object.fromEntries(new URLSearchParams(search)),
  stringifySearch: writeSearch,
  defaultErrorComponent: CrashPage,
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
