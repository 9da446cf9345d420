// The retries of a quarantine as rungs: what has failed, what comes next and when, and where it ends.
import { CircleDashed, CircleX, Clock, Power } from 'lucide-react';
import type { JobStatus } from '../../../shared/simulator/job.ts';
import { cx } from '../../ui/cx.ts';
import { formatDateTime } from '../../ui/format.ts';

type Quarantine = NonNullable<JobStatus['quarantine']>;

/** Each after the one before. */
const RUNGS = ['First failure', '6 hours later', '12 hours later', '24 hours later', 'Once a day'];
const DISABLED_AFTER_MS = 28 * 86_400_000;

export function RetryLadder({ quarantine }: { readonly quarantine: Quarantine }) {
  const { seriesBegan, seriesCount, nextAttempt } = quarantine;
  const next = Math.min(seriesCount, RUNGS.length - 1);
  const disabledAt = new Date(Date.parse(seriesBegan) + DISABLED_AFTER_MS).toISOString();
  return (
    <ol aria-label="Retries" className="grid grid-cols-[repeat(auto-fit,minmax(8.5rem,1fr))] gap-2">
      {RUNGS.map((title, index) => (
        <Rung
          key={title}
          title={title}
          state={index === next ? 'next' : index < next ? 'failed' : 'later'}
          note={
            index === next
              ? `Next attempt ${formatDateTime(nextAttempt)}`
              : index === 0
                ? formatDateTime(seriesBegan)
                : index < next
                  ? 'Failed'
                  : 'Not reached'
          }
        />
      ))}
      <Rung title="After 28 days" state="end" note={`Disabled on ${formatDateTime(disabledAt)}`} />
    </ol>
  );
}

const ICONS = { failed: CircleX, next: Clock, later: CircleDashed, end: Power } as const;

interface RungProps {
  readonly title: string;
  readonly state: keyof typeof ICONS;
  readonly note: string;
}

function Rung({ title, state, note }: RungProps) {
  const Icon = ICONS[state];
  const isNext = state === 'next';
  return (
    <li
      {...(isNext ? { 'aria-current': 'step' as const } : {})}
      className={cx(
        'rounded-md border bg-surface-1 px-2.5 py-1.5 text-sm',
        isNext ? 'border-ink-2' : 'border-line',
      )}
    >
      <span className={cx('flex items-center gap-1.5', isNext && 'font-semibold')}>
        <Icon
          aria-hidden
          className={cx('size-3.5 shrink-0', state === 'failed' ? 'text-bad' : 'text-ink-3')}
        />
        {title}
      </span>
      <span className="block text-ink-2 tabular-nums">{note}</span>
    </li>
  );
}
