// Queries: filter, sort, page, projection, over the resources of one type or of all. No match is 200 with an empty
// list, unless the tenant's profile says otherwise. @see RFC 7644 §3.4.2, RFC 9865
import type { JsonObject } from '../../shared/scim/json.ts';
import type { QueryRequest } from '../scim/query/query-request.ts';
import { readPage } from '../scim/query/read-page.ts';
import { notFound, tooMany } from '../scim/scim-error.ts';
import type { ResourceModel } from '../scim/schema/schema-types.ts';
import { LIST_RESPONSE_URN } from '../scim/schema/urns.ts';
import type { ResourceRecord } from '../store/resource-record.ts';
import { assembleResource } from './assemble-resource.ts';
import type { OperationContext, ScimResponse } from './context.ts';
import { openQuery, type OpenedQuery } from './query-search.ts';
import { type QueryPage, readByCursor } from './query-cursor.ts';

export type { QueryRequest };

/**
 * 200 with a ListResponse. Throws `invalidFilter`, `sensitive`, `tooMany`, `invalidValue` for a sort or page that cannot
 * be read, `invalidCursor`, `expiredCursor` and `invalidCount`.
 */
export function queryResources(
  context: OperationContext,
  model: ResourceModel,
  request: QueryRequest,
): ScimResponse {
  return query(context, [model], request);
}

/** The same over all resource types: each answers for the attributes that it knows. @see RFC 7644 §3.4.2.1 */
export function queryAllTypes(context: OperationContext, request: QueryRequest): ScimResponse {
  return query(context, context.models, request);
}

function query(
  context: OperationContext,
  models: readonly ResourceModel[],
  request: QueryRequest,
): ScimResponse {
  const opened = openQuery(context, models, request);
  const page = readRecords(context, opened);
  checkTotal(context, page.total, request);
  return { status: 200, body: describePage(context, opened, page) };
}

function readRecords(context: OperationContext, opened: OpenedQuery): QueryPage {
  const page = readPage(opened.request, context.tenant.profile);
  if (page.kind === 'cursor') return readByCursor(context, opened, page);
  const { startIndex, count } = page;
  const range = { offset: startIndex - 1, limit: count };
  return { ...context.store.resources.query(opened.search, range), place: { startIndex } };
}

function checkTotal({ tenant }: OperationContext, total: number, { filter }: QueryRequest): void {
  const { tooManyResults, noMatchAnswer } = tenant.profile;
  if (tooManyResults > 0 && total > tooManyResults) {
    throw tooMany(`The query matches ${total} resources, more than the limit of ${tooManyResults}`);
  }
  const isNotFound = noMatchAnswer === 'not-found' && filter?.trim() && total === 0;
  if (isNotFound) throw notFound('A resource that the filter matches');
}

function describePage(
  context: OperationContext,
  { models, request }: OpenedQuery,
  { total, records, place }: QueryPage,
): JsonObject {
  const { projection } = request;
  const isListed = records.length > 0 || context.tenant.profile.emptyResources === 'empty-list';
  const Resources = records.map((record) =>
    assembleResource(context, record, { model: modelOf(models, record), projection }),
  );
  return {
    schemas: [LIST_RESPONSE_URN],
    totalResults: total,
    ...place,
    itemsPerPage: records.length,
    ...(isListed && { Resources }),
  };
}

function modelOf(models: readonly ResourceModel[], { resourceType }: ResourceRecord) {
  const model = models.find(({ type }) => type.name === resourceType);
  if (model === undefined) throw new Error(`A query found a ${resourceType} without asking for it`);
  return model;
}
