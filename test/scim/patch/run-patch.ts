// Users and groups to patch, and the way from a PATCH body to the resource after it.
import type { JsonObject, JsonValue, ScimResource } from '../../../shared/scim/json.ts';
import { applyPatch } from '../../../main/scim/patch/apply-patch.ts';
import { readPatch } from '../../../main/scim/patch/read-patch.ts';
import { splitMembers, type MemberChange } from '../../../main/scim/patch/split-members.ts';
import { ENTERPRISE_USER_URN, USER_URN } from '../../../main/scim/schema/urns.ts';
import { GROUP_RULES, USER_RULES } from '../../support/rules.ts';

export const PATCH_OP = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';
export const ENTERPRISE = ENTERPRISE_USER_URN;

/** Frozen to the last value: a PATCH that changes its input fails loudly. */
export function deepFreeze<T extends JsonValue>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach(deepFreeze);
    Object.freeze(value);
  }
  return value;
}

export function buildUser(more: JsonObject = {}): ScimResource {
  return deepFreeze({ schemas: [USER_URN], userName: 'ada@contoso.test', ...more });
}

export function patchBody(...operations: readonly JsonValue[]): JsonObject {
  return deepFreeze({ schemas: [PATCH_OP], Operations: operations });
}

export function patchUser(user: ScimResource, ...operations: readonly JsonValue[]): ScimResource {
  return applyPatch(user, readPatch(patchBody(...operations), USER_RULES), USER_RULES);
}

/** What a Group's PATCH does to the members. */
export function memberChanges(...operations: readonly JsonValue[]): readonly MemberChange[] {
  return splitMembers(readPatch(patchBody(...operations), GROUP_RULES)).members;
}
