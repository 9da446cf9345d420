// How far a job of some kind is, in the dialog that waits for it, and a way to cancel it.
import type { Job } from '../../../shared/admin/transfer.ts';
import { Button } from '../../ui/button.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { jobProgress, jobTitle } from './job-words.ts';
import { useCancelJob, useJobs } from './use-jobs.ts';

interface RunningJobProps {
  readonly kind: Job['kind'];
}

export function RunningJob({ kind }: RunningJobProps) {
  const job = useJobs().find((one) => one.kind === kind && one.state === 'running');
  const cancel = useCancelJob();
  if (job === undefined) return null;
  const title = jobTitle(job);
  return (
    <div className="flex items-center gap-3 pt-3">
      <ProgressBar label={title} share={job.share ?? undefined} note={jobProgress(job)} />
      <Button
        aria-label={`Cancel: ${title}`}
        isPending={cancel.isPending}
        onPress={() => cancel.mutate(job.id)}
      >
        Cancel
      </Button>
    </div>
  );
}
