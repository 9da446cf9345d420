// A PATCH of a Group's members: who was added and who was removed, named where there is one.
import type { FilterNode } from '../../../shared/scim/filter-tree.ts';
import { isJsonArray, isJsonObject, type JsonValue } from '../../../shared/scim/json.ts';
import { type ExchangeFacts, type Intent, textMember } from './exchange.ts';
import type { Touch } from './read-touches.ts';

interface NamedMember {
  readonly id: string;
  readonly display: string | null;
}

/** `members` are the touches of the `members` attribute, at least one; `group` is the group's name. */
export function describeMembers(
  facts: ExchangeFacts,
  members: readonly Touch[],
  group: string,
): Intent {
  const replaced = members.filter(({ op }) => op === 'replace');
  if (replaced.length > 0) return describeReplaced(facts, replaced, group);
  const removed = members.filter(({ op }) => op === 'remove');
  const added = members.filter(({ op }) => op === 'add').flatMap(readMembers);
  if (removed.some(isRemoveAll)) return describeEmptied(facts, added, group);
  const gone = removed.flatMap(readMembers);
  if (removed.length === 0) {
    return { operation: 'add-members', action: `Add ${tell(facts, added)} to ${group}` };
  }
  if (added.length === 0 && members.length === removed.length) {
    return { operation: 'remove-members', action: `Remove ${tell(facts, gone)} from ${group}` };
  }
  return {
    operation: 'change-members',
    action: `Change members of ${group}`,
    detail: `add ${tell(facts, added)}, remove ${tell(facts, gone)}`,
  };
}

function describeReplaced(facts: ExchangeFacts, replaced: readonly Touch[], group: string): Intent {
  const set = replaced.flatMap(readMembers);
  const action =
    set.length === 0
      ? `Remove all members from ${group}`
      : `Set members of ${group} to ${tell(facts, set)}`;
  return { operation: 'change-members', action };
}

/** All go; who is added in the same message is who is left. */
function describeEmptied(
  facts: ExchangeFacts,
  added: readonly NamedMember[],
  group: string,
): Intent {
  if (added.length === 0) {
    return { operation: 'remove-members', action: `Remove all members from ${group}` };
  }
  return {
    operation: 'change-members',
    action: `Set members of ${group} to ${tell(facts, added)}`,
  };
}

function isRemoveAll({ filter, value }: Touch): boolean {
  return filter === undefined && (value === undefined || value === null);
}

function readMembers({ filter, value }: Touch): readonly NamedMember[] {
  if (filter !== undefined) return readFilterIds(filter).map((id) => ({ id, display: null }));
  const list: readonly JsonValue[] = isJsonArray(value) ? value : [value ?? null];
  return list.flatMap(readMember);
}

function readMember(member: JsonValue): readonly NamedMember[] {
  if (typeof member === 'string') return [{ id: member, display: null }];
  const id = isJsonObject(member) ? textMember(member, 'value') : null;
  return id === null ? [] : [{ id, display: textMember(member, 'display') }];
}

/** `members[value eq "a" or value eq "b"]` names a and b; any other filter names nobody. */
function readFilterIds(filter: FilterNode): readonly string[] {
  if (filter.kind === 'or') return filter.terms.flatMap(readFilterIds);
  const isValue = filter.kind === 'compare' && filter.attribute.toLowerCase() === 'value';
  if (!isValue || filter.operator !== 'eq' || typeof filter.value !== 'string') return [];
  return [filter.value];
}

function tell(facts: ExchangeFacts, members: readonly NamedMember[]): string {
  const [only] = members;
  if (only === undefined) return 'some members';
  if (members.length > 1) return `${members.length} members`;
  return facts.findName?.(only.id) ?? only.display ?? only.id;
}
