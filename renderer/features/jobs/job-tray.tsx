// The task tray of the status bar: what the server is busy with, wherever one is in the app, and what came of it.
import { CircleAlert, CircleCheck, CircleSlash, ListChecks, LoaderCircle } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import type { Job } from '../../../shared/admin/transfer.ts';
import { Button as PushButton } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { formatCount, formatPercent } from '../../ui/format.ts';
import { TONE_TEXT } from '../../ui/tone.ts';
import { Issues } from './job-issues.tsx';
import { jobOutcome, jobTitle } from './job-words.ts';
import { RunningItem } from './running-item.tsx';
import { useJobs, useJobToasts, useUndoJob } from './use-jobs.ts';
import { useRunningTasks, type RunningTask } from './use-running-tasks.ts';

const MOST_SHOWN = 12;

export function JobTray() {
  const jobs = useJobs();
  useJobToasts(jobs);
  const running = useRunningTasks();
  const ended = jobs.filter(({ state }) => state !== 'running').slice(0, MOST_SHOWN);
  if (running.length + ended.length === 0) return null;
  return (
    <DialogTrigger>
      <Button className="flex h-6 cursor-default items-center gap-1.5 rounded px-1.5 hover:bg-surface-2 hover:text-ink-1">
        {running.length > 0 ? (
          <LoaderCircle aria-hidden className="size-3.5 animate-spin motion-reduce:animate-none" />
        ) : (
          <ListChecks aria-hidden className="size-3.5" />
        )}
        {caption(running)}
      </Button>
      <Popover
        placement="top start"
        className="w-96 max-w-[calc(100vw-1rem)] rounded-lg border border-line bg-surface-1 shadow-pop"
      >
        <Dialog aria-label="Tasks" className="max-h-[inherit] overflow-y-auto outline-none">
          {({ close }) => (
            <>
              <h2 className="px-3 pt-2.5 pb-1 font-semibold">Tasks</h2>
              <ul>
                {running.map((task) => (
                  <li key={task.key} className="border-t border-line px-3 py-2">
                    <RunningItem task={task} onLeave={close} />
                  </li>
                ))}
                {ended.map((job) => (
                  <li key={job.id} className="border-t border-line px-3 py-2">
                    <Ended job={job} />
                  </li>
                ))}
              </ul>
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function caption(running: readonly RunningTask[]): string {
  const [task, ...others] = running;
  if (task === undefined) return 'Tasks';
  if (others.length > 0) return formatCount(running.length, 'task');
  const { title, share } = task;
  const percent = share === undefined ? '' : ` ${formatPercent(Math.floor(share * 100) / 100)}`;
  return `${title}${percent}`;
}

const ENDS = {
  done: { icon: CircleCheck, tone: 'good' },
  cancelled: { icon: CircleSlash, tone: 'neutral' },
  failed: { icon: CircleAlert, tone: 'bad' },
} as const;

function Ended({ job }: { readonly job: Job }) {
  const undo = useUndoJob();
  if (job.state === 'running') return null;
  const { icon: Icon, tone } = ENDS[job.state];
  return (
    <div className="flex items-start gap-2">
      <Icon aria-hidden className={cx('mt-0.5 size-4 shrink-0', TONE_TEXT[tone])} />
      <div className="min-w-0 flex-1">
        <p className="font-medium">{jobTitle(job)}</p>
        <p className="text-sm text-ink-2">{jobOutcome(job)}</p>
        {job.result !== null && job.result.issueCount > 0 && (
          <Issues issues={job.result.issues} count={job.result.issueCount} />
        )}
      </div>
      {job.isUndoable && (
        <PushButton isPending={undo.isPending} onPress={() => undo.mutate(job.id)}>
          Undo
        </PushButton>
      )}
    </div>
  );
}
