// Names of cached server data. The first word is the kind; the live feed marks whole kinds as stale (use-live-queries.ts).

export const queryKeys = {
  status: ['status'],
  settings: ['settings'],
  adminKey: ['admin-key'],
  serving: ['serving'],
  /** Stale with it. */
  tls: ['serving', 'tls'],
  jobs: ['jobs'],
  /** Runs of the checks and provisioning cycles under way. */
  running: ['running'],
  connection: (tenant: string) => ['connection', tenant],
  request: (id: number) => ['request', id],
  recentRequests: (tenant: string) => ['recent-requests', tenant],
  /** A day is dear to read and changes slowly: it is not read again at every request. */
  traffic: (tenant: string, window: 'hour' | 'day') => [
    window === 'hour' ? 'traffic' : 'traffic-of-day',
    tenant,
  ],
  counts: (tenant: string) => ['counts', tenant],
  firstSteps: (tenant: string) => ['first-steps', tenant],
  topFindings: (tenant: string) => ['top-findings', tenant],
  findingRules: ['finding-rules'],
  tokens: (tenant: string) => ['tokens', tenant],
  schemas: (tenant: string) => ['schemas', tenant],
  profile: (tenant: string) => ['profile', tenant],
  /** Of the provisioning job of an application. */
  job: (application: string, ...rest: readonly unknown[]) => ['job', application, ...rest],
  simulatorClock: ['simulator-clock'],
  directory: (...rest: readonly unknown[]) => ['directory', ...rest],
  /** Those of the directory, and what belongs to one of them. */
  applications: (...rest: readonly unknown[]) => ['applications', ...rest],
  /** Lists and single resources of a type share this root; add what tells them apart. */
  resources: (tenant: string, resourceType: string, ...rest: readonly unknown[]) => [
    'resources',
    tenant,
    resourceType,
    ...rest,
  ],
} as const;
