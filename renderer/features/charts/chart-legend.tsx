// Which mark is which series: the same fill or stroke as in the chart, with its name.
import { useId } from 'react';
import { LATENCY_SERIES, STATUS_SERIES } from './chart-series.ts';
import { PatternDefs, patternId } from './pattern-defs.tsx';

export function StatusLegend() {
  const prefix = useId();
  return (
    <ul aria-label="Legend" className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-ink-2">
      {STATUS_SERIES.map((series) => (
        <li key={series.key} className="flex items-center gap-1.5">
          <svg aria-hidden width="12" height="12" className="shrink-0">
            <PatternDefs prefix={prefix} />
            <rect
              x="0.5"
              y="0.5"
              width="11"
              height="11"
              rx="2"
              fill={`url(#${patternId(prefix, series)})`}
              stroke={series.colour}
            />
          </svg>
          {series.name}
        </li>
      ))}
    </ul>
  );
}

export function LatencyLegend() {
  return (
    <ul aria-label="Legend" className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-ink-2">
      {LATENCY_SERIES.map(({ key, name, colour, dash }) => (
        <li key={key} className="flex items-center gap-1.5">
          <svg aria-hidden width="20" height="12" className="shrink-0">
            <path d="M0 6H20" stroke={colour} strokeWidth="2" strokeDasharray={dash} />
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
}
