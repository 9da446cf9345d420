// One check of a run: what it claims and rests on, and where it failed what was expected, what came, and the proof.
import { X } from 'lucide-react';
import type { CheckEntry, CheckRunDetails } from '../../../shared/admin/check-run.ts';
import type { CheckOutcome } from '../../../shared/checker/report.ts';
import { Badge } from '../../ui/badge.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { formatDuration } from '../../ui/format.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Section } from '../../ui/section.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Evidence } from './evidence.tsx';
import { findResult, type CheckState } from './check-model.ts';
import { CheckStateIcon } from './check-state-icon.tsx';
import { useCheckCatalogue, useCheckRun } from './use-check-runs.ts';

interface CheckDetailsProps {
  readonly runId: string;
  readonly checkId: string;
  readonly onClose: () => void;
}

export function CheckDetails({ runId, checkId, onClose }: CheckDetailsProps) {
  const run = useCheckRun(runId).data;
  const check = useCheckCatalogue().data?.checks.find(({ id }) => id === checkId);
  return (
    <div
      role="presentation"
      onKeyDown={(event) => event.key === 'Escape' && !event.defaultPrevented && onClose()}
      className="flex min-h-0 flex-1 flex-col"
    >
      <div className="flex h-11 shrink-0 items-center gap-2 border-b border-line pr-2 pl-4">
        <h2 className="min-w-0 flex-1 truncate font-semibold">Check {checkId}</h2>
        <IconButton icon={X} label="Close details" onPress={onClose} />
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto">
        {run === undefined || check === undefined ? (
          <Skeleton label="Loading the check" lines={5} />
        ) : (
          <Body run={run} check={check} />
        )}
      </div>
    </div>
  );
}

function Body({ run, check }: { readonly run: CheckRunDetails; readonly check: CheckEntry }) {
  const result = findResult(run, check.id);
  const state: CheckState =
    run.outcomes[check.id] ?? (run.state === 'running' ? 'waiting' : 'missed');
  return (
    <>
      <div className="flex flex-col gap-2 px-4 py-3">
        <p className="flex items-start gap-2 text-lg font-semibold">
          <span className="mt-1">
            <CheckStateIcon state={state} />
          </span>
          <span className="min-w-0 wrap-anywhere">{check.title}</span>
        </p>
        <p className="flex flex-wrap items-center gap-2 text-ink-2">
          <Badge>{check.grade}</Badge>
          <span>{check.source}</span>
          {result !== undefined && (
            <span className="text-ink-3">{formatDuration(result.durationMs)}</span>
          )}
        </p>
      </div>
      {result === undefined ? <Pending state={state} /> : <OutcomeView outcome={result.outcome} />}
    </>
  );
}

function Pending({ state }: { readonly state: CheckState }) {
  if (state === 'missed') {
    return <p className="px-4 text-ink-2">The run ended before this check was carried out.</p>;
  }
  return <p className="px-4 text-ink-2">What was exchanged is shown when the run has ended.</p>;
}

function OutcomeView({ outcome }: { readonly outcome: CheckOutcome }) {
  if (outcome.status === 'passed') {
    return (
      <p className="px-4 text-ink-2">
        The claim holds{outcome.measured !== undefined && `: ${outcome.measured}`}. Exchanges are
        kept of failures only.
      </p>
    );
  }
  if (outcome.status === 'skipped') {
    return <p className="px-4 text-ink-2">Skipped: {outcome.reason}.</p>;
  }
  return (
    <>
      <Section title="Expected">
        <p className="wrap-anywhere">{outcome.expected}</p>
      </Section>
      <Section title="Got">
        <p className="wrap-anywhere text-bad">{outcome.got}</p>
      </Section>
      <Section title="What to do">
        <p className="wrap-anywhere">{outcome.advice}</p>
      </Section>
      <Section title="Exchanges">
        {outcome.evidence.length === 0 ? (
          <EmptyState icon={X} title="No exchange was recorded" />
        ) : (
          <Evidence exchanges={outcome.evidence} />
        )}
      </Section>
    </>
  );
}
