// Compose: requests that people keep, and what they have sent.

export const compose = {
  id: 11,
  sql: `
    -- request: JSON of a composed request; its secrets are in it only where keeps_secrets is 1
    create table saved_requests (
      id integer primary key autoincrement,
      name text not null,
      request text not null,
      keeps_secrets integer not null,
      saved_at text not null
    ) strict;

    -- request: JSON without secrets; status: null when no answer came
    create table sent_requests (
      id integer primary key autoincrement,
      at text not null,
      request text not null,
      status integer,
      duration_ms real not null,
      request_id integer
    ) strict;
  `,
} as const;
