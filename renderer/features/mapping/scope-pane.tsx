// Filter by filter and clause by clause why somebody passes the scoping filters or does not.
import { CircleCheck, CircleX } from 'lucide-react';
import type { ClauseOutcome } from '../../../shared/simulator/scope.ts';
import { Section } from '../../ui/section.tsx';
import type { MappingEditor } from './use-mapping-editor.ts';

export function ScopePane({ editor }: { readonly editor: MappingEditor }) {
  const { preview } = editor;
  if (preview === undefined) {
    return <p className="px-4 py-3 text-ink-2">Choose whom to preview for.</p>;
  }
  const { scope, displayName } = preview;
  return (
    <>
      <p className="px-4 pt-3">
        {scope.filters.length === 0
          ? `Without a scoping filter everybody passes, so does ${displayName}.`
          : scope.isInScope
            ? `${displayName} passes at least one filter.`
            : `${displayName} passes none of the filters and would be deactivated in the target.`}
      </p>
      {editor.scope === 'assigned' && (
        <p className="px-4 pt-2">
          {preview.isAssigned
            ? `${displayName} is assigned to the application.`
            : `${displayName} is not assigned to the application. The job provisions only assigned users and groups, so that alone is out of scope.`}
        </p>
      )}
      {scope.filters.map(({ title, passed, clauses }) => (
        <Section key={title} title={`${title}: ${passed ? 'passes' : 'does not pass'}`}>
          <ul className="flex flex-col gap-2">
            {clauses.map((clause, index) => (
              <Clause key={index} clause={clause} />
            ))}
          </ul>
        </Section>
      ))}
    </>
  );
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
