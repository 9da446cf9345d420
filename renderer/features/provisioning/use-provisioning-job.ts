// The provisioning job of an application: how it is set up and how it stands, kept fresh by `job-changed`, and what is
// done to it.
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ResetScope } from '../../../shared/simulator/job.ts';
import { callAdmin } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { describeError } from '../../ui/error-state.tsx';
import { toast } from '../../ui/toast.tsx';

export function useProvisioningJob(application: string) {
  return useQuery(jobDetailsOptions(application));
}

export function jobDetailsOptions(application: string) {
  return queryOptions({
    queryKey: queryKeys.job(application, 'details'),
    queryFn: ({ signal }) => callAdmin('getProvisioningJob', { params: { application } }, signal),
  });
}

/** Newest first. */
export function useCycles(application: string) {
  return useQuery({
    queryKey: queryKeys.job(application, 'cycles'),
    queryFn: ({ signal }) =>
      callAdmin('listJobCycles', { params: { application }, query: { limit: 40 } }, signal),
  });
}

/** Failures that wait to be tried again. */
export function useEscrows(application: string) {
  return useQuery({
    queryKey: queryKeys.job(application, 'escrows'),
    queryFn: ({ signal }) =>
      callAdmin('listEscrows', { params: { application }, query: { limit: 50 } }, signal),
  });
}

export type JobOrder =
  | { readonly kind: 'start' | 'stop' | 'run' | 'cancel' | 'allow-deletes' }
  | { readonly kind: 'restart'; readonly resetScopes: ResetScope[] };

const DONE: Record<JobOrder['kind'], string> = {
  start: 'Provisioning is started',
  stop: 'Provisioning is stopped; a cycle under way ends first',
  run: 'A cycle has begun',
  cancel: 'The cycle is cancelled',
  'allow-deletes': 'Deletes are allowed; provisioning begins again',
  restart: 'Provisioning begins again',
};

/** Says in a message what came of it. */
export function useJobOrder(application: string, onDone?: () => void) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (order: JobOrder) => carryOut(application, order),
    async onSuccess(_, { kind }) {
      await queryClient.invalidateQueries({ queryKey: queryKeys.job(application) });
      toast({ tone: 'good', message: DONE[kind] });
      onDone?.();
    },
    onError: (error) => toast({ tone: 'bad', message: describeError(error) }),
  });
}

function carryOut(application: string, order: JobOrder) {
  const params = { application };
  switch (order.kind) {
    case 'start':
      return callAdmin('startJob', { params });
    case 'stop':
      return callAdmin('stopJob', { params });
    case 'run':
      return callAdmin('runJobCycle', { params, body: {} });
    case 'cancel':
      return callAdmin('cancelJobCycle', { params });
    case 'allow-deletes':
      return callAdmin('allowJobDeletes', { params });
    case 'restart':
      return callAdmin('restartJob', { params, body: { resetScopes: order.resetScopes } });
  }
}
