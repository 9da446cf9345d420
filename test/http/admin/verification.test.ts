// What tests ask of a tenant: requests counted, found and waited for.
import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import type { RequestMatcher } from '../../../shared/admin/verification.ts';
import { readId } from '../../support/read-id.ts';
import { startTenant, type TestTenant } from '../../support/start-tenant.ts';

const PATCH_URN = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';

/** Requests 1 to 4: a look-up, two users created, one of them refused. */
async function startWithTraffic(t: TestContext): Promise<TestTenant> {
  const tenant = await startTenant({}, t);
  await tenant.scim('GET', '/Users?filter=userName%20eq%20%22ada%22');
  await tenant.scim('POST', '/Users', { body: { userName: 'ada', title: 'Countess' } });
  await tenant.scim('POST', '/Users', { body: { userName: 'bob' } });
  await tenant.scim('POST', '/Users', { body: { userName: 'bob' } });
  return tenant;
}

async function count(tenant: TestTenant, match: RequestMatcher, since = 0): Promise<number> {
  return (await tenant.admin('countRequests', { body: { match, since } })).count;
}

describe('countRequests', () => {
  const cases: readonly (readonly [string, RequestMatcher, number])[] = [
    ['no condition', {}, 4],
    ['a method in any case', { method: 'post' }, 3],
    ['any of several methods', { method: ['GET', 'POST'] }, 4],
    ['a path below the base URL', { path: '/Users' }, 4],
    ['another path', { path: '/Users/*' }, 0],
    ['a path with a wildcard', { path: '/U**' }, 4],
    ['a decoded query parameter', { query: { filter: 'userName eq "ada"' } }, 1],
    ['a status', { status: 409 }, 1],
    ['a class of status', { status: ['2xx'] }, 3],
    ['an operation', { operation: 'create', status: 201 }, 2],
    ['a resource name', { resourceName: 'ada', method: 'POST' }, 1],
    ['a scimType', { scimType: 'uniqueness' }, 1],
    ['a header', { headers: { 'content-type': 'application/json' } }, 3],
    ['the filter language', { filter: 'op:create status:2xx user:bob' }, 1],
    ['the filter language, in bodies', { filter: 'Countess' }, 1],
    ['a part of the body', { body: { title: 'Countess' } }, 1],
    ['a part of the answer', { responseBody: { userName: 'bob' } }, 1],
    ['all conditions together', { method: 'POST', body: { userName: 'bob' }, status: 201 }, 1],
  ];
  test('counts by each condition', async (t) => {
    const tenant = await startWithTraffic(t);

    for (const [title, match, expected] of cases) {
      assert.equal(await count(tenant, match), expected, title);
    }
  });

  test('counts only what arrived after a mark', async (t) => {
    const tenant = await startWithTraffic(t);
    const { lastId } = await tenant.admin('getRequestMark');
    await tenant.scim('GET', '/Users');

    assert.equal(await count(tenant, {}, lastId), 1);
  });

  test('counts nothing of another tenant', async (t) => {
    const tenant = await startWithTraffic(t);
    await tenant.admin('createTenant', { body: { slug: 'other', name: 'Other' } });

    const { count: found } = await tenant.admin('countRequests', {
      params: { tenant: 'other' },
      body: {},
    });

    assert.equal(found, 0);
  });

  test('refuses a filter that cannot be read', async (t) => {
    const tenant = await startTenant({}, t);

    const answer = await tenant.callAdmin('POST', '/api/tenants/default/verify/count', {
      body: { match: { filter: 'status:' } },
    });

    assert.equal(answer.status, 400);
    assert.match(answer.text, /body\.match\.filter/);
  });

  test('refuses a condition that it does not know', async (t) => {
    const tenant = await startTenant({}, t);

    const answer = await tenant.callAdmin('POST', '/api/tenants/default/verify/count', {
      body: { match: { methd: 'POST' } },
    });

    assert.equal(answer.status, 400);
    assert.match(answer.text, /body\.match: .*methd/);
  });
});

describe('findRequests', () => {
  test('answers whole requests in the order of arrival', async (t) => {
    const tenant = await startWithTraffic(t);

    const { requests } = await tenant.admin('findRequests', {
      body: { match: { method: 'POST' }, limit: 2 },
    });

    assert.deepEqual(
      requests.map(({ id, requestBody }) => [id, requestBody.text]),
      [
        [2, '{"userName":"ada","title":"Countess"}'],
        [3, '{"userName":"bob"}'],
      ],
    );
  });
});

describe('waitForRequests', () => {
  test('answers at once with what has arrived already', async (t) => {
    const tenant = await startWithTraffic(t);

    const wait = await tenant.admin('waitForRequests', {
      body: { match: { status: 201 }, count: 2, timeoutMs: 0 },
    });

    assert.equal(wait.kind, 'seen');
    assert.deepEqual(
      wait.requests.map(({ id }) => id),
      [2, 3],
    );
  });

  test('answers when the last of them arrives', async (t) => {
    const tenant = await startWithTraffic(t);

    const [wait] = await Promise.all([
      tenant.admin('waitForRequests', {
        body: { match: { operation: 'create' }, since: 4, count: 2, timeoutMs: 20_000 },
      }),
      tenant.scim('POST', '/Users', { body: { userName: 'cy' } }),
      tenant.scim('POST', '/Users', { body: { userName: 'dan' } }),
    ]);

    assert.equal(wait.kind, 'seen');
    assert.equal(wait.requests.length, 2);
  });

  test('judges a new request by the filter language too', async (t) => {
    const tenant = await startTenant({}, t);

    const [wait] = await Promise.all([
      tenant.admin('waitForRequests', {
        body: { match: { filter: 'op:create Countess' }, timeoutMs: 20_000 },
      }),
      tenant.scim('POST', '/Users', { body: { userName: 'ada', title: 'Countess' } }),
    ]);

    assert.equal(wait.kind, 'seen');
  });

  test('says which condition the closest requests do not meet', async (t) => {
    const tenant = await startTenant({}, t);
    const ada = await tenant.scim('POST', '/Users', { body: { userName: 'ada' } });
    await tenant.scim('PATCH', `/Users/${readId(ada)}`, {
      body: {
        schemas: [PATCH_URN],
        Operations: [{ op: 'replace', path: 'active', value: 'False' }],
      },
    });

    const wait = await tenant.admin('waitForRequests', {
      body: {
        match: { method: 'PATCH', body: { Operations: [{ path: 'active', value: false }] } },
        timeoutMs: 1,
      },
    });

    assert.ok(wait.kind === 'not-seen');
    assert.deepEqual(wait.nearMisses[0]?.failed, [
      { condition: 'body.Operations[0].value', expected: false, actual: 'False' },
    ]);
    assert.match(wait.message, /0 came\.\nWhat arrived instead: 2; they were:\n {2}#2 PATCH /);
    assert.match(wait.message, /body\.Operations\[0\]\.value: expected false, was "False"/);
  });

  test('shows a request whose path led to no tenant', async (t) => {
    const tenant = await startTenant({}, t);
    await tenant.ask('POST', '/Users', { body: { userName: 'ada' } });

    const wait = await tenant.admin('waitForRequests', {
      body: { match: { method: 'POST', path: '/Users' }, timeoutMs: 1 },
    });

    assert.ok(wait.kind === 'not-seen');
    assert.deepEqual(wait.nearMisses[0]?.failed, [
      { condition: 'tenant', expected: 'default', actual: null },
    ]);
  });

  test('says that nothing has arrived at all', async (t) => {
    const tenant = await startTenant({}, t);

    const wait = await tenant.admin('waitForRequests', { body: { timeoutMs: 1 } });

    assert.ok(wait.kind === 'not-seen');
    assert.match(wait.message, /Nothing else has arrived\./);
  });

  test('ends when the server does', async (t) => {
    const tenant = await startTenant({}, t);
    const waiting = tenant.admin('waitForRequests', { body: { timeoutMs: 60_000 } });
    await tenant.admin('getStatus');

    await tenant.close();

    assert.equal((await waiting).kind, 'not-seen');
  });
});
