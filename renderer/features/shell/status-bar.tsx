// The figures of the tenant, what is going on, and the facts of the server, in one quiet line.
import { useQuery } from '@tanstack/react-query';
import { callAdmin } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { useStatus, useTenant } from '../../api/use-status.ts';
import { formatBytes, formatCount, formatDuration, formatNumber } from '../../ui/format.ts';
import { JobTray } from '../jobs/job-tray.tsx';
import { VirtualClockChip } from '../provisioning/virtual-clock-chip.tsx';
import { RecordingState } from './recording.tsx';
import { ActivityButton } from './activity-button.tsx';

export function StatusBar() {
  const status = useStatus().data;
  return (
    <footer
      data-part
      data-noise
      className="flex h-7 shrink-0 items-center gap-4 overflow-hidden border-t border-line px-3 text-sm whitespace-nowrap text-ink-3 tabular-nums max-[40rem]:gap-2"
    >
      <RecordingState />
      <TenantFigures />
      <JobTray />
      <VirtualClockChip />
      <span className="flex-1" />
      {status !== undefined && (
        <>
          <span className="min-w-0 truncate max-[68rem]:hidden" title={status.dataDir}>
            {status.dataDir === ':memory:' ? 'In memory, gone at exit' : status.dataDir}
          </span>
          <DatabaseSize />
          <span className="max-[60rem]:hidden">Version {status.version}</span>
        </>
      )}
      <ActivityButton />
    </footer>
  );
}

function TenantFigures() {
  const tenant = useTenant();
  const traffic = useTrafficOfHour(tenant?.slug);
  if (tenant === undefined) return null;
  const { requests, users, groups } = tenant.counts;
  const p95 = traffic?.total.latency.p95 ?? null;
  return (
    <>
      <span>{formatCount(requests, 'request')}</span>
      {traffic !== undefined && (
        <span title="Requests in this minute">
          {formatNumber(traffic.bins.at(-1)?.requests ?? 0)} a minute
        </span>
      )}
      {p95 !== null && (
        <span
          title="95 of 100 requests of the last hour were answered at least as fast"
          className="max-[50rem]:hidden"
        >
          p95 {formatDuration(p95)}
        </span>
      )}
      <span className="max-[50rem]:hidden">{formatCount(users, 'user')}</span>
      <span className="max-[50rem]:hidden">{formatCount(groups, 'group')}</span>
    </>
  );
}

const MINUTE_MS = 60_000;

/** Asked again as requests come in, and each minute, because the figures fall by themselves. */
function useTrafficOfHour(tenant: string | undefined) {
  return useQuery({
    queryKey: queryKeys.traffic(tenant ?? '', 'hour'),
    enabled: tenant !== undefined,
    refetchInterval: MINUTE_MS,
    queryFn: ({ signal }) =>
      callAdmin(
        'getTraffic',
        { params: { tenant: tenant ?? '' }, query: { window: 'hour' } },
        signal,
      ),
  }).data;
}

function DatabaseSize() {
  const facts = useQuery({
    queryKey: ['workspace'],
    refetchInterval: MINUTE_MS,
    queryFn: ({ signal }) => callAdmin('getWorkspaceFacts', {}, signal),
  }).data;
  if (facts === undefined) return null;
  return (
    <span title="Size of the workspace" className="max-[50rem]:hidden">
      {formatBytes(facts.databaseBytes)}
    </span>
  );
}
