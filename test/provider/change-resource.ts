// Changes to stored resources as tests make them, and how they look at the outcome.
import type { OperationContext } from '../../main/provider/context.ts';
import { getResource } from '../../main/provider/get-resource.ts';
import { patchResource } from '../../main/provider/patch-resource.ts';
import { queryResources } from '../../main/provider/query-resources.ts';
import { groupModel, userModel } from '../../main/scim/schema/resource-models.ts';
import type { ResourceModel } from '../../main/scim/schema/schema-types.ts';
import type { JsonObject } from '../../shared/scim/json.ts';
import { bodyOf, EVERYTHING } from '../support/open-context.ts';

export function patchUser(
  context: OperationContext,
  id: string,
  operations: readonly JsonObject[],
) {
  return bodyOf(patch(context, userModel, { id, operations }));
}

export function patchGroup(
  context: OperationContext,
  id: string,
  operations: readonly JsonObject[],
) {
  return patch(context, groupModel, { id, operations });
}

function patch(
  context: OperationContext,
  model: ResourceModel,
  { id, operations }: { readonly id: string; readonly operations: readonly JsonObject[] },
) {
  const body = {
    schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
    Operations: operations,
  };
  return patchResource(context, model, { id, body, projection: EVERYTHING });
}

export function readGroup(context: OperationContext, id: string): JsonObject {
  return bodyOf(getResource(context, groupModel, { id, projection: EVERYTHING }));
}

export function countUsers(context: OperationContext): unknown {
  return bodyOf(queryResources(context, userModel, { projection: EVERYTHING }))['totalResults'];
}

export function metaOf(resource: JsonObject): JsonObject {
  return bodyOf({ status: 200, body: resource['meta'] ?? null });
}

export function withoutMeta(resource: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(resource).filter(([name]) => name !== 'meta'));
}
