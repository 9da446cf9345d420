// Names of cached server data. The first word is the kind; the live feed marks whole kinds as stale (use-live-queries.ts).

export const queryKeys = {
  status: ['status'],
  settings: ['settings'],
  jobs: ['jobs'],
  schemas: (tenant: string) => ['schemas', tenant],
  connection: (tenant: string) => ['connection', tenant],
  request: (id: number) => ['request', id],
  recentRequests: (tenant: string) => ['recent-requests', tenant],
  /** Lists and single resources of a type share this root; add what tells them apart. */
  resources: (tenant: string, resourceType: string, ...rest: readonly unknown[]) => [
    'resources',
    tenant,
    resourceType,
    ...rest,
  ],
} as const;
