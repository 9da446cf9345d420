// Says, wherever one is, that requests are answered but not recorded. The Requests screen says it itself, with more.
import { useRouterState } from '@tanstack/react-router';
import { CirclePause } from 'lucide-react';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { useRecording, useRecordingSwitch } from './use-recording.ts';

export function RecordingBanner() {
  const isPaused = useRecording()?.isPaused === true;
  const { mutate: setRecording } = useRecordingSwitch();
  const isOnRequests = useRouterState({
    select: (state) => state.location.pathname === '/requests',
  });
  return (
    <Banner
      role="status"
      isShown={isPaused && !isOnRequests}
      tone="warn"
      icon={CirclePause}
      title="Recording is paused."
      actions={<Button onPress={() => setRecording(false)}>Record again</Button>}
    >
      Requests are answered and left out of the log.
    </Banner>
  );
}

/** For the status bar. */
export function RecordingState() {
  if (useRecording()?.isPaused !== true) return null;
  return (
    <span className="flex items-center gap-1.5 font-medium text-warn">
      <CirclePause aria-hidden className="size-3.5" />
      Recording paused
    </span>
  );
}
