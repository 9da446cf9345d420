// What an operation leaves behind besides the resource: a revision in its history and its events, in the same
// transaction, and the effect that the request log tells.
import type { AttributeChange, Effect } from '../../shared/admin/request-log.ts';
import type { ScimResource } from '../../shared/scim/json.ts';
import { resourceName } from '../scim/resource/diff-resources.ts';
import { diffWithoutSecrets } from '../scim/resource/hide-secrets.ts';
import { sameResource } from '../scim/resource/same-resource.ts';
import type { ResourceModel } from '../scim/schema/schema-types.ts';
import type { Membership } from '../store/members.ts';
import type { ResourceRecord } from '../store/resource-record.ts';
import { describeRecord } from './assemble-resource.ts';
import { describeDelta, MAX_TOLD_MEMBERS, type MemberDelta, NO_DELTA } from './change-members.ts';
import type { OperationContext } from './context.ts';
import { requireWritten } from './find-resource.ts';
import { toContent, type WrittenParts } from './read-content.ts';
import { recordEvents } from './record-events.ts';
import type { WrittenChange } from './written-change.ts';

/** A resource that stays, after the operation. */
export interface StoredChange {
  readonly record: ResourceRecord;
  readonly effect: Effect;
}

/** What replace and patch make of a stored resource. */
export interface NewState {
  readonly action: 'replace' | 'patch';
  readonly before: ResourceRecord;
  readonly parts: Omit<WrittenParts, 'members'>;
  readonly delta: MemberDelta;
}

/**
 * Writes the new state of a resource; one that says the same keeps its version and lastModified
 * (RFC 7644 §3.5.2.1). Throws `uniqueness`.
 */
export function storeChange(
  context: OperationContext,
  model: ResourceModel,
  { action, before, parts, delta }: NewState,
): StoredChange {
  const isPasswordSet = parts.password !== undefined;
  if (!isPasswordSet && isEmpty(delta) && sameResource(before.document, parts.document)) {
    return { record: before, effect: unchangedEffect(context, model, before) };
  }
  const at = context.clock.now().toISOString();
  const content = toContent(context, parts, at);
  const after = requireWritten(context.store.resources.update(before, content), parts.document);
  const change = { action, before, after, at, delta, isPasswordSet };
  return { record: after, effect: recordChange(context, model, change) };
}

/** Adds the revision and returns the effect. */
export function recordChange(
  context: OperationContext,
  model: ResourceModel,
  change: WrittenChange,
): Effect {
  const changes = listChanges(context, model, change);
  const record = currentRecord(change);
  context.store.history.insert({
    tenantId: context.tenant.id,
    resourceType: model.type.name,
    resourceId: record.id,
    version: change.after?.version ?? record.version + 1,
    at: change.at,
    action: change.action,
    requestId: context.requestId,
    changes,
    memberIds: untoldMembers(change.delta),
    ...countNet(change),
  });
  recordEvents(context, model, change);
  return {
    action: effectAction(change),
    ...nameResource(model, record),
    before: describeOrNull(context, model, change.before),
    after: describeOrNull(context, model, change.after),
    changes,
  };
}

/** All ids of a change of members, where its line tells only the first of them. */
function untoldMembers(delta: MemberDelta = NO_DELTA): MemberDelta | undefined {
  const isTold = Math.max(delta.added.length, delta.removed.length) <= MAX_TOLD_MEMBERS;
  return isTold ? undefined : delta;
}

/** What the change does to the numbers of the tenant. */
function countNet({ before, after, delta = NO_DELTA }: WrittenChange) {
  return {
    netResources: Number(after !== null) - Number(before !== null),
    netActive: countActive(after) - countActive(before),
    netMembers: delta.added.length - delta.removed.length,
  };
}

function countActive(record: ResourceRecord | null): number {
  return record === null || record.document['active'] === false ? 0 : 1;
}

function listChanges(
  context: OperationContext,
  model: ResourceModel,
  change: WrittenChange,
): AttributeChange[] {
  const { before, after, delta = NO_DELTA, isPasswordSet = false, leftGroups = [] } = change;
  return [
    ...diffWithoutSecrets(model, before?.document ?? null, after?.document ?? null),
    ...(isPasswordSet ? [{ path: 'password', kind: 'changed' } as const] : []),
    ...describeDelta(context, delta),
    ...(leftGroups.length > 0 ? [describeLeftGroups(leftGroups)] : []),
  ];
}

function describeLeftGroups(groups: readonly Membership[]): AttributeChange {
  const before = groups.map(({ groupId, displayName }) =>
    displayName === null ? { value: groupId } : { value: groupId, display: displayName },
  );
  return { path: 'groups', kind: 'removed', before };
}

function unchangedEffect(
  context: OperationContext,
  model: ResourceModel,
  record: ResourceRecord,
): Effect {
  const resource = describeRecord(context, model, record);
  return {
    action: 'unchanged',
    ...nameResource(model, record),
    before: resource,
    after: resource,
    changes: [],
  };
}

function nameResource(model: ResourceModel, record: ResourceRecord) {
  return {
    resourceType: model.type.name,
    resourceId: record.id,
    resourceName: resourceName(record.document),
  };
}

function describeOrNull(
  context: OperationContext,
  model: ResourceModel,
  record: ResourceRecord | null,
): ScimResource | null {
  return record && describeRecord(context, model, record);
}

function effectAction({ before, after }: WrittenChange): Effect['action'] {
  if (before === null) return 'created';
  return after === null ? 'deleted' : 'updated';
}

function currentRecord({ before, after }: WrittenChange): ResourceRecord {
  const record = after ?? before;
  if (record === null) throw new Error('A change needs a resource before or after it');
  return record;
}

function isEmpty({ added, removed }: MemberDelta): boolean {
  return added.length === 0 && removed.length === 0;
}
