// Date formats of .NET, custom ones and the standard ones of one letter, to write and to read dates with.
// @see https://learn.microsoft.com/dotnet/standard/base-types/custom-date-and-time-format-strings
import { clockHour, dateOf, readOffset, type DateValue } from './date-value.ts';

type FormatPart =
  | { readonly kind: 'field'; readonly letter: string; readonly count: number }
  | { readonly kind: 'literal'; readonly text: string };

/** Standard formats of the invariant culture. */
const STANDARD: Readonly<Record<string, string>> = {
  d: 'MM/dd/yyyy',
  D: 'dddd, dd MMMM yyyy',
  f: 'dddd, dd MMMM yyyy HH:mm',
  F: 'dddd, dd MMMM yyyy HH:mm:ss',
  g: 'MM/dd/yyyy HH:mm',
  G: 'MM/dd/yyyy HH:mm:ss',
  M: 'MMMM dd',
  m: 'MMMM dd',
  o: "yyyy-MM-dd'T'HH:mm:ss.fffffffK",
  O: "yyyy-MM-dd'T'HH:mm:ss.fffffffK",
  r: "ddd, dd MMM yyyy HH:mm:ss 'GMT'",
  R: "ddd, dd MMM yyyy HH:mm:ss 'GMT'",
  s: "yyyy-MM-dd'T'HH:mm:ss",
  t: 'HH:mm',
  T: 'HH:mm:ss',
  u: "yyyy-MM-dd HH:mm:ss'Z'",
  y: 'yyyy MMMM',
  Y: 'yyyy MMMM',
};

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

const PART =
  /\\(?<escaped>.)|'(?<quoted>[^']*)'|"(?<double>[^"]*)"|%|(?<field>(?<letter>[dfFghHKmMstyz])\k<letter>*)|(?<other>[^])/gy;

function readFormat(format: string): FormatPart[] {
  const custom = STANDARD[format] ?? format;
  const parts: FormatPart[] = [];
  for (const { groups = {} } of custom.matchAll(PART)) {
    const { field, letter } = groups;
    const text = groups['escaped'] ?? groups['quoted'] ?? groups['double'] ?? groups['other'];
    if (field !== undefined && letter !== undefined) {
      parts.push({ kind: 'field', letter, count: field.length });
    } else if (text !== undefined) parts.push({ kind: 'literal', text });
  }
  return parts;
}

/** The date in UTC. */
export function writeDate(date: DateValue, format: string): string {
  return readFormat(format)
    .map((part) => (part.kind === 'literal' ? part.text : writeField(date, part)))
    .join('');
}

interface Field {
  readonly letter: string;
  readonly count: number;
}

function writeField(value: DateValue, field: Field): string {
  const date = new Date(value.ms);
  return WRITERS[field.letter]?.(date, field.count) ?? writeFraction(value, field);
}

const WRITERS: Readonly<Record<string, (date: Date, count: number) => string>> = {
  y: (date, count) =>
    count <= 2 ? pad(date.getUTCFullYear() % 100, count) : pad(date.getUTCFullYear(), count),
  M: (date, count) =>
    writeName(MONTHS[date.getUTCMonth()], count) ?? pad(date.getUTCMonth() + 1, count),
  d: (date, count) => writeName(DAYS[date.getUTCDay()], count) ?? pad(date.getUTCDate(), count),
  H: (date, count) => pad(date.getUTCHours(), Math.min(count, 2)),
  h: (date, count) => pad(date.getUTCHours() % 12 || 12, Math.min(count, 2)),
  m: (date, count) => pad(date.getUTCMinutes(), Math.min(count, 2)),
  s: (date, count) => pad(date.getUTCSeconds(), Math.min(count, 2)),
  t: (date, count) => (date.getUTCHours() < 12 ? 'AM' : 'PM').slice(0, count),
  z: (_date, count) => ['+0', '+00', '+00:00'][Math.min(count, 3) - 1] ?? '',
  K: () => 'Z',
  g: () => 'A.D.',
};

function pad(number: number, least: number): string {
  return String(number).padStart(least, '0');
}

function writeName(name: string | undefined, count: number): string | undefined {
  if (count < 3) return undefined;
  return count === 3 ? name?.slice(0, 3) : name;
}

function writeFraction({ ms, ticks }: DateValue, { letter, count }: Field): string {
  const milliseconds = ((ms % 1_000) + 1_000) % 1_000;
  const digits = `${String(milliseconds).padStart(3, '0')}${String(ticks).padStart(4, '0')}`;
  const cut = digits.slice(0, count);
  return letter === 'f' ? cut : cut.replace(/0+$/, '');
}

/** Undefined: the text does not have that format, or names no day. White space around it is allowed. */
export function readDateAs(text: string, format: string): DateValue | undefined {
  const parts = readFormat(format);
  const pattern = parts.map((part) =>
    part.kind === 'literal' ? escapePattern(part.text) : `(${fieldPattern(part)})`,
  );
  const found = new RegExp(`^\\s*${pattern.join('')}\\s*$`, 'i').exec(text);
  if (found === null) return undefined;
  const values = new Map<string, string>();
  parts
    .filter((part) => part.kind === 'field')
    .forEach((field, index) => {
      values.set(fieldName(field), found[index + 1] ?? '');
    });
  return fromFields(values);
}

function escapePattern(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

/** Of day and month, names and numbers are two different things. */
function fieldName({ letter, count }: Field): string {
  return (letter === 'd' || letter === 'M') && count > 2 ? `${letter} name` : letter;
}

function fieldPattern({ letter, count }: Field): string {
  return PATTERNS[letter]?.(count) ?? `\\d{${Math.min(count, 2)},2}`;
}

const PATTERNS: Readonly<Record<string, (count: number) => string>> = {
  y: (count) => `\\d{${count <= 2 ? 2 : count}}`,
  M: (count) => (count > 2 ? namePattern(MONTHS, count) : `\\d{${count},2}`),
  d: (count) => (count > 2 ? namePattern(DAYS, count) : `\\d{${count},2}`),
  t: (count) => (count === 1 ? '[AP]' : '[AP]M'),
  z: (count) => (count < 3 ? '[+-]\\d{1,2}' : '[+-]\\d{2}:?\\d{2}'),
  K: () => 'Z|[+-]\\d{2}:?\\d{2}|',
  g: () => 'A\\.?D\\.?',
  f: (count) => `\\d{${count}}`,
  F: (count) => `\\d{0,${count}}`,
};

function namePattern(names: readonly string[], count: number): string {
  return names.map((name) => (count === 3 ? name.slice(0, 3) : name)).join('|');
}

function fromFields(values: ReadonlyMap<string, string>): DateValue | undefined {
  const number = (name: string, missing: number) => Number(values.get(name) ?? missing);
  const hour = values.has('h') ? clockHour(number('h', 0), values.get('t') ?? 'A') : number('H', 0);
  if (hour === undefined) return undefined;
  const year = values.get('y') ?? '1';
  return dateOf({
    // two digits: 1950 to 2049, as .NET reads them
    year: year.length === 2 ? Number(year) + (Number(year) < 50 ? 2_000 : 1_900) : Number(year),
    month: monthOf(values),
    day: number('d', 1),
    hour,
    minute: number('m', 0),
    second: number('s', 0),
    fraction: (values.get('f') ?? values.get('F') ?? '').slice(0, 7),
    offsetMinutes: readOffset(values.get('K') ?? values.get('z') ?? 'Z'),
  });
}

function monthOf(values: ReadonlyMap<string, string>): number {
  const name = values.get('M name')?.slice(0, 3).toLowerCase();
  if (name === undefined) return Number(values.get('M') ?? 1);
  return MONTHS.findIndex((month) => month.toLowerCase().startsWith(name)) + 1;
}
