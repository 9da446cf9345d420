// Numbers, sizes, durations and times as people read them. Instants come as ISO 8601 and are shown in local time.

const NUMBER = new Intl.NumberFormat('en');
const TIME = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  fractionalSecondDigits: 3,
});
const DATE_TIME = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

/** `1 user`, `1,204 users`. */
export function formatCount(count: number, noun: string): string {
  return `${NUMBER.format(count)} ${count === 1 ? noun : `${noun}s`}`;
}

export function formatNumber(value: number): string {
  return NUMBER.format(value);
}

/** `14:03:09.120` */
export function formatTime(instant: string): string {
  return TIME.format(new Date(instant));
}

/** `4 May 2026, 14:03:09` */
export function formatDateTime(instant: string): string {
  return DATE_TIME.format(new Date(instant));
}

/** `0.8 ms`, `41 ms`, `1.20 s` */
export function formatDuration(milliseconds: number): string {
  if (milliseconds >= 1000) return `${(milliseconds / 1000).toFixed(2)} s`;
  return `${milliseconds < 10 ? milliseconds.toFixed(1) : Math.round(milliseconds)} ms`;
}

/** `812 B`, `1.4 kB`, `2.1 MB` */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${(bytes / 1000).toFixed(1)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
