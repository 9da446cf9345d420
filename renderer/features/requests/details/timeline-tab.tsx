// Where the time of a request went: a bar for each phase, and the same as a table.
import { Link } from '@tanstack/react-router';
import { Timer } from 'lucide-react';
import type { PhaseName, RequestDetails } from '../../../../shared/admin/request-log.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { formatDecimal, formatDuration, formatTime } from '../../../ui/format.ts';
import { Section } from '../../../ui/section.tsx';

const PHASES: Record<PhaseName, { readonly title: string; readonly meaning: string }> = {
  receive: { title: 'Receive', meaning: 'The body comes in' },
  authenticate: { title: 'Authenticate', meaning: 'The token is checked' },
  route: { title: 'Route', meaning: 'Path and method lead to an endpoint' },
  parse: { title: 'Parse', meaning: 'The body is read as JSON' },
  apply: { title: 'Apply', meaning: 'The operation runs: validate, match, change' },
  commit: { title: 'Commit', meaning: 'SQLite writes it down' },
  serialise: { title: 'Serialise', meaning: 'The answer is written' },
};

export function TimelineTab({ request }: { readonly request: RequestDetails }) {
  const { phases, gapMs } = request.timeline;
  if (phases.length === 0) {
    return (
      <EmptyState icon={Timer} title="No phases were measured">
        <p>This request was recorded by an earlier version, or ended before its first phase.</p>
      </EmptyState>
    );
  }
  return (
    <div className="divide-y divide-line">
      <Phases request={request} />
      <Section title="Before and after">
        <p>
          Arrived at {formatTime(request.at)}
          {gapMs === null
            ? ', the first of its tenant in the log.'
            : `, ${formatDuration(gapMs)} after the request before it.`}
        </p>
        {request.retryOf !== null && (
          <p className="pt-1">
            The same request had failed before:{' '}
            <Link
              from="/requests"
              to="/requests"
              search={(search) => ({ ...search, id: request.retryOf ?? undefined })}
              className="font-medium text-accent underline underline-offset-2"
            >
              request {request.retryOf}
            </Link>
            .
          </p>
        )}
      </Section>
    </div>
  );
}

function Phases({ request }: { readonly request: RequestDetails }) {
  const { phases } = request.timeline;
  const measured = phases.reduce((sum, phase) => sum + phase.durationMs, 0);
  const total = Math.max(request.durationMs, measured, 0.001);
  const rest = Math.max(0, request.durationMs - measured);
  const starts = phases.map((_, index) =>
    phases.slice(0, index).reduce((sum, phase) => sum + phase.durationMs, 0),
  );
  return (
    <Section title={`${formatDuration(request.durationMs)} from arrival to answer`}>
      <table aria-label="Phases" className="w-full table-fixed text-left">
        <thead>
          <tr className="text-ink-3">
            <th scope="col" className="w-24 pb-1 font-medium">
              Phase
            </th>
            <th scope="col" className="w-20 pr-3 pb-1 text-right font-medium">
              Duration
            </th>
            <th scope="col" className="pb-1 font-medium">
              Share
            </th>
          </tr>
        </thead>
        <tbody>
          {phases.map(({ name, durationMs }, index) => (
            <tr key={name} className="align-top">
              <th scope="row" className="py-1 pr-2 font-normal">
                {PHASES[name].title}
              </th>
              <td className="py-1 pr-3 text-right text-ink-2 tabular-nums">
                {writeMs(durationMs)}
              </td>
              <td className="py-1">
                <span className="sr-only">{Math.round((durationMs / total) * 100)} %</span>
                <span
                  aria-hidden
                  className="mt-1 block h-3 min-w-0.5 rounded-sm bg-accent"
                  style={{
                    marginLeft: `${((starts[index] ?? 0) / total) * 100}%`,
                    width: `${(durationMs / total) * 100}%`,
                  }}
                />
                <span className="block text-sm text-ink-3">{PHASES[name].meaning}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {rest > 0.05 && (
        <p className="pt-2 text-ink-3">
          {writeMs(rest)} went between the phases: waiting for others, sending.
        </p>
      )}
    </Section>
  );
}

function writeMs(ms: number): string {
  return ms < 1 ? `${formatDecimal(ms, 2)} ms` : formatDuration(ms);
}
