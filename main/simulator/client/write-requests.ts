// The requests that Entra writes with. Pure: what comes out is what goes on the wire.
// @see entra docs "Develop and plan provisioning for a SCIM endpoint" and "Known issues … SCIM 2.0 protocol compliance"
import type { JsonObject, JsonValue } from '../../../shared/scim/json.ts';
import { operation, patchOperations, type Difference, type PatchForm } from './patch-operations.ts';
import { ENTERPRISE_USER, resourceBody } from './resource-body.ts';
import {
  call,
  ENDPOINTS,
  resourcePath,
  type ScimCall,
  type ScimResourceType,
} from './scim-call.ts';
import type { WireAttribute } from './wire-value.ts';

const PATCH_OP = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';

export interface WrittenResource {
  readonly type: ScimResourceType;
  readonly id: string;
}

export function createResource(
  type: ScimResourceType,
  attributes: readonly WireAttribute[],
): ScimCall {
  return call('POST', ENDPOINTS[type], { body: resourceBody(type, attributes) });
}

/** Updates, disables and restores: what differs, and nothing else. */
export function updateResource(
  resource: WrittenResource,
  differences: readonly Difference[],
  form: PatchForm,
): ScimCall {
  return patch(resource, patchOperations(differences, form));
}

export function deleteResource({ type, id }: WrittenResource): ScimCall {
  return call('DELETE', resourcePath(type, id));
}

/** Entra: by the short name and in a list without the flag, by its URN and as text with it. */
export function setManager(
  userId: string,
  managerId: string,
  form: PatchForm & { readonly base: string },
): ScimCall {
  const user: WrittenResource = { type: 'User', id: userId };
  if (form.isFlagged) {
    const path = `${ENTERPRISE_USER}:manager`;
    return patch(user, [operation('add', { path, value: managerId }, form)]);
  }
  const $ref = form.base + resourcePath('User', managerId);
  const value = [{ $ref, value: managerId }];
  return patch(user, [operation('add', { path: 'manager', value }, form)]);
}

/** Entra: an empty text without the flag, as was observed; the RFC's removal with it, which is inferred. */
export function removeReference(userId: string, target: string, form: PatchForm): ScimCall {
  const written = form.isFlagged
    ? operation('remove', { path: target }, form)
    : operation('replace', { path: target, value: '' }, form);
  return patch({ type: 'User', id: userId }, [written]);
}

/** Other references of a user: the id as text. */
export function setReference(
  userId: string,
  { target, id }: { readonly target: string; readonly id: string },
  form: PatchForm,
): ScimCall {
  return patch({ type: 'User', id: userId }, [operation('add', { path: target, value: id }, form)]);
}

export function addMembers(
  groupId: string,
  memberIds: readonly string[],
  form: PatchForm,
): ScimCall {
  const value = memberIds.map((id) => memberElement(id, form));
  return patchGroup(groupId, [operation('add', { path: 'members', value }, form)]);
}

/** Entra: without the flag the members are in `value`, which no RFC knows; with it each has an operation of its own. */
export function removeMembers(
  groupId: string,
  memberIds: readonly string[],
  form: PatchForm,
): ScimCall {
  if (form.isFlagged) {
    const paths = memberIds.map((id) => `members[value eq ${JSON.stringify(id)}]`);
    return patchGroup(
      groupId,
      paths.map((path) => operation('remove', { path }, form)),
    );
  }
  const value = memberIds.map((id) => memberElement(id, form));
  return patchGroup(groupId, [operation('remove', { path: 'members', value }, form)]);
}

function memberElement(id: string, { isFlagged }: PatchForm): JsonValue {
  return isFlagged ? { value: id } : { $ref: null, value: id };
}

function patchGroup(id: string, operations: readonly JsonObject[]): ScimCall {
  return patch({ type: 'Group', id }, operations);
}

function patch({ type, id }: WrittenResource, operations: readonly JsonObject[]): ScimCall {
  return call('PATCH', resourcePath(type, id), {
    body: { schemas: [PATCH_OP], Operations: operations },
  });
}
