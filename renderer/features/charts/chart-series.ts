// What the charts draw, as data: each series has a name, a colour of the theme, and a pattern, so that colour never
// stands alone. Chart, legend and table are made of the same list.
import type { Latency, StatusCounts } from '../../../shared/admin/traffic.ts';

export interface StatusSeries {
  readonly key: keyof StatusCounts;
  readonly name: string;
  readonly colour: string;
  readonly pattern: 'solid' | 'dots' | 'stripes' | 'grid' | 'hollow';
}

/** From the bottom of the stack. */
export const STATUS_SERIES: readonly StatusSeries[] = [
  { key: 'success', name: '2xx', colour: 'var(--accent)', pattern: 'solid' },
  { key: 'redirect', name: '3xx', colour: 'var(--violet)', pattern: 'dots' },
  { key: 'clientError', name: '4xx', colour: 'var(--warn)', pattern: 'stripes' },
  { key: 'serverError', name: '5xx', colour: 'var(--bad)', pattern: 'grid' },
  { key: 'unanswered', name: 'No answer', colour: 'var(--ink-3)', pattern: 'hollow' },
];

export interface LatencySeries {
  readonly key: keyof Latency;
  readonly name: string;
  readonly colour: string;
  /** Lengths of dash and gap; empty = one line. */
  readonly dash: string;
}

export const LATENCY_SERIES: readonly LatencySeries[] = [
  { key: 'p50', name: 'p50', colour: 'var(--accent)', dash: '' },
  { key: 'p95', name: 'p95', colour: 'var(--violet)', dash: '6 3' },
  { key: 'p99', name: 'p99', colour: 'var(--warn)', dash: '2 3' },
];
