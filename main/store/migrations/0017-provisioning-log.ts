// What the simulated provisioning service reports: its log, its audit entries and its mails.

export const provisioningLog = {
  id: 17,
  sql: `
    -- what lists show and filter by; the long rest is in provisioning_details
    create table provisioning_log (
      seq integer primary key autoincrement,
      id text not null unique,
      application_id text not null,
      at text not null,
      job_id text not null,
      cycle_id text not null,
      change_id text not null,
      action text not null,
      status text not null,
      error_code text,
      duration_ms integer not null,
      source_type text not null,
      source_id text not null,
      source_name text not null,
      source_upn text not null,
      target_id text not null,
      target_name text not null,
      source_system text not null,
      target_system text not null,
      -- without case: names, userPrincipalName and ids, one a line
      identity_key text not null
    ) strict;

    -- within equal values an index is in the order of seq, which is the order of lists
    create index provisioning_log_application on provisioning_log (application_id);
    create index provisioning_log_status on provisioning_log (application_id, status);
    create index provisioning_log_action on provisioning_log (application_id, action);
    create index provisioning_log_at on provisioning_log (at);
    create index provisioning_log_cycle on provisioning_log (cycle_id);
    create index provisioning_log_change on provisioning_log (change_id);
    create index provisioning_log_source on provisioning_log (source_id);
    create index provisioning_log_target on provisioning_log (target_id) where target_id <> '';
    create index provisioning_log_error on provisioning_log (error_code) where error_code is not null;

    create table provisioning_details (
      seq integer primary key references provisioning_log (seq) on delete cascade,
      -- JSON arrays
      steps text not null,
      properties text not null,
      requests text not null,
      -- JSON object: the members of the summary that have no column
      rest text not null
    ) strict;

    create table provisioning_requests (
      client_request_id text not null,
      seq integer not null references provisioning_log (seq) on delete cascade,
      primary key (client_request_id, seq)
    ) strict, without rowid;
    create index provisioning_requests_seq on provisioning_requests (seq);

    -- without the text itself; entries up to the greatest rowid are in it
    create virtual table provisioning_words using fts5 (
      text, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 0');

    create table audit_log (
      seq integer primary key autoincrement,
      id text not null unique default (lower(hex(randomblob(16)))),
      at text not null,
      application_id text,
      activity text not null,
      actor text not null,
      details text not null
    ) strict;
    create index audit_log_application on audit_log (application_id);
    create index audit_log_at on audit_log (at);

    create table mailbox (
      seq integer primary key autoincrement,
      id text not null unique default (lower(hex(randomblob(16)))),
      at text not null,
      application_id text,
      kind text not null,
      recipients text not null,
      subject text not null,
      body text not null,
      is_read integer not null default 0,
      -- kept: only here; waiting: to be sent; sent; failed: given up
      delivery text not null default 'kept',
      attempts integer not null default 0,
      -- instants of the wall clock
      next_attempt text,
      sent_at text,
      last_error text
    ) strict;
    create index mailbox_application on mailbox (application_id);
    create index mailbox_waiting on mailbox (next_attempt) where delivery = 'waiting';

    create table mail_settings (
      id integer primary key check (id = 1),
      setting text not null,
      password text not null
    ) strict;
  `,
} as const;
