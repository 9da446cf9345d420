// The figures of a chart as a table, newest first, bins without requests left out.
import type { ReactNode } from 'react';
import type { Traffic, TrafficBin } from '../../../shared/admin/traffic.ts';
import { formatNumber } from '../../ui/format.ts';
import { LATENCY_SERIES, STATUS_SERIES } from './chart-series.ts';
import { tellBin, tellDuration } from './tell-traffic.ts';

interface TrafficTableProps {
  readonly traffic: Traffic;
}

export function StatusTable({ traffic }: TrafficTableProps) {
  return (
    <FigureTable
      label="Requests by status class"
      traffic={traffic}
      columns={[
        ...STATUS_SERIES.map(({ key, name }) => ({
          name,
          cell: ({ statuses }: TrafficBin) => formatNumber(statuses[key]),
        })),
        { name: 'All', cell: ({ requests }) => formatNumber(requests) },
      ]}
    />
  );
}

export function LatencyTable({ traffic }: TrafficTableProps) {
  return (
    <FigureTable
      label="Latency percentiles"
      traffic={traffic}
      columns={LATENCY_SERIES.map(({ key, name }) => ({
        name,
        cell: ({ latency }: TrafficBin) => tellDuration(latency[key]),
      }))}
    />
  );
}

interface FigureTableProps extends TrafficTableProps {
  readonly label: string;
  readonly columns: readonly {
    readonly name: string;
    readonly cell: (bin: TrafficBin) => ReactNode;
  }[];
}

function FigureTable({ label, traffic, columns }: FigureTableProps) {
  const bins = traffic.bins.filter(({ requests }) => requests > 0).toReversed();
  return (
    <table aria-label={label} className="w-full border-collapse text-right tabular-nums">
      <thead className="sticky top-0 bg-surface-1">
        <tr className="border-b border-line text-sm text-ink-3">
          <th scope="col" className="px-3 py-1 text-left font-medium">
            {traffic.binMinutes === 1 ? 'Minute' : 'From'}
          </th>
          {columns.map(({ name }) => (
            <th key={name} scope="col" className="px-3 py-1 font-medium">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {bins.map((bin) => (
          <tr key={bin.at} className="border-b border-line/60">
            <th scope="row" className="px-3 py-1 text-left font-normal">
              {tellBin(bin.at)}
            </th>
            {columns.map(({ name, cell }) => (
              <td key={name} className="px-3 py-1">
                {cell(bin)}
              </td>
            ))}
          </tr>
        ))}
        {bins.length === 0 && (
          <tr>
            <td colSpan={columns.length + 1} className="px-3 py-3 text-left text-ink-3">
              No requests yet.
            </td>
          </tr>
        )}
      </tbody>
    </table>
  );
}
