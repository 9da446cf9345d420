// What changed in the directory since a watermark. Each kind of change of an object is kept once, the newest: so the table
// grows with the directory and not with its history, and a cycle reads each object once.
import type { Database } from 'better-sqlite3';
import type { DirectoryObjectType } from '../../../shared/simulator/directory.ts';

/**
 * `object`: created, changed, deleted or restored. `member`: joined or left a group. `assignment`: assigned to or unassigned
 * from an application. `access`: a group that from now on gives access, or gives it no longer. `purged`: gone for good.
 */
export type ChangeKind = 'object' | 'member' | 'assignment' | 'access' | 'purged';

interface Change {
  readonly kind: ChangeKind;
  readonly objectId: string;
  readonly objectType: DirectoryObjectType;
  /** Group of a membership, application of an assignment. */
  readonly placeId?: string;
}

interface PurgedObject {
  readonly objectId: string;
  readonly objectType: DirectoryObjectType;
}

interface DirectoryChanges {
  readonly users: readonly string[];
  readonly groups: readonly string[];
  readonly purged: readonly PurgedObject[];
  readonly memberships: readonly string[];
}

export type DirectoryChangeStore = ReturnType<typeof createDirectoryChangeStore>;

export function createDirectoryChangeStore(db: Database) {
  const statements = { ...prepareNotes(db), ...prepareReads(db) };

  function note({ placeId = '', ...change }: Change): void {
    statements.note.run({ ...change, placeId });
  }

  /** The groups that a user is in have lost him, or have him again. */
  function noteMemberships(memberId: string, objectType: DirectoryObjectType): void {
    statements.noteMemberships.run({ memberId, objectType });
  }

  /** Every member of a group, users and groups. */
  function noteMembersOf(groupId: string): void {
    statements.noteMembersOf.run({ groupId });
  }

  /** Those who report to a person. */
  function noteReports(managerId: string): void {
    statements.noteReports.run(managerId);
  }

  /** 0 while nothing has ever changed. */
  function currentSequence(): number {
    return statements.sequence.get() ?? 0;
  }

  function changesSince(sequence: number, applicationId: string): DirectoryChanges {
    const since = { sequence, applicationId };
    return {
      users: statements.users.all(since),
      groups: statements.groups.all(since),
      purged: statements.purged.all(sequence),
      memberships: statements.memberships.all(sequence),
    };
  }

  return { note, noteMemberships, noteMembersOf, noteReports, currentSequence, changesSince };
}

// Groups through which a membership gives or gave access: those assigned, and those that were at the watermark.
const RELEVANT_GROUPS = `
  relevant (id) as materialized (
    select principal_id from app_role_assignments
    where application_id = :applicationId and principal_type = 'Group'
    union
    select object_id from directory_changes not indexed
    where seq > :sequence and kind = 'assignment' and object_type = 'Group'
      and place_id = :applicationId
  )`;

function prepareNotes(db: Database) {
  return {
    note: db.prepare<[object]>(`
      insert or replace into directory_changes (kind, object_id, object_type, place_id)
      values (:kind, :objectId, :objectType, :placeId)`),
    noteMemberships: db.prepare<[object]>(`
      insert or replace into directory_changes (kind, object_id, object_type, place_id)
      select 'member', member_id, :objectType, group_id
      from directory_members where member_id = :memberId`),
    noteMembersOf: db.prepare<[object]>(`
      insert or replace into directory_changes (kind, object_id, object_type, place_id)
      select 'member', member_id, member_type, group_id
      from directory_members where group_id = :groupId`),
    noteReports: db.prepare<[string]>(`
      insert or replace into directory_changes (kind, object_id, object_type)
      select 'object', object_id, 'User' from directory_users where manager_id = ?`),
    sequence: db
      .prepare<[], number>("select seq from sqlite_sequence where name = 'directory_changes'")
      .pluck(),
  };
}

// not indexed: after a watermark there is little, and it is at the end of the table; by kind it would be all of it.
function prepareReads(db: Database) {
  return {
    users: db
      .prepare<[object], string>(
        `
        with ${RELEVANT_GROUPS},
        touched (id, seq) as (
          select object_id, seq from directory_changes not indexed
          where seq > :sequence and object_type = 'User'
            and (kind = 'object' or (kind = 'assignment' and place_id = :applicationId)
              or (kind = 'member' and place_id in (select id from relevant)))
          union all
          select m.member_id, c.seq
          from directory_changes c not indexed
          cross join directory_members m on m.group_id = c.object_id and m.member_type = 'User'
          where c.seq > :sequence and c.object_type = 'Group'
            and ((c.kind = 'assignment' and c.place_id = :applicationId)
              or (c.kind = 'access' and c.object_id in (select id from relevant)))
        )
        select u.object_id from touched cross join directory_users u on u.object_id = touched.id
        group by u.object_id
        order by min(touched.seq)`,
      )
      .pluck(),
    groups: db
      .prepare<[object], string>(
        `
        select g.object_id
        from directory_changes c not indexed
        cross join directory_groups g on g.object_id = c.object_id
        where c.seq > :sequence and c.object_type = 'Group'
          and (c.kind in ('object', 'access')
            or (c.kind = 'assignment' and c.place_id = :applicationId))
        group by g.object_id
        order by min(c.seq)`,
      )
      .pluck(),
    purged: db.prepare<[number], PurgedObject>(`
      select object_id as objectId, object_type as objectType
      from directory_changes not indexed
      where seq > ? and kind = 'purged'
      order by seq`),
    memberships: db
      .prepare<[number], string>(
        `
        select g.object_id
        from directory_changes c not indexed
        cross join directory_groups g on g.object_id = c.place_id
        where c.seq > ? and c.kind = 'member'
        group by g.object_id
        order by min(c.seq)`,
      )
      .pluck(),
  };
}
