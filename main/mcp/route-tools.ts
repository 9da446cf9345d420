// Tools that are routes of the admin API: name, purpose and nothing else, for what they take is the contract's to say.
// Whatever is not worth a tool of its own is reached by `call_route`, so that nothing the user interface does is missing.
import { z } from 'zod';
import { describeRoute, summaryOf } from '../../shared/admin/open-api.ts';
import { adminRoutes, type RouteName } from '../../shared/admin/routes.ts';
import type { AddressInput } from '../../shared/admin/route-call.ts';
import { TENANT, type AddTool } from './tool.ts';

interface RouteTool {
  readonly name: string;
  readonly route: RouteName;
  readonly description: string;
  readonly effect: 'reads' | 'changes' | 'destroys';
}

const ROUTE_TOOLS: readonly RouteTool[] = [
  {
    name: 'list_requests',
    route: 'listRequests',
    description:
      'Pages of the request log: what SCIM clients have sent, each with a sentence that says what it meant. Newest page first; `before` pages back.',
    effect: 'reads',
  },
  {
    name: 'get_request',
    route: 'getRequest',
    description:
      'One request whole: headers, bodies, what it changed, and the findings: what departs from the RFC or the vendor.',
    effect: 'reads',
  },
  {
    name: 'find_requests',
    route: 'findRequests',
    description:
      'Requests that meet conditions on method, path, query, headers, body, operation, status, resource or finding, whole.',
    effect: 'reads',
  },
  {
    name: 'count_requests',
    route: 'countRequests',
    description: 'How many requests meet conditions; `lastId` of the answer is a mark for `since`.',
    effect: 'reads',
  },
  {
    name: 'wait_for_request',
    route: 'waitForRequests',
    description:
      'Waits until requests that meet conditions have arrived; says after `timeoutMs` what came instead and which condition failed.',
    effect: 'reads',
  },
  {
    name: 'list_findings',
    route: 'topFindings',
    description: 'What is wrong in the requests of a tenant, by rule, the most frequent first.',
    effect: 'reads',
  },
  {
    name: 'queue_response',
    route: 'queueResponse',
    description:
      'What to answer to the next matching requests of a tenant instead of serving them: status, headers, body, delay; for testing how a client copes.',
    effect: 'changes',
  },
  {
    name: 'clear_queued_responses',
    route: 'clearQueuedResponses',
    description: 'Forgets the queued responses that have not been used.',
    effect: 'destroys',
  },
  {
    name: 'list_tenants',
    route: 'listTenants',
    description: 'The tenants of the workspace, with how much is in each.',
    effect: 'reads',
  },
  {
    name: 'set_up_tenant',
    route: 'setUpTenant',
    description:
      'Makes a tenant of its own, with a behaviour profile, made-up people or given users and groups, in one call.',
    effect: 'changes',
  },
  {
    name: 'seed_tenant',
    route: 'startSeed',
    description: 'Fills a tenant with made-up people and groups; answers with a job.',
    effect: 'changes',
  },
  {
    name: 'reset_tenant',
    route: 'resetTenant',
    description:
      'Deletes the resources, requests and queued responses of a tenant; settings and tokens stay.',
    effect: 'destroys',
  },
  {
    name: 'list_snapshots',
    route: 'listSnapshots',
    description: 'The snapshots of the workspace and of single tenants, newest first.',
    effect: 'reads',
  },
  {
    name: 'take_snapshot',
    route: 'takeSnapshot',
    description: 'Keeps the workspace, or one tenant of it, as it is now, to be restored later.',
    effect: 'changes',
  },
  {
    name: 'restore_snapshot',
    route: 'restoreSnapshot',
    description:
      'Puts the workspace, or one tenant of it, back to a snapshot; what was there becomes a snapshot itself.',
    effect: 'destroys',
  },
];

export function addRouteTools(add: AddTool): void {
  for (const { name, route, description, effect } of ROUTE_TOOLS) {
    add({
      name,
      title: summaryOf(route),
      description,
      effect,
      input: inputShape(route),
      work: (client, input) => client.callAny(route, sortInput(route, input)),
    });
  }
  addAnyRoute(add);
}

/** All that a route takes, side by side; without a tenant, the default one is meant. */
function inputShape(route: RouteName): z.ZodRawShape {
  const { params, query, body } = adminRoutes[route];
  const shape = { ...shapeOf(body), ...shapeOf(query), ...shapeOf(params) };
  return 'tenant' in shapeOf(params) ? { ...shape, tenant: TENANT } : shape;
}

function shapeOf(schema: z.ZodType): z.ZodRawShape {
  return schema instanceof z.ZodObject ? schema.shape : {};
}

type Input = Readonly<Record<string, unknown>>;

function sortInput(route: RouteName, input: Input): AddressInput & { readonly body?: unknown } {
  const { params, query, body } = adminRoutes[route];
  const [inParams, inQuery] = [shapeOf(params), shapeOf(query)];
  const entries = Object.entries(input);
  const pick = (isIn: (name: string) => boolean) =>
    Object.fromEntries(entries.filter(([name]) => isIn(name)));
  return {
    params: pick((name) => name in inParams),
    query: pick((name) => name in inQuery && !(name in inParams)),
    ...(!(body instanceof z.ZodUndefined) && {
      body: pick((name) => !(name in inQuery) && !(name in inParams)),
    }),
  };
}

const ROUTE_NAMES = Object.keys(adminRoutes).filter(isRouteName);

function isRouteName(name: string): name is RouteName {
  return Object.hasOwn(adminRoutes, name);
}

function addAnyRoute(add: AddTool): void {
  add({
    name: 'list_routes',
    title: 'List routes',
    description:
      'Every route of the admin API by name; everything the user interface does is one of them.',
    effect: 'reads',
    input: {},
    work: () =>
      Promise.resolve(
        ROUTE_NAMES.map((name) => {
          const { method, path } = adminRoutes[name];
          return { name, summary: summaryOf(name), method, path };
        }),
      ),
  });
  add({
    name: 'describe_route',
    title: 'Describe route',
    description: 'What a route of the admin API takes and answers, as JSON Schema.',
    effect: 'reads',
    input: { route: z.enum(ROUTE_NAMES) },
    work: (_client, input) => Promise.resolve(describeRoute(requireRoute(input['route']))),
  });
  add({
    name: 'call_route',
    title: 'Call route',
    description:
      'Calls any route of the admin API, for what has no tool of its own. list_routes names them, describe_route tells what one takes.',
    effect: 'destroys',
    input: {
      route: z.enum(ROUTE_NAMES),
      params: z.record(z.string(), z.string()).default({}),
      query: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
      body: z.unknown().optional(),
    },
    work(client, input) {
      const { params, query, body } = CALL.parse(input);
      const address = { params: { tenant: 'default', ...params }, query };
      return client.callAny(requireRoute(input['route']), { ...address, body });
    },
  });
}

const CALL = z.object({
  params: z.record(z.string(), z.unknown()),
  query: z.record(z.string(), z.unknown()),
  body: z.unknown().optional(),
});

function requireRoute(name: unknown): RouteName {
  const route = ROUTE_NAMES.find((each) => each === name);
  if (route === undefined) throw new Error(`There is no route "${String(name)}".`);
  return route;
}
