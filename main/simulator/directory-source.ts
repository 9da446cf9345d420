// What the provisioning engine reads of the directory. The store implements it over SQLite; a sequence number stands
// for Graph's delta link: all that changed after it is what an incremental cycle has to look at.
import type { Application, Assignment } from '../../shared/simulator/application.ts';
import type {
  DirectoryGroup,
  DirectoryObjectType,
  DirectoryUser,
} from '../../shared/simulator/directory.ts';

export interface DirectoryChanges {
  /** objectIds of users and groups that were created, changed, deleted, restored, assigned or unassigned, or joined or left
   *  a group that is assigned; users too whose group was assigned, unassigned, deleted or restored. Each once, in the
   *  order of their changes; of several changes of one kind only the newest is kept. */
  readonly users: readonly string[];
  readonly groups: readonly string[];
  /** Gone for good. */
  readonly purged: readonly {
    readonly objectId: string;
    readonly objectType: DirectoryObjectType;
  }[];
  /** Groups whose members changed; the deletion of a member counts, his return from the recycle bin does not. */
  readonly memberships: readonly string[];
}

export interface DirectorySource {
  /** Of the newest change: what a cycle stores as its watermark. 0: nothing has ever changed. */
  readonly currentSequence: () => number;
  readonly changesSince: (sequence: number, applicationId: string) => DirectoryChanges;
  /** By objectId, the recycle bin included; begins after `after`. Fewer than `limit`: the end. */
  readonly readUsers: (after: string | null, limit: number) => readonly DirectoryUser[];
  readonly readGroups: (after: string | null, limit: number) => readonly DirectoryGroup[];
  readonly countObjects: () => { readonly users: number; readonly groups: number };
  readonly findUser: (objectId: string) => DirectoryUser | undefined;
  readonly findGroup: (objectId: string) => DirectoryGroup | undefined;
  /** objectIds of the immediate members of a group that are users, in order, begins after `after`; none that is deleted. */
  readonly readMemberIds: (
    groupId: string,
    after: string | null,
    limit: number,
  ) => readonly string[];
  readonly findApplication: (id: string) => Application | undefined;
  /** Direct assignments of a user or group, and of a user those of the security-enabled groups it is an immediate member of. */
  readonly readAssignments: (applicationId: string, principalId: string) => readonly Assignment[];
  /** Users that are assigned directly or through a group, once each, by objectId, begins after `after`; the recycle bin
   *  included, for what is deleted is assigned still. */
  readonly readAssignedUserIds: (
    applicationId: string,
    after: string | null,
    limit: number,
  ) => readonly string[];
  readonly readAssignedGroupIds: (applicationId: string) => readonly string[];
}
