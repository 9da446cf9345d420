// Why a filter shows nothing: what it would show without one of its terms.
import type { NearestMisses, RequestScope } from '../../../shared/admin/request-log-pages.ts';
import { COUNTED_ROWS } from '../../../shared/admin/request-log-pages.ts';
import type { RequestFilter } from '../../../shared/request-filter/filter-tree.ts';
import { parseRequestFilter } from '../../../shared/request-filter/parse-request-filter.ts';
import {
  printRequestFilter,
  printTerms,
} from '../../../shared/request-filter/print-request-filter.ts';
import type { Asked, Question } from './question.ts';
import { countRows } from './read-pages.ts';
import type { InSlices, LogWalker } from './walk-log.ts';

const MOST_TERMS = 8;

/** Without those that would show nothing either. */
export function* findNearestMisses(
  walker: LogWalker,
  ask: (asked: Asked) => Question,
  { tenant, filter }: RequestScope,
): InSlices<NearestMisses> {
  const tree = parseRequestFilter(filter);
  const terms = tree.kind === 'and' ? tree.terms : [tree];
  const texts = printTerms(tree);
  const misses: NearestMisses['misses'] = [];
  for (const [index, without] of texts.slice(0, MOST_TERMS).entries()) {
    const rest = withoutTerm(terms, index);
    const counted = yield* countRows(walker, ask({ tenant, tree: rest }), { upTo: COUNTED_ROWS });
    if (counted.count > 0) misses.push({ ...counted, without, filter: printRequestFilter(rest) });
  }
  return { misses: misses.toSorted((one, other) => other.count - one.count) };
}

function withoutTerm(terms: readonly RequestFilter[], index: number): RequestFilter {
  const rest = terms.filter((_, at) => at !== index);
  const [only] = rest;
  return rest.length === 1 && only !== undefined ? only : { kind: 'and', terms: rest };
}
