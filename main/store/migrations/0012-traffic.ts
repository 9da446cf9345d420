// Figures for Home: requests by minute, what each revision changed in the numbers of a tenant, and its first steps.

export const traffic = {
  id: 12,
  sql: `
    -- minute: since 1970; tenant: slug, empty where the path named none; status_class: first digit, 0 = no answer;
    -- latency: which power of the base in latency-buckets.ts the milliseconds are nearest to
    create table request_traffic (
      minute integer not null,
      tenant text not null,
      status_class integer not null,
      latency integer not null,
      requests integer not null,
      primary key (minute, tenant, status_class, latency)
    ) strict, without rowid;

    -- by how much a revision moved the number of resources of its type, of active ones, and of memberships
    alter table resource_history add column net_resources integer not null default 0;
    alter table resource_history add column net_active integer not null default 0;
    alter table resource_history add column net_members integer not null default 0;
    update resource_history
      set net_resources = case action when 'create' then 1 else -1 end
      where action in ('create', 'delete');
    -- a user is active unless it says otherwise
    update resource_history
      set net_active = iif(action = 'delete', 0, (
          select json_extract(change.value, '$.after') from json_each(changes) change
          where json_extract(change.value, '$.path') = 'active') is not 0)
        - iif(action = 'create', 0, (
          select json_extract(change.value, '$.before') from json_each(changes) change
          where json_extract(change.value, '$.path') = 'active') is not 0)
      where resource_type = 'User'
        and (action in ('create', 'delete') or instr(changes, '"active"') > 0);
    create index resource_history_net on resource_history (
      tenant_id, at, resource_type, net_resources, net_active, net_members)
      where net_resources <> 0 or net_active <> 0 or net_members <> 0;

    create table first_steps (
      tenant_id integer not null references tenants (id) on delete cascade,
      step text not null,
      primary key (tenant_id, step)
    ) strict, without rowid;
  `,
} as const;
