// What is done to tenants. Before something is destroyed, the server takes a snapshot; Undo brings the tenant back out of
// it, and leaves the others as they are.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Snapshot } from '../../../shared/admin/snapshot.ts';
import type { Tenant } from '../../../shared/admin/tenant.ts';
import type { TenantCreation } from '../../../shared/admin/tenant-life.ts';
import { callAdmin } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { describeError } from '../../ui/error-state.tsx';
import { formatCount } from '../../ui/format.ts';
import { toast } from '../../ui/toast.tsx';
import { useTenantSwitch } from './use-tenant-switch.ts';

interface NewTenant {
  readonly slug: string;
  readonly name: string;
}

export function useTenantCreation() {
  const arrive = useArrival();
  return useMutation({
    mutationFn: (body: TenantCreation) => callAdmin('createTenant', { body }),
    onSuccess: ({ slug, name }) => arrive(slug, `Created the tenant ${name}`),
  });
}

export function useTenantCopy(tenant: string) {
  const arrive = useArrival();
  return useMutation({
    mutationFn: (body: NewTenant & { readonly withData: boolean }) =>
      callAdmin('copyTenant', { params: { tenant }, body }),
    onSuccess: ({ slug, name }) => arrive(slug, `Copied as ${name}`),
  });
}

export function useTenantRename(tenant: string) {
  const arrive = useArrival();
  return useMutation({
    mutationFn: (body: Partial<NewTenant>) =>
      callAdmin('renameTenant', { params: { tenant }, body }),
    onSuccess: ({ slug, name }) => arrive(slug, `The tenant is now ${name}`),
  });
}

export function useTenantEmptying({ slug, name }: NewTenant) {
  const offerUndo = useUndo({ slug, name });
  return useMutation({
    mutationFn: (body: { readonly resources: boolean; readonly requests: boolean }) =>
      callAdmin('emptyTenant', { params: { tenant: slug }, body }),
    onSuccess: ({ before, resources, requests }) =>
      offerUndo(
        before,
        `Removed ${formatCount(resources, 'resource')} and ${formatCount(requests, 'request')} from ${name}`,
      ),
  });
}

export function useTenantDeletion({ slug, name }: NewTenant) {
  const arrive = useArrival();
  const offerUndo = useUndo({ slug, name });
  return useMutation({
    mutationFn: () => callAdmin('deleteTenant', { params: { tenant: slug } }),
    onSuccess: async ({ before }) => {
      await arrive('default');
      offerUndo(before, `Deleted the tenant ${name}`);
    },
  });
}

/** Reads the list of tenants again, then goes to one. */
function useArrival() {
  const queryClient = useQueryClient();
  const switchTo = useTenantSwitch();
  return async function arrive(slug: Tenant['slug'], message?: string): Promise<void> {
    await queryClient.invalidateQueries({ queryKey: queryKeys.status });
    switchTo(slug);
    if (message !== undefined) toast({ tone: 'good', message });
  };
}

function useUndo({ slug, name }: NewTenant) {
  const queryClient = useQueryClient();
  async function undo(id: string): Promise<void> {
    try {
      await callAdmin('restoreSnapshot', { params: { id }, query: { tenant: slug } });
      await queryClient.invalidateQueries();
      toast({ tone: 'good', message: `${name} is as it was before` });
    } catch (error) {
      toast({ tone: 'bad', message: `Undo failed. ${describeError(error)}` });
    }
  }
  return function offerUndo(before: Snapshot | null, message: string): void {
    const action = before && { label: 'Undo', run: () => void undo(before.id) };
    toast({ tone: 'good', message, ...(action && { action }) });
  };
}
