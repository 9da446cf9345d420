// PATCH: operations in order, all or none of them. @see RFC 7644 §3.5.2
import type { JsonValue } from '../../shared/scim/json.ts';
import { applyPatch } from '../scim/patch/apply-patch.ts';
import { readPatch } from '../scim/patch/read-patch.ts';
import { splitMembers } from '../scim/patch/split-members.ts';
import type { ResourceModel } from '../scim/schema/schema-types.ts';
import type { ResourceRecord } from '../store/resource-record.ts';
import { assembleResource, hasMembers, type View } from './assemble-resource.ts';
import { changeMembers } from './change-members.ts';
import type { OperationContext, Projection, ScimResponse } from './context.ts';
import { requireResource } from './find-resource.ts';
import { inTransaction } from './in-transaction.ts';
import { partResource } from './read-content.ts';
import { storeChange } from './record-change.ts';

export interface PatchRequest {
  readonly id: string;
  /** A PatchOp message. */
  readonly body: JsonValue;
  readonly projection: Projection;
}

/**
 * 200 with the resource or 204 without, as the tenant's profile says; 200 when `attributes` were asked for.
 * Throws `notFound`, `uniqueness`, and what `readPatch` and `applyPatch` throw.
 */
export function patchResource(
  context: OperationContext,
  model: ResourceModel,
  { id, body, projection }: PatchRequest,
): ScimResponse {
  return inTransaction(context, () => {
    const before = requireResource(context, model, id);
    const operations = readPatch(body, model);
    const { attributes, members } = splitMembers(operations);
    const parts = partResource(applyPatch(before.document, attributes, model));
    const delta = changeMembers(context, before, members);
    const change = { action: 'patch', before, parts, delta } as const;
    const { record, effect } = storeChange(context, model, change);
    return { response: answer(context, record, { model, projection }), effects: [effect] };
  });
}

function answer(context: OperationContext, record: ResourceRecord, view: View): ScimResponse {
  const { userPatchAnswer, groupPatchAnswer } = context.tenant.profile;
  const usual = hasMembers(view.model) ? groupPatchAnswer : userPatchAnswer;
  const wantsResource = usual === 'resource' || view.projection.attributes.length > 0;
  return wantsResource
    ? { status: 200, body: assembleResource(context, record, view) }
    : { status: 204 };
}
