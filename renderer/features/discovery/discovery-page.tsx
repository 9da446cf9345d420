// Discovery: every account of the target, sorted by whether the directory knows it and whether it is assigned.
import { getRouteApi } from '@tanstack/react-router';
import { ScanSearch } from 'lucide-react';
import type { Application } from '../../../shared/simulator/application.ts';
import type { DiscoveryResult } from '../../../shared/simulator/job-run.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { formatCount, formatDateTime, formatNumber } from '../../ui/format.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { EntraPage } from '../entra/entra-page.tsx';
import { GoButton } from '../provisioning/go-button.tsx';
import { useProvisioningJob } from '../provisioning/use-provisioning-job.ts';
import { AccountList } from './account-list.tsx';
import { useDiscovery } from './use-discovery.ts';

const route = getRouteApi('/entra/discovery');

export function DiscoveryPage() {
  return (
    <EntraPage title="Discovery" help="discovery">
      {(application) => <Discovery application={application} />}
    </EntraPage>
  );
}

function Discovery({ application }: { readonly application: Application }) {
  const discovery = useDiscovery(application.id);
  const discover = () => void discovery.refetch();
  const job = useProvisioningJob(application.id).data;
  if (job?.status.code === 'NotConfigured') return <NotConfigured />;
  if (discovery.isFetching && discovery.data === undefined) {
    return <Skeleton label="Loading the accounts of the target" lines={6} />;
  }
  if (discovery.isError && !discovery.isFetching) {
    return (
      <ErrorState
        title="The accounts of the target could not be read"
        error={discovery.error}
        onRetry={discover}
        actions={
          <GoButton to="/entra/connectivity" variant="secondary">
            Go to Connectivity
          </GoButton>
        }
      />
    );
  }
  if (discovery.data === undefined) {
    return (
      <EmptyState
        icon={ScanSearch}
        title="Who has an account already?"
        actions={
          <Button variant="primary" onPress={discover}>
            <ScanSearch aria-hidden className="size-4" />
            Discover identities
          </Button>
        }
      >
        Every user of the target is read, page by page, and compared with the directory by the first
        matching attribute that is mapped directly. Nothing is written.
      </EmptyState>
    );
  }
  const isRefused = discovery.data.problem !== null && discovery.data.accounts.length === 0;
  return (
    <>
      <Facts result={discovery.data} isPending={discovery.isFetching} onDiscover={discover} />
      {isRefused ? (
        <Refused />
      ) : (
        <Lists application={application} result={discovery.data} onAssigned={discover} />
      )}
    </>
  );
}

function NotConfigured() {
  return (
    <EmptyState
      icon={ScanSearch}
      title="There is no target yet"
      actions={<GoButton to="/entra/connectivity">Go to Connectivity</GoButton>}
    >
      Discovery reads every user of the target and compares them with the directory. Say under
      Connectivity where the target is.
    </EmptyState>
  );
}

function Refused() {
  return (
    <EmptyState
      icon={ScanSearch}
      title="No account could be read"
      actions={<GoButton to="/entra/connectivity">Go to Connectivity</GoButton>}
    >
      The target refused the first page of its users, so nothing is known of its accounts. Test the
      connection, then discover again.
    </EmptyState>
  );
}

interface FactsProps {
  readonly result: DiscoveryResult;
  readonly isPending: boolean;
  readonly onDiscover: () => void;
}

function Facts({ result, isPending, onDiscover }: FactsProps) {
  const { at, counts, accounts, requests, problem } = result;
  const all = counts.Local + counts.Unassigned + counts.Assigned;
  const cut =
    all > accounts.length ? `; the first ${formatNumber(accounts.length)} are listed` : '';
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2">
      <p role="status" className="min-w-0 flex-1 text-ink-2">
        {formatCount(all, 'account')} found at {formatDateTime(at)} with{' '}
        {formatCount(requests, 'request')}
        {cut}.{problem !== null && <span className="block text-bad">Then it ended: {problem}</span>}
      </p>
      <Button isPending={isPending} onPress={onDiscover}>
        <ScanSearch aria-hidden className="size-3.5" />
        Discover identities
      </Button>
    </div>
  );
}

const TABS = [
  { id: 'local', kind: 'Local', label: 'Local accounts' },
  { id: 'unassigned', kind: 'Unassigned', label: 'Unassigned users' },
  { id: 'assigned', kind: 'Assigned', label: 'Assigned users' },
] as const;

interface ListsProps {
  readonly application: Application;
  readonly result: DiscoveryResult;
  readonly onAssigned: () => void;
}

function Lists({ application, result, onAssigned }: ListsProps) {
  // The first list with anybody in it, unless one was chosen.
  const filled = TABS.find(({ kind }) => result.counts[kind] > 0)?.id ?? 'local';
  const { tab = filled } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <Tabs
      label="Accounts"
      selected={tab}
      onSelect={(id) => {
        const next = TABS.find((each) => each.id === id)?.id;
        void navigate({ search: { tab: next }, replace: true });
      }}
      items={TABS.map(({ id, kind, label }) => ({
        id,
        label,
        note: formatNumber(result.counts[kind]),
        content: (
          <AccountList
            application={application}
            kind={kind}
            onAssigned={onAssigned}
            accounts={result.accounts.filter((account) => account.kind === kind)}
          />
        ),
      }))}
    />
  );
}
