// How a route of the admin API is called: what may be left out of its input, and the address that the input makes.
import type { RouteInput, RouteName } from './routes.ts';

type NoKeys = Record<string, never>;

/** What may be left out: a body that is none, and a query or params without a required member. */
type OpenKeys<Shape> = {
  [Key in keyof Shape]: undefined extends Shape[Key]
    ? Key
    : Key extends 'body'
      ? never
      : NoKeys extends Shape[Key]
        ? Key
        : never;
}[keyof Shape];

/** `params`, `query` and `body` of a route; what may be left empty may be left out. */
export type CallInput<Name extends RouteName> = OpenInput<RouteInput<Name>>;

type OpenInput<Shape> = Omit<Shape, OpenKeys<Shape>> & Partial<Pick<Shape, OpenKeys<Shape>>>;

/** The same for who always means one tenant: `params.tenant` may be left out too. */
export type TenantCallInput<Name extends RouteName> = OpenInput<
  Omit<RouteInput<Name>, 'params'> & { readonly params: WithoutTenant<RouteInput<Name>['params']> }
>;

type WithoutTenant<Params> = Omit<Params, 'tenant'> & { readonly tenant?: string };

/** Values that go into an address; undefined and empty ones of the query are left out. */
export interface AddressInput {
  readonly params?: Readonly<Record<string, unknown>> | undefined;
  readonly query?: Readonly<Record<string, unknown>> | undefined;
}

/** Path and query, such as `/api/tenants/default/requests?limit=10`. */
export function routeAddress(path: string, { params = {}, query = {} }: AddressInput): string {
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encode(params[name]));
  const pairs = Object.entries(query)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value]) => `${encode(name)}=${encode(value)}`);
  return pairs.length === 0 ? filled : `${filled}?${pairs.join('&')}`;
}

function encode(value: unknown): string {
  return encodeURIComponent(String(value));
}
