// What the bin under the pointer holds.
import type { TrafficBin } from '../../../shared/admin/traffic.ts';
import { tellBin } from './tell-traffic.ts';

interface ChartTooltipProps {
  readonly bin: TrafficBin | undefined;
  readonly lines: (bin: TrafficBin) => readonly (readonly [name: string, value: string])[];
}

export function ChartTooltip({ bin, lines }: ChartTooltipProps) {
  if (bin === undefined) return null;
  const shown = lines(bin);
  return (
    <div className="rounded-md border border-line bg-surface-1 px-2.5 py-1.5 text-sm shadow-pop">
      <p className="font-medium tabular-nums">{tellBin(bin.at)}</p>
      {shown.length === 0 && <p className="text-ink-3">No requests</p>}
      {shown.map(([name, value]) => (
        <p key={name} className="flex justify-between gap-4 text-ink-2 tabular-nums">
          <span>{name}</span>
          <span className="text-ink-1">{value}</span>
        </p>
      ))}
    </div>
  );
}
