// POST to a resource type endpoint. The server gives id and meta; an id in the body means nothing.
// @see RFC 7644 §3.3
import type { JsonValue } from '../../shared/scim/json.ts';
import { readResource } from '../scim/resource/read-resource.ts';
import type { ResourceModel } from '../scim/schema/schema-types.ts';
import { assembleResource, locationOf } from './assemble-resource.ts';
import { changeMembers } from './change-members.ts';
import type { OperationContext, Projection, ScimResponse } from './context.ts';
import { requireWritten, scopeOf } from './find-resource.ts';
import { inTransaction } from './in-transaction.ts';
import { partResource, toContent, type WrittenParts } from './read-content.ts';
import { recordChange, type StoredChange } from './record-change.ts';

export interface CreateRequest {
  readonly body: JsonValue;
  readonly projection: Projection;
}

/** 201 with the resource and its Location. Throws `invalidSyntax`, `invalidValue` and `uniqueness`. */
export function createResource(
  context: OperationContext,
  model: ResourceModel,
  { body, projection }: CreateRequest,
): ScimResponse {
  const parts = partResource(readResource(body, model, 'create'));
  return inTransaction(context, () => {
    const { record, effect } = storeNew(context, model, parts);
    const headers = { Location: locationOf(context, model, record.id) };
    const resource = assembleResource(context, record, { model, projection });
    return { response: { status: 201, headers, body: resource }, effects: [effect] };
  });
}

function storeNew(
  context: OperationContext,
  model: ResourceModel,
  parts: WrittenParts,
): StoredChange {
  const at = context.clock.now().toISOString();
  const resource = { ...toContent(context, parts, at), id: context.newId() };
  const outcome = context.store.resources.insert(scopeOf(context, model), resource);
  const after = requireWritten(outcome, parts.document);
  const delta = changeMembers(context, after, [{ kind: 'add', members: parts.members }]);
  const isPasswordSet = parts.password !== undefined;
  const change = { action: 'create', before: null, after, at, delta, isPasswordSet } as const;
  return { record: after, effect: recordChange(context, model, change) };
}
