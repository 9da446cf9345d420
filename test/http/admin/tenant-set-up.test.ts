// What tests ask of a tenant: resources waited for, a fresh start, a set-up.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readId } from '../../support/read-id.ts';
import { startTenant } from '../../support/start-tenant.ts';
import { listIds, startWithTraffic } from '../../support/start-with-traffic.ts';

describe('waitForResources', () => {
  test('answers when a filter matches so many', async (t) => {
    const tenant = await startTenant({}, t);

    const [wait] = await Promise.all([
      tenant.admin('waitForResources', {
        params: { tenant: 'default', resourceType: 'User' },
        body: { filter: 'title eq "Boss"', count: 2, timeoutMs: 20_000 },
      }),
      tenant.scim('POST', '/Users', { body: { userName: 'ada', title: 'Boss' } }),
      tenant.scim('POST', '/Users', { body: { userName: 'bob', title: 'Boss' } }),
    ]);

    assert.equal(wait.kind, 'reached');
    assert.deepEqual(
      wait.resources.map(({ userName }) => userName),
      ['ada', 'bob'],
    );
  });

  test('waits for the last one to be gone', async (t) => {
    const tenant = await startTenant({}, t);
    const ada = await tenant.scim('POST', '/Users', { body: { userName: 'ada' } });

    const [wait] = await Promise.all([
      tenant.admin('waitForResources', {
        params: { tenant: 'default', resourceType: 'User' },
        body: { count: 0, timeoutMs: 20_000 },
      }),
      tenant.scim('DELETE', `/Users/${readId(ada)}`),
    ]);

    assert.equal(wait.kind, 'reached');
  });

  test('says how many there are when the time is up', async (t) => {
    const tenant = await startTenant({}, t);

    const wait = await tenant.admin('waitForResources', {
      params: { tenant: 'default', resourceType: 'Group' },
      body: { timeoutMs: 1 },
    });

    assert.deepEqual([wait.kind, wait.totalResults, wait.resources], ['not-reached', 0, []]);
  });

  test('refuses a filter that cannot be read', async (t) => {
    const tenant = await startTenant({}, t);

    const answer = await tenant.callAdmin('POST', '/api/tenants/default/verify/resources/User', {
      body: { filter: 'userName eq' },
    });

    assert.equal(answer.status, 400);
    assert.match(answer.text, /invalidFilter/);
  });
});

describe('resetTenant', () => {
  test('empties the tenant, its log and its queue, and keeps its token', async (t) => {
    const tenant = await startWithTraffic(t);
    await tenant.admin('queueResponse', { body: { status: 503 } });

    const { before, ...outcome } = await tenant.admin('resetTenant', { body: {} });

    assert.deepEqual(outcome, { resources: 1, requests: 5, responses: 1 });
    assert.deepEqual([before?.origin, before?.counts.users], ['automatic', 1]);
    assert.deepEqual(await listIds(tenant), []);
    assert.equal((await tenant.scim('GET', '/Users')).status, 200);
  });

  test('leaves what it is told to leave', async (t) => {
    const tenant = await startWithTraffic(t);

    const body = { requests: false, snapshot: false };
    const outcome = await tenant.admin('resetTenant', { body });

    assert.deepEqual(outcome, { resources: 1, requests: 0, responses: 0, before: null });
    assert.deepEqual(await listIds(tenant), [1, 2, 3, 4, 5]);
  });
});

describe('setUpTenant', () => {
  test('makes, sets and fills a tenant in one call', async (t) => {
    const tenant = await startTenant({}, t);

    const made = await tenant.admin('setUpTenant', {
      body: {
        slug: 'crew-test',
        preset: 'rfc-strict',
        token: 'a-token-of-my-own',
        users: [{ userName: 'ada' }],
        groups: [{ displayName: 'Crew', members: [{ value: 'bulkId:ada' }] }],
      },
    });

    assert.equal(made.connection.secretToken, 'a-token-of-my-own');
    assert.deepEqual(made.tenant.counts, {
      users: 1,
      activeUsers: 1,
      groups: 1,
      memberships: 1,
      requests: 0,
    });
    const headers = { Authorization: 'Bearer a-token-of-my-own' };
    const { status } = await tenant.ask('GET', '/t/crew-test/scim/v2/Users', { headers });
    assert.equal(status, 200);
  });

  test('finds a slug by itself, and seeds', async (t) => {
    const tenant = await startTenant({}, t);

    const one = await tenant.admin('setUpTenant', { body: { seed: 'contoso-12' } });
    const other = await tenant.admin('setUpTenant', { body: {} });

    assert.match(one.tenant.slug, /^test-[0-9a-f]{8}$/);
    assert.notEqual(one.tenant.slug, other.tenant.slug);
    assert.equal(one.tenant.counts.users, 12);
  });

  test('leaves nothing behind where a resource is refused', async (t) => {
    const tenant = await startTenant({}, t);

    const answer = await tenant.callAdmin('POST', '/api/set-up', {
      body: { slug: 'half', users: [{ userName: 'ada' }, { userName: 'ada' }] },
    });

    assert.equal(answer.status, 409);
    assert.equal((await tenant.admin('listTenants')).tenants.length, 1);
  });
});
