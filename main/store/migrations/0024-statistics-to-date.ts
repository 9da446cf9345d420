// What a job has ever been connected with: *Statistics to date* does not go down when something is deleted.

export const statisticsToDate = {
  id: 24,
  sql: `
    create table sync_entries_to_date (
      job_key integer not null references sync_jobs (key) on delete cascade,
      object_type text not null check (object_type in ('User', 'Group')),
      source_id text not null,
      primary key (job_key, object_type, source_id)
    ) strict, without rowid;

    insert into sync_entries_to_date (job_key, object_type, source_id)
      select job_key, object_type, source_id from sync_links;
  `,
} as const;
