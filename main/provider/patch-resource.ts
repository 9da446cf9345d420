// PATCH: operations in order, all or none of them. @see RFC 7644 §3.5.2
import type { JsonValue } from '../../shared/scim/json.ts';
import { applyPatch } from '../scim/patch/apply-patch.ts';
import { checkPatched } from '../scim/patch/check-patched.ts';
import type { PatchOperation } from '../scim/patch/patch-operation.ts';
import { readPatch } from '../scim/patch/read-patch.ts';
import { splitMembers } from '../scim/patch/split-members.ts';
import { notImplemented } from '../scim/scim-error.ts';
import type { ResourceModel } from '../scim/schema/schema-types.ts';
import type { ResourceRecord } from '../store/resource-record.ts';
import { assembleResource, hasMembers, type View } from './assemble-resource.ts';
import { checkMemberOperations } from './check-members.ts';
import { changeMembers } from './change-members.ts';
import { requireVersion, versionHeader } from './check-version.ts';
import type { OperationContext, Projection, ScimResponse } from './context.ts';
import { requireResource } from './find-resource.ts';
import { inTransaction } from './in-transaction.ts';
import { checkPasswordChange, partResource } from './read-content.ts';
import { storeChange, type StoredChange } from './record-change.ts';

export interface PatchRequest {
  readonly id: string;
  /** A PatchOp message. */
  readonly body: JsonValue;
  readonly projection: Projection;
}

/**
 * 200 with the resource or 204 without, as the tenant's profile says; 200 when `attributes` were asked for.
 * Throws `notFound`, `notImplemented`, `versionMismatch`, `uniqueness`, and what `readPatch` and `applyPatch` throw.
 */
export function patchResource(
  context: OperationContext,
  model: ResourceModel,
  { id, body, projection }: PatchRequest,
): ScimResponse {
  const { profile } = context.tenant;
  if (!profile.patchSupported) throw notImplemented('PATCH is not supported');
  return inTransaction(context, () => {
    requireResource(context, model, id);
    const operations = readPatch(body, { model, profile });
    const { record, effect } = storePatched(context, model, { id, operations });
    const view = { model, projection: showPatched(projection, operations) };
    return { response: answer(context, record, view), effects: [effect] };
  });
}

function storePatched(
  context: OperationContext,
  model: ResourceModel,
  { id, operations }: { readonly id: string; readonly operations: readonly PatchOperation[] },
): StoredChange {
  const before = requireVersion(context, model, id);
  const { attributes, members } = hasMembers(model)
    ? splitMembers(operations)
    : { attributes: operations, members: [] };
  checkMemberOperations(context, operations);
  const rules = { model, profile: context.tenant.profile };
  const after = applyPatch(before.document, attributes, rules);
  checkPatched({ before: before.document, operations: attributes, after }, rules);
  const parts = partResource(after, model);
  checkPasswordChange(context, parts.password);
  const delta = changeMembers(context, before, members);
  return storeChange(context, model, { action: 'patch', before, parts, delta });
}

/** Of attributes that are returned on request, those that the request changes are shown. @see RFC 7643 §2.2 */
function showPatched(projection: Projection, operations: readonly PatchOperation[]): Projection {
  const names = operations.flatMap(({ target }) =>
    target.kind === 'attribute' ? [target.path.attribute.name] : [],
  );
  return { ...projection, written: names };
}

function answer(context: OperationContext, record: ResourceRecord, view: View): ScimResponse {
  const { userPatchAnswer, groupPatchAnswer } = context.tenant.profile;
  const usual = hasMembers(view.model) ? groupPatchAnswer : userPatchAnswer;
  const wantsResource = usual === 'resource' || view.projection.attributes.length > 0;
  const headers = versionHeader(context, record);
  return wantsResource
    ? { status: 200, headers, body: assembleResource(context, record, view) }
    : { status: 204, headers };
}
