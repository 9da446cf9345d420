// Functions on dates. A date that is null gives null.
import {
  addInterval,
  countIntervals,
  INTERVALS,
  isInterval,
  type Interval,
} from '../date-arithmetic.ts';
import { readDateAs, writeDate } from '../date-format.ts';
import { dateAt, fromFileTime, toFileTime, type DateValue } from '../date-value.ts';
import { limitText, type FunctionBody, type FunctionCall } from '../function-call.ts';

/** Of .NET's DateTimeStyles. White space around the text is always allowed, and a time without offset is UTC. */
const STYLES: readonly string[] = [
  'None',
  'AllowLeadingWhite',
  'AllowTrailingWhite',
  'AllowInnerWhite',
  'AllowWhiteSpaces',
  'NoCurrentDateDefault',
  'AdjustToUniversal',
  'AssumeLocal',
  'AssumeUniversal',
  'RoundtripKind',
];

export const DATE_BODIES = {
  Now: (call) => held(call, dateAt(call.context.now)),
  CDate: (call) => call.date(0),

  DateAdd(call) {
    const interval = readInterval(call);
    const count = call.integer(1);
    const date = call.date(2);
    return date && held(call, addInterval(date, interval, count));
  },

  DateDiff(call) {
    const interval = readInterval(call);
    const [from, to] = [call.date(1), call.date(2)];
    return from && to && countIntervals(interval, from, to);
  },

  DateFromNum(call) {
    if (call.value(0) === null) return null;
    const value = call.number(0);
    const whole = typeof value === 'bigint' ? value : BigInt(Math.trunc(value));
    return held(call, fromFileTime(whole));
  },

  NumFromDate(call) {
    const date = call.date(0);
    return date && toFileTime(date);
  },

  FormatDateTime(call) {
    const styles = (call.text(1) ?? '').split(/[\s,|]+/).filter((style) => style !== '');
    const unknown = styles.find(
      (style) => !STYLES.includes(style.replace(/^DateTimeStyles\./, '')),
    );
    if (unknown !== undefined) throw call.fail(`There is no date style ${unknown.slice(0, 60)}`);
    const [source, input, output] = [call.text(0), format(call, 2), format(call, 3)];
    if (source === null || source === '') return null;
    const date = readDateAs(source, input);
    if (date !== undefined) return limitText(call, writeDate(date, output));
    throw call.fail(`"${source.slice(0, 60)}" is not a date in the format ${input.slice(0, 60)}`);
  },
} satisfies Readonly<Record<string, FunctionBody>>;

function readInterval(call: FunctionCall): Interval {
  const text = call.text(0);
  if (isInterval(text)) return text;
  throw call.fail(
    `${call.node.name} knows the intervals ${INTERVALS.join(', ')}, not "${text ?? ''}"`,
  );
}

function held(call: FunctionCall, date: DateValue | undefined): DateValue {
  if (date !== undefined) return date;
  throw call.fail(`${call.node.name} gives a date beyond the years 1 to 9999`);
}

function format(call: FunctionCall, index: number): string {
  const text = call.text(index);
  if (text === null || text === '') {
    throw call.fail(`FormatDateTime needs ${index === 2 ? 'an inputFormat' : 'an outputFormat'}`);
  }
  if (/(.)\1{9}/.test(text) || text.length > 200) {
    throw call.fail(`"${text.slice(0, 60)}" is not a date format`);
  }
  return text;
}
