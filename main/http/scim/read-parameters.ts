// The query parameters that operations take. @see RFC 7644 §3.4.2 and §3.9, RFC 9865 §2
import type { Projection } from '../../provider/context.ts';
import type { QueryRequest } from '../../provider/query-resources.ts';
import { splitNames } from '../../scim/query/read-search-request.ts';
import { queryValue, type QueryPair } from './read-target.ts';

export function readListQuery(query: readonly QueryPair[]): QueryRequest {
  return {
    filter: queryValue(query, 'filter'),
    sortBy: queryValue(query, 'sortBy'),
    sortOrder: queryValue(query, 'sortOrder'),
    startIndex: queryValue(query, 'startIndex'),
    count: queryValue(query, 'count'),
    cursor: queryValue(query, 'cursor'),
    projection: readProjection(query),
    isInUrl: true,
  };
}

export function readProjection(query: readonly QueryPair[]): Projection {
  return {
    attributes: splitNames(queryValue(query, 'attributes')),
    excludedAttributes: splitNames(queryValue(query, 'excludedAttributes')),
  };
}
