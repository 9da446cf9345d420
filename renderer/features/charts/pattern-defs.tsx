// The fills of the status classes as SVG patterns. `prefix` keeps the ids of several charts on one page apart.
import { STATUS_SERIES, type StatusSeries } from './chart-series.ts';

export function patternId(prefix: string, { key }: StatusSeries): string {
  return `${prefix}-${key}`;
}

export function PatternDefs({ prefix }: { readonly prefix: string }) {
  return (
    <defs>
      {STATUS_SERIES.map((series) => (
        <pattern
          key={series.key}
          id={patternId(prefix, series)}
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
        >
          <Fill {...series} />
        </pattern>
      ))}
    </defs>
  );
}

function Fill({ pattern, colour }: StatusSeries) {
  switch (pattern) {
    case 'solid':
      return <rect width="6" height="6" fill={colour} />;
    case 'dots':
      return (
        <>
          <rect width="6" height="6" fill={colour} fillOpacity="0.3" />
          <circle cx="3" cy="3" r="1.6" fill={colour} />
        </>
      );
    case 'stripes':
      return (
        <>
          <rect width="6" height="6" fill={colour} fillOpacity="0.35" />
          <path d="M-1 7 7 -1M-4 4 4 -4M2 10 10 2" stroke={colour} strokeWidth="2" />
        </>
      );
    case 'grid':
      return (
        <>
          <rect width="6" height="6" fill={colour} fillOpacity="0.45" />
          <path d="M0 0H6M0 0V6" stroke={colour} strokeWidth="3" />
        </>
      );
    case 'hollow':
      return <rect width="6" height="6" fill={colour} fillOpacity="0.25" />;
  }
}
