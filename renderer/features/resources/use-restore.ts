// Brings a resource back to a version of its history; what could not be brought back, or why it was refused, is told.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { callAdmin } from '../../api/client.ts';
import { useTenantSlug } from '../../api/use-status.ts';
import { toast } from '../../ui/toast.tsx';
import { nameOf } from './read-resource.ts';
import { refusalText } from './refusal-text.ts';

export interface RestoreOrder {
  readonly id: string;
  readonly version: number;
}

export function useRestore(resourceType: string) {
  const tenant = useTenantSlug();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ id, version }: RestoreOrder) =>
      callAdmin('restoreResource', { params: { tenant, resourceType, id }, body: { version } }),
    onSuccess: async ({ stored, leftOut }, { version }) => {
      const message = `${nameOf(stored.resource)} is as it was in version ${version}`;
      if (leftOut.length === 0) toast({ tone: 'good', message });
      else toast({ tone: 'neutral', message: `${message}, except: ${leftOut.join('; ')}` });
      await queryClient.invalidateQueries({ queryKey: ['resources'] });
    },
    onError: (error) =>
      toast({ tone: 'bad', message: `It cannot be restored: ${refusalText(error)}` }),
  });
}
