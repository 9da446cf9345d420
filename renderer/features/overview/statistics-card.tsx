// Statistics to date, and how far the job is from quarantine.
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
import { countOutcomes, OUTCOME_NAMES } from '../provisioning/job-words.ts';
import { Panel } from '../provisioning/panel.tsx';

export function StatisticsCard({ job }: { readonly job: JobDetails }) {
  const { status, settings } = job;
  const last = status.lastExecution;
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
            <Fact name="Duration">{tellDuration(last)}</Fact>
            <Fact name="Requests">{tellRequests(last)}</Fact>
            <Fact name="Failures">{tellFailures(last, settings.quarantine)}</Fact>
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

function tellDuration({ type, durationMs, countEntitled }: CycleExecution): string {
  const took = formatDuration(durationMs);
  if (type !== 'initial' || countEntitled === 0) return took;
  const [least, most] = [GUIDE_MINUTES.least, GUIDE_MINUTES.most].map((minutes) =>
    formatDecimal(minutes * countEntitled, 1),
  );
  return `${took}; Microsoft's guide says ${least} to ${most} minutes for ${formatCount(countEntitled, 'object')}`;
}

function tellRequests({ requests, countImported }: CycleExecution): string {
  if (countImported === 0) return formatNumber(requests);
  return `${formatNumber(requests)}, ${formatDecimal(requests / countImported, 1)} for each object read`;
}

interface Threshold {
  readonly proportion: number;
  readonly proportionMinimum: number;
}

function tellFailures(cycle: CycleExecution, { proportion, proportionMinimum }: Threshold): string {
  const counts = countOutcomes(cycle);
  const all = OUTCOME_NAMES.reduce((sum, name) => sum + counts[name], 0);
  const share = all === 0 ? 0 : counts.failed / all;
  const limit = `Quarantine begins above ${percent(proportion)} with at least ${formatNumber(proportionMinimum)}.`;
  return `${formatNumber(counts.failed)} of ${formatNumber(all)} (${percent(share)}). ${limit}`;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
