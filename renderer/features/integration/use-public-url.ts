// Saves the public base URL of the tenant on screen; empty removes it.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { TenantChange } from '../../../shared/admin/tenant.ts';
import { callAdmin } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { useTenantSlug } from '../../api/use-status.ts';
import { describeError } from '../../ui/error-state.tsx';
import { toast } from '../../ui/toast.tsx';

export function usePublicUrl() {
  const tenant = useTenantSlug();
  const queryClient = useQueryClient();
  const [problem, setProblem] = useState<string>();
  const mutation = useMutation({
    mutationFn: (publicUrl: string | null) =>
      callAdmin('updateTenant', { params: { tenant }, body: { publicUrl } }),
    onSuccess: ({ publicUrl }) => {
      void queryClient.invalidateQueries({ queryKey: queryKeys.status });
      void queryClient.invalidateQueries({ queryKey: queryKeys.connection(tenant) });
      toast({
        tone: 'good',
        message: publicUrl === null ? 'Public address removed' : 'Public address saved',
      });
    },
  });

  function save(text: string): void {
    const publicUrl = text.trim() === '' ? null : text.trim().replace(/\/+$/, '');
    const isValid = TenantChange.safeParse({ publicUrl }).success;
    setProblem(isValid ? undefined : 'This is not a URL. It begins with https:// and has no path.');
    if (isValid) mutation.mutate(publicUrl);
  }

  const error = problem ?? (mutation.isError ? describeError(mutation.error) : undefined);
  return { save, isSaving: mutation.isPending, error };
}
