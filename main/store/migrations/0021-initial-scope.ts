// With which scope the last initial cycle of a job went through the directory.

export const initialScope = {
  id: 21,
  sql: `alter table sync_jobs add column initial_scope text;`,
} as const;
