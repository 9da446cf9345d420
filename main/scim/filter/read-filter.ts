// From the text of a `filter` parameter to a filter that can be run (RFC 7644 §3.4.2.2).
import { FilterSyntaxError } from '../../../shared/scim/filter-syntax-error.ts';
import type { FilterNode } from '../../../shared/scim/filter-tree.ts';
import { parseFilter } from '../../../shared/scim/parse-filter.ts';
import type { Profile } from '../../../shared/scim/profile/switches.ts';
import type { Rules } from '../profile/rules.ts';
import { invalidFilter, notImplemented, ScimError } from '../scim-error.ts';
import { resolveFilter } from './resolve-filter.ts';
import type { ResolvedFilter } from './resolved-filter.ts';

/**
 * Throws `invalidFilter`, naming the position and what stands there, and `notImplemented` where the tenant has no
 * filters. @see RFC 7644 §3.4.2.2
 */
export function readFilter(text: string, rules: Rules): ResolvedFilter {
  const { profile } = rules;
  if (!profile.filterSupported) throw notImplemented('Filters are not supported');
  const node = parse(text, profile);
  const operator = profile.filterOperators === 'eq-and' ? findRareOperator(node) : undefined;
  if (operator !== undefined) {
    throw invalidFilter(`Filter: ${operator} is not supported, only eq and and are`);
  }
  return resolveFilter(node, rules);
}

function parse(text: string, profile: Profile): FilterNode {
  try {
    return parseFilter(text, {
      // Entra: values without quotes (`externalId eq ada.byron`) in older documents.
      lenient: profile.acceptUnquotedFilterValues,
      refuseValuePathSuffix: !profile.acceptSubAttributeAfterValuePath,
    });
  } catch (error) {
    if (!(error instanceof FilterSyntaxError)) throw error;
    const detail = `Filter: ${error.message}`;
    throw new ScimError({ status: 400, scimType: 'invalidFilter', detail, cause: error });
  }
}

/** The first operator that is neither `eq` nor `and`. */
function findRareOperator(node: FilterNode): string | undefined {
  switch (node.kind) {
    case 'and':
      return node.terms.map(findRareOperator).find((operator) => operator !== undefined);
    case 'value-path':
      return findRareOperator(node.filter);
    case 'compare':
      return node.operator === 'eq' ? undefined : node.operator;
    case 'present':
      return 'pr';
    default:
      return node.kind;
  }
}
