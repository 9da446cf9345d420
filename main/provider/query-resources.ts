// GET on a resource type endpoint: filter, index paging, projection. No match is 200 with an empty list.
// @see RFC 7644 §3.4.2
import type { JsonObject, ScimResource } from '../../shared/scim/json.ts';
import { MAX_RESULTS } from '../scim/discovery/limits.ts';
import { readFilter } from '../scim/filter/read-filter.ts';
import { invalidValue } from '../scim/scim-error.ts';
import type { ResourceModel } from '../scim/schema/schema-types.ts';
import { LIST_RESPONSE_URN } from '../scim/schema/urns.ts';
import { compileFilter, type SqlCondition } from '../store/filter-to-sql.ts';
import { assembleResource } from './assemble-resource.ts';
import type { OperationContext, Projection, ScimResponse } from './context.ts';
import { scopeOf } from './find-resource.ts';

export interface QueryRequest {
  /** As received; absent or empty = all. */
  readonly filter?: string | undefined;
  /** As received; 1-based, below 1 means 1. */
  readonly startIndex?: string | number | undefined;
  /** As received; below 0 means 0, which asks for `totalResults` alone. */
  readonly count?: string | number | undefined;
  readonly projection: Projection;
}

/** Page size when the request names none. */
export const DEFAULT_COUNT = 100;

/** 200 with a ListResponse. Throws `invalidFilter`, and `invalidValue` for a startIndex or count that is no integer. */
export function queryResources(
  context: OperationContext,
  model: ResourceModel,
  request: QueryRequest,
): ScimResponse {
  const startIndex = Math.max(1, readInteger('startIndex', request.startIndex) ?? 1);
  const count = Math.max(0, readInteger('count', request.count) ?? DEFAULT_COUNT);
  const page = {
    condition: readCondition(context, model, request.filter),
    offset: startIndex - 1,
    limit: Math.min(count, MAX_RESULTS),
  };
  const view = { model, projection: request.projection };
  return context.store.snapshot(() => {
    const { total, records } = context.store.resources.query(scopeOf(context, model), page);
    const resources = records.map((record) => assembleResource(context, record, view));
    return { status: 200, body: listResponse(resources, { totalResults: total, startIndex }) };
  });
}

function listResponse(
  resources: readonly ScimResource[],
  place: { readonly totalResults: number; readonly startIndex: number },
): JsonObject {
  return {
    schemas: [LIST_RESPONSE_URN],
    ...place,
    itemsPerPage: resources.length,
    Resources: resources,
  };
}

function readCondition(
  { baseUrl }: OperationContext,
  model: ResourceModel,
  filter: string | undefined,
): SqlCondition | undefined {
  return filter?.trim() ? compileFilter(readFilter(filter, model), { baseUrl }) : undefined;
}

function readInteger(name: string, value: string | number | undefined): number | undefined {
  if (value === undefined) return undefined;
  const number = /^[+-]?\d+$/.test(String(value).trim()) ? Number(value) : Number.NaN;
  if (!Number.isSafeInteger(number)) {
    throw invalidValue(`${name} must be an integer, not ${JSON.stringify(value)}`);
  }
  return number;
}
