// The members of a group in pages, for the UI: SCIM itself only knows them all at once.
import type { Member, MemberPage } from '../../shared/admin/resource.ts';
import { groupModel } from '../scim/schema/resource-models.ts';
import type { GroupMember } from '../store/members.ts';
import type { OperationContext } from './context.ts';
import { requireResource } from './find-resource.ts';

export interface MemberRequest {
  readonly startIndex: number;
  /** 0 asks for the total alone. */
  readonly count: number;
  /** Part of a name or id; empty = all. */
  readonly text?: string;
}

/** A page of the group's members, in the order in which they joined. Throws `notFound`. */
export function listMembers(
  context: OperationContext,
  groupId: string,
  { startIndex, count, text = '' }: MemberRequest,
): MemberPage {
  const { members } = context.store;
  const group = requireResource(context, groupModel, groupId);
  const range = { offset: startIndex - 1, limit: count };
  if (text.trim() !== '') {
    const found = members.search(group, text.trim(), range);
    return { totalResults: found.total, startIndex, members: found.members.map(toMember) };
  }
  const page = members.list(group, range);
  return { totalResults: members.count(group), startIndex, members: page.map(toMember) };
}

// A type that a client made up for an id we do not know is not shown.
function toMember({ value, type, display }: GroupMember): Member {
  return { value, display, type: type === 'User' || type === 'Group' ? type : null };
}
