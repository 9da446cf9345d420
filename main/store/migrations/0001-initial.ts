// The first schema. A resource is its JSON document plus the keys it is looked up by; group members are rows of their
// own, so that one membership is one row. The request log is two tables: the narrow one is what lists and searches
// read, bodies and headers are kept beside it. Instants are ISO 8601 text in UTC.

export const initial = {
  id: 1,
  sql: `
    -- autoincrement: work that was begun for a tenant never lands in one that came after it
    create table tenants (
      id integer primary key autoincrement,
      slug text not null unique,
      name text not null,
      public_url text,
      forwarded_url text,
      profile text not null,
      secret_token text not null,
      created text not null
    ) strict;

    -- document: the resource without id, meta, groups, members and password. Keys ending in _key are case-folded.
    create table resources (
      key integer primary key,
      tenant_id integer not null references tenants (id) on delete cascade,
      resource_type text not null,
      id text not null,
      document text not null,
      user_name_key text,
      display_name_key text,
      -- display_name_key where the tenant's profile asks for unique names, else null
      unique_display_name_key text,
      external_id text,
      active integer,
      password_hash text,
      version integer not null,
      created text not null,
      last_modified text not null
    ) strict;
    create unique index resources_id on resources (tenant_id, id);
    create unique index resources_user_name on resources (tenant_id, user_name_key)
      where user_name_key is not null;
    create unique index resources_unique_display_name on resources (tenant_id, unique_display_name_key)
      where unique_display_name_key is not null;
    create index resources_type on resources (tenant_id, resource_type);
    create index resources_display_name on resources (tenant_id, resource_type, display_name_key)
      where display_name_key is not null;
    create index resources_external_id on resources (tenant_id, resource_type, external_id)
      where external_id is not null;
    create index resources_inactive on resources (tenant_id, resource_type) where active = 0;

    -- position grows: the order in which members came. member_id need not be the id of a stored resource.
    create table members (
      position integer primary key,
      tenant_id integer not null references tenants (id) on delete cascade,
      group_key integer not null references resources (key) on delete cascade,
      member_id text not null,
      type text,
      display text
    ) strict;
    create unique index members_member on members (group_key, member_id);
    create index members_group on members (group_key);
    create index members_of on members (tenant_id, member_id);

    -- autoincrement: SQLite remembers the highest id, also of a log that was cleared
    create table request_log (
      id integer primary key autoincrement,
      tenant text,
      at text not null,
      duration_ms real not null,
      method text not null,
      path text not null,
      query text not null,
      status integer not null,
      scim_type text,
      operation text not null,
      sentence text not null,
      source text not null,
      resource_type text,
      resource_id text,
      resource_name text,
      request_bytes integer not null,
      response_bytes integer not null,
      -- what the row weighs in request_exchanges, for the bound on bytes
      recorded_bytes integer not null,
      search_text text not null
    ) strict;
    create index request_log_tenant on request_log (tenant);

    create table request_exchanges (
      id integer primary key references request_log (id) on delete cascade,
      remote_address text not null,
      source_reason text not null,
      request_headers text not null,
      request_body text not null,
      request_truncated integer not null,
      response_headers text not null,
      response_body text not null,
      response_truncated integer not null,
      effects text not null
    ) strict;

    -- request_id: the request in the request log, null when the change was made in the UI
    create table resource_history (
      key integer primary key,
      tenant_id integer not null references tenants (id) on delete cascade,
      resource_type text not null,
      resource_id text not null,
      version integer not null,
      at text not null,
      action text not null,
      request_id integer,
      changes text not null
    ) strict;
    create index resource_history_resource on resource_history (tenant_id, resource_id);
  `,
} as const;
