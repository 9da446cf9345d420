// What a profile refuses of membership changes, before any of them is made. @see RFC 7643 §4.2, RFC 7644 §3.5.2
import { isJsonObject, type JsonValue } from '../../shared/scim/json.ts';
import type { PatchOperation } from '../scim/patch/patch-operation.ts';
import { isMembers, readMembers, splitMembers, type Member } from '../scim/patch/split-members.ts';
import { invalidValue, mutability } from '../scim/scim-error.ts';
import type { OperationContext } from './context.ts';

/** Throws `invalidValue` for a member that no resource of the tenant is, where the profile refuses such. */
export function checkMembers(
  { store, tenant }: OperationContext,
  members: readonly Member[],
  label: string,
): void {
  if (tenant.profile.unknownMembers === 'keep') return;
  const unknown = members.find(({ value }) => !store.resources.hasId(tenant.id, value));
  if (unknown === undefined) return;
  throw invalidValue(`${label}: no resource has the id ${JSON.stringify(unknown.value)}`);
}

/** The same for the operations of a PATCH; throws `mutability` too, for members replaced or removed as a whole. */
export function checkMemberOperations(
  context: OperationContext,
  operations: readonly PatchOperation[],
): void {
  const { maxMembersPerPatch, replaceAllMembers } = context.tenant.profile;
  const changes = operations.filter(({ target }) => isMembers(target));
  const named = changes.reduce((count, { value }) => count + countValues(value), 0);
  if (maxMembersPerPatch > 0 && named > maxMembersPerPatch) {
    throw invalidValue(`The request names ${named} members, more than ${maxMembersPerPatch}`);
  }
  for (const operation of changes) {
    const [change] = splitMembers([operation]).members;
    const isWhole = change?.kind === 'replace' || change?.kind === 'clear';
    if (isWhole && !replaceAllMembers) {
      throw mutability(`${operation.label}: members cannot be replaced or removed all at once`);
    }
    if (operation.op === 'remove') continue;
    checkMembers(context, readMembers(operation.value, operation.label), operation.label);
  }
}

function countValues(value: JsonValue | undefined): number {
  if (Array.isArray(value)) return value.length;
  return isJsonObject(value) ? 1 : 0;
}
