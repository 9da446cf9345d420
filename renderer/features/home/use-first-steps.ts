// The first steps of the tenant on screen, and the doing of those that are one call.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { FirstStep } from '../../../shared/admin/first-steps.ts';
import { callAdmin } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { useTenantSlug } from '../../api/use-status.ts';
import { describeError } from '../../ui/error-state.tsx';
import { toast } from '../../ui/toast.tsx';

export function useFirstSteps() {
  const tenant = useTenantSlug();
  return useQuery({
    queryKey: queryKeys.firstSteps(tenant),
    queryFn: ({ signal }) => callAdmin('getFirstSteps', { params: { tenant } }, signal),
  });
}

/** Steps that this app can take by itself; the others are links. */
export type OwnStep = Extract<FirstStep, 'send-test-request' | 'create-user' | 'take-snapshot'>;

interface StepOutcome {
  readonly ok: boolean;
  readonly message: string;
}

export function useTakeStep() {
  const tenant = useTenantSlug();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (step: OwnStep) => takeStep(step, tenant),
    onSuccess: ({ ok, message }) => {
      void queryClient.invalidateQueries({ queryKey: queryKeys.firstSteps(tenant) });
      toast({ tone: ok ? 'good' : 'bad', message });
    },
    onError: (error) => toast({ tone: 'bad', message: describeError(error) }),
  });
}

function takeStep(step: OwnStep, tenant: string): Promise<StepOutcome> {
  switch (step) {
    case 'send-test-request':
      return callAdmin('testConnection', { params: { tenant } });
    case 'create-user':
      return callAdmin('sendSampleUser', { params: { tenant } });
    case 'take-snapshot':
      return takeSnapshot();
  }
}

async function takeSnapshot(): Promise<StepOutcome> {
  const { name } = await callAdmin('takeSnapshot', { body: { name: 'First snapshot' } });
  return { ok: true, message: `"${name}" has been taken. You find it under Snapshots.` };
}
