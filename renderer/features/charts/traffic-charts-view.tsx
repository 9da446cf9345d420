// The two charts of traffic, drawn by recharts; loaded when they are first shown. Every colour is a token of the theme,
// nothing moves, and what they show also stands in the summary and the table beside them.
import { useId } from 'react';
import {
  Bar,
  BarChart,
  CartesianGrid,
  Line,
  LineChart,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import type { Traffic, TrafficBin } from '../../../shared/admin/traffic.ts';
import { formatDuration, formatNumber } from '../../ui/format.ts';
import { LATENCY_SERIES, STATUS_SERIES } from './chart-series.ts';
import { ChartTooltip } from './chart-tooltip.tsx';
import { PatternDefs, patternId } from './pattern-defs.tsx';
import { tellBin, tellDuration } from './tell-traffic.ts';

export interface TrafficChartProps {
  readonly traffic: Traffic;
}

const MARGIN = { top: 6, right: 6, bottom: 0, left: 0 };
const TICK = { fill: 'var(--ink-3)', fontSize: 11 };
const Y_WIDTH = 52;

export function StatusChartView({ traffic }: TrafficChartProps) {
  const prefix = useId();
  return (
    <ResponsiveContainer width="100%" height="100%">
      <BarChart
        data={[...traffic.bins]}
        margin={MARGIN}
        barCategoryGap={1}
        accessibilityLayer={false}
      >
        <PatternDefs prefix={prefix} />
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis dataKey="at" tickFormatter={tellBin} {...xAxis} />
        <YAxis allowDecimals={false} tickFormatter={formatNumber} {...yAxis} />
        <Tooltip
          cursor={{ fill: 'var(--surface-3)', fillOpacity: 0.5 }}
          isAnimationActive={false}
          content={({ active, payload }) => (
            <ChartTooltip bin={active ? readBin(payload) : undefined} lines={tellStatuses} />
          )}
        />
        {STATUS_SERIES.map((series) => (
          <Bar
            key={series.key}
            stackId="status"
            dataKey={({ statuses }: TrafficBin) => statuses[series.key]}
            name={series.name}
            fill={`url(#${patternId(prefix, series)})`}
            isAnimationActive={false}
          />
        ))}
      </BarChart>
    </ResponsiveContainer>
  );
}

export function LatencyChartView({ traffic }: TrafficChartProps) {
  return (
    <ResponsiveContainer width="100%" height="100%">
      <LineChart data={[...traffic.bins]} margin={MARGIN} accessibilityLayer={false}>
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis dataKey="at" tickFormatter={tellBin} {...xAxis} />
        <YAxis tickFormatter={tellTick} {...yAxis} />
        <Tooltip
          cursor={{ stroke: 'var(--line-strong)' }}
          isAnimationActive={false}
          content={({ active, payload }) => (
            <ChartTooltip bin={active ? readBin(payload) : undefined} lines={tellPercentiles} />
          )}
        />
        {LATENCY_SERIES.map(({ key, name, colour, dash }) => (
          <Line
            key={key}
            dataKey={({ latency }: TrafficBin) => latency[key]}
            name={name}
            stroke={colour}
            strokeWidth={2}
            strokeDasharray={dash}
            dot={{ r: 2, fill: colour, strokeWidth: 0 }}
            activeDot={{ r: 4, fill: colour, strokeWidth: 0 }}
            connectNulls={false}
            isAnimationActive={false}
          />
        ))}
      </LineChart>
    </ResponsiveContainer>
  );
}

const xAxis = {
  tick: TICK,
  tickLine: false,
  axisLine: { stroke: 'var(--line-strong)' },
  minTickGap: 40,
  interval: 'preserveStartEnd',
} as const;

const yAxis = { tick: TICK, tickLine: false, axisLine: false, width: Y_WIDTH } as const;

function tellTick(milliseconds: number): string {
  return milliseconds === 0 ? '0' : formatDuration(milliseconds);
}

/** recharts hands back the very bins that it was given. */
function readBin(payload: readonly { readonly payload?: unknown }[]): TrafficBin | undefined {
  return payload[0]?.payload as TrafficBin | undefined;
}

function tellStatuses({ statuses }: TrafficBin): readonly (readonly [string, string])[] {
  return STATUS_SERIES.filter(({ key }) => statuses[key] > 0).map(
    ({ key, name }) => [name, formatNumber(statuses[key])] as const,
  );
}

function tellPercentiles({ latency }: TrafficBin): readonly (readonly [string, string])[] {
  return LATENCY_SERIES.map(({ key, name }) => [name, tellDuration(latency[key])] as const);
}
