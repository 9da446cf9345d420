// OAuth 2.0 client credentials. RFC 6749 §2.3.1, §3.2, §4.4 and §5; what the Entra app gallery asks for.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, test } from 'node:test';
import type { OAuthClient } from '../../../shared/admin/oauth-client.ts';
import { accessTokenOf, askToken, bearer } from '../../support/ask-token.ts';
import { expectScimError } from '../../support/expect-scim-error.ts';
import { createMovableClock } from '../../support/movable-clock.ts';
import { startTenant, type TestTenant } from '../../support/start-tenant.ts';

const GRANT = { grant_type: 'client_credentials' };

function credentials({ clientId, secrets }: OAuthClient, at = 0) {
  return { client_id: clientId, client_secret: secrets[at]?.secret ?? '' };
}

async function readStatus(tenant: TestTenant, token: string): Promise<number> {
  return (await tenant.scim('GET', '/Users', bearer(token))).status;
}

function basic(user: string, password: string) {
  return { Authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` };
}

describe('the token endpoint', () => {
  test('N7 gives an access token that opens the tenant, and nobody caches it', async (t) => {
    const tenant = await startTenant({}, t);
    const client = await tenant.admin('createOAuthClient', { body: { name: 'Entra' } });

    const answer = await askToken(tenant, {
      ...GRANT,
      ...credentials(client),
      scope: 'x/.default',
    });

    const token = accessTokenOf(answer);
    assert.equal(answer.status, 200);
    assert.deepEqual(answer.body, {
      access_token: token,
      token_type: 'Bearer',
      expires_in: 3600,
      scope: 'x/.default',
    });
    assert.deepEqual(
      [answer.headers['cache-control'], answer.headers['pragma'], answer.headers['content-type']],
      ['no-store', 'no-cache', 'application/json; charset=utf-8'],
    );
    assert.equal(await readStatus(tenant, token), 200);
    const { requests } = await tenant.admin('listRequests');
    assert.deepEqual(
      requests.map(({ operation, sentence, tokenName, tenant: slug, findings }) => ({
        operation,
        sentence,
        tokenName,
        slug,
        findings: findings.error + findings.warning,
      })),
      [
        {
          operation: 'get-access-token',
          sentence: 'Get access token',
          tokenName: 'Entra',
          slug: 'default',
          findings: 0,
        },
        {
          operation: 'list',
          sentence: 'List users',
          tokenName: 'Entra',
          slug: 'default',
          findings: 0,
        },
      ],
    );
  });

  test('takes the client id and secret by HTTP Basic, form-encoded', async (t) => {
    const tenant = await startTenant({}, t);
    const body = { name: 'x', clientId: 'urn:my:client', secret: 'a+secret/of~a.test=' };
    const { clientId, secrets } = await tenant.admin('createOAuthClient', { body });
    const secret = encodeURIComponent(secrets[0]?.secret ?? '');
    const headers = basic(encodeURIComponent(clientId), secret);

    assert.equal((await askToken(tenant, GRANT, { headers })).status, 200);
    const both = await askToken(tenant, { ...GRANT, client_secret: 'x' }, { headers });
    assert.equal(both.status, 400);
    assert.deepEqual(both.body, {
      error: 'invalid_request',
      error_description: 'The client is authenticated in more than one way',
    });
  });

  test('of each tenant knows the clients of that tenant alone', async (t) => {
    const tenant = await startTenant({}, t);
    await tenant.admin('createTenant', { body: { slug: 'acme', name: 'Acme' } });
    const params = { tenant: 'acme' };
    const client = await tenant.admin('createOAuthClient', { params, body: { name: 'x' } });
    const { tokenUrl } = await tenant.admin('listOAuthClients', { params });
    const endpoint = new URL(tokenUrl).pathname;

    const own = await askToken(tenant, { ...GRANT, ...credentials(client) }, { path: endpoint });
    const other = await askToken(tenant, { ...GRANT, ...credentials(client) });
    const none = await askToken(tenant, GRANT, { path: '/t/nobody/oauth/token' });

    assert.equal(endpoint, '/t/acme/oauth/token');
    assert.deepEqual([own.status, other.status, none.status], [200, 401, 404]);
    const token = accessTokenOf(own);
    const there = await tenant.ask('GET', '/t/acme/scim/v2/Users', bearer(token));
    assert.deepEqual([there.status, await readStatus(tenant, token)], [200, 401]);
  });

  const refusals: readonly (readonly [
    name: string,
    form: Readonly<Record<string, string>> | string,
    status: number,
    error: string,
  ])[] = [
    ['no grant type', { client_id: 'c' }, 400, 'invalid_request'],
    ['another grant type', { grant_type: 'password' }, 400, 'unsupported_grant_type'],
    ['no client', GRANT, 400, 'invalid_request'],
    ['no secret', { ...GRANT, client_id: 'client' }, 401, 'invalid_client'],
    [
      'an empty secret',
      { ...GRANT, client_id: 'client', client_secret: '' },
      401,
      'invalid_client',
    ],
    [
      'a wrong secret',
      { ...GRANT, client_id: 'client', client_secret: 'x' },
      401,
      'invalid_client',
    ],
    [
      'a client that is not',
      { ...GRANT, client_id: 'x', client_secret: 'x' },
      401,
      'invalid_client',
    ],
    ['a parameter twice', 'grant_type=client_credentials&grant_type=x', 400, 'invalid_request'],
    [
      'an assertion of another type',
      { ...GRANT, client_assertion_type: 'saml', client_assertion: 'x' },
      400,
      'invalid_request',
    ],
    [
      'a scope of more than a client has',
      { ...GRANT, client_id: 'client', client_secret: 'the-secret-of-client', scope: 'full' },
      400,
      'invalid_scope',
    ],
    [
      'a scope with quotes',
      { ...GRANT, client_id: 'client', client_secret: 'the-secret-of-client', scope: '"' },
      400,
      'invalid_scope',
    ],
  ];
  for (const [name, form, status, error] of refusals) {
    test(`refuses ${name} with ${error}, and says so in the request log`, async (t) => {
      const tenant = await startTenant({}, t);
      const client = { name: 'Client', clientId: 'client', secret: 'the-secret-of-client' };
      const body = { ...client, scope: 'read-only' } as const;
      await tenant.admin('createOAuthClient', { body });

      const answer = await askToken(tenant, form);

      assert.equal(answer.status, status, answer.text);
      assert.match(answer.text, new RegExp(`^{"error":"${error}","error_description":"[^"]+"}$`));
      assert.equal(answer.headers['www-authenticate'] !== undefined, status === 401);
      assert.equal(answer.headers['cache-control'], 'no-store');
      const [recorded] = (await tenant.admin('listRequests')).requests;
      assert.equal(recorded?.operation, 'get-access-token');
      assert.match(recorded?.sentence ?? '', /^Get access token refused: \w/);
    });
  }

  test('refuses an unknown client and a wrong secret in the same words', async (t) => {
    const tenant = await startTenant({}, t);
    await tenant.admin('createOAuthClient', { body: { name: 'x', clientId: 'client' } });
    const ask = (id: string) =>
      askToken(tenant, { ...GRANT, client_id: id, client_secret: 'wrong-secret' });

    const [known, unknown] = await Promise.all([ask('client'), ask('nobody')]);

    assert.deepEqual([known?.status, known?.text], [unknown?.status, unknown?.text]);
  });

  test('takes forms by POST only', async (t) => {
    const tenant = await startTenant({}, t);

    const json = await askToken(tenant, '{}', { headers: { 'Content-Type': 'application/json' } });
    const get = await tenant.ask('GET', '/oauth/token');

    assert.equal(json.status, 400);
    assert.match(json.text, /^{"error":"invalid_request"/);
    expectScimError(get, { status: 405 });
    assert.equal(get.headers.allow, 'POST, OPTIONS');
  });
});

describe('an access token', () => {
  test('N8 is good for one to six hours, as the tenant says, and then has expired', async (t) => {
    const clock = createMovableClock();
    const tenant = await startTenant({}, t, clock);
    const client = await tenant.admin('createOAuthClient', { body: { name: 'Entra' } });
    const tooLong = await tenant.callAdmin('PATCH', '/api/tenants/default/auth', {
      body: { accessTokenMinutes: 361 },
    });
    await tenant.admin('changeAuthSetting', { body: { accessTokenMinutes: 360 } });

    const answer = await askToken(tenant, { ...GRANT, ...credentials(client) });
    const token = accessTokenOf(answer);

    assert.equal(tooLong.status, 400);
    assert.match(answer.text, /"expires_in":21600/);
    clock.moveMinutes(359);
    assert.equal(await readStatus(tenant, token), 200);
    clock.moveMinutes(1);
    const late = await tenant.scim('GET', '/Users', bearer(token));
    expectScimError(late, { status: 401, detail: /^The token has expired$/ });
    const last = (await tenant.admin('listRequests')).requests.at(-1);
    assert.deepEqual([last?.sentence, last?.tokenName], ['Rejected: token has expired', 'Entra']);
  });

  test('ends with its client', async (t) => {
    const tenant = await startTenant({}, t);
    const client = await tenant.admin('createOAuthClient', { body: { name: 'Entra' } });
    const form = { ...GRANT, ...credentials(client) };
    const token = accessTokenOf(await askToken(tenant, form));
    const params = { tenant: 'default', clientId: client.clientId };

    await tenant.admin('revokeOAuthClient', { params });

    const answer = await tenant.scim('GET', '/Users', bearer(token));
    expectScimError(answer, { status: 401, detail: /revoked/ });
    assert.equal((await askToken(tenant, form)).status, 401);
  });

  test('of a client that may only read, or that asks for no more, may only read', async (t) => {
    const tenant = await startTenant({}, t);
    const create = (scope: 'full' | 'read-only') =>
      tenant.admin('createOAuthClient', { body: { name: scope, scope } });
    const reader = { ...GRANT, ...credentials(await create('read-only')) };
    const writer = { ...GRANT, ...credentials(await create('full')) };

    const writes = [reader, { ...writer, scope: 'read-only' }, writer].map(async (form) => {
      const token = accessTokenOf(await askToken(tenant, form));
      return (await tenant.scim('DELETE', '/Users/1', bearer(token))).status;
    });

    assert.deepEqual(await Promise.all(writes), [403, 403, 404]);
  });

  test('is kept over a restart, as a digest alone', async (t) => {
    const dataDir = mkdtempSync(path.join(tmpdir(), 'scim-oauth-'));
    t.after(() => rmSync(dataDir, { recursive: true }));
    const first = await startTenant({ dataDir }, t);
    const client = await first.admin('createOAuthClient', { body: { name: 'Entra' } });
    const token = accessTokenOf(await askToken(first, { ...GRANT, ...credentials(client) }));
    await first.close();

    const second = await startTenant({ dataDir }, t);

    assert.equal(await readStatus(second, token), 200);
    await second.close();
    assert.equal(readFileSync(path.join(dataDir, 'workspace.db')).includes(token), false);
  });
});

describe('the secrets of a client', () => {
  test('N8 are two while they are rotated, and no more', async (t) => {
    const tenant = await startTenant({}, t);
    const client = await tenant.admin('createOAuthClient', { body: { name: 'Entra' } });
    const params = { tenant: 'default', clientId: client.clientId };

    const two = await tenant.admin('addClientSecret', { params, body: {} });
    const third = await tenant.callAdmin(
      'POST',
      `/api/tenants/default/oauth-clients/${client.clientId}/secrets`,
      { body: {} },
    );
    const forms = [0, 1].map((at) => ({ ...GRANT, ...credentials(two, at) }));
    const ask = () => Promise.all(forms.map(async (form) => (await askToken(tenant, form)).status));

    assert.equal(third.status, 409);
    assert.deepEqual(await ask(), [200, 200]);
    const secretId = client.secrets[0]?.id ?? '';
    await tenant.admin('removeClientSecret', { params: { ...params, secretId } });
    assert.deepEqual(await ask(), [401, 200]);
  });

  test('expire by the clock', async (t) => {
    const clock = createMovableClock();
    const tenant = await startTenant({}, t, clock);
    const body = { name: 'Entra', secretExpires: '2026-03-01T13:00:00Z' };
    const form = { ...GRANT, ...credentials(await tenant.admin('createOAuthClient', { body })) };

    const before = await askToken(tenant, form);
    clock.moveMinutes(60);
    const after = await askToken(tenant, form);

    assert.deepEqual([before.status, after.status], [200, 401]);
    assert.match(after.text, /The client secret has expired/);
  });
});

describe('ServiceProviderConfig', () => {
  test('D3 D10 tells of OAuth as long as there is a client', async (t) => {
    const tenant = await startTenant({}, t);
    const types = async () => {
      const { text } = await tenant.scim('GET', '/ServiceProviderConfig');
      return [...text.matchAll(/"type":"(\w+)"/g)].map(([, type]) => type);
    };
    const before = await types();
    const { clientId } = await tenant.admin('createOAuthClient', { body: { name: 'Entra' } });
    const during = await types();

    await tenant.admin('revokeOAuthClient', { params: { tenant: 'default', clientId } });

    assert.deepEqual(
      [before, during, await types()],
      [['oauthbearertoken'], ['oauthbearertoken', 'oauth2'], ['oauthbearertoken']],
    );
  });
});
