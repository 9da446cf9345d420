// How provisioning stands, in a sentence, and what comes next.
import { Link } from '@tanstack/react-router';
import { CircleAlert, CircleCheck, CircleDashed, CirclePause, RefreshCw } from 'lucide-react';
import { readIntervalMinutes, type JobStatus } from '../../../shared/simulator/job.ts';
import { formatCount, formatDateTime } from '../../ui/format.ts';
import { TONE_TEXT } from '../../ui/tone.ts';
import { cx } from '../../ui/cx.ts';
import { GoButton } from '../provisioning/go-button.tsx';
import { tellStatus } from '../provisioning/job-words.ts';
import { useVirtualNow } from '../provisioning/use-simulator-clock.ts';
import { tellDistance } from '../provisioning/virtual-time.ts';

const ICONS = {
  good: CircleCheck,
  bad: CircleAlert,
  warn: CirclePause,
  accent: RefreshCw,
  neutral: CircleDashed,
  violet: CircleDashed,
} as const;

export function StatusHeadline({ status }: { readonly status: JobStatus }) {
  const { tone, title } = tellStatus(status);
  const Icon = ICONS[tone];
  return (
    <section
      aria-label="Provisioning status"
      className="flex items-start gap-3 rounded-lg border border-line bg-surface-1 px-5 py-4 shadow-xs"
    >
      <Icon aria-hidden className={cx('mt-0.5 size-5 shrink-0', TONE_TEXT[tone])} />
      <div className="min-w-0 flex-1">
        <h2 className="text-lg font-semibold">{title}</h2>
        <p className="text-ink-2">
          <NextStep status={status} />
        </p>
        {status.awaitsRestart && (
          <p className="text-warn">
            The scope was switched. Until you restart provisioning, only users and groups that
            change are looked at by it.
          </p>
        )}
      </div>
      {status.code === 'NotConfigured' && (
        <GoButton to="/entra/connectivity">Go to Connectivity</GoButton>
      )}
    </section>
  );
}

function NextStep({ status }: { readonly status: JobStatus }) {
  const clock = useVirtualNow();
  const { code, nextCycle, currentExecution, schedule } = status;
  if (currentExecution !== null) {
    return schedule.state === 'Active'
      ? `The next cycle begins ${formatCount(readIntervalMinutes(status) ?? 0, 'minute')} after this one.`
      : 'It ends, then provisioning is stopped.';
  }
  if (code === 'NotConfigured') {
    return 'Say under Connectivity where users and groups are to be provisioned.';
  }
  if (schedule.state === 'Disabled') return 'Repair what was wrong, then restart provisioning.';
  if (schedule.state === 'Paused') {
    return code === 'NotRun' ? <FirstCycle /> : 'Started again, it goes on from the watermark.';
  }
  if (nextCycle === null || clock === undefined) return 'The next cycle is being planned.';
  const distance = tellDistance(nextCycle, clock.now);
  return `The next cycle begins ${distance} (${formatDateTime(nextCycle)}).`;
}

function FirstCycle() {
  return (
    <>
      Assign{' '}
      <Link to="/entra/users-and-groups" className="text-accent underline underline-offset-2">
        users and groups
      </Link>
      , then start provisioning: the first cycle is the initial one.
    </>
  );
}
