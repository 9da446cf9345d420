// Tenants that are paused or stopped stay so when the server starts again.

export const tenantServing = {
  id: 23,
  sql: `
    create table tenant_serving (
      tenant_id integer primary key references tenants (id) on delete cascade,
      state text not null check (state in ('paused', 'stopped'))
    ) strict;
  `,
} as const;
