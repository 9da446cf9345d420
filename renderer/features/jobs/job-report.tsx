// One job where it was started: its progress, and once it has ended what came of it.
import { Button } from '../../ui/button.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { Issues } from './job-issues.tsx';
import { jobOutcome, jobProgress, jobTitle } from './job-words.ts';
import { useCancelJob, useJobs } from './use-jobs.ts';

interface JobReportProps {
  readonly id: string;
}

export function JobReport({ id }: JobReportProps) {
  const job = useJobs().find((one) => one.id === id);
  const cancel = useCancelJob();
  if (job === undefined) return null;
  if (job.state === 'running') {
    return (
      <div className="flex items-center gap-3">
        <ProgressBar label={jobTitle(job)} share={job.share ?? undefined} note={jobProgress(job)} />
        <Button isPending={cancel.isPending} onPress={() => cancel.mutate(id)}>
          Cancel the import
        </Button>
      </div>
    );
  }
  return (
    <div role="status">
      <p className={job.state === 'failed' ? 'text-bad' : 'text-ink-1'}>{jobOutcome(job)}</p>
      {job.result !== null && job.result.issueCount > 0 && (
        <Issues issues={job.result.issues} count={job.result.issueCount} />
      )}
    </div>
  );
}
