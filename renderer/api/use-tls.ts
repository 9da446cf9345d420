// TLS of the SCIM listener, and what changes it.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { TlsChange, TlsState } from '../../shared/admin/tls.ts';
import { callAdmin } from './client.ts';
import { queryKeys } from './query-keys.ts';

export function useTls() {
  return useQuery({
    queryKey: queryKeys.tls,
    queryFn: ({ signal }) => callAdmin('getTls', {}, signal),
  });
}

function useTlsMutation<Order>(mutationFn: (order: Order) => Promise<TlsState>) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn,
    onSuccess(state) {
      queryClient.setQueryData(queryKeys.tls, state);
      for (const queryKey of [queryKeys.settings, queryKeys.status]) {
        void queryClient.invalidateQueries({ queryKey });
      }
    },
  });
}

export function useTlsChange() {
  return useTlsMutation((body: TlsChange) => callAdmin('changeTls', { body }));
}

export function useCaRenewal() {
  return useTlsMutation(() => callAdmin('renewLocalCa', {}));
}
