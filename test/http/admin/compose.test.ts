import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { describe, test, type TestContext } from 'node:test';
import type { ComposedRequest } from '../../../shared/admin/compose.ts';
import { isLoopback } from '../../../shared/compose/is-loopback.ts';
import { startTenant, type TestTenant } from '../../support/start-tenant.ts';

const GET_USERS: ComposedRequest = {
  target: { kind: 'tenant', tenant: 'default' },
  method: 'GET',
  path: '/Users?filter=userName eq "zoë"',
  headers: [['Accept', 'application/scim+json']],
  body: '',
};

describe('Sending a composed request', () => {
  test('to a tenant uses its token and names its entry in the log', async (t) => {
    const tenant = await startTenant({}, t);

    const answer = await send(tenant, GET_USERS);

    assert(answer.kind === 'answered');
    assert.deepEqual([answer.status, answer.statusText, answer.requestId], [200, 'OK', 1]);
    assert.equal(JSON.parse(answer.body.text).totalResults, 0);
    const entry = await tenant.admin('getRequest', { params: { id: 1 } });
    assert.equal(entry.query, 'filter=userName%20eq%20%22zo%C3%AB%22');
    assert.match(entry.sourceReason, /sent from Compose/);
  });

  test('an Authorization of its own takes the place of the token', async (t) => {
    const tenant = await startTenant({}, t);

    const answer = await send(tenant, { ...GET_USERS, headers: [['authorization', 'Bearer no']] });

    assert.equal(answer.kind === 'answered' && answer.status, 401);
  });

  test('to another URL is exactly what was composed, and no redirect is followed', async (t) => {
    const tenant = await startTenant({}, t);
    const { origin, received } = await listen(t);

    const answer = await send(tenant, {
      target: { kind: 'url', baseUrl: `${origin}/base/`, token: 't0ken' },
      method: 'PATCH',
      path: '/Users/1',
      headers: [['Content-Type', 'application/scim+json']],
      body: '{"a":"ë"}',
    });

    assert.equal(answer.kind === 'answered' && answer.status, 302);
    assert.deepEqual(received, [
      {
        line: 'PATCH /base/Users/1',
        headers: {
          authorization: 'Bearer t0ken',
          'content-type': 'application/scim+json',
          'content-length': '10',
          host: new URL(origin).host,
          connection: 'close',
        },
        body: '{"a":"ë"}',
      },
    ]);
  });

  test('to a host that is not this machine is refused unless it is meant', async (t) => {
    const tenant = await startTenant({}, t);
    const order = {
      request: {
        ...GET_USERS,
        target: { kind: 'url', baseUrl: 'https://scim.example.com/v2', token: null },
      },
    };

    const { status, text } = await tenant.callAdmin('POST', '/api/compose/send', { body: order });

    assert.equal(status, 400);
    assert.match(text, /scim\.example\.com is not this machine/);
    assert.deepEqual((await tenant.admin('listComposeHistory')).entries, []);
  });

  test('says why no answer came', async (t) => {
    const tenant = await startTenant({}, t);

    const answer = await send(tenant, {
      ...GET_USERS,
      target: { kind: 'url', baseUrl: 'http://127.0.0.1:1', token: null },
    });

    assert.equal(answer.kind === 'failed' && answer.reason, 'Nothing listens at that address.');
  });

  for (const [part, wrong] of [
    ['method', { method: 'get' }],
    ['path', { path: 'Users' }],
    ['headers', { headers: [['A\nB', 'c']] }],
    ['headers', { headers: [['A', 'b\nC: d']] }],
    ['target', { target: { kind: 'url', baseUrl: 'file:///etc/passwd', token: null } }],
  ] as const) {
    test(`refuses ${JSON.stringify(wrong)}, naming the ${part}`, async (t) => {
      const tenant = await startTenant({}, t);

      const { status, text } = await tenant.callAdmin('POST', '/api/compose/send', {
        body: { request: { ...GET_USERS, ...wrong } },
      });

      assert.equal(status, 400);
      assert.match(text, new RegExp(`body\\.request\\.${part}`));
    });
  }
});

describe('What Compose keeps', () => {
  const withSecrets: ComposedRequest = {
    target: { kind: 'url', baseUrl: 'http://127.0.0.1:1', token: 'secret-token' },
    method: 'POST',
    path: '/Users',
    headers: [
      ['Authorization', 'Bearer secret-token'],
      ['X-Api-Key', 'secret-key'],
      ['Accept', '*/*'],
    ],
    body: '{"userName":"a", "password" : "secret-\\"word"}',
  };

  test('the history has no secret, newest first, and can be cleared', async (t) => {
    const tenant = await startTenant({}, t);
    await send(tenant, GET_USERS);
    await send(tenant, withSecrets);

    const { entries } = await tenant.admin('listComposeHistory');

    assert.deepEqual(
      entries.map(({ status, requestId, request }) => [status, requestId, request.headers]),
      [
        [null, null, [['Accept', '*/*']]],
        [200, 1, GET_USERS.headers],
      ],
    );
    assert.doesNotMatch(JSON.stringify(entries), /secret-/);
    await tenant.admin('clearComposeHistory');
    assert.deepEqual((await tenant.admin('listComposeHistory')).entries, []);
  });

  const inOtherPlaces: readonly Partial<ComposedRequest>[] = [
    { path: '/Users?access_token=secret-1&count=1' },
    { path: '/Users?filter=password+eq+%22secret-2%22' },
    { target: { kind: 'url', baseUrl: 'http://me:secret-3@127.0.0.1:1/x', token: null } },
    { body: '{"Operations":[{"op":"replace","path":"password","value":"secret-4"}]}' },
    { body: '{"password":"secret-5' },
    { body: 'grant_type=client_credentials&client_secret=secret-6' },
  ];
  for (const part of inOtherPlaces) {
    test(`no secret in ${JSON.stringify(part)}`, async (t) => {
      const tenant = await startTenant({}, t);
      const request = { ...GET_USERS, ...part };
      await tenant.admin('createSavedRequest', { body: { name: 'one', request } });
      await tenant.callAdmin('POST', '/api/compose/send', { body: { request } });

      const { entries } = await tenant.admin('listComposeHistory');
      const { requests } = await tenant.admin('listSavedRequests');

      assert.deepEqual([entries.length, requests.length], [1, 1]);
      assert.doesNotMatch(JSON.stringify({ entries, requests }), /secret-/);
    });
  }

  test('a saved request has its secrets only when that is chosen', async (t) => {
    const tenant = await startTenant({}, t);
    const save = (keepsSecrets: boolean) =>
      tenant.admin('createSavedRequest', {
        body: { name: `kept ${keepsSecrets}`, request: withSecrets, keepsSecrets },
      });

    await save(false);
    await save(true);

    const { requests } = await tenant.admin('listSavedRequests');
    assert.deepEqual(
      requests.map(({ name, request }) => [name, JSON.stringify(request).includes('secret-')]),
      [
        ['kept false', false],
        ['kept true', true],
      ],
    );
    assert.equal(requests[0]?.request.body, '{"userName":"a", "password" : ""}');
  });

  test('a saved request is changed and deleted', async (t) => {
    const tenant = await startTenant({}, t);
    const { id } = await tenant.admin('createSavedRequest', {
      body: { name: 'a', request: GET_USERS },
    });

    await tenant.admin('updateSavedRequest', {
      params: { id },
      body: { name: 'b', request: { ...GET_USERS, method: 'DELETE' } },
    });

    const { requests } = await tenant.admin('listSavedRequests');
    assert.deepEqual(
      requests.map(({ name, request }) => [name, request.method]),
      [['b', 'DELETE']],
    );
    await tenant.admin('deleteSavedRequest', { params: { id } });
    assert.deepEqual((await tenant.admin('listSavedRequests')).requests, []);
    assert.equal((await tenant.callAdmin('DELETE', `/api/compose/requests/${id}`)).status, 404);
  });
});

describe('This machine', () => {
  for (const [url, isIt] of [
    ['http://localhost:80/x', true],
    ['http://127.0.0.1', true],
    ['http://127.8.9.1:7643/scim', true],
    ['http://[::1]:1/', true],
    ['http://app.localhost/', true],
    ['http://localhost.example.com/', false],
    ['http://127.0.0.1.example.com/', false],
    ['http://user@127.0.0.1/', true],
    ['http://127.0.0.1@example.com/', false],
    ['https://10.0.0.1/', false],
  ] as const) {
    test(`${isIt ? 'is' : 'is not'} ${url}`, () => assert.equal(isLoopback(url), isIt));
  }
});

function send(tenant: TestTenant, request: ComposedRequest) {
  return tenant.admin('sendComposed', { body: { request } });
}

async function listen(t: TestContext) {
  const received: object[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      const { method, url, headers } = request;
      received.push({ line: `${method} ${url}`, headers: { ...headers }, body });
      response.writeHead(302, { Location: '/elsewhere' }).end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => server.close());
  const address = server.address();
  assert(address !== null && typeof address === 'object');
  return { origin: `http://127.0.0.1:${address.port}`, received };
}
