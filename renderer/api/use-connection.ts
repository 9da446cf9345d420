// Tenant URL and secret token: what an admin pastes into the enterprise application.
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { Connection } from '../../shared/admin/tenant.ts';
import { callAdmin } from './client.ts';
import { queryKeys } from './query-keys.ts';
import { useTenantSlug } from './use-status.ts';

export function useConnection(): UseQueryResult<Connection> {
  const tenant = useTenantSlug();
  return useQuery({
    queryKey: queryKeys.connection(tenant),
    queryFn: ({ signal }) => callAdmin('getConnection', { params: { tenant } }, signal),
  });
}
