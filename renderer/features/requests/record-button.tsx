// Recording is not serving: while it is paused, requests are answered and left out of the log.
import { CircleDot, CirclePause } from 'lucide-react';
import { Button } from '../../ui/button.tsx';
import { formatCount, formatTime } from '../../ui/format.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { setRecording } from './request-actions.ts';
import { useLogStatus } from '../../api/use-log-status.ts';

export function RecordButton() {
  const recording = useLogStatus()?.recording;
  const isPaused = recording?.isPaused ?? false;
  return (
    <IconButton
      icon={isPaused ? CirclePause : CircleDot}
      label={isPaused ? 'Record requests again' : 'Pause recording (requests are still answered)'}
      isDisabled={recording === undefined}
      isPressed={isPaused}
      onPress={() => void setRecording(!isPaused)}
    />
  );
}

/** Says that nothing is recorded, for as long as that is so. */
export function RecordingNotice() {
  const recording = useLogStatus()?.recording;
  if (recording === undefined || !recording.isPaused) return null;
  return (
    <div
      role="status"
      className="flex min-h-9 shrink-0 flex-wrap items-center gap-2 border-b border-line bg-warn-soft px-4 py-1 text-warn"
    >
      <CirclePause aria-hidden className="size-4 shrink-0" />
      <span className="flex-1">
        Recording is paused{recording.since !== null && ` since ${formatTime(recording.since)}`}.
        Requests are answered, and left out of the log
        {recording.skipped > 0 && `: ${formatCount(recording.skipped, 'request')} so far`}.
      </span>
      <Button onPress={() => void setRecording(false)}>Record again</Button>
    </div>
  );
}
