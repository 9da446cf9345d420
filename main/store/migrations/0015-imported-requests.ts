// Which requests were read from a file: until now only their sentence about the source told.

export const importedRequests = {
  id: 15,
  sql: `
    alter table request_log add column is_imported integer not null default 0;
    update request_log set is_imported = 1
    where id in (select id from request_exchanges where source_reason like '% (imported)');
    create index request_log_imported on request_log (is_imported) where is_imported = 1;
  `,
} as const;
