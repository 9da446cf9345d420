// PUT: what the body leaves out is unassigned, except the password, which nobody can send back (RFC 7643 §7,
// writeOnly). An id or meta in the body is ignored; PUT never creates. @see RFC 7644 §3.5.1
import type { JsonValue } from '../../shared/scim/json.ts';
import { readResource } from '../scim/resource/read-resource.ts';
import type { ResourceModel } from '../scim/schema/schema-types.ts';
import type { ResourceRecord } from '../store/resource-record.ts';
import { assembleResource } from './assemble-resource.ts';
import { changeMembers, type MemberDelta } from './change-members.ts';
import type { OperationContext, Projection, ScimResponse } from './context.ts';
import { requireResource } from './find-resource.ts';
import { inTransaction } from './in-transaction.ts';
import { partResource, type WrittenParts } from './read-content.ts';
import { storeChange } from './record-change.ts';

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
  return inTransaction(context, () => {
    const before = requireResource(context, model, id);
    const parts = partResource(readResource(body, model, 'replace'));
    const delta = replaceMembers(context, before, parts.members);
    const change = { action: 'replace', before, parts, delta } as const;
    const { record, effect } = storeChange(context, model, change);
    const resource = assembleResource(context, record, { model, projection });
    return { response: { status: 200, body: resource }, effects: [effect] };
  });
}

/** A User has none before and none after. */
function replaceMembers(
  context: OperationContext,
  group: ResourceRecord,
  members: WrittenParts['members'],
): MemberDelta {
  return changeMembers(context, group, [{ kind: 'replace', members }]);
}
