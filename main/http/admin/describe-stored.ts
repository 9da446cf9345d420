// Stored resources as the UI is told of them: with the number of their members, and who changed them last.
import type { ResourcePage, StoredResource } from '../../../shared/admin/resource.ts';
import {
  isJsonArray,
  isJsonObject,
  type JsonObject,
  type JsonValue,
} from '../../../shared/scim/json.ts';
import { invariant } from '../../base/assert.ts';
import type { OperationContext, Projection } from '../../provider/context.ts';
import { getResource } from '../../provider/get-resource.ts';
import { listMembers } from '../../provider/list-members.ts';
import type { ResourceModel } from '../../scim/schema/schema-types.ts';

/** A group's members come in pages of their own. */
export const WITHOUT_MEMBERS: Projection = { attributes: [], excludedAttributes: ['members'] };

export function readStored(
  context: OperationContext,
  model: ResourceModel,
  id: string,
): StoredResource {
  const { body } = getResource(context, model, { id, projection: WITHOUT_MEMBERS });
  return describeStored(context, body);
}

/** `body` is a resource as it was answered. */
export function describeStored(
  context: OperationContext,
  body: JsonValue | undefined,
): StoredResource {
  invariant(isJsonObject(body), 'a resource is an object');
  const [stored] = describeAll(context, [body]);
  invariant(stored !== undefined, 'one resource is described by one');
  return stored;
}

/** `body` is a ListResponse. */
export function describePage(context: OperationContext, body: JsonValue | undefined): ResourcePage {
  invariant(isJsonObject(body), 'a query answers with a ListResponse');
  const { totalResults, startIndex, Resources: found } = body;
  invariant(isJsonArray(found), 'a ListResponse has Resources');
  return {
    totalResults: Number(totalResults),
    startIndex: Number(startIndex),
    resources: describeAll(context, found.filter(isJsonObject)),
  };
}

function describeAll(
  context: OperationContext,
  resources: readonly JsonObject[],
): StoredResource[] {
  const ids = resources.map(idOf);
  const latest = context.store.history.latestOf(context.tenant.id, ids);
  return resources.map((resource) => ({
    resource,
    memberCount: countMembers(context, resource),
    lastChange: latest.get(idOf(resource)) ?? null,
  }));
}

function idOf({ id }: JsonObject): string {
  return typeof id === 'string' ? id : '';
}

function countMembers(context: OperationContext, { id, meta }: JsonObject): number | null {
  const isGroup = isJsonObject(meta) && meta['resourceType'] === 'Group';
  if (!isGroup || typeof id !== 'string') return null;
  return listMembers(context, id, { startIndex: 1, count: 0 }).totalResults;
}
