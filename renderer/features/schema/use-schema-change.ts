// A change of the tenant's schemas: tried, and made.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { SchemaChange, SchemaChangeRequest } from '../../../shared/admin/schema.ts';
import { callAdmin } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { useTenantSlug } from '../../api/use-status.ts';
import { toast } from '../../ui/toast.tsx';

export function usePlan(change: SchemaChange) {
  const tenant = useTenantSlug();
  return useQuery({
    queryKey: ['schema-plan', tenant, change],
    queryFn: ({ signal }) =>
      callAdmin('planSchemaChange', { params: { tenant }, body: change }, signal),
    gcTime: 0,
    retry: false,
  });
}

export function useApply(onDone: () => void) {
  const tenant = useTenantSlug();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (change: SchemaChangeRequest) =>
      callAdmin('changeSchemas', { params: { tenant }, body: change }),
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: queryKeys.schemas(tenant) });
      toast({ tone: 'good', message: 'The schema has been changed.' });
      onDone();
    },
  });
}
