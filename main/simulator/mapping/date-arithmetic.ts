// DateAdd and DateDiff. The published results of DateDiff are those of Visual Basic .NET: years and months compare
// calendar fields, weeks count Sundays that are passed, the others are the time between, cut towards zero.
import { dateAt, type DateValue } from './date-value.ts';

export const INTERVALS = ['yyyy', 'm', 'd', 'ww', 'h', 'n', 's'] as const;
export type Interval = (typeof INTERVALS)[number];

export function isInterval(text: string | null): text is Interval {
  return INTERVALS.some((interval) => interval === text);
}

const DAY_MS = 86_400_000;
const LENGTHS_MS = { d: DAY_MS, ww: 7 * DAY_MS, h: 3_600_000, n: 60_000, s: 1_000 } as const;

/** Undefined: before the year 1 or after 9999. */
export function addInterval(
  date: DateValue,
  interval: Interval,
  count: number,
): DateValue | undefined {
  if (interval === 'yyyy') return addMonths(date, count * 12);
  if (interval === 'm') return addMonths(date, count);
  return dateAt(date.ms + count * LENGTHS_MS[interval], date.ticks);
}

/** The last day of the month where it has no such day. */
function addMonths({ ms, ticks }: DateValue, count: number): DateValue | undefined {
  const date = new Date(ms);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + count);
  const month = new Date(date);
  month.setUTCMonth(month.getUTCMonth() + 1, 0);
  date.setUTCDate(Math.min(day, month.getUTCDate()));
  return dateAt(date.getTime(), ticks);
}

export function countIntervals(interval: Interval, from: DateValue, to: DateValue): number {
  const first = new Date(from.ms);
  const second = new Date(to.ms);
  const years = second.getUTCFullYear() - first.getUTCFullYear();
  if (interval === 'yyyy') return years;
  if (interval === 'm') return years * 12 + second.getUTCMonth() - first.getUTCMonth();
  if (interval === 'ww') {
    const days = (sundayMs(second) - sundayMs(first)) / DAY_MS;
    return whole(Math.trunc(days) / 7);
  }
  return whole((to.ms - from.ms + (to.ticks - from.ticks) / 10_000) / LENGTHS_MS[interval]);
}

/** The same time of day on the Sunday before. */
function sundayMs(date: Date): number {
  return date.getTime() - date.getUTCDay() * DAY_MS;
}

/** Cut towards zero, never -0. */
function whole(value: number): number {
  return Math.trunc(value) || 0;
}
