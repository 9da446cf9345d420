// The request log at a million rows: an index for each thing that lists are filtered by, a full-text index, what people
// put on requests, removals that can be undone, and saved views.

export const requestSearch = {
  id: 14,
  sql: `
    -- the full-text index has taken its place
    alter table request_log drop column search_text;

    alter table request_log add column is_first integer not null default 0;
    alter table request_log add column retry_of integer;
    alter table request_log add column is_pinned integer not null default 0;
    alter table request_log add column note text;
    alter table request_log add column colour integer;

    alter table request_exchanges add column http_version text not null default '1.1';
    alter table request_exchanges add column user_agent text;
    alter table request_exchanges add column client_request_id text;
    -- JSON: name and durationMs of each phase
    alter table request_exchanges add column phases text not null default '[]';

    -- within equal values an index is in the order of id, which is the order of lists
    create index request_log_at on request_log (at);
    create index request_log_status on request_log (status);
    create index request_log_method on request_log (method);
    create index request_log_operation on request_log (operation);
    create index request_log_source on request_log (source);
    create index request_log_resource on request_log (resource_id) where resource_id is not null;
    create index request_log_scim_type on request_log (scim_type) where scim_type is not null;
    create index request_log_retry on request_log (retry_of) where retry_of is not null;
    create index request_log_pinned on request_log (is_pinned) where is_pinned = 1;
    create index request_log_note on request_log (id) where note is not null;
    create index request_log_colour on request_log (colour) where colour is not null;

    -- without the texts themselves: they are in the tables above
    create virtual table request_words using fts5 (
      path, query, sentence, name, attributes, request, response,
      content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 0');

    -- what the full-text index does not have yet
    create table request_unindexed (
      id integer primary key references request_log (id) on delete cascade
    ) strict;
    insert into request_unindexed select id from request_log;

    -- Requests up to up_to that the rest describes are gone from every list, and are erased after expires.
    -- tenant: those of it and those that named none; only_tenant: those of it alone; neither: all of the workspace.
    -- open_ids: requests that had come and were not answered yet: they stay.
    -- asked: the instant from which the filter counts
    create table request_removals (
      key integer primary key autoincrement,
      id text not null unique default (lower(hex(randomblob(8)))),
      expires text not null,
      up_to integer not null,
      open_ids text not null,
      removed integer not null,
      tenant text,
      only_tenant text,
      filter text not null,
      asked text not null,
      ids text,
      older_than text,
      includes_pinned integer not null
    ) strict;

    create table request_views (
      id integer primary key autoincrement,
      name text not null,
      name_key text not null unique,
      setting text not null
    ) strict;
  `,
} as const;
