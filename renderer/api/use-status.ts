// Server status and the tenant on screen: the one that the address names (`?tenant=slug`), else the one chosen last,
// else the first of the workspace. Every screen asks here.
import { queryOptions, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import type { ServerStatus, Tenant } from '../../shared/admin/tenant.ts';
import { callAdmin } from './client.ts';
import { queryKeys } from './query-keys.ts';
import { readLastTenant } from './last-tenant.ts';

export const statusQuery = queryOptions({
  queryKey: queryKeys.status,
  queryFn: ({ signal }) => callAdmin('getStatus', {}, signal),
});

export function useStatus(): UseQueryResult<ServerStatus> {
  return useQuery(statusQuery);
}

/** The folder of the workspace, which tells it from another one served at the same address; undefined until the status is
 *  there. */
export function useWorkspace(): string | undefined {
  return useStatus().data?.dataDir;
}

/** The tenant on screen; undefined until the status is there. */
export function useTenant(): Tenant | undefined {
  const tenants = useStatus().data?.tenants;
  const named = useNamedTenant();
  return tenants?.find(({ slug }) => slug === named) ?? tenants?.[0];
}

/** Slug of the tenant on screen; until the status is there, what the address says or `default`. */
export function useTenantSlug(): string {
  const named = useNamedTenant();
  return useTenant()?.slug ?? named ?? 'default';
}

function useNamedTenant(): string | undefined {
  const inAddress = useSearch({ strict: false, select: (search) => search.tenant });
  return inAddress ?? readLastTenant();
}
