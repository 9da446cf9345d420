// Cycles: a bar for each, as high as what it has left in the provisioning log; the same as a table and in a sentence.
import { useId } from 'react';
import type { CycleExecution } from '../../../shared/simulator/job.ts';
import { Badge } from '../../ui/badge.tsx';
import { formatCount, formatDateTime, formatDuration, formatNumber } from '../../ui/format.ts';
import { ChartCard } from '../charts/chart-card.tsx';
import {
  countOutcomes,
  CYCLE_STATES,
  OUTCOME_NAMES,
  type OutcomeName,
} from '../provisioning/job-words.ts';

interface CycleTimelineProps {
  /** Newest first. */
  readonly cycles: readonly CycleExecution[];
}

export function CycleTimeline({ cycles }: CycleTimelineProps) {
  const prefix = useId();
  if (cycles.length === 0) return null;
  return (
    <ChartCard
      title="Cycles"
      summary={tellCycles(cycles)}
      isEmpty={false}
      legend={<Legend prefix={prefix} />}
      chart={<Bars cycles={cycles.toReversed()} prefix={prefix} />}
      table={<CycleTable cycles={cycles} />}
    />
  );
}

function tellCycles(cycles: readonly CycleExecution[]): string {
  const failed = cycles.filter(({ state }) => state === 'Failed').length;
  const sum = (name: OutcomeName) =>
    cycles.reduce((total, cycle) => total + countOutcomes(cycle)[name], 0);
  const done = OUTCOME_NAMES.map((name) => `${formatNumber(sum(name))} ${name}`).join(', ');
  return `The last ${formatCount(cycles.length, 'cycle')}, ${formatNumber(failed)} failed: ${done}.`;
}

const NAMES: Record<OutcomeName, string> = {
  created: 'Created',
  updated: 'Updated',
  disabled: 'Disabled',
  deleted: 'Deleted',
  skipped: 'Skipped',
  failed: 'Failed',
};

const COLOURS: Record<OutcomeName, string> = {
  created: 'var(--good)',
  updated: 'var(--accent)',
  disabled: 'var(--warn)',
  deleted: 'var(--violet)',
  skipped: 'var(--line-strong)',
  failed: 'var(--bad)',
};

/** Beside its colour each has a pattern of its own. */
function Fill({ name }: { readonly name: OutcomeName }) {
  const colour = COLOURS[name];
  const faint = <rect width="6" height="6" fill={colour} fillOpacity="0.3" />;
  switch (name) {
    case 'created':
      return <rect width="6" height="6" fill={colour} />;
    case 'updated':
      return (
        <>
          {faint}
          <path d="M0 3H6" stroke={colour} strokeWidth="2.5" />
        </>
      );
    case 'disabled':
      return (
        <>
          {faint}
          <circle cx="3" cy="3" r="1.6" fill={colour} />
        </>
      );
    case 'deleted':
      return (
        <>
          {faint}
          <path d="M3 0V6" stroke={colour} strokeWidth="2.5" />
        </>
      );
    case 'skipped':
      return <rect width="6" height="6" fill={colour} fillOpacity="0.25" />;
    case 'failed':
      return (
        <>
          {faint}
          <path d="M-1 7 7 -1M-4 4 4 -4M2 10 10 2" stroke={colour} strokeWidth="2" />
        </>
      );
  }
}

function Patterns({ prefix }: { readonly prefix: string }) {
  return (
    <defs>
      {OUTCOME_NAMES.map((name) => (
        <pattern
          key={name}
          id={`${prefix}-${name}`}
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
        >
          <Fill name={name} />
        </pattern>
      ))}
    </defs>
  );
}

function Legend({ prefix }: { readonly prefix: string }) {
  return (
    <ul aria-label="Legend" className="-ml-13 flex flex-wrap gap-x-4 gap-y-1 text-sm text-ink-2">
      {OUTCOME_NAMES.map((name) => (
        <li key={name} className="flex items-center gap-1.5">
          <svg aria-hidden width="12" height="12" className="shrink-0">
            <Patterns prefix={`${prefix}-legend`} />
            <rect
              x="0.5"
              y="0.5"
              width="11"
              height="11"
              rx="2"
              fill={`url(#${prefix}-legend-${name})`}
              stroke={COLOURS[name]}
            />
          </svg>
          {NAMES[name]}
        </li>
      ))}
    </ul>
  );
}

const BAR = { width: 14, gap: 4 };
const HEIGHT = 160;
/** A cycle that found nothing to do has a bar all the same. */
const LEAST_HEIGHT = 3;

interface BarsProps {
  /** Oldest first. */
  readonly cycles: readonly CycleExecution[];
  readonly prefix: string;
}

function Bars({ cycles, prefix }: BarsProps) {
  const rows = cycles.map((cycle) => ({ cycle, counts: countOutcomes(cycle) }));
  const totals = rows.map(({ counts }) =>
    OUTCOME_NAMES.reduce((sum, name) => sum + counts[name], 0),
  );
  const scale = HEIGHT / Math.max(1, ...totals);
  const width = rows.length * (BAR.width + BAR.gap);
  return (
    <svg
      aria-hidden
      width={width}
      height={HEIGHT + 1}
      viewBox={`0 0 ${width} ${HEIGHT + 1}`}
      className="h-full max-w-full"
      preserveAspectRatio="xMinYMax meet"
    >
      <Patterns prefix={prefix} />
      {rows.map(({ cycle, counts }, index) => (
        <Bar
          key={cycle.activityIdentifier}
          cycle={cycle}
          pieces={stack(counts, scale)}
          x={index * (BAR.width + BAR.gap)}
          prefix={prefix}
        />
      ))}
      <path d={`M0 ${HEIGHT + 0.5}H${width}`} stroke="var(--line-strong)" />
    </svg>
  );
}

interface Piece {
  readonly name: OutcomeName;
  readonly y: number;
  readonly height: number;
}

function stack(counts: Readonly<Record<OutcomeName, number>>, scale: number): readonly Piece[] {
  let y = HEIGHT;
  return OUTCOME_NAMES.filter((name) => counts[name] > 0).map((name) => {
    const height = counts[name] * scale;
    y -= height;
    return { name, y, height };
  });
}

interface BarProps {
  readonly cycle: CycleExecution;
  readonly pieces: readonly Piece[];
  readonly x: number;
  readonly prefix: string;
}

function Bar({ cycle, pieces, x, prefix }: BarProps) {
  const isFailed = cycle.state === 'Failed';
  return (
    <g>
      <title>{tellCycle(cycle)}</title>
      {pieces.length === 0 && (
        <rect
          x={x}
          y={HEIGHT - LEAST_HEIGHT}
          width={BAR.width}
          height={LEAST_HEIGHT}
          fill={isFailed ? 'var(--bad)' : 'var(--line-strong)'}
        />
      )}
      {pieces.map(({ name, y, height }) => (
        <rect
          key={name}
          x={x + 0.5}
          y={y}
          width={BAR.width - 1}
          height={height}
          fill={`url(#${prefix}-${name})`}
          stroke={COLOURS[name]}
        />
      ))}
    </g>
  );
}

function tellCycle(cycle: CycleExecution): string {
  const { type, timeBegan, durationMs, state } = cycle;
  const counts = countOutcomes(cycle);
  const done = OUTCOME_NAMES.filter((name) => counts[name] > 0).map(
    (name) => `${formatNumber(counts[name])} ${name}`,
  );
  const what = done.length === 0 ? 'nothing to do' : done.join(', ');
  return `${type}, ${formatDateTime(timeBegan)}, ${formatDuration(durationMs)}, ${CYCLE_STATES[state].title}: ${what}`;
}

function CycleTable({ cycles }: CycleTimelineProps) {
  return (
    <table className="w-full border-collapse text-left">
      <thead className="sticky top-0 bg-surface-2 text-sm text-ink-2">
        <tr>
          {['Began', 'Type', 'State', 'Duration', ...Object.values(NAMES)].map((title) => (
            <th key={title} scope="col" className="px-2 py-1 font-medium whitespace-nowrap">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {cycles.map((cycle) => (
          <CycleRow key={cycle.activityIdentifier} cycle={cycle} />
        ))}
      </tbody>
    </table>
  );
}

function CycleRow({ cycle }: { readonly cycle: CycleExecution }) {
  const counts = countOutcomes(cycle);
  const { tone, title } = CYCLE_STATES[cycle.state];
  return (
    <tr className="border-t border-line tabular-nums">
      <th scope="row" className="px-2 py-1 font-normal whitespace-nowrap">
        {formatDateTime(cycle.timeBegan)}
      </th>
      <td className="px-2 py-1">{cycle.type === 'initial' ? 'Initial' : 'Incremental'}</td>
      <td className="px-2 py-1">
        <Badge tone={tone}>{title}</Badge>
      </td>
      <td className="px-2 py-1 whitespace-nowrap">{formatDuration(cycle.durationMs)}</td>
      {OUTCOME_NAMES.map((name) => (
        <td key={name} className="px-2 py-1 text-right">
          {formatNumber(counts[name])}
        </td>
      ))}
    </tr>
  );
}
