// The test kit: a real server for automated tests, under any test runner.
import { startServer, type ServerSettings, type TestServer } from './start-server.ts';
import { createTestTenant, type TenantSetUp, type TestTenant } from './test-tenant.ts';

export { isAdminApiError } from './admin-client.ts';
export type { AdminApiError, AdminClient } from './admin-client.ts';
export type { ResourceHelper, WaitOptions } from './resource-helper.ts';
export type { ScimAnswer, ScimClient, ScimContent } from './scim-client.ts';
export { startServer, type ServerSettings, type TestServer } from './start-server.ts';
export type { ExpectOptions, ReceivedRequest, TenantSetUp, TestTenant } from './test-tenant.ts';

export interface StartOptions extends TenantSetUp, Pick<ServerSettings, 'tls'> {
  /** A server that runs already, shared by tests; absent = one of its own, which ends with the tenant. `tls` is of one of its own. */
  readonly server?: TestServer;
}

/** A tenant of its own, ready for a SCIM client. */
export async function startTenant({
  server,
  tls,
  ...setUp
}: StartOptions = {}): Promise<TestTenant> {
  if (server !== undefined) return createTestTenant(server.admin, setUp);
  const own = await startServer(tls === undefined ? {} : { tls });
  try {
    return await createTestTenant(own.admin, setUp, own.close);
  } catch (error) {
    await own.close();
    throw error;
  }
}
