// Overview: how provisioning of an application stands, what its cycles have done, and the commands over them.
import type { JobDetails } from '../../../shared/simulator/job-run.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { EntraPage } from '../entra/entra-page.tsx';
import { useCycles, useProvisioningJob } from '../provisioning/use-provisioning-job.ts';
import { ClockCard } from './clock-card.tsx';
import { CommandBar } from './command-bar.tsx';
import { CycleStatus } from './cycle-status.tsx';
import { CycleTimeline } from './cycle-timeline.tsx';
import { EscrowCard } from './escrow-card.tsx';
import { FailureGauge } from './failure-gauge.tsx';
import { PropertiesCard } from './properties-card.tsx';
import { QuarantineNotice } from './quarantine-notice.tsx';
import { StatisticsCard } from './statistics-card.tsx';
import { StatusHeadline } from './status-headline.tsx';

export function OverviewPage() {
  return (
    <EntraPage title="Overview" help="provisioning">
      {({ id }) => <Overview application={id} />}
    </EntraPage>
  );
}

function Overview({ application }: { readonly application: string }) {
  const job = useProvisioningJob(application);
  if (job.isError) {
    return (
      <ErrorState
        title="The provisioning job could not be read"
        error={job.error}
        onRetry={() => void job.refetch()}
      />
    );
  }
  if (job.data === undefined) return <Skeleton label="Loading the provisioning job" lines={8} />;
  return (
    <div className="@container min-h-0 flex-1 overflow-y-auto bg-surface-0">
      <div className="mx-auto flex max-w-6xl flex-col gap-4 p-4 @min-[52rem]:p-6">
        <CommandBar job={job.data} />
        <QuarantineNotice job={job.data} />
        <Cards job={job.data} />
      </div>
    </div>
  );
}

function Cards({ job }: { readonly job: JobDetails }) {
  // The notice of a quarantine stands for the headline, as in the portal.
  const isNoticed = job.status.quarantine !== null && job.status.currentExecution === null;
  const cycles = useCycles(job.applicationId).data?.cycles ?? [];
  return (
    <div className="grid grid-cols-1 items-start gap-4 @min-[52rem]:grid-cols-[minmax(0,1.5fr)_minmax(0,1fr)]">
      <div className="flex min-w-0 flex-col gap-4">
        {!isNoticed && <StatusHeadline status={job.status} />}
        <CycleStatus job={job} />
        <EscrowCard application={job.applicationId} />
        <CycleTimeline cycles={cycles} />
        <PropertiesCard job={job} />
      </div>
      <div className="flex min-w-0 flex-col gap-4">
        <ClockCard status={job.status} />
        <FailureGauge
          cycle={job.status.currentExecution ?? job.status.lastExecution}
          limits={job.settings.quarantine}
        />
        <StatisticsCard job={job} cycles={cycles} />
      </div>
    </div>
  );
}
