// Whether SCIM requests are served, and what changes it.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Serving, TenantServing } from '../../../shared/admin/serving.ts';
import type { Tenant } from '../../../shared/admin/tenant.ts';
import { callAdmin } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { useTenant } from '../../api/use-status.ts';
import { describeError } from '../../ui/error-state.tsx';
import { formatBytes } from '../../ui/format.ts';
import { toast } from '../../ui/toast.tsx';
import { stateOfTenant } from './state-of-tenant.ts';

/** undefined until the server has told it. */
export function useServing(): Serving | undefined {
  return useQuery({
    queryKey: queryKeys.serving,
    queryFn: ({ signal }) => callAdmin('getServing', {}, signal),
  }).data;
}

export type ServingOrder =
  | {
      readonly kind:
        'start' | 'start-next' | 'stop' | 'restart' | 'pause' | 'resume' | 'check' | 'look';
    }
  | { readonly kind: 'tenant'; readonly tenant: Tenant; readonly state: TenantServing };

/** Gives an order, and says what became of it. */
export function useServingOrders(): (order: ServingOrder) => void {
  const queryClient = useQueryClient();
  const { mutate } = useMutation({
    mutationFn: carryOut,
    onSuccess(serving, order) {
      queryClient.setQueryData(queryKeys.serving, serving);
      toast({ tone: 'neutral', message: tell(order, serving) });
    },
    onError: (error) => toast({ tone: 'bad', message: describeError(error) }),
  });
  return mutate;
}

/** The state of the tenant on screen, where it alone is not served. */
export function useOwnState(): TenantServing {
  return stateOfTenant(useServing(), useTenant()?.slug);
}

function carryOut(order: ServingOrder): Promise<Serving> {
  switch (order.kind) {
    case 'start':
      return callAdmin('startServing', { body: {} });
    case 'start-next':
      return callAdmin('startServing', { body: { useNextFreePort: true } });
    case 'stop':
      return callAdmin('stopServing', {});
    case 'restart':
      return callAdmin('restartServing', {});
    case 'pause':
      return callAdmin('pauseServing', {});
    case 'resume':
      return callAdmin('resumeServing', {});
    case 'check':
    case 'look':
      return callAdmin('checkStorage', {});
    case 'tenant':
      return callAdmin('setTenantServing', {
        params: { tenant: order.tenant.slug },
        body: { state: order.state },
      });
  }
}

const TENANT_WORDS = { serving: 'served again', paused: 'paused', stopped: 'stopped' } as const;

function tell(order: ServingOrder, { origin, disk }: Serving): string {
  switch (order.kind) {
    case 'start':
    case 'start-next':
      return `Serving at ${origin}`;
    case 'restart':
      return `Restarted: serving at ${origin}`;
    case 'stop':
      return 'Serving has stopped';
    case 'pause':
      return 'Serving has been paused';
    case 'resume':
      return 'Requests are served again';
    case 'check':
      return 'The database takes changes again';
    case 'look':
      if (disk === null) return 'The system does not tell how much room the disk has';
      return `${formatBytes(disk.freeBytes)} of the disk are free${disk.isLow ? ', which is still low' : ''}`;
    case 'tenant':
      return `The tenant ${order.tenant.name} is ${TENANT_WORDS[order.state]}`;
  }
}
