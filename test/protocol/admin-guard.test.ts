// The admin listener holds the secret token: neither another machine nor a web page may reach it.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { AdminError } from '../../shared/admin/error.ts';
import { startTenant } from '../support/start-tenant.ts';

describe('the admin listener', () => {
  const refused: readonly (readonly [name: string, headers: Record<string, string>])[] = [
    ['a DNS name that was rebound to this machine', { Host: 'attacker.example:{port}' }],
    ['a tunnel', { Host: 'x.trycloudflare.com' }],
    ['its address with another port', { Host: '127.0.0.1:1' }],
    ['its address without a port', { Host: '127.0.0.1' }],
    ['a page of another site', { Origin: 'https://attacker.example' }],
    ['a page of another port of this machine', { Origin: 'http://127.0.0.1:1' }],
    ['a page without an origin of its own', { Origin: 'null' }],
    ['its origin under https', { Origin: 'https://127.0.0.1:{port}' }],
    ['a page that a browser calls cross-site', { 'Sec-Fetch-Site': 'cross-site' }],
    ['a page that a browser calls same-site', { 'Sec-Fetch-Site': 'same-site' }],
  ];
  for (const [name, headers] of refused) {
    test(`refuses ${name}, for the UI as for the API, the key being right`, async (t) => {
      const tenant = await startTenant({}, t);
      const { port } = new URL(tenant.adminUrl);
      const filled = Object.entries(headers).map(([key, value]) => [
        key,
        value.replace('{port}', port),
      ]);

      for (const path of ['/', '/api/status', '/api/live']) {
        const answer = await tenant.callAdmin('GET', path, {
          headers: Object.fromEntries(filled),
        });
        assert.equal(answer.status, 403, path);
        assert.equal(AdminError.parse(answer.body).error.code, 'forbidden');
        assert.equal(answer.text.includes(tenant.token), false);
        assert.equal(answer.headers['access-control-allow-origin'], undefined);
      }
    });
  }

  const accepted: readonly (readonly [name: string, headers: Record<string, string>])[] = [
    ['its own page', { Origin: 'http://127.0.0.1:{port}', 'Sec-Fetch-Site': 'same-origin' }],
    ['its name localhost', { Host: 'localhost:{port}', Origin: 'http://localhost:{port}' }],
    ['its name in capitals', { Host: 'LOCALHOST:{port}' }],
    ['an address that a person typed', { 'Sec-Fetch-Site': 'none' }],
  ];
  for (const [name, headers] of accepted) {
    test(`accepts ${name}`, async (t) => {
      const tenant = await startTenant({}, t);
      const { port } = new URL(tenant.adminUrl);
      const filled = Object.entries(headers).map(([key, value]) => [
        key,
        value.replace('{port}', port),
      ]);

      const answer = await tenant.callAdmin('GET', '/api/status', {
        headers: Object.fromEntries(filled),
      });

      assert.equal(answer.status, 200);
    });
  }

  for (const authorization of ['', 'Bearer wrong', 'Basic {key}', '{key}', 'Bearer {token}']) {
    test(`refuses the API to "${authorization}"`, async (t) => {
      const tenant = await startTenant({}, t);
      const Authorization = authorization
        .replace('{key}', tenant.adminKey)
        .replace('{token}', tenant.token);

      for (const path of ['/api/status', '/api/live', '/api/nope']) {
        const answer = await tenant.callAdmin('GET', path, { headers: { Authorization } });
        assert.equal(answer.status, 401, path);
        assert.equal(AdminError.parse(answer.body).error.code, 'unauthorized');
        assert.equal(answer.headers['www-authenticate'], 'Bearer realm="admin"');
      }
    });
  }

  test('takes no key from a cookie or the query', async (t) => {
    const tenant = await startTenant({}, t);

    const answer = await tenant.callAdmin('GET', `/api/status?key=${tenant.adminKey}`, {
      headers: { Authorization: '', Cookie: `key=${tenant.adminKey}` },
    });

    assert.equal(answer.status, 401);
  });

  test('does not answer SCIM, and the SCIM listener no admin API', async (t) => {
    const tenant = await startTenant({}, t);

    const scim = await tenant.callAdmin('GET', '/scim/v2/Users', {
      headers: { Authorization: `Bearer ${tenant.token}` },
    });
    const admin = await tenant.ask('GET', '/api/status', {
      headers: { Authorization: `Bearer ${tenant.adminKey}` },
    });

    assert.deepEqual([scim.status, admin.status], [404, 404]);
  });

  test('sends a strict policy with every answer and keeps nothing', async (t) => {
    const tenant = await startTenant({}, t);

    for (const [path, Authorization] of [
      ['/api/status', `Bearer ${tenant.adminKey}`],
      ['/api/status', 'Bearer wrong'],
      ['/', ''],
    ] as const) {
      const { headers } = await tenant.callAdmin('GET', path, { headers: { Authorization } });
      assert.match(
        String(headers['content-security-policy']),
        /^default-src 'none'; script-src 'self';/,
      );
      assert.equal(headers['x-content-type-options'], 'nosniff');
      assert.equal(headers['referrer-policy'], 'no-referrer');
      assert.equal(headers['cache-control'], 'no-store');
      assert.equal(headers['x-powered-by'], undefined);
    }
  });
});

describe('an allowed origin', () => {
  const ORIGIN = 'http://localhost:5173';
  const PREFLIGHT = {
    Authorization: '',
    'Access-Control-Request-Method': 'PATCH',
    'Access-Control-Request-Headers': 'authorization',
    'Sec-Fetch-Site': 'cross-site',
  };

  test('may use the API with the key, is answered before it asks, and only while it is allowed', async (t) => {
    const tenant = await startTenant({}, t);
    const allow = (origins: string[]) =>
      tenant.admin('changeSettings', { body: { 'admin.allowedOrigins': origins } });
    const ask = (method: string, path: string, headers: Record<string, string>) =>
      tenant.callAdmin(method, path, { headers: { Origin: ORIGIN, ...headers } });

    const before = await ask('OPTIONS', '/api/settings', PREFLIGHT);
    await allow([ORIGIN]);
    const preflight = await ask('OPTIONS', '/api/settings', PREFLIGHT);
    const answer = await ask('GET', '/api/status', { 'Sec-Fetch-Site': 'cross-site' });
    const keyless = await ask('GET', '/api/status', { Authorization: '' });
    await allow([]);
    const after = await ask('GET', '/api/status', {});

    assert.deepEqual(
      [before, preflight, answer, keyless, after].map(({ status }) => status),
      [403, 204, 200, 401, 403],
    );
    for (const { headers } of [preflight, answer, keyless]) {
      assert.equal(headers['access-control-allow-origin'], ORIGIN);
      assert.equal(headers['access-control-allow-credentials'], undefined);
    }
    assert.match(String(preflight.headers['access-control-allow-methods']), /PATCH/);
    assert.equal(before.headers['access-control-allow-origin'], undefined);
  });

  const refused: readonly (readonly [string, string, Record<string, string>])[] = [
    ['another one', '/api/status', { Origin: 'http://localhost:5174' }],
    ['one that begins alike', '/api/status', { Origin: `${ORIGIN}.attacker.example` }],
    ['no origin of its own', '/api/status', { Origin: 'null' }],
    ['a page that hides its origin', '/api/status', { 'Sec-Fetch-Site': 'cross-site' }],
    ['a rebound DNS name', '/api/status', { Origin: ORIGIN, Host: 'localhost.attacker.example' }],
    ['the files of the UI', '/', { Origin: ORIGIN }],
  ];
  for (const [name, path, headers] of refused) {
    test(`opens nothing to ${name}`, async (t) => {
      const tenant = await startTenant({}, t);
      await tenant.admin('changeSettings', { body: { 'admin.allowedOrigins': [ORIGIN] } });

      const answer = await tenant.callAdmin('GET', path, { headers });

      assert.equal(answer.status, 403);
      assert.equal(answer.headers['access-control-allow-origin'], undefined);
    });
  }
});
