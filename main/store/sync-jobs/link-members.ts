// Which members the groups of the target are known to have, by source ids.
import type { Database } from 'better-sqlite3';

export function createLinkMemberStore(db: Database) {
  const statements = prepareStatements(db);

  /** In order, begins after `after`. */
  function list(
    jobKey: number,
    groupId: string,
    page: { readonly after: string; readonly limit: number },
  ): readonly string[] {
    return statements.list.all(jobKey, groupId, page.after, page.limit);
  }

  function has(jobKey: number, groupId: string, memberId: string): boolean {
    return statements.has.get(jobKey, groupId, memberId) !== undefined;
  }

  function add(jobKey: number, groupId: string, memberIds: readonly string[]): void {
    for (const memberId of memberIds) statements.add.run(jobKey, groupId, memberId);
  }

  function remove(jobKey: number, groupId: string, memberIds: readonly string[]): void {
    for (const memberId of memberIds) statements.remove.run(jobKey, groupId, memberId);
  }

  /** Forgets an object on either side; answers with the groups that it was a member of. */
  function forget(jobKey: number, sourceId: string): readonly string[] {
    statements.forgetGroup.run(jobKey, sourceId);
    return statements.forgetMember.all(jobKey, sourceId);
  }

  function removeAll(jobKey: number): void {
    statements.removeAll.run(jobKey);
  }

  return { list, has, add, remove, forget, removeAll };
}

function prepareStatements(db: Database) {
  return {
    list: db
      .prepare<[number, string, string, number], string>(
        `select member_id from sync_members where job_key = ? and group_id = ? and member_id > ?
         order by member_id limit ?`,
      )
      .pluck(),
    has: db
      .prepare<[number, string, string], number>(
        'select 1 from sync_members where job_key = ? and group_id = ? and member_id = ?',
      )
      .pluck(),
    add: db.prepare<[number, string, string]>(
      'insert or ignore into sync_members (job_key, group_id, member_id) values (?, ?, ?)',
    ),
    remove: db.prepare<[number, string, string]>(
      'delete from sync_members where job_key = ? and group_id = ? and member_id = ?',
    ),
    forgetGroup: db.prepare<[number, string]>(
      'delete from sync_members where job_key = ? and group_id = ?',
    ),
    forgetMember: db
      .prepare<[number, string], string>(
        'delete from sync_members where job_key = ? and member_id = ? returning group_id',
      )
      .pluck(),
    removeAll: db.prepare<[number]>('delete from sync_members where job_key = ?'),
  };
}
