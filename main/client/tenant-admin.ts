// The admin API as a test of one tenant calls it: `params.tenant` may be left out, and what has no input at all needs none.
import type { TenantCallInput } from '../../shared/admin/route-call.ts';
import type { RouteName, RouteOutput } from '../../shared/admin/routes.ts';
import type { AdminClient, LooseInput } from './admin-client.ts';

type OptionalInput<Name extends RouteName> =
  Record<string, never> extends TenantCallInput<Name>
    ? [input?: TenantCallInput<Name>]
    : [input: TenantCallInput<Name>];

export type TenantAdmin = <Name extends RouteName>(
  name: Name,
  ...input: OptionalInput<Name>
) => Promise<RouteOutput<Name>>;

export function createTenantAdmin(client: AdminClient, slug: string): TenantAdmin {
  return async function admin(name, ...[input = {}]) {
    const { params, ...rest }: LooseInput = input;
    const answer = await client.callAny(name, { ...rest, params: { tenant: slug, ...params } });
    return answer as RouteOutput<typeof name>; // the server answers what the table says of this name
  };
}
