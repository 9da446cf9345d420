// Dates of the expression language: a moment in UTC, to 100 nanoseconds as .NET keeps it, and the texts it comes from.

export interface DateValue {
  readonly kind: 'date';
  /** Since 1970-01-01 UTC, whole. */
  readonly ms: number;
  /** 100 nanoseconds beyond `ms`, 0 to 9,999. */
  readonly ticks: number;
}

/** Calendar and clock as they were written. */
export interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** Up to seven digits behind the decimal point. */
  readonly fraction: string;
  /** East of UTC. */
  readonly offsetMinutes: number;
}

/** 0001-01-01 and the end of 9999-12-31: what .NET's DateTime holds. */
const EARLIEST_MS = -62_135_596_800_000;
const LATEST_MS = 253_402_300_799_999;

/** 1601-01-01 UTC, from which Active Directory counts. */
const FILETIME_EPOCH_MS = -11_644_473_600_000n;
const TICKS_PER_MS = 10_000n;

export function dateAt(ms: number, ticks = 0): DateValue | undefined {
  const isHeld = ms >= EARLIEST_MS && ms <= LATEST_MS;
  return isHeld ? { kind: 'date', ms: Math.trunc(ms), ticks } : undefined;
}

/** Undefined: no such day or time. */
export function dateOf(parts: DateParts): DateValue | undefined {
  const { year, month, day, hour, minute, second, fraction, offsetMinutes } = parts;
  if (hour > 23 || minute > 59 || second > 59 || Math.abs(offsetMinutes) > 14 * 60)
    return undefined;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  const digits = fraction.padEnd(7, '0');
  date.setUTCHours(hour, minute, second, Number(digits.slice(0, 3)));
  return dateAt(date.getTime() - offsetMinutes * 60_000, Number(digits.slice(3, 7)));
}

const TIME = String.raw`(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:\.(?<fraction>\d{1,7}))?)?`;
const ZONE = String.raw`\s*(?<zone>Z|[+-]\d{2}:?\d{2})?`;
const FORMS = [
  new RegExp(
    String.raw`^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})(?:[T ]${TIME})?${ZONE}$`,
    'i',
  ),
  new RegExp(
    String.raw`^(?<month>\d{1,2})/(?<day>\d{1,2})/(?<year>\d{4})(?: ${TIME}(?: ?(?<half>AM|PM))?)?${ZONE}$`,
    'i',
  ),
];

/** ISO 8601, with or without time and offset, and `M/d/yyyy h:mm:ss tt`; without an offset it is UTC. */
export function readDate(text: string): DateValue | undefined {
  for (const form of FORMS) {
    const groups = form.exec(text.trim())?.groups;
    if (groups !== undefined) return fromGroups(groups);
  }
  return undefined;
}

function fromGroups(groups: Readonly<Record<string, string | undefined>>): DateValue | undefined {
  const number = (name: string) => Number(groups[name] ?? 0);
  const hour = clockHour(number('hour'), groups['half']);
  if (hour === undefined) return undefined;
  return dateOf({
    year: number('year'),
    month: number('month'),
    day: number('day'),
    hour,
    minute: number('minute'),
    second: number('second'),
    fraction: groups['fraction'] ?? '',
    offsetMinutes: readOffset(groups['zone'] ?? 'Z'),
  });
}

/** 12 AM is 0; undefined: no such hour of the half. */
export function clockHour(hour: number, half: string | undefined): number | undefined {
  if (half === undefined) return hour;
  if (hour < 1 || hour > 12) return undefined;
  return (hour % 12) + (half.toUpperCase().startsWith('P') ? 12 : 0);
}

/** Minutes of `+08:00`, `+0800`, `+8` or `Z`. */
export function readOffset(zone: string): number {
  if (/^z?$/i.test(zone)) return 0;
  const [hours = '0', minutes] = zone.includes(':')
    ? zone.slice(1).split(':')
    : [zone.slice(1, 3), zone.slice(3)];
  const total = Number(hours) * 60 + Number(minutes ?? 0);
  return zone.startsWith('-') ? -total : total;
}

/** `M/d/yyyy h:mm:ss tt` in UTC, as every date of an expression is written. */
export function printDate({ ms }: DateValue): string {
  const date = new Date(ms);
  const pad = (value: number) => String(value).padStart(2, '0');
  const hour = date.getUTCHours();
  const day = `${date.getUTCMonth() + 1}/${date.getUTCDate()}/${String(date.getUTCFullYear()).padStart(4, '0')}`;
  const time = `${hour % 12 || 12}:${pad(date.getUTCMinutes())}:${pad(date.getUTCSeconds())}`;
  return `${day} ${time} ${hour < 12 ? 'AM' : 'PM'}`;
}

export function toFileTime({ ms, ticks }: DateValue): bigint {
  return (BigInt(ms) - FILETIME_EPOCH_MS) * TICKS_PER_MS + BigInt(ticks);
}

export function fromFileTime(value: bigint): DateValue | undefined {
  if (value < 0n) return undefined;
  return dateAt(Number(value / TICKS_PER_MS + FILETIME_EPOCH_MS), Number(value % TICKS_PER_MS));
}
