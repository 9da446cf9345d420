// Every function of the expression language.
import { describeFunctions, type ExpressionFunction } from './expression-function.ts';
import { TEXT_FUNCTIONS } from './text-functions.ts';
import { VALUE_FUNCTIONS } from './value-functions.ts';

const INTERVALS = 'yyyy year, m month, d day, ww week, h hour, n minute, s second';

const DATE_FUNCTIONS = describeFunctions('Dates', {
  Now: {
    parameters: '',
    returns: 'date',
    documentation: 'The time of the cycle, in UTC.',
    example: ['Now()', '7/2/2021 3:33:38 PM'],
  },
  CDate: {
    parameters: 'expression',
    returns: 'date',
    documentation: 'A text as date, turned into UTC. It prints as M/d/yyyy h:mm:ss tt.',
    example: ['CDate("2021-06-30+08:00")', '6/29/2021 4:00:00 PM'],
  },
  DateAdd: {
    parameters: 'interval, value, dateTime',
    returns: 'date',
    documentation: `A date so many intervals later, or earlier where the number is negative. Intervals: ${INTERVALS}.`,
    example: ['DateAdd("d", 7, CDate("2012-03-16-07:00"))', '3/23/2012 7:00:00 AM'],
  },
  DateDiff: {
    parameters: 'interval, date1, date2',
    returns: 'number',
    documentation: `Whole intervals from date1 to date2. Years and months compare the calendar, weeks count Sundays, the others the time between. Intervals: ${INTERVALS}.`,
    example: ['DateDiff("d", CDate("2021-08-18+08:00"), CDate("2021-08-31+08:00"))', '13'],
  },
  DateFromNum: {
    parameters: 'value',
    returns: 'date',
    documentation: 'A date of Active Directory, 100 nanoseconds since 1601, as date.',
    example: ['DateFromNum(129699324000000000)', '1/1/2012 11:00:00 PM'],
  },
  NumFromDate: {
    parameters: 'value',
    returns: 'number',
    documentation: 'An ISO 8601 date as Active Directory keeps it: 100 nanoseconds since 1601.',
    example: ['NumFromDate("2012-01-01T23:00:00Z")', '129699324000000000'],
  },
  FormatDateTime: {
    parameters: 'source, dateTimeStyles, inputFormat, outputFormat',
    returns: 'text',
    documentation:
      'A date text in another format. Both formats are those of .NET; the styles are usually left empty.',
    example: [
      'FormatDateTime("20150123105347.1Z", , "yyyyMMddHHmmss.fZ", "yyyy-MM-dd")',
      '2015-01-23',
    ],
  },
});

export const EXPRESSION_FUNCTIONS: readonly ExpressionFunction[] = [
  ...TEXT_FUNCTIONS,
  ...VALUE_FUNCTIONS,
  ...DATE_FUNCTIONS,
].sort((left, right) => (left.name < right.name ? -1 : 1));

const BY_NAME = new Map(EXPRESSION_FUNCTIONS.map((described) => [described.name, described]));

/** Names are case-sensitive. */
export function findFunction(name: string): ExpressionFunction | undefined {
  return BY_NAME.get(name);
}
