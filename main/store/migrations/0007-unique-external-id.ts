// externalId as a unique key, for tenants whose profile asks for it.

export const uniqueExternalId = {
  id: 7,
  sql: `
    -- external_id where the tenant's profile asks for unique ones, else null
    alter table resources add column unique_external_id text;
    create unique index resources_unique_external_id
      on resources (tenant_id, resource_type, unique_external_id)
      where unique_external_id is not null;
  `,
} as const;
