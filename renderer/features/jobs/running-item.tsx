// A task under way: how far it is, where more of it is shown, and a way to cancel it.
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button } from '../../ui/button.tsx';
import { describeError } from '../../ui/error-state.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { toast } from '../../ui/toast.tsx';
import type { RunningTask } from './use-running-tasks.ts';

interface RunningItemProps {
  readonly task: RunningTask;
  /** It is going to be shown elsewhere. */
  readonly onLeave?: () => void;
}

export function RunningItem({ task, onLeave }: RunningItemProps) {
  const { title, share, note, place } = task;
  const navigate = useNavigate();
  const cancel = useMutation({
    mutationFn: task.cancel,
    onError: (error) => toast({ tone: 'bad', message: describeError(error) }),
  });
  return (
    <div className="flex items-center gap-2">
      <ProgressBar label={title} share={share} note={note} />
      {place !== undefined && (
        <Button
          variant="ghost"
          aria-label={`Show: ${title}`}
          onPress={() => {
            onLeave?.();
            void navigate(place);
          }}
        >
          Show
        </Button>
      )}
      <Button
        variant="ghost"
        aria-label={`Cancel: ${title}`}
        isPending={cancel.isPending}
        onPress={() => cancel.mutate()}
      >
        Cancel
      </Button>
    </div>
  );
}
