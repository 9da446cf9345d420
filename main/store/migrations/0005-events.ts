// What is told and done after the answer: the event feed of each tenant, and requests that were accepted for later.

export const events = {
  id: 5,
  sql: `
    -- form: full or notice; filter: SCIM filter of the resources in the feed, null = all of them
    create table event_feeds (
      tenant_id integer primary key references tenants (id) on delete cascade,
      form text not null,
      filter text,
      audience text
    ) strict;

    -- claims: the security event token without jti, iat and aud; rejection: what the receiver said against it.
    -- The jti is key and nonce, so that it needs no index.
    create table events (
      key integer primary key autoincrement,
      tenant_id integer not null references tenants (id) on delete cascade,
      nonce text not null default (lower(hex(randomblob(8)))),
      at text not null,
      txn text not null,
      claims text not null,
      rejection text
    ) strict;
    create index events_tenant on events (tenant_id, key);

    -- outcome: null until the work is done, then what the completion events told
    create table async_requests (
      key integer primary key autoincrement,
      tenant_id integer not null references tenants (id) on delete cascade,
      txn text not null unique,
      accepted text not null,
      request_id integer,
      base_url text not null,
      method text not null,
      path text not null,
      body text,
      precondition text not null,
      outcome text
    ) strict;
    create index async_requests_open on async_requests (key) where outcome is null;
    create index async_requests_tenant on async_requests (tenant_id, key);

    create table signing_keys (
      kid text primary key,
      jwk text not null
    ) strict;
  `,
} as const;
