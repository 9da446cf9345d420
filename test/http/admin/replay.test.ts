import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sendUser } from '../../support/send-users.ts';
import { startTenant, type TestTenant } from '../../support/start-tenant.ts';

describe('Replay of a logged request', () => {
  test('sends it once more over HTTP and names its new entry', async (t) => {
    const tenant = await startTenant({}, t);
    const id = await sendUser(tenant, 'ada');
    const body =
      '{"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[{"op":"Add","path":"title","value":"Zoë\\u0027s"}]}';
    await tenant.scim('PATCH', `/Users/${id}?aadOptscim062020&x=%22`, { body });

    const { durationMs: _, ...result } = await replay(tenant, 2);

    assert.deepEqual(result, {
      id: 2,
      requestId: 3,
      loggedStatus: 200,
      status: 200,
      isFailure: false,
      reason: null,
    });
    const logged = await tenant.admin('getRequest', { params: { id: 2 } });
    const again = await tenant.admin('getRequest', { params: { id: 3 } });
    assert.deepEqual(
      [again.method, again.path, again.query, again.requestBody.text],
      [logged.method, logged.path, logged.query, body],
    );
    assert.equal(again.source, 'app');
    assert.match(again.sourceReason, /request 2 sent once more/);
    assert.deepEqual(
      again.requestHeaders
        .filter(([name]) => name !== 'X-Scim-Mock-Tenant')
        .map(([name]) => name.toLowerCase())
        .toSorted(),
      logged.requestHeaders.map(([name]) => name.toLowerCase()).toSorted(),
    );
  });

  test('of one that was turned away for its token is turned away again', async (t) => {
    const tenant = await startTenant({}, t);
    await tenant.scim('GET', '/Users', { headers: { Authorization: 'Bearer a-wrong-token-here' } });

    const { status, isFailure } = await replay(tenant, 1);

    assert.deepEqual([status, isFailure], [401, false]);
  });

  test('of a request that is not in the log is refused', async (t) => {
    const tenant = await startTenant({}, t);

    const { status } = await tenant.callAdmin('POST', '/api/requests/7/replay');

    assert.equal(status, 404);
  });
});

describe('Replay of several', () => {
  test('goes in the given order and stops at an error that the log does not have', async (t) => {
    const tenant = await startTenant({}, t);
    const id = await sendUser(tenant, 'ada');
    await tenant.scim('GET', `/Users/${id}`);
    await tenant.scim('DELETE', `/Users/${id}`);

    const { results, left } = await tenant.admin('replayRequests', { body: { ids: [1, 2, 3] } });
    const all = await tenant.admin('replayRequests', {
      body: { ids: [2, 1], stopAtFailure: false },
    });

    assert.deepEqual(
      results.map((one) => [one.id, one.status, one.isFailure, one.requestId]),
      [
        [1, 201, false, 4],
        [2, 404, true, 5],
      ],
    );
    assert.equal(left, 1);
    assert.deepEqual(
      all.results.map((one) => [one.id, one.status, one.isFailure]),
      [
        [2, 404, true],
        [1, 409, true],
      ],
    );
  });
});

function replay(tenant: TestTenant, id: number) {
  return tenant.admin('replayRequest', { params: { id } });
}
