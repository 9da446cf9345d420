// Answers that a test has queued for the next requests: who gets them, in which order, and what the log says of them.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { QueuedResponseOrder } from '../../../shared/admin/verification.ts';
import { startTenant, type TestTenant } from '../../support/start-tenant.ts';

function queue(tenant: TestTenant, body: Partial<QueuedResponseOrder>) {
  return tenant.admin('queueResponse', { body });
}

async function lastRequest(tenant: TestTenant) {
  const { requests } = await tenant.admin('findRequests', { body: {} });
  return requests.at(-1);
}

describe('A queued response', () => {
  test('answers the next request, once, with its status, headers and body', async (t) => {
    const tenant = await startTenant({}, t);
    const body = { schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'], status: '429' };
    const { id } = await queue(tenant, { status: 429, headers: { 'Retry-After': '7' }, body });

    const first = await tenant.scim('GET', '/Users');
    const second = await tenant.scim('GET', '/Users');

    assert.deepEqual([first.status, first.headers['retry-after'], first.body], [429, '7', body]);
    assert.equal(first.headers['content-type'], 'application/scim+json; charset=utf-8');
    assert.equal(first.headers['x-mock-answer'], `queued; id="${id}"`);
    assert.equal(second.status, 200);
  });

  test('is used in order, as many times as it says, by requests that match', async (t) => {
    const tenant = await startTenant({}, t);
    await queue(tenant, { match: { method: 'POST', body: { userName: 'ada' } }, status: 500 });
    await queue(tenant, { match: { path: '/Users' }, status: 503, times: 2 });

    const statuses = [
      await tenant.scim('GET', '/Groups'),
      await tenant.scim('POST', '/Users', { body: { userName: 'ada' } }),
      await tenant.scim('POST', '/Users', { body: { userName: 'ada' } }),
      await tenant.scim('GET', '/Users'),
      await tenant.scim('GET', '/Users'),
    ].map(({ status }) => status);

    assert.deepEqual(statuses, [200, 500, 503, 503, 200]);
  });

  test('comes before the token is looked at, and keeps it out of the log', async (t) => {
    const tenant = await startTenant({}, t);
    await queue(tenant, { status: 401 });
    const secret = 'wrong-but-secret-token';

    await tenant.scim('GET', `/Users?token=${secret}`, {
      headers: { Authorization: `Bearer ${secret}` },
    });

    assert.ok(!JSON.stringify(await lastRequest(tenant)).includes(secret));
  });

  test('is told by the request log', async (t) => {
    const tenant = await startTenant({}, t);
    const { id } = await queue(tenant, { status: 503 });

    await tenant.scim('POST', '/Users', { body: { userName: 'ada' } });

    const request = await lastRequest(tenant);
    assert.match(request?.sentence ?? '', /\(queued answer\)$/);
    assert.deepEqual(request?.responseHeaders, [['X-Mock-Answer', `queued; id="${id}"`]]);
    assert.equal((await tenant.scim('GET', '/Users?count=0')).status, 200);
  });

  test('without a status delays a request that is then served', async (t) => {
    const tenant = await startTenant({}, t);
    await queue(tenant, { delayMs: 60 });

    const { status } = await tenant.scim('POST', '/Users', { body: { userName: 'ada' } });

    assert.equal(status, 201);
    const request = await lastRequest(tenant);
    assert.ok((request?.durationMs ?? 0) >= 59);
  });

  test('that its client does not wait for leaves a record of what has come of it', async (t) => {
    const tenant = await startTenant({}, t);
    await queue(tenant, { delayMs: 1000 });
    const impatient = new AbortController();
    const asking = fetch(`${tenant.scimOrigin}/scim/v2/Users`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${tenant.token}`,
        'Content-Type': 'application/scim+json',
      },
      body: JSON.stringify({ userName: 'ada' }),
      signal: impatient.signal,
    });
    while ((await tenant.admin('listQueuedResponses')).responses.length > 0); // it has come

    impatient.abort();
    await assert.rejects(asking);
    const waited = await tenant.admin('waitForResources', {
      params: { tenant: 'default', resourceType: 'User' },
      body: {},
    });

    assert.equal(waited.totalResults, 1);
    const request = await lastRequest(tenant);
    assert.deepEqual(
      [request?.status, request?.effects.map(({ action, resourceName }) => [action, resourceName])],
      [0, [['created', 'ada']]],
    );
  });

  test('answers the token endpoint too', async (t) => {
    const tenant = await startTenant({}, t);
    await queue(tenant, { match: { path: '/oauth/token' }, status: 503 });

    assert.equal((await tenant.ask('POST', '/oauth/token', { body: '' })).status, 503);
  });

  test('is for its own tenant only', async (t) => {
    const tenant = await startTenant({}, t);
    await tenant.admin('setUpTenant', { body: { slug: 'other' } });
    await tenant.admin('queueResponse', { params: { tenant: 'other' }, body: { status: 503 } });

    assert.equal((await tenant.scim('GET', '/Users')).status, 200);
    const { responses } = await tenant.admin('listQueuedResponses', {
      params: { tenant: 'other' },
    });
    assert.equal(responses.length, 1);
  });

  test('is listed with the times that are left, and can be cleared', async (t) => {
    const tenant = await startTenant({}, t);
    await queue(tenant, { status: 503, times: 3 });
    await tenant.scim('GET', '/Users');

    const { responses } = await tenant.admin('listQueuedResponses');
    const cleared = await tenant.admin('clearQueuedResponses');

    assert.deepEqual(
      responses.map(({ times, left }) => [times, left]),
      [[3, 2]],
    );
    assert.deepEqual(cleared, { cleared: 1 });
    assert.equal((await tenant.scim('GET', '/Users')).status, 200);
  });

  for (const [title, body] of [
    ['a body for a status that has none', { status: 204, body: {} }],
    ['a header that breaks lines', { status: 200, headers: { 'X-A': 'a\r\nB: c' } }],
    ['a length of its own', { status: 200, headers: { 'Content-Length': '1' } }],
    ['a body without a status', { body: {} }],
  ] as const) {
    test(`is refused with ${title}`, async (t) => {
      const tenant = await startTenant({}, t);

      const answer = await tenant.callAdmin('POST', '/api/tenants/default/next-responses', {
        body,
      });

      assert.equal(answer.status, 400);
    });
  }
});
