// Says, wherever one is, that requests are answered but not recorded. The Requests screen says it itself, with more.
import { useRouterState } from '@tanstack/react-router';
import { CirclePause } from 'lucide-react';
import { Button } from '../../ui/button.tsx';
import { useRecording, useRecordingSwitch } from './use-recording.ts';

export function RecordingBanner() {
  const isPaused = useRecording()?.isPaused === true;
  const { mutate: setRecording } = useRecordingSwitch();
  const isOnRequests = useRouterState({
    select: (state) => state.location.pathname === '/requests',
  });
  return (
    <div role="status">
      {isPaused && !isOnRequests && (
        <div className="flex min-h-10 flex-wrap items-center gap-3 border-b border-line bg-warn-soft px-3 py-1.5">
          <CirclePause aria-hidden className="size-4 shrink-0 text-warn" />
          <p className="flex-1">
            <strong className="font-semibold">Recording is paused.</strong> Requests are answered
            and left out of the log.
          </p>
          <Button onPress={() => setRecording(false)}>Record again</Button>
        </div>
      )}
    </div>
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
