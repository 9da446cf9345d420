// Filter by filter and clause by clause why somebody passes the scoping filters or does not.
import { CircleCheck, CircleX } from 'lucide-react';
import type { ClauseOutcome, FilterOutcome } from '../../../shared/simulator/scope.ts';
import { Section } from '../../ui/section.tsx';

export function ScopingFilterOutcomes({ filters }: { readonly filters: readonly FilterOutcome[] }) {
  return filters.map(({ title, passed, clauses }, index) => (
    <Section key={index} title={`${title}: ${passed ? 'passes' : 'does not pass'}`}>
      <ul className="flex flex-col gap-2">
        {clauses.map((clause, place) => (
          <Clause key={place} clause={clause} />
        ))}
      </ul>
    </Section>
  ));
}

function Clause({ clause }: { readonly clause: ClauseOutcome }) {
  const { attribute, operator, value, sourceValue, passed, problem } = clause;
  const Icon = passed ? CircleCheck : CircleX;
  return (
    <li className="flex items-start gap-2">
      <Icon
        role="img"
        aria-label={passed ? 'Passes' : 'Does not pass'}
        className={`mt-0.5 size-4 shrink-0 ${passed ? 'text-good' : 'text-bad'}`}
      />
      <div className="min-w-0 wrap-anywhere">
        <p className="font-mono text-sm">{`${attribute} ${operator} ${value}`.trim()}</p>
        <p className="text-sm text-ink-3">
          {problem ?? (sourceValue === null ? 'It has no value.' : `It is “${sourceValue}”.`)}
        </p>
      </div>
    </li>
  );
}
