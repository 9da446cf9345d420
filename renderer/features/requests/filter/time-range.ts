// The time range of the list is a part of its filter: `after:` and `before:` terms that stand at the top.
import { printTerms } from '../../../../shared/request-filter/print-request-filter.ts';
import { parseRequestFilter } from '../../../../shared/request-filter/parse-request-filter.ts';

export const TIME_RANGES = [
  { id: '', label: 'Any time' },
  { id: 'after:-15m', label: 'Last 15 minutes' },
  { id: 'after:-1h', label: 'Last hour' },
  { id: 'after:00:00', label: 'Today' },
  { id: 'after:-24h', label: 'Last 24 hours' },
  { id: 'after:-7d', label: 'Last 7 days' },
] as const;

const TIME_TERM = /^(?:after|before):/;

/** The terms of a filter that parses; none of one that does not. */
function readTerms(filter: string): readonly string[] {
  return filter.trim() === '' ? [] : printTerms(parseRequestFilter(filter));
}

/** Such as `after:-15m`; empty without a range. */
export function readTimeRange(filter: string): string {
  return readTerms(filter)
    .filter((term) => TIME_TERM.test(term))
    .join(' ');
}

export function replaceTimeRange(filter: string, range: string): string {
  const others = readTerms(filter).filter((term) => !TIME_TERM.test(term));
  return [...others, range].filter((term) => term !== '').join(' ');
}
