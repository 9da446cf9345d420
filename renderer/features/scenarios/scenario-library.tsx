// The stories that come with the app: what each tells, how long it is, how it went last time.
import { Link } from '@tanstack/react-router';
import type { ScenarioSummary } from '../../../shared/scenario/scenario-run.ts';
import { formatCount } from '../../ui/format.ts';
import { OutcomeBadge } from './outcome-badge.tsx';

export function ScenarioLibrary({ scenarios }: { readonly scenarios: readonly ScenarioSummary[] }) {
  return (
    <ul
      aria-label="Library"
      className="grid grid-cols-[repeat(auto-fill,minmax(18rem,1fr))] gap-3 p-4"
    >
      {scenarios.map((scenario) => (
        <Card key={scenario.id} scenario={scenario} />
      ))}
    </ul>
  );
}

function Card({ scenario: { id, title, summary, steps, lastRun } }: { scenario: ScenarioSummary }) {
  return (
    <li className="relative flex flex-col gap-2 rounded-lg border border-line bg-surface-1 p-4 shadow-xs hover:border-line-strong">
      <h2 className="text-lg font-semibold">
        <Link
          to="/scenarios"
          search={{ scenario: id }}
          className="after:absolute after:inset-0 after:rounded-lg"
        >
          {title}
        </Link>
      </h2>
      <p className="flex-1 text-ink-2">{summary}</p>
      <p className="flex items-center gap-2 text-sm text-ink-3">
        <span className="flex-1">{formatCount(steps, 'step')}</span>
        {lastRun === null ? 'Not played yet' : <OutcomeBadge run={lastRun} />}
      </p>
    </li>
  );
}
