// What is deleted is listed by its deletions.

export const deletedResources = {
  id: 20,
  sql: `
    create index resource_history_deletions on resource_history (tenant_id, resource_type)
      where action = 'delete';
  `,
} as const;
