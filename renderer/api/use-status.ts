// Server status and the tenant on screen. A workspace shows one tenant for now: the first.
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { ServerStatus, Tenant } from '../../shared/admin/tenant.ts';
import { callAdmin } from './client.ts';
import { queryKeys } from './query-keys.ts';

export function useStatus(): UseQueryResult<ServerStatus> {
  return useQuery({
    queryKey: queryKeys.status,
    queryFn: ({ signal }) => callAdmin('getStatus', {}, signal),
  });
}

/** The tenant on screen; undefined until the status is there. */
export function useTenant(): Tenant | undefined {
  return useStatus().data?.tenants[0];
}

/** Slug of the tenant on screen: `default` until the status is there. */
export function useTenantSlug(): string {
  return useTenant()?.slug ?? 'default';
}
