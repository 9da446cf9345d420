// On which connection a request came, and from which port. A connection is called by the number of its first request.

export const connections = {
  id: 31,
  sql: `
    alter table request_log add column connection integer;
    alter table request_exchanges add column remote_port integer;
  `,
} as const;
