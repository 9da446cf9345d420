// Provisioning jobs of the simulator: settings, cycles, connections of objects, escrows, the virtual clock; and an index
// that finds the request of a client request id.

export const syncJobs = {
  id: 19,
  sql: `
    create table sync_jobs (
      key integer primary key,
      application_id text not null unique references applications (id) on delete cascade,
      id text not null,
      -- JSON; null: not configured
      target text,
      credentials text,
      settings text not null,
      -- JSON; null: the default mappings
      schema text,
      schedule text not null default 'Paused' check (schedule in ('Active', 'Paused', 'Disabled')),
      has_run integer not null default 0,
      next_cycle text,
      -- null: the next cycle is an initial one
      watermark integer,
      force_deletes integer not null default 0,
      quarantine text,
      successive_failures integer not null default 0,
      escrows_pruned integer not null default 0,
      steady_first text,
      steady_last text
    ) strict;

    create table sync_cycles (
      key integer primary key,
      job_key integer not null references sync_jobs (key) on delete cascade,
      activity_id text not null unique,
      state text not null,
      has_exports integer not null,
      execution text not null
    ) strict;
    create index sync_cycles_job on sync_cycles (job_key, state, key);

    create table sync_links (
      job_key integer not null references sync_jobs (key) on delete cascade,
      source_id text not null,
      object_type text not null check (object_type in ('User', 'Group')),
      target_id text not null,
      is_active integer not null,
      disabled_because text,
      -- whether all members that the target has are in sync_members
      knows_members integer not null,
      exported text not null,
      created_at text not null,
      updated_at text not null,
      primary key (job_key, source_id)
    ) strict, without rowid;
    create unique index sync_links_target on sync_links (job_key, object_type, target_id);

    create table sync_members (
      job_key integer not null references sync_jobs (key) on delete cascade,
      group_id text not null,
      member_id text not null,
      primary key (job_key, group_id, member_id)
    ) strict, without rowid;

    create index sync_members_member on sync_members (job_key, member_id);

    create table sync_escrows (
      job_key integer not null references sync_jobs (key) on delete cascade,
      source_id text not null,
      kind text not null check (kind in ('entry', 'reference')),
      object_type text not null,
      error_code text not null,
      reason text not null,
      attempts integer not null,
      first_failed text not null,
      next_attempt text not null,
      primary key (job_key, source_id, kind)
    ) strict, without rowid;
    create index sync_escrows_due on sync_escrows (job_key, next_attempt);

    -- virtual = virtual_at + (wall - wall_at) * factor
    create table simulator_clock (
      key integer primary key check (key = 1),
      mode text not null,
      factor real not null,
      virtual_at text not null,
      wall_at text not null
    ) strict;

    create index request_exchanges_client on request_exchanges (client_request_id)
      where client_request_id is not null;
  `,
} as const;
