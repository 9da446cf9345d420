// How near a cycle is to quarantine: its share of failures, and their number. Only both together put the job there.
import { Label } from 'react-aria-components/Label';
import { Meter } from 'react-aria-components/Meter';
import type { CycleExecution, JobSettings } from '../../../shared/simulator/job.ts';
import { cx } from '../../ui/cx.ts';
import { formatCount, formatNumber, formatPercent } from '../../ui/format.ts';
import { Panel } from '../provisioning/panel.tsx';

interface FailureGaugeProps {
  /** The one under way, else the last; null: none has run. */
  readonly cycle: CycleExecution | null;
  readonly limits: JobSettings['quarantine'];
}

export function FailureGauge({ cycle, limits }: FailureGaugeProps) {
  const { countEscrowed: failures, countImported: events } = cycle ?? NOTHING;
  const share = events === 0 ? 0 : failures / events;
  return (
    <Panel title="Failure ratio" hint={tellCycle(cycle)}>
      <div className="flex flex-col gap-4">
        <Gauge
          label="Share of failures"
          value={share}
          limit={limits.proportion}
          isPast={share > limits.proportion}
          whole={1}
          note={formatPercent(share)}
          limitNote={formatPercent(limits.proportion)}
        />
        <Gauge
          label="Failures"
          value={failures}
          limit={limits.proportionMinimum}
          isPast={failures >= limits.proportionMinimum}
          whole={limits.proportionMinimum * 1.25}
          note={formatNumber(failures)}
          limitNote={formatNumber(limits.proportionMinimum)}
        />
        <p className="text-sm text-ink-2">
          Quarantine begins when both are past their marks, or with more than{' '}
          {formatCount(limits.baseThreshold, 'failure')} ({formatNumber(limits.totalThreshold)} with
          those of references).
        </p>
      </div>
    </Panel>
  );
}

const NOTHING = { countEscrowed: 0, countImported: 0 };

function tellCycle(cycle: CycleExecution | null): string {
  if (cycle === null) return 'No cycle has run yet.';
  const { countEscrowed, countImported, state } = cycle;
  if (state === 'Failed' && countImported === 0) {
    return 'The last cycle failed before any user or group was read.';
  }
  if (countImported === 0) return 'The last cycle found nothing to do.';
  const which = state === 'Running' ? 'this cycle so far' : 'the last cycle';
  return `In ${which} ${formatNumber(countEscrowed)} of ${formatCount(countImported, 'object')} failed.`;
}

interface GaugeProps {
  readonly label: string;
  readonly value: number;
  /** Where the mark stands. */
  readonly limit: number;
  readonly isPast: boolean;
  /** What the whole width stands for. */
  readonly whole: number;
  readonly note: string;
  readonly limitNote: string;
}

function Gauge({ label, value, limit, isPast, whole, note, limitNote }: GaugeProps) {
  const widthOf = (part: number) => `${Math.min(1, part / whole) * 100}%`;
  return (
    <Meter
      value={value}
      maxValue={whole}
      valueLabel={`${note}, the mark is at ${limitNote}`}
      className="flex flex-col gap-1"
    >
      <div className="flex items-baseline justify-between gap-3">
        <Label className="text-sm text-ink-2">{label}</Label>
        <span className={cx('font-semibold tabular-nums', isPast && 'text-bad')}>{note}</span>
      </div>
      <div className="relative h-2 rounded-full border border-line bg-surface-3">
        <div
          style={{ width: widthOf(value) }}
          className={cx(
            'h-full rounded-full forced-colors:bg-[Highlight]',
            isPast ? 'bg-bad' : 'bg-accent-fill',
          )}
        />
        <span
          style={{ left: widthOf(limit) }}
          className="absolute -inset-y-1 w-0.5 -translate-x-1/2 bg-ink-1 forced-colors:bg-[CanvasText]"
        />
      </div>
      <div aria-hidden className="relative h-4 text-xs text-ink-3 tabular-nums">
        <span style={{ left: widthOf(limit) }} className="absolute -translate-x-1/2">
          {limitNote}
        </span>
      </div>
    </Meter>
  );
}
