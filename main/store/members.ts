// Group members, one row each: a change of one membership touches one row, whatever the size of the group.
// A member is kept by its id whether or not such a resource is stored; type and display come from the resource where
// there is one, else they are as sent. `User.groups` is the same table read the other way (RFC 7643 §4.1.2).
import type { Database } from 'better-sqlite3';
import { foldCase } from '../scim/fold-case.ts';

export interface GroupMember {
  /** The id of the member. */
  readonly value: string;
  readonly type: string | null;
  readonly display: string | null;
}

export interface NewMember {
  readonly value: string;
  readonly type?: string | undefined;
  readonly display?: string | undefined;
}

/** A group as this table knows it. */
export interface GroupKey {
  readonly tenantId: number;
  readonly key: number;
}

/** A group that someone is a direct member of. */
export interface Membership {
  readonly groupKey: number;
  readonly groupId: string;
  readonly displayName: string | null;
}

/** A group that someone is in, directly or through another group. */
export interface NestedMembership extends Membership {
  readonly isDirect: boolean;
}

export interface MemberRange {
  readonly offset: number;
  readonly limit: number;
}

export interface FoundMembers {
  readonly total: number;
  readonly members: readonly GroupMember[];
}

export const ALL_MEMBERS: MemberRange = { offset: 0, limit: -1 };

export type MemberStore = ReturnType<typeof createMemberStore>;

export function createMemberStore(db: Database) {
  const statements = prepareStatements(db);

  /** Returns the ids that were not members before, in the order given. */
  function add(group: GroupKey, members: readonly NewMember[]): readonly string[] {
    return members.filter((member) => insert(group, member)).map(({ value }) => value);
  }

  function insert({ tenantId, key }: GroupKey, member: NewMember): boolean {
    const { value, type = null, display = null } = member;
    return statements.insert.run({ tenantId, key, value, type, display }).changes === 1;
  }

  /** Returns the ids that were members, in the order given. */
  function remove(group: GroupKey, ids: readonly string[]): readonly string[] {
    return ids.filter((id) => statements.remove.run(group.key, id).changes === 1);
  }

  /** Removes every member but these; returns the ids removed. */
  function removeOthers(group: GroupKey, kept: readonly string[]): readonly string[] {
    return statements.removeOthers.all(group.key, JSON.stringify(kept));
  }

  /** In the order in which they came. */
  function list(group: GroupKey, { offset, limit }: MemberRange): readonly GroupMember[] {
    return statements.list.all(group.key, limit, offset);
  }

  /** Those whose name or id contains the text, whatever its case. */
  function search(group: GroupKey, text: string, { offset, limit }: MemberRange): FoundMembers {
    const positions = statements.find.all({ key: group.key, text, folded: foldCase(text) });
    const page = positions.slice(offset, limit < 0 ? undefined : offset + limit);
    return {
      total: positions.length,
      members: statements.listAt.all(group.key, JSON.stringify(page)),
    };
  }

  function count(group: GroupKey): number {
    return statements.count.get(group.key) ?? 0;
  }

  /** The groups that a resource is a direct member of, oldest membership first. */
  function groupsOf(tenantId: number, memberId: string): readonly Membership[] {
    return statements.groupsOf.all(tenantId, memberId);
  }

  /** Those and the groups that these are in, however deep; circles are safe. Direct memberships come first. */
  function allGroupsOf(tenantId: number, memberId: string): readonly NestedMembership[] {
    return statements.allGroupsOf
      .all({ tenantId, memberId })
      .map(({ isDirect, ...membership }) => ({ ...membership, isDirect: isDirect === 1 }));
  }

  return { add, remove, removeOthers, list, search, count, groupsOf, allGroupsOf };
}

// The folded keys of the member where it is stored, else what the client said of it.
const FOUND = `
  from members m
  left join resources r on r.tenant_id = m.tenant_id and r.id = m.member_id
  where m.group_key = :key and (
    instr(r.display_name_key, :folded) or instr(r.user_name_key, :folded)
    or instr(m.member_id, :text) or (r.key is null and instr(fold(m.display), :folded)))`;

const MEMBER_COLUMNS = `
  m.member_id as value,
  coalesce(r.resource_type, m.type) as type,
  coalesce(r.document ->> '$.displayName', r.document ->> '$.userName', m.display) as display`;

// +?: see page-to-sql.ts.
function prepareStatements(db: Database) {
  return {
    insert: db.prepare<[object]>(`
      insert into members (tenant_id, group_key, member_id, type, display)
      values (:tenantId, :key, :value, :type, :display)
      on conflict (group_key, member_id) do nothing`),
    remove: db.prepare<[number, string]>(
      'delete from members where group_key = ? and member_id = ?',
    ),
    removeOthers: db
      .prepare<[number, string], string>(
        `
        delete from members
        where group_key = ? and member_id not in (select value from json_each(?))
        returning member_id`,
      )
      .pluck(),
    list: db.prepare<[number, number, number], GroupMember>(`
      select ${MEMBER_COLUMNS}
      from members m
      left join resources r on r.tenant_id = m.tenant_id and r.id = m.member_id
      where m.group_key = +?
      order by m.position
      limit +? offset +?`),
    // One walk tells the number and the page: a search of a large group reads each of its members once.
    find: db.prepare<[object], number>(`select m.position ${FOUND} order by m.position`).pluck(),
    listAt: db.prepare<[number, string], GroupMember>(`
      select ${MEMBER_COLUMNS}
      from members m
      left join resources r on r.tenant_id = m.tenant_id and r.id = m.member_id
      where m.group_key = +? and m.position in (select value from json_each(?))
      order by m.position`),
    count: db.prepare<[number], number>('select count(*) from members where group_key = ?').pluck(),
    // cross join: from the few memberships to the groups, never over all resources.
    allGroupsOf: db.prepare<[object], Membership & { readonly isDirect: number }>(`
      with recursive holders (key, is_indirect) as (
        select group_key, 0
        from members
        where tenant_id = :tenantId and member_id = :memberId
        union
        select m.group_key, 1
        from holders h
        cross join resources inner_group on inner_group.key = h.key
        cross join members m
          on m.tenant_id = inner_group.tenant_id and m.member_id = inner_group.id
      )
      select
        g.key as groupKey, g.id as groupId, g.document ->> '$.displayName' as displayName,
        min(h.is_indirect) = 0 as isDirect
      from holders h
      cross join resources g on g.key = h.key
      group by g.key
      order by min(h.is_indirect), g.key`),
    groupsOf: db.prepare<[number, string], Membership>(`
      select g.key as groupKey, g.id as groupId, g.document ->> '$.displayName' as displayName
      from members m
      join resources g on g.key = m.group_key
      where m.tenant_id = +? and m.member_id = +?
      order by m.position`),
  };
}
