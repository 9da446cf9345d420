// Indexes that give lists by time their order: what has changed since the last look is asked again and again.

export const sortIndexes = {
  id: 8,
  sql: `
    create index resources_created on resources (tenant_id, resource_type, created);
    create index resources_last_modified on resources (tenant_id, resource_type, last_modified);
  `,
} as const;
