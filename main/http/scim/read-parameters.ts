// The query parameters that operations take. @see RFC 7644 §3.4.2 and §3.9
import type { Projection } from '../../provider/context.ts';
import type { QueryRequest } from '../../provider/query-resources.ts';
import { queryValue, type QueryPair } from './read-target.ts';

export function readListQuery(query: readonly QueryPair[]): QueryRequest {
  return {
    filter: queryValue(query, 'filter'),
    startIndex: queryValue(query, 'startIndex'),
    count: queryValue(query, 'count'),
    projection: readProjection(query),
  };
}

export function readProjection(query: readonly QueryPair[]): Projection {
  return {
    attributes: splitNames(queryValue(query, 'attributes')),
    excludedAttributes: splitNames(queryValue(query, 'excludedAttributes')),
  };
}

function splitNames(list = ''): readonly string[] {
  return list
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
