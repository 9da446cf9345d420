// A change of very many members tells only the first of them; all their ids are kept beside it, so that what a group
// was can be restored whatever its size.

export const historyMembers = {
  id: 13,
  sql: `
    -- JSON {added, removed}: the ids of a change that does not tell all of them, else null
    alter table resource_history add column member_ids text;
  `,
} as const;
