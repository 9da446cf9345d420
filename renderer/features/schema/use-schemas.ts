// What the tenant on screen serves: its schemas, its profile, and discovery word for word.
import { useQuery } from '@tanstack/react-query';
import type { ComparedWith } from '../../../shared/admin/schema-comparison.ts';
import { callAdmin } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { useTenantSlug } from '../../api/use-status.ts';

export function useSchemaList() {
  const tenant = useTenantSlug();
  return useQuery({
    queryKey: queryKeys.schemas(tenant),
    queryFn: ({ signal }) => callAdmin('listSchemas', { params: { tenant } }, signal),
  });
}

export function useDiscovery() {
  const tenant = useTenantSlug();
  return useQuery({
    queryKey: [...queryKeys.schemas(tenant), 'discovery'],
    queryFn: ({ signal }) => callAdmin('getDiscovery', { params: { tenant } }, signal),
  });
}

export function useComparison(other: ComparedWith) {
  const tenant = useTenantSlug();
  return useQuery({
    queryKey: [...queryKeys.schemas(tenant), 'comparison', other],
    queryFn: ({ signal }) =>
      callAdmin('compareDiscovery', { params: { tenant }, body: other }, signal),
  });
}
