// Who is assigned to an application: users directly, and through groups those who are in them themselves. Nested groups
// give nothing, as in Entra.
import type { Database } from 'better-sqlite3';
import type { Assignment } from '../../../shared/simulator/application.ts';
import { foldCase } from '../../scim/fold-case.ts';

interface AssignmentRow extends Assignment {
  readonly displayName: string;
  readonly userPrincipalName: string | null;
}

interface AssignmentPageQuery {
  readonly applicationId: string;
  /** Part of a name; empty: all. */
  readonly text: string;
  readonly offset: number;
  readonly limit: number;
}

export type AssignmentReader = ReturnType<typeof createAssignmentReader>;

export function createAssignmentReader(db: Database) {
  const statements = { ...prepareLists(db), ...prepareWalks(db) };

  function findAssignment(applicationId: string, id: string): Assignment | undefined {
    return statements.find.get(applicationId, id);
  }

  /** By name of the principal; none of the recycle bin. */
  function listAssignments(query: AssignmentPageQuery): readonly AssignmentRow[] {
    return statements.list.all({ ...query, text: foldCase(query.text.trim()) });
  }

  function countAssignments(applicationId: string, text: string): number {
    return statements.count.get({ applicationId, text: foldCase(text.trim()) }) ?? 0;
  }

  function readAssignments(applicationId: string, principalId: string): readonly Assignment[] {
    return statements.effective.all({ applicationId, principalId });
  }

  /** Assigned groups that hold someone only through groups within them, by name: these give nothing. */
  function readNestedAssignedGroupIds(applicationId: string, memberId: string): readonly string[] {
    return statements.nestedGroupIds.all({ applicationId, memberId });
  }

  function readAssignedUserIds(
    applicationId: string,
    after: string | null,
    limit: number,
  ): readonly string[] {
    return statements.userIds.all({ applicationId, after: after ?? '', limit });
  }

  function readAssignedGroupIds(applicationId: string): readonly string[] {
    return statements.groupIds.all(applicationId);
  }

  return {
    findAssignment,
    listAssignments,
    countAssignments,
    readAssignments,
    readNestedAssignedGroupIds,
    readAssignedUserIds,
    readAssignedGroupIds,
  };
}

const ASSIGNMENT_COLUMNS = `
  a.id, a.application_id as applicationId, a.principal_id as principalId,
  a.principal_type as principalType, a.app_role_id as appRoleId, a.created as createdDateTime`;

const LISTED = `
  from app_role_assignments a
  left join directory_users u on u.object_id = a.principal_id
  left join directory_groups g on g.object_id = a.principal_id
  where a.application_id = :applicationId and u.deleted is null and g.deleted is null
    and instr(coalesce(u.search_key, g.search_key), :text)`;

// Groups of the application that give access to their members.
const GIVING_GROUP = `
  a.application_id = :applicationId and a.principal_type = 'Group'
  and exists (
    select 1 from directory_groups g
    where g.object_id = a.principal_id and g.deleted is null and g.security_enabled = 1)`;

function prepareLists(db: Database) {
  const assignments = `select ${ASSIGNMENT_COLUMNS} from app_role_assignments a`;
  return {
    find: db.prepare<[string, string], Assignment>(`
      ${assignments} where a.application_id = ? and a.id = ?`),
    list: db.prepare<[object], AssignmentRow>(`
      select ${ASSIGNMENT_COLUMNS}, coalesce(u.display_name, g.display_name) as displayName,
        u.user_principal_name as userPrincipalName
      ${LISTED}
      order by coalesce(u.name_key, g.name_key), a.id
      limit :limit offset :offset`),
    count: db.prepare<[object], number>(`select count(*) ${LISTED}`).pluck(),
    effective: db.prepare<[object], Assignment>(`
      ${assignments}
      where a.principal_id = :principalId and a.application_id = :applicationId
      union all
      select ${ASSIGNMENT_COLUMNS}
      from directory_members m
      cross join app_role_assignments a on a.principal_id = m.group_id and ${GIVING_GROUP}
      where m.member_id = :principalId and m.member_type = 'User'`),
  };
}

function prepareWalks(db: Database) {
  return {
    // Walked by person: each asks two indexes, so a page is as dear at its end as at the beginning.
    userIds: db
      .prepare<[object], string>(
        `
        select u.object_id
        from directory_users u
        where u.object_id > :after and (
          exists (
            select 1 from app_role_assignments a
            where a.principal_id = u.object_id and a.application_id = :applicationId)
          or exists (
            select 1
            from directory_members m
            cross join app_role_assignments a on a.principal_id = m.group_id and ${GIVING_GROUP}
            where m.member_id = u.object_id))
        order by u.object_id
        limit :limit`,
      )
      .pluck(),
    nestedGroupIds: db
      .prepare<[object], string>(
        `
        with recursive
        direct (id) as (select group_id from directory_members where member_id = :memberId),
        holders (id) as (
          select id from direct
          union
          select m.group_id from holders h cross join directory_members m on m.member_id = h.id
        )
        select g.object_id
        from holders h
        cross join directory_groups g on g.object_id = h.id and g.deleted is null
        where h.id not in (select id from direct) and exists (
          select 1 from app_role_assignments a
          where a.application_id = :applicationId and a.principal_id = h.id)
        order by g.name_key, g.object_id`,
      )
      .pluck(),
    groupIds: db
      .prepare<[string], string>(
        `
        select distinct principal_id from app_role_assignments
        where application_id = ? and principal_type = 'Group'
        order by principal_id`,
      )
      .pluck(),
  };
}
