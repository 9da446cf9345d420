// PUT: what the body leaves out is unassigned, except what is immutable and what nobody can send back (writeOnly, RFC
// 7643 §7). An id or meta in the body is ignored; PUT never creates. @see RFC 7644 §3.5.1
import { isJsonObject, type JsonValue, type ScimResource } from '../../shared/scim/json.ts';
import { keepUnwritable } from '../scim/resource/check-immutable.ts';
import { checkResource } from '../scim/resource/check-resource.ts';
import { showWritten } from '../scim/resource/project-resource.ts';
import { readResource } from '../scim/resource/read-resource.ts';
import { mutability, notImplemented } from '../scim/scim-error.ts';
import type { ResourceModel } from '../scim/schema/schema-types.ts';
import { assembleResource, hasMembers } from './assemble-resource.ts';
import { checkMembers } from './check-members.ts';
import { changeMembers, NO_DELTA } from './change-members.ts';
import { requireVersion, versionHeader } from './check-version.ts';
import type { OperationContext, Projection, ScimResponse } from './context.ts';
import { requireResource } from './find-resource.ts';
import { inTransaction } from './in-transaction.ts';
import { checkPasswordChange, partResource } from './read-content.ts';
import { storeChange, type StoredChange } from './record-change.ts';

export interface ReplaceRequest {
  readonly id: string;
  readonly body: JsonValue;
  readonly projection: Projection;
}

/** 200 with the resource. Throws `notFound`, `notImplemented`, `versionMismatch`, `mutability`, `invalidSyntax`, `invalidValue` and `uniqueness`. */
export function replaceResource(
  context: OperationContext,
  model: ResourceModel,
  { id, body, projection }: ReplaceRequest,
): ScimResponse {
  const { profile } = context.tenant;
  if (!profile.putSupported) throw notImplemented('PUT is not supported');
  return inTransaction(context, () => {
    requireResource(context, model, id);
    if (profile.mismatchedBodyId === 'reject') checkBodyId(body, id);
    const resource = readResource(body, { model, profile });
    const { record, effect } = storeReplacement(context, model, { id, resource });
    const view = { model, projection: showWritten(projection, resource) };
    const headers = versionHeader(context, record);
    const answer = { status: 200, headers, body: assembleResource(context, record, view) };
    return { response: answer, effects: [effect] };
  });
}

function checkBodyId(body: JsonValue, id: string): void {
  const sent = isJsonObject(body) ? body['id'] : undefined;
  if (sent === undefined || sent === null || sent === id) return;
  throw mutability(`id in the body is ${JSON.stringify(sent)}, but the URL names "${id}"`);
}

function storeReplacement(
  context: OperationContext,
  model: ResourceModel,
  { id, resource }: { readonly id: string; readonly resource: ScimResource },
): StoredChange {
  const before = requireVersion(context, model, id);
  const after = keepUnwritable(before.document, resource, model);
  checkResource(after, { model, profile: context.tenant.profile });
  const parts = partResource(after, model);
  checkPasswordChange(context, parts.password);
  checkMembers(context, parts.members, 'members');
  const replaced = { kind: 'replace', members: parts.members } as const;
  const delta = hasMembers(model) ? changeMembers(context, before, [replaced]) : NO_DELTA;
  return storeChange(context, model, { action: 'replace', before, parts, delta });
}
