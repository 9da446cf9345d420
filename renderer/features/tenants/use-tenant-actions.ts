// What is done to tenants. Before something is destroyed, a snapshot is taken; Undo goes back to it.
import { useMutation, useQueryClient } from '@tanstack/react-query';
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
  const offerUndo = useUndo();
  return useMutation({
    mutationFn: async (body: { readonly resources: boolean; readonly requests: boolean }) => {
      const snapshot = await takeSnapshot(`Before emptying ${name}`);
      const removed = await callAdmin('emptyTenant', { params: { tenant: slug }, body });
      return { snapshot, removed };
    },
    onSuccess: ({ snapshot, removed }) =>
      offerUndo(
        snapshot.id,
        `Removed ${formatCount(removed.resources, 'resource')} and ${formatCount(removed.requests, 'request')} from ${name}`,
      ),
  });
}

export function useTenantDeletion({ slug, name }: NewTenant) {
  const arrive = useArrival();
  const offerUndo = useUndo();
  return useMutation({
    mutationFn: async () => {
      const snapshot = await takeSnapshot(`Before deleting ${name}`);
      await callAdmin('deleteTenant', { params: { tenant: slug } });
      return snapshot;
    },
    onSuccess: async (snapshot) => {
      await arrive('default');
      offerUndo(snapshot.id, `Deleted the tenant ${name}`);
    },
  });
}

function takeSnapshot(name: string) {
  return callAdmin('takeSnapshot', { body: { name: name.slice(0, 100) } });
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

function useUndo() {
  const queryClient = useQueryClient();
  async function undo(id: string): Promise<void> {
    try {
      await callAdmin('restoreSnapshot', { params: { id } });
      await queryClient.invalidateQueries();
      toast({ tone: 'good', message: 'The workspace is as it was before' });
    } catch (error) {
      toast({ tone: 'bad', message: `Undo failed. ${describeError(error)}` });
    }
  }
  return function offerUndo(id: string, message: string): void {
    toast({ tone: 'good', message, action: { label: 'Undo', run: () => void undo(id) } });
  };
}
