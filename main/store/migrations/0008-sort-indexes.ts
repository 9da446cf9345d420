// Indexes that give sorted lists their order. By time: what has changed since the last look is asked again and again.
// The resources without a name or externalId stand together at one end of lists by it, in the order of creation.

export const sortIndexes = {
  id: 8,
  sql: `
    create index resources_created on resources (tenant_id, resource_type, created);
    create index resources_last_modified on resources (tenant_id, resource_type, last_modified);
    create index resources_without_user_name on resources (tenant_id, resource_type)
      where user_name_key is null;
    create index resources_without_display_name on resources (tenant_id, resource_type)
      where display_name_key is null;
    create index resources_without_external_id on resources (tenant_id, resource_type)
      where external_id is null;
  `,
} as const;
