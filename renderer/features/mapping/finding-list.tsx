// Findings about one place, each with an icon that has a name.
import { CircleAlert, TriangleAlert } from 'lucide-react';
import type { SchemaFinding } from '../../../shared/simulator/schema-finding.ts';

export function FindingList({ findings }: { readonly findings: readonly SchemaFinding[] }) {
  if (findings.length === 0) return null;
  return (
    <ul className="flex flex-col gap-1">
      {findings.map(({ severity, message }) => {
        const isError = severity === 'error';
        const Icon = isError ? CircleAlert : TriangleAlert;
        return (
          <li key={message} className="flex items-start gap-1.5 text-sm">
            <Icon
              role="img"
              aria-label={isError ? 'Error' : 'Warning'}
              className={`mt-0.5 size-3.5 shrink-0 ${isError ? 'text-bad' : 'text-warn'}`}
            />
            <span className="min-w-0 wrap-anywhere">{message}</span>
          </li>
        );
      })}
    </ul>
  );
}
