// A run by itself: what it keeps, what it leaves, when it ends.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { systemClock } from '../../main/base/clock.ts';
import { newUuid } from '../../main/base/ids.ts';
import { createTrust } from '../../main/base/trust.ts';
import type { CheckReport } from '../../shared/checker/report.ts';
import { ADVICE } from '../../main/checker/advice.ts';
import { selectChecks } from '../../main/checker/all-checks.ts';
import { runChecks, type RunOptions } from '../../main/checker/run-checks.ts';
import { startTenant, type TestTenant } from '../support/start-tenant.ts';

function run(tenant: TestTenant, options: Partial<RunOptions> = {}) {
  return runChecks(
    {
      target: tenant.scimUrl,
      token: tenant.token,
      preset: 'rfc',
      checks: selectChecks(['C', 'U8']).checks,
      ...options,
    },
    { clock: systemClock, newId: newUuid, trust: createTrust() },
  );
}

describe('A run of the checks', () => {
  test('leaves nothing of its own in the target', async (t) => {
    const tenant = await startTenant({}, t);

    const report = await run(tenant);

    const { body } = await tenant.scim('GET', '/?count=0');
    assert.deepEqual(body, {
      schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
      totalResults: 0,
      startIndex: 1,
      itemsPerPage: 0,
      Resources: [],
    });
    assert.deepEqual([report.state, report.leftBehind], ['finished', []]);
  });

  test('ends when it is cancelled, and cleans up all the same', async (t) => {
    const tenant = await startTenant({}, t);
    const controller = new AbortController();

    const report = await run(tenant, {
      signal: controller.signal,
      onResult: (_, { done }) => {
        if (done === 2) controller.abort();
      },
    });

    assert.deepEqual([report.state, report.conforms], ['cancelled', false]);
    assert.equal(report.results.length, 2);
    assert.equal((await tenant.admin('listTenants')).tenants[0]?.counts.users, 0);
  });

  test('says what it measured, tries other rights and another tenant where it has them, and advises', async (t) => {
    const tenant = await startTenant({}, t);
    await tenant.admin('createTenant', { body: { slug: 'other', name: 'Other' } });
    const { secret } = await tenant.admin('createToken', {
      params: { tenant: 'default' },
      body: { name: 'Reader', scope: 'read-only' },
    });
    const { secretToken } = await tenant.admin('getConnection', { params: { tenant: 'other' } });
    const otherTenant = {
      target: tenant.scimUrl.replace('/scim/v2', '/t/other/scim/v2'),
      token: secretToken,
    };
    const { checks } = selectChecks(['N4', 'N8', 'Z1']);

    const right = await run(tenant, { checks, readOnlyToken: secret, otherTenant });
    const wrong = await run(tenant, {
      checks,
      readOnlyToken: tenant.token,
      otherTenant: { target: tenant.scimUrl, token: tenant.token },
    });
    const far = await run(tenant, { checks });

    const statuses = (report: CheckReport) => report.results.map(({ outcome }) => outcome.status);
    assert.deepEqual([right, wrong, far].map(statuses), [
      ['passed', 'passed', 'passed'],
      ['failed', 'passed', 'failed'],
      ['skipped', 'passed', 'skipped'],
    ]);
    const [rights, burst] = wrong.results.map(({ outcome }) => outcome);
    assert.match((burst?.status === 'passed' && burst.measured) || '', /^\d+ requests a second/);
    assert.equal(rights?.status === 'failed' && rights.advice, ADVICE['N4']);
    assert.ok(!JSON.stringify(right).includes(secret));
  });

  test('stops with one sentence where the token is wrong', async (t) => {
    const tenant = await startTenant({}, t);

    const report = await run(tenant, { token: 'wrong' });

    assert.equal(report.state, 'stopped');
    assert.match(report.problem ?? '', /GET \/Users\?count=1 with the token was answered 401/);
    assert.deepEqual(report.results, []);
  });

  test('stops where nobody listens, and at its limit of requests', async (t) => {
    const tenant = await startTenant({}, t);

    const nobody = await run(tenant, { target: 'http://127.0.0.1:9/scim' });
    const limited = await run(tenant, { maxRequests: 12 });

    assert.match(nobody.problem ?? '', /The target gave no answer/);
    assert.equal(limited.problem, 'The target gave no answer: 12 requests were made.');
    assert.deepEqual(limited.leftBehind, []);
  });
});
