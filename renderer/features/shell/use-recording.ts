// Whether requests are recorded at the moment, and the switch for it.
import { useMutation, useQuery } from '@tanstack/react-query';
import { callAdmin } from '../../api/client.ts';
import { useTenantSlug } from '../../api/use-status.ts';
import { describeError } from '../../ui/error-state.tsx';
import { toast } from '../../ui/toast.tsx';

export function useRecording() {
  const tenant = useTenantSlug();
  return useQuery({
    queryKey: ['request-log', 'status', tenant],
    queryFn: ({ signal }) => callAdmin('getRequestLogStatus', { query: { tenant } }, signal),
  }).data?.recording;
}

export function useRecordingSwitch() {
  return useMutation({
    mutationFn: (isPaused: boolean) => callAdmin('setRecording', { body: { isPaused } }),
    onSuccess: ({ isPaused }) =>
      toast({
        tone: 'neutral',
        message: isPaused ? 'Recording is paused' : 'Requests are recorded again',
      }),
    onError: (error) =>
      toast({ tone: 'bad', message: `Recording could not be switched. ${describeError(error)}` }),
  });
}
