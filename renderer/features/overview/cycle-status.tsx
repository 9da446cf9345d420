// Current cycle status: the cycle under way with its progress, else the last one.
import { Link } from '@tanstack/react-router';
import { Ban, Play } from 'lucide-react';
import type { CycleExecution } from '../../../shared/simulator/job.ts';
import type { JobDetails } from '../../../shared/simulator/job-run.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import {
  formatCount,
  formatDateTime,
  formatDuration,
  formatNumber,
  formatPercent,
} from '../../ui/format.ts';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { countOutcomes, CYCLE_STATES } from '../provisioning/job-words.ts';
import { Panel } from '../provisioning/panel.tsx';
import { useJobOrder } from '../provisioning/use-provisioning-job.ts';
import { FailedProbe } from './failed-probe.tsx';
import { OutcomeList } from './outcome-list.tsx';

export function CycleStatus({ job }: { readonly job: JobDetails }) {
  const { currentExecution, lastExecution, code, awaitsNextCycle } = job.status;
  const order = useJobOrder(job.applicationId);
  const shown = currentExecution ?? lastExecution;
  return (
    <Panel
      title="Current cycle status"
      actions={
        currentExecution === null ? (
          <Button
            isDisabled={code === 'NotConfigured'}
            isPending={order.isPending}
            onPress={() => order.mutate({ kind: 'run' })}
          >
            <Play aria-hidden className="size-3.5" />
            Run a cycle now
          </Button>
        ) : (
          <Button isPending={order.isPending} onPress={() => order.mutate({ kind: 'cancel' })}>
            <Ban aria-hidden className="size-3.5" />
            Cancel the cycle
          </Button>
        )
      }
    >
      {shown === null ? (
        <p className="text-ink-2">No cycle has run yet.</p>
      ) : (
        <div className="flex flex-col gap-3">
          <Progress cycle={shown} />
          {awaitsNextCycle && (
            <p className="text-warn">
              It goes by what was saved when it began. What was saved since then takes effect with
              the next cycle.
            </p>
          )}
          <OutcomeList counts={countOutcomes(shown)} />
          <Link
            to="/entra/logs"
            search={{ cycleId: shown.activityIdentifier }}
            className="w-fit text-accent underline underline-offset-2"
          >
            View provisioning logs
          </Link>
          {shown.error !== null &&
            shown.error.message !== job.status.quarantine?.error?.message && (
              <p className="wrap-anywhere text-bad">
                {shown.error.message} (<code className="font-mono text-sm">{shown.error.code}</code>
                )
              </p>
            )}
          {job.status.quarantine === null && (
            <FailedProbe application={job.applicationId} cycle={shown} />
          )}
        </div>
      )}
    </Panel>
  );
}

function Progress({ cycle }: { readonly cycle: CycleExecution }) {
  const { done, total, phase, fraction } = cycle.progress;
  const { tone, title } = CYCLE_STATES[cycle.state];
  const isRunning = cycle.state === 'Running';
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span className="font-medium">
          {cycle.type === 'initial' ? 'Initial cycle' : 'Incremental cycle'}
        </span>
        <Badge tone={tone}>{title}</Badge>
        <span className="text-ink-2">
          {isRunning
            ? `since ${formatDateTime(cycle.timeBegan)}`
            : `${formatDateTime(cycle.timeEnded ?? cycle.timeBegan)}, ${formatDuration(cycle.durationMs)}, ${formatCount(cycle.requests, 'request')}`}
        </span>
      </p>
      <ProgressBar
        label={isRunning ? tellPhase(phase) : 'Ended'}
        share={isRunning && total === null ? undefined : fraction}
        note={
          isRunning && total !== null
            ? `${formatPercent(Math.floor(fraction * 100) / 100)}: ${formatNumber(done)} of ${formatNumber(total)}`
            : `${formatNumber(done)} read`
        }
      />
    </>
  );
}

const PHASES: Readonly<Record<string, string>> = {
  connecting: 'Testing the connection',
  users: 'Provisioning users',
  groups: 'Provisioning groups',
  references: 'Resolving references: managers and memberships',
  removals: 'Disabling and deleting',
  ended: 'Ending',
};

function tellPhase(phase: string): string {
  return PHASES[phase] ?? phase;
}
