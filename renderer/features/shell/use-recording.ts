// Whether requests are recorded at the moment, and the switch for it.
import { useMutation } from '@tanstack/react-query';
import { callAdmin } from '../../api/client.ts';
import { useLogStatus } from '../../api/use-log-status.ts';
import { describeError } from '../../ui/error-state.tsx';
import { toast } from '../../ui/toast.tsx';

export function useRecording() {
  return useLogStatus()?.recording;
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
