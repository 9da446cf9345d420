// What a change of a resource was, once it has been written: its history, its events and its effect are told from this.
import type { Revision } from '../../shared/admin/resource.ts';
import type { Membership } from '../store/members.ts';
import type { ResourceRecord } from '../store/resource-record.ts';
import type { MemberDelta } from './change-members.ts';

/** A change that has been written. */
export interface WrittenChange {
  readonly action: Revision['action'];
  /** null before a creation. */
  readonly before: ResourceRecord | null;
  /** null after a deletion. */
  readonly after: ResourceRecord | null;
  readonly at: string;
  readonly delta?: MemberDelta;
  readonly isPasswordSet?: boolean;
  /** The groups that a deleted resource was a direct member of. */
  readonly leftGroups?: readonly Membership[];
}
