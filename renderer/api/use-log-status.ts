// What the request log says of itself: how much there is, its limits, whether it records.
import { useQuery } from '@tanstack/react-query';
import { callAdmin } from './client.ts';
import { useTenantSlug } from './use-status.ts';

export function useLogStatus() {
  const tenant = useTenantSlug();
  return useQuery({
    queryKey: ['request-log', 'status', tenant],
    queryFn: ({ signal }) => callAdmin('getRequestLogStatus', { query: { tenant } }, signal),
  }).data;
}
