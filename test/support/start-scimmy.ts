// Somebody else's server for the checker to judge: scimmy-routers over a Map, as an integrator would write it.
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import express from 'express';
import SCIMMY from 'scimmy';
import SCIMMYRouters from 'scimmy-routers';

export const SCIMMY_TOKEN = 'a-token-of-scimmy';

interface Stored {
  readonly id: string;
  readonly userName?: string;
  readonly meta: { readonly created: string; readonly lastModified: string };
}

/** Its base URL. Once in a process: scimmy keeps its resource types in one place. `isComplete`: an
 *  integrator who has thought of filters and of the enterprise extension. */
export async function startScimmy(
  context: { readonly after: (end: () => void) => void },
  { isComplete = false } = {},
): Promise<string> {
  const users = createHandlers<SCIMMY.Schemas.User>(isComplete);
  const groups = createHandlers<SCIMMY.Schemas.Group>(isComplete);
  SCIMMY.Resources.declare(SCIMMY.Resources.User)
    .ingress(users.ingress)
    .egress(users.egress)
    .degress(users.degress);
  if (isComplete) SCIMMY.Resources.User.extend(SCIMMY.Schemas.EnterpriseUser, false);
  SCIMMY.Resources.declare(SCIMMY.Resources.Group)
    .ingress(groups.ingress)
    .egress(groups.egress)
    .degress(groups.degress);
  const app = express();
  const handler = (request: express.Request) => {
    if (request.get('authorization') !== `Bearer ${SCIMMY_TOKEN}`) throw new Error('who is there?');
    return 'nobody';
  };
  app.use('/scim', new SCIMMYRouters({ type: 'bearer', handler }));
  const server = createServer(app);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  context.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return `http://127.0.0.1:${port}/scim`;
}

function createHandlers<Data extends object>(filters: boolean) {
  const stored = new Map<string, Data & Stored>();
  const find = (id: string) => stored.get(id) ?? fail(404, '', 'no such resource');
  const nameOf = (data: object) =>
    'userName' in data ? String(data.userName).toLowerCase() : undefined;
  return {
    ingress: (resource: { readonly id?: string }, data: object) => {
      const before = resource.id === undefined ? undefined : find(resource.id);
      const id = before?.id ?? randomUUID();
      const userName = nameOf(data);
      const others = [...stored.values()].filter((other) => other.id !== id);
      if (userName !== undefined && others.some((other) => nameOf(other) === userName)) {
        fail(409, 'uniqueness', 'userName is taken');
      }
      const lastModified = new Date().toISOString();
      const meta = { created: before?.meta.created ?? lastModified, lastModified };
      const kept = { ...JSON.parse(JSON.stringify(data)), id, meta };
      stored.set(id, kept);
      return kept;
    },
    egress: (resource: { readonly id?: string; readonly filter?: SCIMMY.Types.Filter }) => {
      if (resource.id !== undefined) return find(resource.id);
      const all = [...stored.values()];
      return filters && resource.filter !== undefined ? matchAll(resource.filter, all) : all;
    },
    degress: (resource: { readonly id?: string }) => {
      stored.delete(find(resource.id ?? '').id);
    },
  };
}

/** What scimmy leaves of them, which are the same objects. */
function matchAll<Item>(filter: SCIMMY.Types.Filter, items: readonly Item[]): Item[] {
  return filter.match([...items]) as Item[];
}

function fail(status: number, scimType: string, message: string): never {
  throw new SCIMMY.Types.Error(status, scimType, message);
}
