// Findings over the admin API: the rules, what each request has, which ones a tenant has most.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { startTenant, type TestTenant } from '../../support/start-tenant.ts';

const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
const PATCH_OP = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';

/** A clean create, two PATCHes in the manner of Entra, a query that cannot be read. */
async function sendTraffic(tenant: TestTenant): Promise<void> {
  const created = await tenant.scim('POST', '/Users', {
    headers: { 'Content-Type': 'application/scim+json', 'User-Agent': 'test' },
    body: { schemas: [USER], userName: 'ada@contoso.test', active: true },
  });
  const path = new URL(created.headers.location ?? '').pathname.replace('/scim/v2', '');
  for (const value of ['False', 'True']) {
    const Operations = [{ op: 'Replace', path: 'active', value }];
    await tenant.scim('PATCH', path, {
      headers: { 'Content-Type': 'application/scim+json' },
      body: { schemas: [PATCH_OP], Operations },
    });
  }
  await tenant.scim('GET', '/Users?filter=userName+is+%22a%22');
}

describe('findings of recorded requests', () => {
  test('are counted in the list and told in the details', async (t) => {
    const tenant = await startTenant({}, t);

    await sendTraffic(tenant);

    const { requests } = await tenant.admin('listRequests');
    assert.deepEqual(
      requests.map(({ findings }) => findings),
      [
        { error: 0, warning: 0, notice: 0 },
        { error: 0, warning: 2, notice: 0 },
        { error: 0, warning: 2, notice: 0 },
        { error: 1, warning: 0, notice: 0 },
      ],
    );
    const details = await tenant.admin('getRequest', { params: { id: requests[1]?.id ?? 0 } });
    assert.deepEqual(details.findingList[0], {
      ruleId: 'string-boolean',
      severity: 'warning',
      where: 'request',
      message: 'active is "False", text where a boolean belongs',
      path: 'Operations[0].value',
    });
  });

  test('narrow the list to one rule, of one tenant', async (t) => {
    const tenant = await startTenant({}, t);
    await sendTraffic(tenant);

    const query = { tenant: 'default', filter: 'rule:string-boolean' };
    const page = await tenant.admin('listRequests', { query });
    const elsewhere = await tenant.admin('listRequests', { query: { ...query, tenant: 'other' } });
    const withText = await tenant.admin('listRequests', { query: { ...query, text: 'activate' } });

    assert.deepEqual(
      page.requests.map(({ operation }) => operation),
      ['deactivate', 'activate'],
    );
    assert.deepEqual([page.total, elsewhere.total, withText.total], [2, 0, 1]);
  });

  test('are summed up by tenant, errors first, and go with the request log', async (t) => {
    const tenant = await startTenant({}, t);
    await sendTraffic(tenant);

    const { findings } = await tenant.admin('topFindings', { params: { tenant: 'default' } });
    await tenant.admin('clearRequests');
    const cleared = await tenant.admin('topFindings', { params: { tenant: 'default' } });

    assert.deepEqual(findings, [
      { ruleId: 'filter-syntax', severity: 'error', requests: 1, lastRequestId: 4 },
      { ruleId: 'op-capitalised', severity: 'warning', requests: 2, lastRequestId: 3 },
      { ruleId: 'string-boolean', severity: 'warning', requests: 2, lastRequestId: 3 },
    ]);
    assert.deepEqual(cleared.findings, []);
  });

  test('tell a token that has expired, was revoked, or may only read', async (t) => {
    const tenant = await startTenant({}, t);
    const params = { tenant: 'default' };
    const past = '2020-01-01T00:00:00Z';
    const expired = await tenant.admin('createToken', {
      params,
      body: { name: 'old', expires: past },
    });
    const revoked = await tenant.admin('createToken', { params, body: { name: 'gone' } });
    await tenant.admin('revokeToken', { params: { ...params, id: revoked.id } });
    const reader = await tenant.admin('createToken', {
      params,
      body: { name: 'reader', scope: 'read-only' },
    });

    for (const { secret } of [expired, revoked, reader]) {
      const headers = { Authorization: `Bearer ${secret}` };
      await tenant.scim('DELETE', '/Users/nobody', { headers });
    }

    const { findings } = await tenant.admin('topFindings', { params });
    assert.deepEqual(
      findings.map(({ ruleId }) => ruleId),
      ['expired-token', 'revoked-token', 'write-with-read-only-token'],
    );
  });

  test('of a tenant that does not exist are not found', async (t) => {
    const tenant = await startTenant({}, t);

    const answer = await tenant.callAdmin('GET', '/api/tenants/nobody/findings');

    assert.equal(answer.status, 404);
  });

  test('never hold the token of the tenant or a password', async (t) => {
    const tenant = await startTenant({ token: 'very-secret-token-1234' }, t);

    await tenant.scim('GET', `/Users/very-secret-token-1234?x=very-secret-token-1234`);
    await tenant.scim('GET', '/Users?filter=password+eq+%22t1meMa-heen%22');
    await tenant.scim('POST', '/Users', {
      body: { schemas: [USER], userName: 'a', password: ['t1meMa-heen'] },
    });

    const { requests } = await tenant.admin('listRequests');
    const details = await Promise.all(
      requests.map(({ id }) => tenant.admin('getRequest', { params: { id } })),
    );
    const told = JSON.stringify(details.map(({ findingList }) => findingList));
    assert.doesNotMatch(told, /very-secret-token|t1meMa/);
    assert.match(told, /secret-in-filter/);
  });

  test('come by rules that the API explains', async (t) => {
    const tenant = await startTenant({}, t);

    const { rules } = await tenant.admin('listFindingRules');

    const rule = rules.find(({ id }) => id === 'string-boolean');
    assert.equal(rule?.severity, 'warning');
    assert.match(rule?.entra ?? '', /aadOptscim062020/);
    assert.ok(rules.length >= 40);
  });
});
