// What the request log must not hold, and what it must although it never became a request.
import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { describe, test } from 'node:test';
import { startDeviceTenant } from '../support/device-tenant.ts';
import { listenLive } from '../support/listen-live.ts';
import { startTenant, type TestTenant } from '../support/start-tenant.ts';

const NOT_HTTP = /^Rejected: not readable as HTTP \(.+\)$/;

describe('a request that is not HTTP', () => {
  const cases = [
    [
      'a header that is none',
      'GET /scim/v2/Users HTTP/1.1\r\nHost: x\r\nbad header\r\n\r\n',
      400,
      NOT_HTTP,
    ],
    [
      'headers beyond all bounds',
      `GET /scim/v2/Users HTTP/1.1\r\nX: ${'a'.repeat(200_000)}`,
      431,
      NOT_HTTP,
    ],
    [
      'a TLS handshake',
      '\u0016\u0003\u0001\u0002',
      400,
      /^Rejected: a TLS client at an HTTP port; ask it by http:\/\/$/,
    ],
  ] as const;
  for (const [title, text, status, sentence] of cases) {
    test(`is in the log: ${title}`, async (t) => {
      const tenant = await startTenant({}, t);
      const live = await listenLive(tenant, t);

      const answer = await speak(tenant, text);
      const { request } = (await live.next('request-recorded')).data;

      assert.match(answer, new RegExp(`^HTTP/1.1 ${status} .*application/scim\\+json`, 's'));
      assert.deepEqual([request.operation, request.status], ['rejected-http', status]);
      assert.match(request.sentence, sentence);
      assert.deepEqual((await tenant.admin('listRequests')).requests, [request]);
    });
  }

  test('shows method and path, but neither token nor malformed headers', async (t) => {
    const tenant = await startTenant({}, t);
    const live = await listenLive(tenant, t);
    const { token } = tenant;

    await speak(
      tenant,
      `GET /scim/v2/Users?token=${token} HTTP/1.1\r\nAuthorization: Bearer ${token}\r\n` +
        `Author ization: Bearer ${token}\r\nAccept: x\r\n\r\n`,
    );
    const { id } = (await live.next('request-recorded')).data.request;
    const details = await tenant.admin('getRequest', { params: { id } });

    assert.deepEqual([details.method, details.path], ['GET', '/scim/v2/Users']);
    assert.deepEqual(
      details.requestHeaders.map(([name]) => name),
      ['Authorization', 'Accept'],
    );
    assert.equal(JSON.stringify(details).includes(token), false);
  });
});

describe('the recorded body', () => {
  test('has no value of an attribute that the tenant never returns', async (t) => {
    const { tenant, createDevice, patchDevice } = await startDeviceTenant();
    t.after(() => tenant.close());
    const { id } = await createDevice({ pin: 'n1ne-n1ne', notes: 'ninth floor' });
    await patchDevice(id, { op: 'replace', path: 'pin', value: 'n1ne-n1ne' });

    const { requests } = await tenant.admin('listRequests');
    const details = await Promise.all(
      requests.map((request) => tenant.admin('getRequest', { params: { id: request.id } })),
    );
    assert.equal(JSON.stringify(details).includes('n1ne-n1ne'), false);
    assert.ok(details[0]?.requestBody.text.includes('ninth floor'));
  });

  test('has no password of Bulk data that was sent as text', async (t) => {
    const tenant = await startTenant({}, t);
    const data = JSON.stringify({ userName: 'ada', password: 'n1ne-n1ne' });

    await tenant.scim('POST', '/Bulk', {
      body: {
        schemas: ['urn:ietf:params:scim:api:messages:2.0:BulkRequest'],
        Operations: [{ method: 'POST', path: '/Users', bulkId: 'a', data }],
      },
    });

    const details = await tenant.admin('getRequest', { params: { id: 1 } });
    assert.equal(JSON.stringify(details).includes('n1ne-n1ne'), false);
    assert.ok(details.requestBody.text.includes('ada'));
  });
});

/** All that is answered to raw bytes. */
function speak({ scimOrigin }: TestTenant, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(scimOrigin).port), '127.0.0.1');
    let answer = '';
    socket.setEncoding('utf8');
    socket.on('data', (chunk: string) => (answer += chunk));
    socket.on('close', () => resolve(answer));
    socket.on('error', (error) => (answer === '' ? reject(error) : resolve(answer)));
    socket.write(text, 'latin1');
  });
}
