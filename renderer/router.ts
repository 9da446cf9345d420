// Every address of the app, gathered from routes/. Filters, selection and tabs are search parameters, so that each view can
// be linked to; they are plain (`?text=adele&id=12`), read by zod, and what does not fit is dropped rather than refused.
// The screens are attached in pages.tsx: screens need the types of the routes, so the routes must not need screens.
import { createHashHistory, createRouter } from '@tanstack/react-router';
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
