// The charts, loaded when they are first needed: the library is larger than the rest of a screen.
import { lazy, Suspense } from 'react';
import { Skeleton } from '../../ui/skeleton.tsx';
import type { TrafficChartProps } from './traffic-charts-view.tsx';

const LazyStatusChart = lazy(async () => {
  const { StatusChartView } = await import('./traffic-charts-view.tsx');
  return { default: StatusChartView };
});

const LazyLatencyChart = lazy(async () => {
  const { LatencyChartView } = await import('./traffic-charts-view.tsx');
  return { default: LatencyChartView };
});

export function StatusChart({ traffic }: TrafficChartProps) {
  return (
    <Suspense fallback={<Skeleton label="Loading the chart" lines={3} />}>
      <LazyStatusChart traffic={traffic} />
    </Suspense>
  );
}

export function LatencyChart({ traffic }: TrafficChartProps) {
  return (
    <Suspense fallback={<Skeleton label="Loading the chart" lines={3} />}>
      <LazyLatencyChart traffic={traffic} />
    </Suspense>
  );
}
