// Users and groups as the UI reads and writes them. Writes are the same operations that a SCIM client calls, without a
// request in the request log. @see shared/admin/resource.ts
import type { Effect } from '../../../shared/admin/request-log.ts';
import type { StoredResource } from '../../../shared/admin/resource.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../../shared/scim/json.ts';
import { invariant } from '../../base/assert.ts';
import { asAdministrator } from '../../provider/administrator.ts';
import { announceEffects } from '../../provider/announce-effects.ts';
import { modelsOf } from '../../provider/models-of.ts';
import type { OperationContext, Projection, ScimResponse } from '../../provider/context.ts';
import { createResource } from '../../provider/create-resource.ts';
import { deleteResource } from '../../provider/delete-resource.ts';
import { getResource } from '../../provider/get-resource.ts';
import { listMembers } from '../../provider/list-members.ts';
import { patchResource } from '../../provider/patch-resource.ts';
import { queryResources } from '../../provider/query-resources.ts';
import { readHistory } from '../../provider/read-history.ts';
import { replaceResource } from '../../provider/replace-resource.ts';
import { findModelByName } from '../../scim/schema/resource-models.ts';
import type { ResourceModel } from '../../scim/schema/schema-types.ts';
import { adminFailure } from './admin-failure.ts';
import type { AdminAppDependencies } from './dependencies.ts';
import { describeConnection, requireTenant } from './find-tenant.ts';
import type { AdminHandlers } from './mount-routes.ts';

/** A group's members come in pages of their own. */
const WITHOUT_MEMBERS: Projection = { attributes: [], excludedAttributes: ['members'] };

export function resourceHandlers(dependencies: AdminAppDependencies) {
  const inTenant = openOperation(dependencies);
  const projection = WITHOUT_MEMBERS;
  return {
    queryResources: ({ params, query }) =>
      inTenant(params, (context, model) => {
        const { body } = queryResources(context, model, { ...query, projection });
        return readPage(context, body);
      }),
    createResource: ({ params, body }) =>
      inTenant(params, (context, model) =>
        readStored(context, createResource(context, model, { body, projection })),
      ),
    getResource: ({ params }) =>
      inTenant(params, (context, model) => reread(context, model, params.id)),
    replaceResource: ({ params, body }) =>
      inTenant(params, (context, model) => {
        replaceResource(context, model, { id: params.id, body, projection });
        return reread(context, model, params.id);
      }),
    patchResource: ({ params, body }) =>
      inTenant(params, (context, model) => {
        patchResource(context, model, { id: params.id, body, projection });
        return reread(context, model, params.id);
      }),
    deleteResource: ({ params }) =>
      inTenant(params, (context, model) => {
        deleteResource(context, model, params.id);
        return {};
      }),
    getHistory: ({ params }) =>
      inTenant(params, (context, model) => readHistory(context, model, params.id)),
    listMembers: ({ params, query }) =>
      inTenant({ ...params, resourceType: 'Group' }, (context) =>
        listMembers(context, params.id, query),
      ),
  } satisfies Partial<AdminHandlers>;
}

interface Target {
  readonly tenant: string;
  readonly resourceType: string;
}

function openOperation(dependencies: AdminAppDependencies) {
  const { store, clock, newId, feed } = dependencies;
  return function inTenant<Result>(
    target: Target,
    operate: (context: OperationContext, model: ResourceModel) => Result,
  ): Result {
    const tenant = asAdministrator(requireTenant(dependencies, target.tenant));
    const models = modelsOf(store, tenant);
    const model = findModelByName(models, target.resourceType);
    if (model === undefined) throw noResourceType(target);
    const effects: Effect[] = [];
    const reportEffect = (effect: Effect) => void effects.push(effect);
    const baseUrl = describeConnection(dependencies, tenant).tenantUrl;
    const context = { store, tenant, models, clock, newId, baseUrl, requestId: null, reportEffect };
    const result = operate(context, model);
    announceEffects(feed, tenant.slug, effects);
    return result;
  };
}

function noResourceType({ tenant, resourceType }: Target): Error {
  return adminFailure('not-found', `Tenant "${tenant}" has no resource type "${resourceType}".`);
}

function reread(context: OperationContext, model: ResourceModel, id: string): StoredResource {
  return readStored(context, getResource(context, model, { id, projection: WITHOUT_MEMBERS }));
}

function readPage(context: OperationContext, body: JsonValue | undefined) {
  invariant(isJsonObject(body), 'a query answers with a ListResponse');
  const { totalResults, startIndex } = body;
  const found: JsonValue | undefined = body['Resources'];
  invariant(isJsonArray(found), 'a ListResponse has Resources');
  return {
    totalResults: Number(totalResults),
    startIndex: Number(startIndex),
    resources: found.map((resource) => describe(context, resource)),
  };
}

function isJsonArray(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}

function readStored(context: OperationContext, { body }: ScimResponse): StoredResource {
  return describe(context, body);
}

function describe(context: OperationContext, resource: JsonValue | undefined): StoredResource {
  invariant(isJsonObject(resource), 'a resource is an object');
  return { resource, memberCount: countMembers(context, resource) };
}

function countMembers(context: OperationContext, { id, meta }: JsonObject): number | null {
  const isGroup = isJsonObject(meta) && meta['resourceType'] === 'Group';
  if (!isGroup || typeof id !== 'string') return null;
  return listMembers(context, id, { startIndex: 1, count: 0 }).totalResults;
}
