// The recorder of stories, kept fresh by the live feed, and what can be done with it.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { create } from 'zustand';
import type { RecordedStory } from '../../../shared/scenario/scenario-recorder.ts';
import { callAdmin } from '../../api/client.ts';
import { describeError } from '../../ui/error-state.tsx';
import { formatCount } from '../../ui/format.ts';
import { saveText } from '../../ui/save-text.ts';
import { toast } from '../../ui/toast.tsx';
import { openScenarioText } from './opened-file.ts';

const KEY = ['scenario-recorder'];

export function useScenarioRecorder() {
  return useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => callAdmin('getScenarioRecorder', {}, signal),
  }).data;
}

/** Whether the recording is about to be made a file: asked by the bar and by a command. */
export const useStopDialog = create<{ readonly isOpen: boolean }>(() => ({ isOpen: false }));

export function setStopDialog(isOpen: boolean): void {
  useStopDialog.setState({ isOpen });
}

export function useRecorderActions() {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const settled = {
    onError: (error: unknown) => toast({ tone: 'bad', message: describeError(error) }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: KEY }),
  };
  const start = useMutation({
    ...settled,
    mutationFn: () => callAdmin('startScenarioRecorder', { body: {} }),
  });
  const discard = useMutation({
    ...settled,
    mutationFn: () => callAdmin('discardScenarioRecorder', {}),
  });
  const stop = useMutation({
    ...settled,
    mutationFn: (title: string) => callAdmin('stopScenarioRecorder', { body: { title } }),
    async onSuccess(story) {
      setStopDialog(false);
      await hand(story);
      void navigate({ to: '/scenarios', search: { scenario: 'file' } });
    },
  });
  return { start, stop, discard };
}

/** As a file, and on the stage. */
async function hand({ fileName, text, steps, left }: RecordedStory): Promise<void> {
  saveText({ fileName, mediaType: 'application/yaml', text });
  const rest = left.length === 0 ? '' : ` Not in it: ${left.join(' ')}`;
  toast({ tone: 'good', message: `${fileName} tells ${formatCount(steps, 'step')}.${rest}` });
  await openScenarioText({ fileName, text });
}
