// The two charts, of the last hour or the last day.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { TrafficWindow } from '../../../shared/admin/traffic.ts';
import { callAdmin } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { useTenantSlug } from '../../api/use-status.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ChartCard } from '../charts/chart-card.tsx';
import { LatencyLegend, StatusLegend } from '../charts/chart-legend.tsx';
import { tellLatency, tellTraffic } from '../charts/tell-traffic.ts';
import { LatencyChart, StatusChart } from '../charts/traffic-charts.tsx';
import { LatencyTable, StatusTable } from '../charts/traffic-table.tsx';

const WINDOWS = [
  { value: 'hour', label: '60 min' },
  { value: 'day', label: '24 h' },
] as const;

/** Time moves on without requests too. */
const REFRESH_MS = 15_000;

export function TrafficSection() {
  const tenant = useTenantSlug();
  const [window, setWindow] = useState<TrafficWindow>('hour');
  const traffic = useQuery({
    queryKey: queryKeys.traffic(tenant, window),
    queryFn: ({ signal }) =>
      callAdmin('getTraffic', { params: { tenant }, query: { window } }, signal),
    refetchInterval: REFRESH_MS,
    placeholderData: (before) => before,
  });
  if (traffic.isPending) return <Skeleton label="Loading the charts" lines={5} />;
  if (traffic.isError) {
    return (
      <ErrorState
        title="The charts could not be read"
        error={traffic.error}
        onRetry={() => void traffic.refetch()}
      />
    );
  }
  const isEmpty = traffic.data.total.requests === 0;
  return (
    <>
      <ChartCard
        title="Requests"
        summary={tellTraffic(traffic.data)}
        isEmpty={isEmpty}
        legend={<StatusLegend />}
        chart={<StatusChart traffic={traffic.data} />}
        table={<StatusTable traffic={traffic.data} />}
        controls={
          <SegmentedControl
            label="Time shown"
            options={WINDOWS}
            value={window}
            onChange={setWindow}
          />
        }
      />
      <ChartCard
        title="Latency"
        summary={tellLatency(traffic.data)}
        isEmpty={isEmpty}
        legend={<LatencyLegend />}
        chart={<LatencyChart traffic={traffic.data} />}
        table={<LatencyTable traffic={traffic.data} />}
      />
    </>
  );
}
