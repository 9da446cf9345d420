// DELETE: the resource is gone for good, and so are its memberships in groups; a profile may have users deactivated
// instead. @see RFC 7644 §3.6
import type { Effect } from '../../shared/admin/request-log.ts';
import { groupModel } from '../scim/schema/resource-models.ts';
import type { ResourceModel } from '../scim/schema/schema-types.ts';
import type { Membership } from '../store/members.ts';
import { changeMembers, NO_DELTA } from './change-members.ts';
import { requireVersion } from './check-version.ts';
import type { OperationContext, ScimResponse } from './context.ts';
import { requireResource } from './find-resource.ts';
import { inTransaction } from './in-transaction.ts';
import { recordChange, storeChange } from './record-change.ts';

/** 204. Throws `notFound` and `versionMismatch`. */
export function deleteResource(
  context: OperationContext,
  model: ResourceModel,
  id: string,
): ScimResponse {
  const remove = isDeactivating(context, model) ? deactivateResource : removeResource;
  return inTransaction(context, () => {
    const effects = remove(context, model, id);
    return { response: { status: 204 }, effects };
  });
}

/** Whether the profile keeps what is deleted: resources that can be inactive. */
function isDeactivating({ tenant }: OperationContext, model: ResourceModel): boolean {
  const { deleteMode } = tenant.profile;
  return deleteMode === 'deactivate' && model.core.attributes.some(({ role }) => role === 'active');
}

function deactivateResource(
  context: OperationContext,
  model: ResourceModel,
  id: string,
): readonly Effect[] {
  const before = requireVersion(context, model, id);
  const document = { ...before.document, active: false };
  const parts = { document, password: undefined };
  const state = { action: 'patch', before, parts, delta: NO_DELTA } as const;
  return [storeChange(context, model, state).effect];
}

function removeResource(
  context: OperationContext,
  model: ResourceModel,
  id: string,
): readonly Effect[] {
  const { resources, members } = context.store;
  const before = requireVersion(context, model, id);
  const at = context.clock.now().toISOString();
  const delta = changeMembers(context, before, [{ kind: 'clear' }]);
  const memberships = members.groupsOf(context.tenant.id, id);
  const left = memberships.map((membership) => leaveGroup(context, membership, { id, at }));
  resources.remove(before.key);
  const change = { action: 'delete', before, after: null, at, delta } as const;
  return [recordChange(context, model, { ...change, leftGroups: memberships }), ...left];
}

/** The group has changed with it: its version moves and its history tells who left. */
function leaveGroup(
  context: OperationContext,
  { groupKey, groupId }: Membership,
  { id, at }: { readonly id: string; readonly at: string },
): Effect {
  const { resources, members } = context.store;
  const before = requireResource(context, groupModel, groupId);
  const removed = members.remove({ tenantId: context.tenant.id, key: groupKey }, [id]);
  const after = resources.touch(groupKey, at);
  const change = { action: 'patch', before, after, at, delta: { added: [], removed } } as const;
  return recordChange(context, groupModel, change);
}
