// PUT: what the body leaves out is unassigned, except the password, which nobody can send back (RFC 7643 §7,
// writeOnly). An id or meta in the body is ignored; PUT never creates. @see RFC 7644 §3.5.1
import type { JsonValue } from '../../shared/scim/json.ts';
import { readResource } from '../scim/resource/read-resource.ts';
import type { ResourceModel } from '../scim/schema/schema-types.ts';
import { assembleResource, hasMembers } from './assemble-resource.ts';
import { changeMembers, NO_DELTA } from './change-members.ts';
import type { OperationContext, Projection, ScimResponse } from './context.ts';
import { requireResource } from './find-resource.ts';
import { partResource, type WrittenParts } from './read-content.ts';
import { storeChange, type StoredChange } from './record-change.ts';

export interface ReplaceRequest {
  readonly id: string;
  readonly body: JsonValue;
  readonly projection: Projection;
}

/** 200 with the resource. Throws `notFound`, `invalidSyntax`, `invalidValue` and `uniqueness`. */
export function replaceResource(
  context: OperationContext,
  model: ResourceModel,
  { id, body, projection }: ReplaceRequest,
): ScimResponse {
  requireResource(context, model, id);
  const parts = partResource(readResource(body, model, 'replace'), model);
  const { record, effect } = context.store.transaction(() =>
    storeReplacement(context, model, { id, parts }),
  );
  context.reportEffect(effect);
  return { status: 200, body: assembleResource(context, record, { model, projection }) };
}

function storeReplacement(
  context: OperationContext,
  model: ResourceModel,
  { id, parts }: { readonly id: string; readonly parts: WrittenParts },
): StoredChange {
  const before = requireResource(context, model, id);
  const replaced = { kind: 'replace', members: parts.members } as const;
  const delta = hasMembers(model) ? changeMembers(context, before, [replaced]) : NO_DELTA;
  return storeChange(context, model, { action: 'replace', before, parts, delta });
}
