// What a query looks for, against the schemas of each resource type: its filter and its order, ready for the store.
// @see RFC 7644 §3.4.2.1 to §3.4.2.3
import { readFilter } from '../scim/filter/read-filter.ts';
import type { Rules } from '../scim/profile/rules.ts';
import { checkProjection } from '../scim/query/check-projection.ts';
import type { QueryRequest } from '../scim/query/query-request.ts';
import { isDescending, readSortBy } from '../scim/query/read-sort.ts';
import { refuseSensitive } from '../scim/query/refuse-sensitive.ts';
import type { ResourceModel } from '../scim/schema/schema-types.ts';
import { compileFilter } from '../store/filter-to-sql.ts';
import type { ResourceSearch, TypeSearch } from '../store/page-to-sql.ts';
import { compileSort } from '../store/sort-to-sql.ts';
import type { OperationContext } from './context.ts';

export interface OpenedQuery {
  readonly models: readonly ResourceModel[];
  /** Without a sort where the tenant does not sort. */
  readonly request: QueryRequest;
  readonly search: ResourceSearch;
}

/** Throws `invalidFilter`, `sensitive`, `invalidValue` for the sort or projection, and `notImplemented` where nothing filters. */
export function openQuery(
  context: OperationContext,
  models: readonly ResourceModel[],
  received: QueryRequest,
): OpenedQuery {
  const { profile, id: tenantId } = context.tenant;
  const request = profile.sortSupported ? received : withoutSort(received);
  const { filter, isInUrl = false, projection } = request;
  checkProjection(projection, profile);
  if (filter !== undefined && isInUrl) refuseSensitive(filter, models);
  const filtering = models.length > 1 ? { ...profile, unknownFilterAttribute } : profile;
  const types = models.map((model) => readType(context, { model, profile: filtering }, request));
  return { models, request, search: { tenantId, types, isDescending: isDescending(request) } };
}

/** What a service provider that does not sort takes no notice of. @see RFC 7644 §3.4.2.3 */
function withoutSort({ sortBy: _sortBy, sortOrder: _sortOrder, ...request }: QueryRequest) {
  return request;
}

/** What one type does not know, another may: over several types it only has no value. @see RFC 7644 §3.4.2.1 */
const unknownFilterAttribute = 'no-match' as const;

function readType({ baseUrl }: OperationContext, rules: Rules, request: QueryRequest): TypeSearch {
  const { model } = rules;
  const { filter } = request;
  const sortBy = readSortBy(request, model);
  return {
    resourceType: model.type.name,
    condition: filter?.trim() ? compileFilter(readFilter(filter, rules), { baseUrl }) : undefined,
    sortValue: sortBy && compileSort(sortBy, { baseUrl }),
  };
}
