// What the server is busy with, as bars with a way to cancel; nothing while nothing runs.
import { useCancelJob, useJobs } from '../jobs/use-jobs.ts';
import { jobProgress, jobTitle } from '../jobs/job-words.ts';
import { Button } from '../../ui/button.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { Card } from './card.tsx';

export function RunningJobs() {
  const running = useJobs().filter(({ state }) => state === 'running');
  const cancel = useCancelJob();
  if (running.length === 0) return null;
  return (
    <Card title="Running now">
      <ul className="flex flex-col gap-2">
        {running.map((job) => (
          <li key={job.id} className="flex items-center gap-3">
            <ProgressBar
              label={`${jobTitle(job)} (${job.tenant})`}
              share={job.share ?? undefined}
              note={jobProgress(job)}
            />
            <Button
              variant="ghost"
              aria-label={`Cancel: ${jobTitle(job)}`}
              isDisabled={cancel.isPending && cancel.variables === job.id}
              onPress={() => cancel.mutate(job.id)}
            >
              Cancel
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  );
}
