// Membership changes of a Group, row by row: a change of one member never reads the others. @see RFC 7644 §3.5.2
import type { AttributeChange } from '../../shared/admin/request-log.ts';
import type { JsonObject } from '../../shared/scim/json.ts';
import { evaluateFilter } from '../scim/filter/evaluate-filter.ts';
import type { MemberChange } from '../scim/patch/split-members.ts';
import { ALL_MEMBERS } from '../store/members.ts';
import type { ResourceRecord } from '../store/resource-record.ts';
import { describeMember } from './assemble-resource.ts';
import type { OperationContext } from './context.ts';

/** Ids that joined and left, net of what one request did and undid. */
export interface MemberDelta {
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

export const NO_DELTA: MemberDelta = { added: [], removed: [] };

/** Members that one change tells by name; of the others it tells how many. */
export const MAX_TOLD_MEMBERS = 1000;

/** Applies the changes in order. */
export function changeMembers(
  context: OperationContext,
  group: ResourceRecord,
  changes: readonly MemberChange[],
): MemberDelta {
  const added = new Set<string>();
  const removed = new Set<string>();
  for (const change of changes) {
    const step = applyChange(context, group, change);
    for (const id of step.removed) if (!added.delete(id)) removed.add(id);
    for (const id of step.added) if (!removed.delete(id)) added.add(id);
  }
  return { added: [...added], removed: [...removed] };
}

/** The delta as the history and the effect of a request tell it: at most one line for each direction. */
export function describeDelta(
  context: OperationContext,
  { added, removed }: MemberDelta,
): readonly AttributeChange[] {
  const path = 'members';
  const joined = { path, kind: 'added', after: tellMembers(context, added) } as const;
  const left = { path, kind: 'removed', before: tellMembers(context, removed) } as const;
  return [...(removed.length > 0 ? [left] : []), ...(added.length > 0 ? [joined] : [])];
}

function applyChange(
  context: OperationContext,
  group: ResourceRecord,
  change: MemberChange,
): MemberDelta {
  const { members } = context.store;
  switch (change.kind) {
    case 'add':
      return { added: members.add(group, change.members), removed: [] };
    case 'remove':
      return { added: [], removed: members.remove(group, change.values) };
    case 'remove-where':
      return {
        added: [],
        removed: members.remove(group, selectMembers(context, group, change.filter)),
      };
    case 'replace': {
      const kept = change.members.map(({ value }) => value);
      const removed = members.removeOthers(group, kept);
      return { added: members.add(group, change.members), removed };
    }
    case 'clear':
      return { added: [], removed: members.removeOthers(group, []) };
  }
}

type MemberFilter = Extract<MemberChange, { kind: 'remove-where' }>['filter'];

function selectMembers(
  context: OperationContext,
  group: ResourceRecord,
  filter: MemberFilter,
): readonly string[] {
  return context.store.members
    .list(group, ALL_MEMBERS)
    .filter((member) => evaluateFilter(filter, { members: [describeMember(context, member)] }))
    .map(({ value }) => value);
}

function tellMembers(context: OperationContext, ids: readonly string[]): readonly JsonObject[] {
  const told = ids.slice(0, MAX_TOLD_MEMBERS).map((id) => tellMember(context, id));
  const more = ids.length - told.length;
  return more > 0 ? [...told, { more }] : told;
}

function tellMember(context: OperationContext, id: string): JsonObject {
  const target = context.store.resources.findReference(context.tenant.id, id);
  const display = target?.displayName ?? null;
  return display === null ? { value: id } : { value: id, display };
}
