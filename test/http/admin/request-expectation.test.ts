// A logged request as an expectation: what it says finds that request again, and one like it in another run.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { runInNewContext } from 'node:vm';
import { RequestMatcher } from '../../../shared/admin/verification.ts';
import { textOf } from '../../../shared/scim/json.ts';
import { writeOne } from '../../../shared/export/write-export.ts';
import { jsonAt } from '../../support/json-at.ts';
import { startTenant, type TestTenant } from '../../support/start-tenant.ts';

const ADA = {
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
  userName: 'ada@contoso.test',
  password: 'a secret of Ada',
  name: { familyName: 'O\'Hara "de" \\ Byron', givenName: 'Ada\nAugusta' },
};

async function play(tenant: TestTenant): Promise<void> {
  const id = textOf(jsonAt((await tenant.scim('POST', '/Users', { body: ADA })).body, 'id'));
  await tenant.scim('POST', '/Users', { body: ADA });
  const operations = [{ op: 'Replace', path: 'active', value: 'False' }];
  const schemas = ['urn:ietf:params:scim:api:messages:2.0:PatchOp'];
  await tenant.scim('PATCH', `/Users/${id}`, { body: { schemas, Operations: operations } });
  await tenant.scim('GET', '/Users?filter=userName+eq+%22ada%22');
  await tenant.scim('DELETE', `/Users/${id}`);
}

async function readExpectations(tenant: TestTenant): Promise<readonly RequestMatcher[]> {
  const params = { tenant: 'default' };
  const { requests } = await tenant.admin('findRequests', { params, body: {} });
  return requests.map((request) => {
    const text = writeOne('expectation', request, { origin: tenant.scimOrigin });
    const tenantOfTest = { expectRequest: (match: unknown) => match };
    const match: unknown = runInNewContext(text.replace('await ', ''), { tenant: tenantOfTest });
    return RequestMatcher.parse(JSON.parse(JSON.stringify(match)));
  });
}

describe('A request as an expectation of a test', () => {
  test('finds its like, and nothing else, in another run', async (t) => {
    const [first, second] = [await startTenant({}, t), await startTenant({}, t)];
    await play(first);
    await play(second);

    const expectations = await readExpectations(first);

    assert.equal(expectations.length, 5);
    for (const [index, match] of expectations.entries()) {
      const params = { tenant: 'default' };
      const found = await second.admin('findRequests', { params, body: { match } });
      assert.deepEqual(
        found.requests.map(({ id }) => id),
        [index + 1],
        JSON.stringify(match),
      );
    }
    assert.ok(!JSON.stringify(expectations).includes('password'), 'what was masked is left out');
  });
});
