// A tenant with a few requests of each kind in its log.
import type { TestContext } from 'node:test';
import { readId } from './read-id.ts';
import { startTenant, type TestTenant } from './start-tenant.ts';

const PATCH_OP = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';

/** 1 creates Ada, 2 is refused, 3 deactivates her, 4 lists, 5 has a wrong token. */
export async function startWithTraffic(
  t: TestContext,
): Promise<TestTenant & { readonly adaId: string }> {
  const tenant = await startTenant({}, t);
  const adaId = readId(await tenant.scim('POST', '/Users', { body: { userName: 'ada' } }));
  await tenant.scim('POST', '/Users', { body: { userName: 'ada' } });
  const Operations = [{ op: 'replace', path: 'active', value: false }];
  await tenant.scim('PATCH', `/Users/${adaId}`, { body: { schemas: [PATCH_OP], Operations } });
  await tenant.scim('GET', '/Users?count=1', { headers: { 'X-Request-Id': 'r-4' } });
  await tenant.scim('GET', '/Users', { headers: { Authorization: 'Bearer nobody-knows-this' } });
  return { ...tenant, adaId };
}

export async function listIds(tenant: TestTenant, query: object = {}): Promise<readonly number[]> {
  const { requests } = await tenant.admin('listRequests', { query });
  return requests.map(({ id }) => id);
}
