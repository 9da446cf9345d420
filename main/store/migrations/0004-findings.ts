// Findings of each recorded request: how many of each severity, what they say, and an index by rule.

export const findings = {
  id: 4,
  sql: `
    alter table request_log add column finding_errors integer not null default 0;
    alter table request_log add column finding_warnings integer not null default 0;
    alter table request_log add column finding_notices integer not null default 0;
    alter table request_exchanges add column findings text not null default '[]';

    create table request_findings (
      rule_id text not null,
      request_id integer not null references request_log (id) on delete cascade,
      severity text not null,
      primary key (rule_id, request_id)
    ) strict, without rowid;
    create index request_findings_request on request_findings (request_id);
  `,
} as const;
