// Settings of the workspace: what differs from the defaults.

export const settings = {
  id: 10,
  sql: `
    create table settings (
      key text not null primary key,
      value text not null
    ) strict, without rowid;
  `,
} as const;
