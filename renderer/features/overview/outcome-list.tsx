// What a cycle has done, as numbers with their names.
import { formatNumber } from '../../ui/format.ts';
import { OUTCOME_NAMES, OUTCOME_TITLES, type OutcomeCounts } from '../provisioning/job-words.ts';

export function OutcomeList({ counts }: { readonly counts: OutcomeCounts }) {
  return (
    <dl className="grid grid-cols-[repeat(auto-fit,minmax(5rem,1fr))] gap-2">
      {OUTCOME_NAMES.map((name) => (
        <div key={name} className="flex flex-col-reverse rounded-md bg-surface-2 px-3 py-2">
          <dt className="text-sm text-ink-2">{OUTCOME_TITLES[name]}</dt>
          <dd className="text-lg font-semibold tabular-nums">{formatNumber(counts[name])}</dd>
        </div>
      ))}
    </dl>
  );
}
