// Cycles: for each a bar of what it has left in the provisioning log and one of how long it took; the same as a table and
// in a sentence.
import { useId } from 'react';
import type { CycleExecution } from '../../../shared/simulator/job.ts';
import { Badge } from '../../ui/badge.tsx';
import {
  formatCount,
  formatDateTime,
  formatDecimal,
  formatDuration,
  formatNumber,
} from '../../ui/format.ts';
import { ChartCard } from '../charts/chart-card.tsx';
import {
  countOutcomes,
  CYCLE_STATES,
  OUTCOME_NAMES,
  OUTCOME_TITLES,
  type OutcomeName,
} from '../provisioning/job-words.ts';
import { CycleBars } from './cycle-bars.tsx';
import { OutcomeLegend } from './outcome-patterns.tsx';

interface CycleTimelineProps {
  /** Newest first. */
  readonly cycles: readonly CycleExecution[];
}

export function CycleTimeline({ cycles }: CycleTimelineProps) {
  const prefix = useId();
  if (cycles.length === 0) return null;
  const longest = Math.max(...cycles.map(({ durationMs }) => durationMs));
  return (
    <ChartCard
      title="Cycles"
      summary={tellCycles(cycles)}
      isEmpty={false}
      legend={
        <>
          <OutcomeLegend prefix={prefix} />
          <p className="mt-1 -ml-13 text-sm text-ink-2">
            Below the line: how long a cycle took, at most {formatDuration(longest)}.
          </p>
        </>
      }
      chart={<CycleBars cycles={cycles.toReversed()} prefix={prefix} />}
      table={<CycleTable cycles={cycles} />}
    />
  );
}

function tellCycles(cycles: readonly CycleExecution[]): string {
  const failed = cycles.filter(({ state }) => state === 'Failed').length;
  const sum = (name: OutcomeName) =>
    cycles.reduce((total, cycle) => total + countOutcomes(cycle)[name], 0);
  const requests = cycles.reduce((total, cycle) => total + cycle.requests, 0);
  const done = OUTCOME_NAMES.filter((name) => sum(name) > 0).map(
    (name) => `${formatNumber(sum(name))} ${name}`,
  );
  const what = done.length === 0 ? 'nothing to do' : done.join(', ');
  const broken = failed === 0 ? '' : ` ${formatCount(failed, 'cycle')} ended before its time.`;
  return `The last ${cycles.length === 1 ? 'cycle' : formatCount(cycles.length, 'cycle')}: ${what}; ${formatCount(requests, 'request')}.${broken}`;
}

/** Requests for each object that was read. */
function tellShare({ requests, countImported }: CycleExecution): string {
  return countImported === 0 ? '' : formatDecimal(requests / countImported, 1);
}

function CycleTable({ cycles }: CycleTimelineProps) {
  return (
    <table className="w-full border-collapse text-left">
      <thead className="sticky top-0 bg-surface-2 text-sm text-ink-2">
        <tr>
          {[
            'Began',
            'Type',
            'State',
            'Duration',
            'Requests',
            'For each object',
            ...OUTCOME_NAMES.map((name) => OUTCOME_TITLES[name]),
          ].map((title) => (
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
      <td className="px-2 py-1 text-right">{formatNumber(cycle.requests)}</td>
      <td className="px-2 py-1 text-right">{tellShare(cycle)}</td>
      {OUTCOME_NAMES.map((name) => (
        <td key={name} className="px-2 py-1 text-right">
          {formatNumber(counts[name])}
        </td>
      ))}
    </tr>
  );
}
