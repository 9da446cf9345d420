// The package: typed calls of the admin API of a server that runs already. `./testing` starts one.
export {
  createAdminClient,
  isAdminApiError,
  type AdminAccess,
  type AdminApiError,
  type AdminClient,
} from './admin-client.ts';
export {
  createScimClient,
  type ScimAnswer,
  type ScimClient,
  type ScimContent,
} from './scim-client.ts';
