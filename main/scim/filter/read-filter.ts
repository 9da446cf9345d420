// From the text of a `filter` parameter to a filter that can be run (RFC 7644 §3.4.2.2).
import { FilterSyntaxError } from '../../../shared/scim/filter-syntax-error.ts';
import type { FilterNode } from '../../../shared/scim/filter-tree.ts';
import { parseFilter, type ParseOptions } from '../../../shared/scim/parse-filter.ts';
import type { ResourceModel } from '../schema/schema-types.ts';
import { ScimError } from '../scim-error.ts';
import { resolveFilter } from './resolve-filter.ts';
import type { ResolvedFilter } from './resolved-filter.ts';

/** Throws `invalidFilter`, naming the position and what stands there. @see RFC 7644 §3.4.2.2 */
export function readFilter(
  text: string,
  model: ResourceModel,
  // Entra: values without quotes (`externalId eq ada.byron`) in older documents.
  options: ParseOptions = { lenient: true },
): ResolvedFilter {
  return resolveFilter(parse(text, options), model);
}

function parse(text: string, options: ParseOptions): FilterNode {
  try {
    return parseFilter(text, options);
  } catch (error) {
    if (!(error instanceof FilterSyntaxError)) throw error;
    const detail = `Filter: ${error.message}`;
    throw new ScimError({ status: 400, scimType: 'invalidFilter', detail, cause: error });
  }
}
