// What stands behind the colon of a token. Each reader returns what it read, or what it would have expected.
import { isTokenName, tokenEntry, type NumberUnit, type TokenEntry } from './filter-tokens.ts';
import type { RangeValue, TimeValue, TokenValue } from './filter-tree.ts';
import { readWords } from './match-words.ts';

export type ReadValue =
  | { readonly kind: 'value'; readonly value: TokenValue }
  | { readonly kind: 'expected'; readonly expected: string };

export function readTokenValue(name: string, text: string): ReadValue {
  if (!isTokenName(name)) return { kind: 'expected', expected: 'a known token' };
  const entry = tokenEntry(name);
  const value = text === '' ? undefined : read(entry, text);
  return value === undefined
    ? { kind: 'expected', expected: describeExpected(entry) }
    : { kind: 'value', value };
}

function read(entry: TokenEntry, text: string): TokenValue | undefined {
  switch (entry.kind) {
    case 'number':
      return readRange(text, entry.unit);
    case 'time':
      return readTime(text);
    case 'choice':
      return readChoice(entry.choices, text);
    case 'words':
      return readPhrase(text);
    case 'hidden':
      return entry.value === 'words' ? readPhrase(text) : { type: 'text', text };
    case 'name':
    case 'prefix':
      return { type: 'text', text };
  }
}

function describeExpected(entry: TokenEntry): string {
  switch (entry.kind) {
    case 'number':
      return NUMBERS[entry.unit].expected;
    case 'time':
      return 'a time such as 10:30, 2026-01-31T10:30 or -15m';
    case 'choice':
      return `one of ${entry.choices.map(({ value }) => value).join(', ')}`;
    default:
      return `a value such as ${entry.example}`;
  }
}

function readChoice(
  choices: readonly { readonly value: string }[],
  text: string,
): TokenValue | undefined {
  const value = text.toLowerCase();
  return choices.some((choice) => choice.value === value)
    ? { type: 'text', text: value }
    : undefined;
}

function readPhrase(text: string): TokenValue | undefined {
  return readWords(text).length > 0 ? { type: 'text', text } : undefined;
}

interface NumberForm {
  readonly expected: string;
  /** What a unit behind the number multiplies it with. */
  readonly factors: Readonly<Record<string, number>>;
}

const NUMBERS: Readonly<Record<NumberUnit, NumberForm>> = {
  status: { expected: 'a status such as 404, 4xx, >=400 or 400..499', factors: {} },
  ms: {
    expected: 'a duration such as >500, >1.5s or 100..200',
    factors: { ms: 1, s: 1000, m: 60_000 },
  },
  bytes: {
    expected: 'a size such as >500, >10k or 1k..1m',
    factors: { b: 1, k: 1024, m: 1024 ** 2 },
  },
  count: { expected: 'a number such as 3, >3 or 3..6', factors: {} },
};

const BOUND = /^(>=|<=|>|<|=)?([^<>=]+)$/;

function readRange(text: string, unit: NumberUnit): RangeValue | undefined {
  const plain = text.toLowerCase();
  const hundred = unit === 'status' ? /^(\d)xx$/.exec(plain)?.[1] : undefined;
  if (hundred !== undefined) return between(Number(hundred) * 100, Number(hundred) * 100 + 99);
  const [first = '', second, ...more] = plain.split('..');
  if (more.length > 0) return undefined;
  return second === undefined ? readBound(first, unit) : readInterval(first, second, unit);
}

function readBound(text: string, unit: NumberUnit): RangeValue | undefined {
  const [, operator = '=', number = ''] = BOUND.exec(text) ?? [];
  const value = readNumber(number, unit);
  return value === undefined ? undefined : bound(operator, value);
}

function readInterval(first: string, second: string, unit: NumberUnit): RangeValue | undefined {
  const least = readNumber(first, unit);
  const most = readNumber(second, unit);
  const isRange = least !== undefined && most !== undefined && least <= most;
  return isRange ? between(least, most) : undefined;
}

function between(least: number, most: number): RangeValue {
  return { type: 'range', least, most, isOpen: false };
}

function bound(operator: string, value: number): RangeValue {
  switch (operator) {
    case '>':
      return { type: 'range', least: value, most: null, isOpen: true };
    case '>=':
      return { type: 'range', least: value, most: null, isOpen: false };
    case '<':
      return { type: 'range', least: null, most: value, isOpen: true };
    case '<=':
      return { type: 'range', least: null, most: value, isOpen: false };
    default:
      return between(value, value);
  }
}

const NUMBER = /^(\d+(?:\.\d{1,3})?)([a-z]*)$/;

function readNumber(text: string, unit: NumberUnit): number | undefined {
  const [, digits, suffix = ''] = NUMBER.exec(text) ?? [];
  const factor = suffix === '' ? 1 : NUMBERS[unit].factors[suffix];
  const value = Number(digits) * (factor ?? Number.NaN);
  return Number.isFinite(value) && value <= Number.MAX_SAFE_INTEGER ? value : undefined;
}

const AGO = /^-?(\d{1,6}(?:\.\d{1,3})?)(s|m|h|d)$/;
const CLOCK = /^([01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?$/;
const INSTANT = /^\d{4}-\d\d-\d\d(?:t\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(?:z|[+-]\d\d:\d\d)?)?$/i;

export const AGO_UNITS = { d: 86_400_000, h: 3_600_000, m: 60_000, s: 1000 } as const;

function readTime(text: string): TimeValue | undefined {
  const [, amount, unit] = AGO.exec(text.toLowerCase()) ?? [];
  if (amount !== undefined && isAgoUnit(unit)) {
    return { type: 'ago', ms: Math.round(Number(amount) * AGO_UNITS[unit]) };
  }
  if (CLOCK.test(text)) return { type: 'clock', text };
  const isInstant = INSTANT.test(text) && !Number.isNaN(Date.parse(text));
  return isInstant ? { type: 'instant', text: text.toUpperCase() } : undefined;
}

function isAgoUnit(unit: string | undefined): unit is keyof typeof AGO_UNITS {
  return unit !== undefined && Object.hasOwn(AGO_UNITS, unit);
}
