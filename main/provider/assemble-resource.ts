// The resource as it goes out: the stored document with what the server adds (id, meta) and derives (the groups of a
// User, the members of a Group, the manager's name). @see RFC 7643 §3.1, §4.1.2, §4.2, §4.3
import {
  isJsonArray,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  type ScimResource,
} from '../../shared/scim/json.ts';
import { entityTag } from '../scim/etag/entity-tags.ts';
import { hideSecrets } from '../scim/resource/hide-secrets.ts';
import { isAttributeReturned, projectResource } from '../scim/resource/project-resource.ts';
import type {
  AttributeDefinition,
  AttributeRole,
  ResourceModel,
} from '../scim/schema/schema-types.ts';
import { findModelByName } from '../scim/schema/resource-models.ts';
import { ENTERPRISE_USER_URN } from '../scim/schema/urns.ts';
import { ALL_MEMBERS, type GroupMember, type NestedMembership } from '../store/members.ts';
import type { ResourceRecord } from '../store/resource-record.ts';
import type { OperationContext, Projection } from './context.ts';

/** Which resource type is looked at, and how much of it was asked for. */
export interface View {
  readonly model: ResourceModel;
  readonly projection: Projection;
}

/** The resource that answers a request. Members and groups are read only where the projection returns them. */
export function assembleResource(
  context: OperationContext,
  record: ResourceRecord,
  { model, projection }: View,
): ScimResource {
  const resource = {
    ...describeDocument(model, record),
    ...describeManager(context, record.document),
    ...describeReferences(context, model, record.document),
    ...(asksFor('groups') ? describeGroups(context, record) : {}),
    ...(asksFor('members') ? describeMembers(context, record) : {}),
    meta: describeMeta(context, model, record),
  };
  return projectResource(resource, model, projection);

  function asksFor(name: 'groups' | 'members'): boolean {
    return hasRole(model, name) && isAttributeReturned(model, name, projection);
  }
}

/** The document with `id` and `meta`, without secrets and anything that lives in other rows. */
export function describeRecord(
  context: OperationContext,
  model: ResourceModel,
  record: ResourceRecord,
): ScimResource {
  const document = hideSecrets(describeDocument(model, record), model);
  return { ...document, meta: describeMeta(context, model, record) };
}

/** `meta.location` and the `Location` header. @see RFC 7643 §3.1 */
export function locationOf(context: OperationContext, model: ResourceModel, id: string): string {
  return `${context.baseUrl}${model.type.endpoint}/${encodeURIComponent(id)}`;
}

/** Whether resources of this type have members: a Group of the core schema does. */
export function hasMembers(model: ResourceModel): boolean {
  return hasRole(model, 'members');
}

function describeDocument(model: ResourceModel, record: ResourceRecord): JsonObject {
  const { schemas = [model.core.id], ...document } = record.document;
  return { schemas, id: record.id, ...document };
}

function describeMeta(
  context: OperationContext,
  model: ResourceModel,
  record: ResourceRecord,
): JsonObject {
  return {
    resourceType: model.type.name,
    created: record.created,
    lastModified: record.lastModified,
    location: locationOf(context, model, record.id),
    ...(context.tenant.profile.etagSupported && { version: entityTag(record.version) }),
  };
}

function hasRole(model: ResourceModel, role: AttributeRole): boolean {
  return model.core.attributes.some((attribute) => attribute.role === role);
}

// displayName of the manager is readOnly and follows the manager's own.
function describeManager(context: OperationContext, document: ScimResource): JsonObject {
  const enterprise = document[ENTERPRISE_USER_URN];
  const manager = isJsonObject(enterprise) ? enterprise['manager'] : undefined;
  const id = isJsonObject(manager) ? manager['value'] : undefined;
  if (!isJsonObject(enterprise) || !isJsonObject(manager) || typeof id !== 'string') return {};
  const target = context.store.resources.findReference(context.tenant.id, id);
  if (target === undefined) return {};
  const described = {
    ...manager,
    ...referenceTo(context, target.resourceType, id),
    ...(target.displayName === null ? {} : { displayName: target.displayName }),
  };
  return { [ENTERPRISE_USER_URN]: { ...enterprise, manager: described } };
}

/** `$ref` beside the `value` of attributes in the tenant's own schemas. @see RFC 7643 §2.4 */
function describeReferences(
  context: OperationContext,
  model: ResourceModel,
  document: ScimResource,
): JsonObject {
  const described = { ...describeIn(context, model.core.attributes, document) };
  for (const { id, attributes } of model.extensions) {
    const extension = document[id];
    if (!isJsonObject(extension)) continue;
    const inside = describeIn(context, attributes, extension);
    if (Object.keys(inside).length > 0) described[id] = { ...extension, ...inside };
  }
  return described;
}

function describeIn(
  context: OperationContext,
  attributes: readonly AttributeDefinition[],
  holder: JsonObject,
): JsonObject {
  const held = attributes.filter((each) => isReference(each) && Object.hasOwn(holder, each.name));
  return Object.fromEntries(
    held.map(({ name }) => [name, describeTargets(context, holder[name] ?? null)]),
  );
}

function isReference({ role, subAttributes = [] }: AttributeDefinition): boolean {
  return role === undefined && subAttributes.some(({ name }) => name === '$ref');
}

function describeTargets(context: OperationContext, value: JsonValue): JsonValue {
  if (isJsonArray(value)) return value.map((element) => describeTargets(context, element));
  const id = isJsonObject(value) ? value['value'] : undefined;
  if (!isJsonObject(value) || typeof id !== 'string') return value;
  const target = context.store.resources.findReference(context.tenant.id, id);
  return target === undefined
    ? value
    : { ...value, ...referenceTo(context, target.resourceType, id) };
}

function describeGroups(context: OperationContext, record: ResourceRecord): JsonObject {
  const groups = listGroups(context, record.id);
  if (groups.length === 0) return {};
  return {
    groups: groups.map(({ groupId, displayName, isDirect }) => ({
      value: groupId,
      ...referenceTo(context, 'Group', groupId),
      ...(displayName === null ? {} : { display: displayName }),
      type: isDirect ? 'direct' : 'indirect',
    })),
  };
}

function listGroups({ store, tenant }: OperationContext, id: string): readonly NestedMembership[] {
  if (tenant.profile.indirectGroups) return store.members.allGroupsOf(tenant.id, id);
  return store.members.groupsOf(tenant.id, id).map((group) => ({ ...group, isDirect: true }));
}

// Entra: its documentation shows an empty list for a new group.
function describeMembers(context: OperationContext, record: ResourceRecord): JsonObject {
  const members = context.store.members.list(record, ALL_MEMBERS);
  if (members.length === 0 && context.tenant.profile.emptyMembers === 'absent') return {};
  return { members: members.map((member) => describeMember(context, member)) };
}

/** One element of `members`. A member that is no stored resource has its id, and what the client said of it. */
export function describeMember(
  context: OperationContext,
  { value, type, display }: GroupMember,
): JsonObject {
  return {
    value,
    ...(type === null ? {} : { ...referenceTo(context, type, value), type }),
    ...(display === null ? {} : { display }),
  };
}

// No reference to a type that we do not serve: it would lead nowhere.
function referenceTo(context: OperationContext, resourceType: string, id: string): JsonObject {
  const model = findModelByName(context.models, resourceType);
  return model === undefined ? {} : { $ref: locationOf(context, model, id) };
}
