// The charts in words: one sentence for each, and how bins and durations are written.
import type { Traffic, TrafficWindow } from '../../../shared/admin/traffic.ts';
import { formatCount, formatDuration, formatMinute, formatNumber } from '../../ui/format.ts';

const SPAN: Readonly<Record<TrafficWindow, string>> = {
  hour: 'in the last hour',
  day: 'in the last 24 hours',
};

/** `38 requests in the last hour, 3 failed, p95 41 ms.` */
export function tellTraffic({ window, total }: Traffic): string {
  if (total.requests === 0) return `No requests ${SPAN[window]}.`;
  const { p95 } = total.latency;
  return [
    `${formatCount(total.requests, 'request')} ${SPAN[window]}`,
    total.failed === 0 ? 'none failed' : `${formatNumber(total.failed)} failed`,
    ...(p95 === null ? [] : [`p95 ${formatDuration(p95)}`]),
  ]
    .join(', ')
    .concat('.');
}

/** `Half of the requests in the last hour took up to 4.1 ms, 95 % up to 41 ms, 99 % up to 120 ms.` */
export function tellLatency({ window, total }: Traffic): string {
  const { p50, p95, p99 } = total.latency;
  if (p50 === null || p95 === null || p99 === null) return `No requests ${SPAN[window]}.`;
  return (
    `Half of the requests ${SPAN[window]} took up to ${formatDuration(p50)}, ` +
    `95 % up to ${formatDuration(p95)}, 99 % up to ${formatDuration(p99)}.`
  );
}

/** `14:03` */
export function tellBin(at: string): string {
  return formatMinute(at);
}

/** A duration, or a dash where there is none. */
export function tellDuration(milliseconds: number | null): string {
  return milliseconds === null ? '–' : formatDuration(milliseconds);
}
