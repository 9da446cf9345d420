// Who is in a group: one row for each membership, whatever the size of the group.
import type { Database } from 'better-sqlite3';
import type { DirectoryObjectType } from '../../../shared/simulator/directory.ts';
import type { DirectoryChangeStore } from './directory-changes.ts';
import type { DirectoryGroupStore } from './directory-groups.ts';
import { directoryRefusal } from './directory-refusal.ts';

interface MemberRow {
  readonly objectId: string;
  readonly objectType: DirectoryObjectType;
  readonly displayName: string;
  /** Of a user. */
  readonly userPrincipalName: string | null;
}

interface MemberPageQuery {
  readonly groupId: string;
  readonly after: string | null;
  /** To be passed over from there. */
  readonly offset: number;
  readonly limit: number;
}

/** Whatever is refused throws a `DirectoryRefusal`. */
export function createDirectoryMemberStore(
  db: Database,
  changes: DirectoryChangeStore,
  groups: DirectoryGroupStore,
) {
  const statements = { ...prepareChanges(db), ...prepareReads(db) };

  /** Users and groups by objectId. Returns how many were no members before. */
  function addMembers(groupId: string, memberIds: readonly string[]): number {
    const { displayName } = groups.requireLiveGroup(groupId);
    if (memberIds.includes(groupId)) {
      throw directoryRefusal('conflict', `"${displayName}" cannot be a member of itself.`);
    }
    return memberIds.filter((memberId) => addMember(groupId, memberId)).length;
  }

  function addMember(groupId: string, memberId: string): boolean {
    const memberType = statements.typeOf.get({ memberId });
    if (memberType === undefined) {
      throw directoryRefusal('not-found', `The directory has no user or group "${memberId}".`);
    }
    if (statements.insert.run({ groupId, memberId, memberType }).changes === 0) return false;
    changes.note({ kind: 'member', objectId: memberId, objectType: memberType, placeId: groupId });
    return true;
  }

  /** Returns how many were members. */
  function removeMembers(groupId: string, memberIds: readonly string[]): number {
    groups.requireLiveGroup(groupId);
    return memberIds.filter((memberId) => removeMember(groupId, memberId)).length;
  }

  function removeMember(groupId: string, memberId: string): boolean {
    const objectType = statements.remove.get({ groupId, memberId });
    if (objectType === undefined) return false;
    changes.note({ kind: 'member', objectId: memberId, objectType, placeId: groupId });
    return true;
  }

  /** Users alone, none from the recycle bin. */
  function readMemberIds(groupId: string, after: string | null, limit: number): readonly string[] {
    return statements.userIds.all({ groupId, after: after ?? '', limit });
  }

  /** Users and groups by objectId, none from the recycle bin. */
  function readMembers(query: MemberPageQuery): readonly MemberRow[] {
    return statements.members.all({ ...query, after: query.after ?? '' });
  }

  function countMembers(groupId: string): number {
    return statements.count.get(groupId) ?? 0;
  }

  /** objectIds of the groups, not deleted, that someone is a direct member of, by name. */
  function readGroupsOf(memberId: string): readonly string[] {
    return statements.groupsOf.all(memberId);
  }

  return { addMembers, removeMembers, readMemberIds, readMembers, countMembers, readGroupsOf };
}

function prepareChanges(db: Database) {
  return {
    typeOf: db
      .prepare<[object], DirectoryObjectType>(
        `
        select 'User' from directory_users where object_id = :memberId and deleted is null
        union all
        select 'Group' from directory_groups where object_id = :memberId and deleted is null`,
      )
      .pluck(),
    insert: db.prepare<[object]>(`
      insert into directory_members (group_id, member_id, member_type)
      values (:groupId, :memberId, :memberType)
      on conflict do nothing`),
    remove: db
      .prepare<[object], DirectoryObjectType>(
        `
        delete from directory_members where group_id = :groupId and member_id = :memberId
        returning member_type`,
      )
      .pluck(),
  };
}

function prepareReads(db: Database) {
  return {
    userIds: db
      .prepare<[object], string>(
        `
        select m.member_id
        from directory_members m
        cross join directory_users u on u.object_id = m.member_id and u.deleted is null
        where m.group_id = :groupId and m.member_id > :after and m.member_type = 'User'
        order by m.member_id
        limit :limit`,
      )
      .pluck(),
    members: db.prepare<[object], MemberRow>(`
      select
        m.member_id as objectId, m.member_type as objectType,
        coalesce(u.display_name, g.display_name) as displayName,
        u.user_principal_name as userPrincipalName
      from directory_members m
      left join directory_users u on u.object_id = m.member_id
      left join directory_groups g on g.object_id = m.member_id
      where m.group_id = :groupId and m.member_id > :after
        and u.deleted is null and g.deleted is null
      order by m.member_id
      limit :limit offset :offset`),
    count: db
      .prepare<[string], number>(
        `
        select count(*)
        from directory_members m
        left join directory_users u on u.object_id = m.member_id
        left join directory_groups g on g.object_id = m.member_id
        where m.group_id = ? and u.deleted is null and g.deleted is null`,
      )
      .pluck(),
    groupsOf: db
      .prepare<[string], string>(
        `
        select g.object_id
        from directory_members m
        join directory_groups g on g.object_id = m.group_id
        where m.member_id = ? and g.deleted is null
        order by g.name_key, g.object_id`,
      )
      .pluck(),
  };
}
