// How many resources are deleted is counted by their ids: one that came back is none of them, however often it went.

export const deletedResourceIds = {
  id: 34,
  sql: `
    create index resource_history_deleted_ids
      on resource_history (tenant_id, resource_type, resource_id)
      where action = 'delete';
  `,
} as const;
