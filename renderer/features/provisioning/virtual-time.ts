// Virtual time between two readings, and lengths of time as people say them.
import type { SimulatorClock } from '../../../shared/simulator/job-run.ts';
import { formatCount } from '../../ui/format.ts';

export interface ClockReading extends Pick<SimulatorClock, 'mode' | 'factor' | 'now'> {
  /** Of the wall, in milliseconds. */
  readonly readAt: number;
}

/** What the clock shows at an instant of the wall. */
export function carryOn({ mode, factor, now, readAt }: ClockReading, wallMs: number): Date {
  const pace = mode === 'step' ? 0 : mode === 'fast' ? factor : 1;
  return new Date(Date.parse(now) + (wallMs - readAt) * pace);
}

/** Less than this comes from the way of the reading. */
const TOLERANCE_MS = 5_000;

export function differsFromWall(reading: ClockReading, wallMs: number): boolean {
  if (reading.mode !== 'real') return true;
  return Math.abs(carryOn(reading, wallMs).getTime() - wallMs) > TOLERANCE_MS;
}

const MINUTE = 60;
const HOUR = 3_600;
const DAY = 86_400;

/** `40 minutes`, `5 hours 58 minutes`, `28 days`; from five seconds to a minute `45 seconds`. */
export function tellSpan(seconds: number): string {
  if (seconds < 5) return 'a moment';
  if (seconds < MINUTE) return formatCount(Math.round(seconds), 'second');
  const minutes = Math.round(seconds / MINUTE);
  if (minutes < 60) return formatCount(minutes, 'minute');
  if (seconds < 2 * DAY) return join([Math.floor(minutes / 60), 'hour'], [minutes % 60, 'minute']);
  const hours = Math.round(seconds / HOUR);
  return join([Math.floor(hours / 24), 'day'], [hours % 24, 'hour']);
}

type Part = readonly [count: number, noun: string];

function join(large: Part, small: Part): string {
  const parts = [large, small].filter(([count]) => count > 0);
  return parts.map(([count, noun]) => formatCount(count, noun)).join(' ');
}

/** Of an instant seen from another: `in 40 minutes`, `2 hours ago`, `now`. */
export function tellDistance(instant: string, from: Date): string {
  const seconds = (Date.parse(instant) - from.getTime()) / 1000;
  if (Math.abs(seconds) < 5) return 'now';
  return seconds > 0 ? `in ${tellSpan(seconds)}` : `${tellSpan(-seconds)} ago`;
}
