// Sends a real Test Connection query over HTTP to the tenant's own URL. It shows up in Requests like any other.
import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import type { SentRequest } from '../../../shared/admin/tenant.ts';
import { callAdmin } from '../../api/client.ts';
import { useTenantSlug } from '../../api/use-status.ts';

export function useConnectionTest(): UseMutationResult<SentRequest, Error, void> {
  const tenant = useTenantSlug();
  return useMutation({ mutationFn: () => callAdmin('testConnection', { params: { tenant } }) });
}
