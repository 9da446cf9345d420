// Statistics to date: what is linked, what the cycles took, and what Microsoft's guide expects of it.
import type { CycleExecution } from '../../../shared/simulator/job.ts';
import type { JobDetails } from '../../../shared/simulator/job-run.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import {
  formatCount,
  formatDateTime,
  formatDecimal,
  formatDuration,
  formatNumber,
} from '../../ui/format.ts';
import { Panel } from '../provisioning/panel.tsx';

interface StatisticsCardProps {
  readonly job: JobDetails;
  /** Newest first. */
  readonly cycles: readonly CycleExecution[];
}

export function StatisticsCard({ job, cycles }: StatisticsCardProps) {
  const { status } = job;
  const last = status.lastExecution;
  const ended = cycles.filter(({ state }) => state !== 'Running');
  const initial = ended.find(({ type, countEntitled }) => type === 'initial' && countEntitled > 0);
  const busy = ended.find(({ countImported }) => countImported > 0);
  return (
    <Panel title="Statistics to date">
      <dl className="flex flex-col gap-2">
        {status.synchronizedEntryCountByType.map(({ key, value }) => (
          <Fact key={key} name={`${key}s`}>
            <span className="tabular-nums">{formatNumber(value)}</span>
          </Fact>
        ))}
        {last !== null && (
          <>
            <Fact name="Last cycle completed">
              {formatDateTime(last.timeEnded ?? last.timeBegan)}
            </Fact>
            <Fact name="Duration">{formatDuration(last.durationMs)}</Fact>
            {initial !== undefined && <Fact name="Initial cycle">{tellEstimate(initial)}</Fact>}
            {busy !== undefined && <Fact name="Requests per object">{tellRequests(busy)}</Fact>}
            <Fact name="Activity ID">
              <Id what="Activity ID" text={last.activityIdentifier} />
            </Fact>
          </>
        )}
        <Fact name="Job ID">
          <Id what="Job ID" text={job.id} />
        </Fact>
      </dl>
    </Panel>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <div className="grid grid-cols-[8.5rem_minmax(0,1fr)] items-baseline gap-2">
      <dt className="text-ink-2">{name}</dt>
      <dd className="min-w-0 wrap-anywhere">{children}</dd>
    </div>
  );
}

function Id({ what, text }: { readonly what: string; readonly text: string }) {
  return (
    <span className="flex items-center gap-1">
      <code className="min-w-0 font-mono text-sm wrap-anywhere select-all">{text}</code>
      <CopyButton what={what} text={text} />
    </span>
  );
}

/** Entra: Microsoft's guide for an initial cycle, in minutes an object. */
const GUIDE_MINUTES = { least: 0.01, most: 0.08 };

function tellEstimate({ durationMs, countEntitled }: CycleExecution): string {
  const [least, most] = [GUIDE_MINUTES.least, GUIDE_MINUTES.most].map((minutes) =>
    formatDecimal(minutes * countEntitled, 1),
  );
  return `${formatDuration(durationMs)}; Microsoft's guide says ${least} to ${most} minutes for ${formatCount(countEntitled, 'object')}`;
}

function tellRequests({ requests, countImported, timeBegan }: CycleExecution): string {
  const each = formatDecimal(requests / countImported, 1);
  return `${each}: ${formatCount(requests, 'request')} for ${formatCount(countImported, 'object')}, in the cycle of ${formatDateTime(timeBegan)}`;
}
