// What opens a tenant: bearer tokens, OAuth clients with the access tokens they were given, issuers that it trusts.
// Secrets are kept in the clear, so that the UI can show them again: they open a mock, and the file is the user's own.
// Access tokens are shown once, to the client that asked, so their digest is enough.

export const credentials = {
  id: 3,
  sql: `
    -- the first token that is not revoked is the tenant's Secret Token; scope: full or read-only;
    -- previous_secret is valid beside secret until previous_expires; acts_as: userName of the User behind /Me
    create table tokens (
      key integer primary key,
      id text not null unique default (lower(hex(randomblob(8)))),
      tenant_id integer not null references tenants (id) on delete cascade,
      name text not null,
      secret text not null,
      previous_secret text,
      previous_expires text,
      scope text not null default 'full',
      acts_as text,
      created text not null,
      expires text,
      revoked text,
      last_used text,
      last_source text,
      requests integer not null default 0
    ) strict;
    create index tokens_tenant on tokens (tenant_id, key);
    insert into tokens (tenant_id, name, secret, created)
      select id, 'Secret Token', secret_token, created from tenants order by id;
    alter table tenants drop column secret_token;

    -- assertion_subject: sub of the assertions that stand for the client, null = its client id
    create table oauth_clients (
      key integer primary key,
      tenant_id integer not null references tenants (id) on delete cascade,
      client_id text not null,
      name text not null,
      scope text not null,
      acts_as text,
      assertion_subject text,
      created text not null,
      revoked text,
      last_used text,
      last_source text,
      requests integer not null default 0
    ) strict;
    create unique index oauth_clients_client_id on oauth_clients (tenant_id, client_id);

    create table oauth_secrets (
      key integer primary key,
      id text not null unique default (lower(hex(randomblob(8)))),
      client_key integer not null references oauth_clients (key) on delete cascade,
      secret text not null,
      created text not null,
      expires text
    ) strict;
    create index oauth_secrets_client on oauth_secrets (client_key, key);

    create table access_tokens (
      digest text primary key,
      client_key integer not null references oauth_clients (key) on delete cascade,
      scope text not null,
      expires text not null
    ) strict, without rowid;
    create index access_tokens_client on access_tokens (client_key);
    create index access_tokens_expires on access_tokens (expires);

    create table auth_settings (
      tenant_id integer primary key references tenants (id) on delete cascade,
      setting text not null
    ) strict;

    -- name of the token, client or issuer that a request was sent with
    alter table request_log add column token_name text;
  `,
} as const;
