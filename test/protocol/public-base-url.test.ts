// RFC 7643 §3.1: `meta.location`, `$ref` and Location name the address that the client used.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isJsonObject } from '../../shared/scim/json.ts';
import { listenLive } from '../support/listen-live.ts';
import { readId } from '../support/read-id.ts';
import { startReverseProxy } from '../support/reverse-proxy.ts';
import { startTenant, type TestTenant } from '../support/start-tenant.ts';

describe('the base of every location', () => {
  const cases: readonly (readonly [
    name: string,
    headers: Record<string, string>,
    base: string | undefined,
  ])[] = [
    ['the Host header', { Host: 'scim.test:8080' }, 'http://scim.test:8080/scim/v2'],
    [
      'X-Forwarded-Proto over the Host header (cloudflared)',
      { Host: 'x.trycloudflare.com', 'X-Forwarded-Proto': 'https' },
      'https://x.trycloudflare.com/scim/v2',
    ],
    [
      'X-Forwarded-Host and -Proto (devtunnel, ngrok)',
      { 'X-Forwarded-Host': 'x.devtunnels.ms', 'X-Forwarded-Proto': 'https' },
      'https://x.devtunnels.ms/scim/v2',
    ],
    [
      'the first of several proxies',
      { 'X-Forwarded-Host': 'outer.example, inner.example', 'X-Forwarded-Proto': 'https,http' },
      'https://outer.example/scim/v2',
    ],
    [
      'without the port that the scheme implies',
      { 'X-Forwarded-Host': 'X.example:443', 'X-Forwarded-Proto': 'HTTPS' },
      'https://x.example/scim/v2',
    ],
    ['not a host that is none', { 'X-Forwarded-Host': 'a.example/path"<' }, undefined],
    ['not a scheme that is none', { 'X-Forwarded-Proto': 'javascript' }, undefined],
    ['not a host with an impossible port', { 'X-Forwarded-Host': 'a.example:99999' }, undefined],
    ['not an impossible address', { 'X-Forwarded-Host': '999.1.1.1' }, undefined],
    ['not a host with credentials', { 'X-Forwarded-Host': 'a@b.example' }, undefined],
  ];
  for (const [name, headers, base] of cases) {
    test(`is ${name}`, async (t) => {
      const tenant = await startTenant({}, t);

      const locations = await createUser(tenant, headers);

      const expected = base ?? tenant.scimUrl;
      assert.deepEqual(
        locations.map((location) => location.slice(0, location.lastIndexOf('/Users/'))),
        [expected, expected],
      );
    });
  }

  test('is the public URL of the tenant before anything else', async (t) => {
    const tenant = await startTenant({ publicUrl: 'https://set.example/' }, t);

    const [location] = await createUser(tenant, { 'X-Forwarded-Host': 'other.example' });

    assert.match(location ?? '', /^https:\/\/set\.example\/scim\/v2\/Users\//);
  });

  test('is that of $ref in groups, members and manager too', async (t) => {
    const tenant = await startTenant({ publicUrl: 'https://set.example' }, t);
    const value = readId(await tenant.scim('POST', '/Users', { body: { userName: 'ada' } }));
    const members = [{ value }];
    const group = await tenant.scim('POST', '/Groups', { body: { displayName: 'G', members } });

    assert.match(group.text, new RegExp(`"\\$ref":"https://set\\.example/scim/v2/Users/${value}"`));
  });
});

describe('behind a reverse proxy on this machine', () => {
  test('locations lead through the proxy', async (t) => {
    const tenant = await startTenant({}, t);
    const headers = { 'x-forwarded-host': '{host}', 'x-forwarded-proto': 'http' };
    const proxy = await startReverseProxy(
      { target: tenant.scimOrigin, headers, keepHost: false },
      t,
    );
    const auth = { Authorization: `Bearer ${tenant.token}` };
    const created = await fetch(`${proxy}/scim/v2/Users`, {
      method: 'POST',
      headers: { ...auth, 'Content-Type': 'application/scim+json' },
      body: '{"userName":"ada"}',
    });
    const location = created.headers.get('location') ?? '';

    const read = await fetch(location, { headers: auth });

    assert.ok(location.startsWith(`${proxy}/scim/v2/Users/`));
    assert.equal(read.status, 200);
  });

  test('the connection shows the public URL that an authenticated request came by', async (t) => {
    const tenant = await startTenant({}, t);
    const live = await listenLive(tenant, t);
    const headers = { 'x-forwarded-host': 'x.example', 'x-forwarded-proto': 'https' };
    const proxy = await startReverseProxy(
      { target: tenant.scimOrigin, headers, keepHost: true },
      t,
    );
    const auth = { Authorization: `Bearer ${tenant.token}` };

    await fetch(`${proxy}/scim/v2/Users`, { headers: { Authorization: 'Bearer wrong' } });
    const before = await tenant.admin('getConnection');
    await fetch(`${proxy}/scim/v2/Users`, { headers: auth });
    await live.next('tenant-changed');

    assert.deepEqual(
      [before.publicTenantUrl, before.publicUrlSource, before.tenantUrl],
      [null, null, tenant.scimUrl],
    );
    assert.deepEqual(await tenant.admin('getConnection'), {
      tenantUrl: 'https://x.example/scim/v2',
      localTenantUrl: tenant.scimUrl,
      publicTenantUrl: 'https://x.example/scim/v2',
      publicUrlSource: 'forwarded',
      certificate: null,
      secretToken: tenant.token,
    });
  });

  test('the setting wins over what was forwarded, and may be a whole tenant URL', async (t) => {
    const tenant = await startTenant({}, t);
    await tenant.scim('GET', '/Users', { headers: { 'X-Forwarded-Host': 'x.example' } });

    const body = { publicUrl: 'https://set.example/scim/v2/' };
    const { publicUrl } = await tenant.admin('updateTenant', { body });

    const connection = await tenant.admin('getConnection');
    assert.equal(publicUrl, 'https://set.example');
    assert.equal(connection.tenantUrl, 'https://set.example/scim/v2');
    assert.equal(connection.publicUrlSource, 'setting');
  });

  test('a public URL that is removed is forgotten, found or set, until a tunnel tells it again', async (t) => {
    const tenant = await startTenant({}, t);
    const forwarded = { headers: { 'X-Forwarded-Host': 'x.example' } };
    await tenant.scim('GET', '/Users', forwarded);

    await tenant.admin('updateTenant', { body: { publicUrl: null } });
    const { tenantUrl } = await tenant.admin('getConnection');
    await tenant.scim('GET', '/Users', forwarded);

    assert.equal(tenantUrl, tenant.scimUrl);
    assert.equal((await tenant.admin('getConnection')).tenantUrl, 'http://x.example/scim/v2');
  });
});

/** Location header and meta.location of a new user. */
async function createUser(
  tenant: TestTenant,
  headers: Record<string, string>,
): Promise<readonly string[]> {
  const { body, headers: answered } = await tenant.scim('POST', '/Users', {
    body: { userName: 'ada' },
    headers,
  });
  assert.ok(isJsonObject(body) && isJsonObject(body['meta']));
  const { location } = body['meta'];
  assert.ok(typeof location === 'string');
  return [answered.location ?? '', location];
}
