// The simulated Entra directory: people, groups, applications with their roles and assignments, and what changed when.

export const directory = {
  id: 18,
  sql: `
    -- *_key: without case; search_key: names, userPrincipalName and mail, line by line, without case
    -- attributes: JSON of those that have a value and no column
    create table directory_users (
      object_id text primary key,
      user_principal_name text not null,
      upn_key text not null,
      display_name text not null,
      name_key text not null,
      department_key text not null,
      search_key text not null,
      account_enabled integer not null,
      user_type text not null,
      manager_id text references directory_users (object_id),
      attributes text not null,
      created text not null,
      deleted text
    ) strict;
    create unique index directory_users_upn on directory_users (upn_key) where deleted is null;
    -- lists with a filter are read from these alone
    create index directory_users_name on directory_users
      (name_key, object_id, search_key, deleted, account_enabled, user_type);
    create index directory_users_by_upn on directory_users
      (upn_key, object_id, search_key, deleted, account_enabled, user_type);
    create index directory_users_department on directory_users
      (department_key, object_id, search_key, deleted, account_enabled, user_type);
    create index directory_users_created on directory_users
      (created, object_id, search_key, deleted, account_enabled, user_type);
    create index directory_users_manager on directory_users (manager_id)
      where manager_id is not null;
    create index directory_users_deleted on directory_users (deleted) where deleted is not null;

    create table directory_groups (
      object_id text primary key,
      display_name text not null,
      name_key text not null,
      search_key text not null,
      description text,
      mail text,
      mail_nickname text,
      kind text not null,
      security_enabled integer not null,
      created text not null,
      deleted text
    ) strict;
    create index directory_groups_name on directory_groups (name_key, object_id);
    create index directory_groups_deleted on directory_groups (deleted) where deleted is not null;

    create table directory_members (
      group_id text not null references directory_groups (object_id),
      member_id text not null,
      member_type text not null,
      primary key (group_id, member_id)
    ) strict, without rowid;
    create index directory_members_member on directory_members (member_id, group_id);

    create table applications (
      id text primary key,
      app_id text not null unique,
      display_name text not null,
      created text not null
    ) strict;

    create table app_roles (
      application_id text not null references applications (id) on delete cascade,
      id text not null,
      position integer not null,
      display_name text not null,
      value text,
      description text not null,
      allowed_member_types text not null,
      is_enabled integer not null,
      primary key (application_id, id)
    ) strict;

    create table app_role_assignments (
      id text primary key,
      application_id text not null references applications (id) on delete cascade,
      principal_id text not null,
      principal_type text not null,
      app_role_id text not null,
      created text not null,
      unique (application_id, principal_id, app_role_id)
    ) strict;
    create index app_role_assignments_principal on app_role_assignments
      (principal_id, application_id);
    create index app_role_assignments_role on app_role_assignments (application_id, app_role_id);

    -- The newest change of each kind: a later one takes the place, and the number, of the earlier.
    -- place_id: group of a membership, application of an assignment; else empty
    create table directory_changes (
      seq integer primary key autoincrement,
      kind text not null,
      object_id text not null,
      object_type text not null,
      place_id text not null default '',
      unique (kind, object_id, place_id)
    ) strict;
  `,
} as const;
