// What a service provider may leave out: checks that need it are skipped then.

/** Told by ServiceProviderConfig, or found out before the first check. */
export type Capability =
  | 'patch'
  | 'bulk'
  | 'filter'
  | 'changePassword'
  | 'sort'
  | 'etag'
  | 'cursor'
  | 'async'
  | 'search'
  | 'rootQuery'
  | 'me';
