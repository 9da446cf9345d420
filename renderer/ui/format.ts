// Numbers, sizes, durations and times as people read them, in the language that the settings name. Instants come as
// ISO 8601 and are shown in local time.
import { readForms } from './locale.ts';

/** `1 user`, `1,204 users`. */
export function formatCount(count: number, noun: string): string {
  return `${readForms().number.format(count)} ${count === 1 ? noun : `${noun}s`}`;
}

export function formatNumber(value: number): string {
  return readForms().number.format(value);
}

/** `14:03:09.120` */
export function formatTime(instant: string): string {
  return readForms().time(new Date(instant));
}

/** `14:03` */
export function formatMinute(instant: string): string {
  return readForms().minute(new Date(instant));
}

/** `4 May 2026, 14:03:09` */
export function formatDateTime(instant: string): string {
  return readForms().dateTime(new Date(instant));
}

/** `0.8`: with so many digits behind the point. */
export function formatDecimal(value: number, digits: number): string {
  return readForms().decimals(digits).format(value);
}

/** `8%`, `93.2%`, of a share from 0 to 1. */
export function formatPercent(share: number): string {
  return readForms().percent.format(share);
}

/** `0.8 ms`, `41 ms`, `1.20 s` */
export function formatDuration(milliseconds: number): string {
  if (milliseconds >= 1000) return `${formatDecimal(milliseconds / 1000, 2)} s`;
  return `${formatDecimal(milliseconds, milliseconds < 10 ? 1 : 0)} ms`;
}

/** `812 B`, `1.4 kB`, `2.1 MB` */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${formatDecimal(bytes / 1000, 1)} kB`;
  if (bytes < 1_000_000_000) return `${formatDecimal(bytes / 1_000_000, 1)} MB`;
  return `${formatDecimal(bytes / 1_000_000_000, 1)} GB`;
}
