// The membership changes of a Group's PATCH, apart from the rest: members have a table of their own and are never
// loaded to change a few. @see RFC 7644 §3.5.2, RFC 7643 §4.2
import { isJsonArray, isJsonObject } from '../../../shared/scim/json.ts';
import type { JsonValue } from '../../../shared/scim/json.ts';
import type { ResolvedFilter } from '../filter/resolved-filter.ts';
import { invalidValue, mutability } from '../scim-error.ts';
import type {
  AttributeOperation,
  AttributeTarget,
  PatchOperation,
  PatchTarget,
} from './patch-operation.ts';

export interface Member {
  readonly value: string;
  readonly type?: string;
  readonly display?: string;
}

export type MemberChange =
  | { readonly kind: 'add'; readonly members: readonly Member[] }
  | { readonly kind: 'remove'; readonly values: readonly string[] }
  /** Every member that `evaluateElementFilter` finds. */
  | { readonly kind: 'remove-where'; readonly filter: ResolvedFilter }
  | { readonly kind: 'replace'; readonly members: readonly Member[] }
  | { readonly kind: 'clear' };

export interface SplitOperations {
  readonly attributes: readonly PatchOperation[];
  readonly members: readonly MemberChange[];
}

/**
 * The operations without those on `members`, and what those do, both in order.
 * Throws `mutability` for a change within a member and `invalidValue` for a member without a value.
 */
export function splitMembers(operations: readonly PatchOperation[]): SplitOperations {
  const attributes: PatchOperation[] = [];
  const members: MemberChange[] = [];
  for (const operation of operations) {
    const { target } = operation;
    if (isMembers(target)) {
      members.push(...changesOf({ ...operation, target }));
    } else {
      attributes.push(operation);
    }
  }
  return { attributes, members };
}

/** Whether an operation is on the members of a group, or within them. */
export function isMembers(target: PatchTarget): target is AttributeTarget {
  return target.kind === 'attribute' && target.path.attribute.role === 'members';
}

/** The members of a resource's document. Throws `invalidValue` for one without a value. */
export function readMembers(value: JsonValue | undefined, label: string): readonly Member[] {
  const elements = isJsonArray(value) ? value : [];
  const members = elements.map((element, index) => readMember(element, `${label}[${index}]`));
  return [...new Map(members.map((member) => [member.value, member])).values()];
}

function changesOf(operation: AttributeOperation): readonly MemberChange[] {
  const { op, label, target, value } = operation;
  if (target.path.subAttribute !== undefined || (target.filter !== undefined && op !== 'remove')) {
    throw mutability(`${label} is immutable: remove the member and add another one`);
  }
  if (target.filter !== undefined) return [removeSelected(target.filter)];
  if (op === 'remove' && value === undefined) return [{ kind: 'clear' }];
  const members = readMembers(value, `${label}: members`);
  // An empty list names nobody: nobody joins and nobody leaves.
  if (op === 'replace') return [members.length === 0 ? { kind: 'clear' } : { kind: op, members }];
  if (members.length === 0) return [];
  if (op === 'add') return [{ kind: op, members }];
  return [{ kind: op, values: members.map((member) => member.value) }];
}

// Entra: flag mode removes by members[value eq "id"], one operation for each member.
function removeSelected(filter: ResolvedFilter): MemberChange {
  const values = equalValues(filter);
  return values === undefined ? { kind: 'remove-where', filter } : { kind: 'remove', values };
}

/** The ids that a filter of `value eq` terms joined by `or` names; undefined for any other filter. */
function equalValues(filter: ResolvedFilter): readonly string[] | undefined {
  if (filter.kind === 'or') {
    const terms = filter.terms.map(equalValues);
    const known = terms.filter((term) => term !== undefined);
    return known.length === terms.length ? known.flat() : undefined;
  }
  if (filter.kind !== 'compare' || filter.operator !== 'eq' || 'unknown' in filter.target) {
    return undefined;
  }
  const { attribute, subAttribute } = filter.target;
  const isValue = (subAttribute ?? attribute).name === 'value';
  return isValue && typeof filter.value === 'string' ? [filter.value] : undefined;
}

function readMember(element: JsonValue, label: string): Member {
  const { value, type, display } = isJsonObject(element) ? element : {};
  if (typeof value !== 'string') throw invalidValue(`${label} has no value`);
  return {
    value,
    ...(typeof type === 'string' && { type }),
    ...(typeof display === 'string' && { display }),
  };
}
