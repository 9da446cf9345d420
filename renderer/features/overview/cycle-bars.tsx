// The bars of the timeline, two for each cycle: above the line what it has left in the provisioning log, below it how long
// it took.
import type { CycleExecution } from '../../../shared/simulator/job.ts';
import { formatCount, formatDateTime, formatDuration, formatNumber } from '../../ui/format.ts';
import {
  countOutcomes,
  CYCLE_STATES,
  OUTCOME_NAMES,
  type OutcomeName,
} from '../provisioning/job-words.ts';
import { OUTCOME_COLOURS, OutcomePatterns } from './outcome-patterns.tsx';

/** Few cycles have broad bars, many have narrow ones. */
const BREADTH = { least: 14, most: 32, all: 560 };
const GAP = 4;
const HEIGHT = 112;
/** Of the bar of the longest cycle. */
const DURATION_HEIGHT = 46;
/** A cycle that found nothing to do has a bar all the same. */
const LEAST_HEIGHT = 3;

interface CycleBarsProps {
  /** Oldest first. */
  readonly cycles: readonly CycleExecution[];
  readonly prefix: string;
}

export function CycleBars({ cycles, prefix }: CycleBarsProps) {
  const rows = cycles.map((cycle) => ({ cycle, counts: countOutcomes(cycle) }));
  const totals = rows.map(({ counts }) =>
    OUTCOME_NAMES.reduce((sum, name) => sum + counts[name], 0),
  );
  const scale = HEIGHT / Math.max(1, ...totals);
  const durationScale =
    DURATION_HEIGHT / Math.max(1, ...cycles.map(({ durationMs }) => durationMs));
  const share = Math.floor(BREADTH.all / Math.max(1, rows.length)) - GAP;
  const breadth = Math.max(BREADTH.least, Math.min(BREADTH.most, share));
  const width = rows.length * (breadth + GAP);
  return (
    <svg
      aria-hidden
      width={width}
      height={HEIGHT + 1 + DURATION_HEIGHT}
      viewBox={`0 0 ${width} ${HEIGHT + 1 + DURATION_HEIGHT}`}
      className="h-full max-w-full"
      preserveAspectRatio="xMinYMax meet"
    >
      <OutcomePatterns prefix={prefix} />
      {rows.map(({ cycle, counts }, index) => (
        <Bar
          key={cycle.activityIdentifier}
          cycle={cycle}
          pieces={stack(counts, scale)}
          durationHeight={cycle.durationMs * durationScale}
          x={index * (breadth + GAP)}
          breadth={breadth}
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
  readonly durationHeight: number;
  readonly x: number;
  readonly breadth: number;
  readonly prefix: string;
}

function Bar({ cycle, pieces, durationHeight, x, breadth, prefix }: BarProps) {
  const isFailed = cycle.state === 'Failed';
  return (
    <g>
      <title>{tellCycle(cycle)}</title>
      {pieces.length === 0 && (
        <rect
          x={x}
          y={HEIGHT - LEAST_HEIGHT}
          width={breadth}
          height={LEAST_HEIGHT}
          fill={isFailed ? 'var(--bad)' : 'var(--line-strong)'}
        />
      )}
      {pieces.map(({ name, y, height }) => (
        <rect
          key={name}
          x={x + 0.5}
          y={y}
          width={breadth - 1}
          height={height}
          fill={`url(#${prefix}-${name})`}
          stroke={OUTCOME_COLOURS[name]}
        />
      ))}
      <rect
        x={x + breadth / 4}
        y={HEIGHT + 1}
        width={breadth / 2}
        height={Math.max(1, durationHeight)}
        fill="var(--ink-3)"
      />
    </g>
  );
}

function tellCycle(cycle: CycleExecution): string {
  const { type, timeBegan, durationMs, requests, state } = cycle;
  const counts = countOutcomes(cycle);
  const done = OUTCOME_NAMES.filter((name) => counts[name] > 0).map(
    (name) => `${formatNumber(counts[name])} ${name}`,
  );
  const what = done.length === 0 ? 'nothing to do' : done.join(', ');
  return `${type}, ${formatDateTime(timeBegan)}, ${formatDuration(durationMs)}, ${formatCount(requests, 'request')}, ${CYCLE_STATES[state].title}: ${what}`;
}
