// Several bearer tokens of one tenant, from creation to revocation. RFC 6750 §3, RFC 7644 §2 and §3.12.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { bearer } from '../../support/ask-token.ts';
import { expectScimError } from '../../support/expect-scim-error.ts';
import { createMovableClock } from '../../support/movable-clock.ts';
import { startTenant, type TestTenant } from '../../support/start-tenant.ts';

const USER = {
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
  userName: 'ada@contoso.test',
};

async function statusOf(tenant: TestTenant, token: string): Promise<number> {
  return (await tenant.scim('GET', '/Users', bearer(token))).status;
}

async function lastRequest(tenant: TestTenant) {
  const { requests } = await tenant.admin('listRequests');
  const last = requests.at(-1);
  assert.ok(last, 'the request log is empty');
  return { operation: last.operation, sentence: last.sentence, tokenName: last.tokenName };
}

describe('the tokens of a tenant', () => {
  test('begin with its Secret Token, which the connection shows', async (t) => {
    const tenant = await startTenant({}, t);

    const { tokens } = await tenant.admin('listTokens');

    assert.deepEqual(
      tokens.map(({ id: _id, created: _created, ...rest }) => rest),
      [
        {
          name: 'Secret Token',
          secret: tenant.token,
          previous: null,
          scope: 'full',
          actsAs: null,
          expires: null,
          revoked: null,
          state: 'live',
          isSecretToken: true,
          lastUsed: null,
          lastSource: null,
          requests: 0,
        },
      ],
    );
  });

  test('each open it, and each request is recorded with the name of its token', async (t) => {
    const tenant = await startTenant({}, t);
    const { secret } = await tenant.admin('createToken', { body: { name: 'Okta' } });

    assert.equal(await statusOf(tenant, secret), 200);
    assert.equal((await lastRequest(tenant)).tokenName, 'Okta');
    assert.equal(await statusOf(tenant, tenant.token), 200);
    assert.equal((await lastRequest(tenant)).tokenName, 'Secret Token');
    assert.equal(await statusOf(tenant, 'a-token-that-nobody-has'), 401);
    assert.equal((await lastRequest(tenant)).tokenName, null);
  });

  test('of one tenant are unknown in another, in the same words as any wrong token', async (t) => {
    const tenant = await startTenant({}, t);
    await tenant.admin('createTenant', { body: { slug: 'acme', name: 'Acme' } });
    const params = { tenant: 'acme' };
    const { secret } = await tenant.admin('createToken', { params, body: { name: 'x' } });

    const [foreign, wrong] = await Promise.all(
      [secret, 'a-token-that-nobody-has'].map((each) => tenant.scim('GET', '/Users', bearer(each))),
    );

    expectScimError(foreign ?? assert.fail(), { status: 401 });
    assert.deepEqual(
      [foreign?.text, foreign?.headers['www-authenticate']],
      [wrong?.text, wrong?.headers['www-authenticate']],
    );
  });

  test('N7 that have expired are told so, with a challenge that says why', async (t) => {
    const clock = createMovableClock();
    const tenant = await startTenant({}, t, clock);
    const body = { name: 'Short', expires: '2026-03-01T14:30:00+01:00' };
    const { secret, id } = await tenant.admin('createToken', { body });
    assert.equal(await statusOf(tenant, secret), 200);

    clock.moveMinutes(90);
    const answer = await tenant.scim('GET', '/Users', bearer(secret));

    expectScimError(answer, { status: 401, detail: /^The token has expired$/ });
    assert.equal(
      answer.headers['www-authenticate'],
      'Bearer realm="SCIM", error="invalid_token", error_description="The token has expired"',
    );
    assert.deepEqual(await lastRequest(tenant), {
      operation: 'rejected-token',
      sentence: 'Rejected: token has expired',
      tokenName: 'Short',
    });
    const params = { id, tenant: 'default' };
    const later = await tenant.admin('changeToken', { params, body: { expires: null } });
    assert.equal(later.state, 'live');
    assert.equal(await statusOf(tenant, secret), 200);
  });

  test('expire now, and are revoked for good', async (t) => {
    const tenant = await startTenant({}, t);
    const created = await tenant.admin('createToken', { body: { name: 'Temp' } });
    const params = { tenant: 'default', id: created.id };

    const expired = await tenant.admin('expireToken', { params });
    assert.deepEqual([expired.state, await statusOf(tenant, created.secret)], ['expired', 401]);
    const revoked = await tenant.admin('revokeToken', { params });
    const answer = await tenant.scim('GET', '/Users', bearer(created.secret));

    assert.equal(revoked.state, 'revoked');
    expectScimError(answer, { status: 401, detail: /^The token has been revoked$/ });
    assert.equal((await lastRequest(tenant)).sentence, 'Rejected: token has been revoked');
    const rotated = await tenant.callAdmin(
      'POST',
      `/api/tenants/default/tokens/${created.id}/rotate`,
      { body: {} },
    );
    assert.equal(rotated.status, 409);
  });

  test('are rotated with an overlap in which both secrets are good', async (t) => {
    const clock = createMovableClock();
    const tenant = await startTenant({}, t, clock);
    const { tokens } = await tenant.admin('listTokens');
    const params = { tenant: 'default', id: tokens[0]?.id ?? '' };

    const rotated = await tenant.admin('rotateToken', { params, body: { overlapMinutes: 30 } });
    const { secretToken } = await tenant.admin('getConnection', { params });

    assert.equal(secretToken, rotated.secret);
    assert.deepEqual(rotated.previous, {
      secret: tenant.token,
      expires: '2026-03-01T12:30:00.000Z',
    });
    const both = [tenant.token, rotated.secret];
    assert.deepEqual(await Promise.all(both.map((each) => statusOf(tenant, each))), [200, 200]);
    clock.moveMinutes(30);
    assert.deepEqual(await Promise.all(both.map((each) => statusOf(tenant, each))), [401, 200]);
    const old = await tenant.scim('GET', '/Users', bearer(tenant.token));
    expectScimError(old, { status: 401, detail: /expired/ });
  });

  test('that are the Secret Token hand that on to the next one when they are revoked', async (t) => {
    const tenant = await startTenant({}, t);
    const params = { tenant: 'default' };
    const { secret } = await tenant.admin('createToken', { params, body: { name: 'Next' } });
    const [first] = (await tenant.admin('listTokens')).tokens;

    await tenant.admin('revokeToken', { params: { ...params, id: first?.id ?? '' } });

    assert.equal((await tenant.admin('getConnection', { params })).secretToken, secret);
  });

  test('say when, from where and how often they were used', async (t) => {
    const clock = createMovableClock();
    const tenant = await startTenant({}, t, clock);
    const curl = { headers: { 'User-Agent': 'curl/8.5.0' } };

    await tenant.scim('GET', '/Users', curl);
    clock.moveMinutes(1);
    await tenant.scim('GET', '/Users', curl);
    await tenant.scim('GET', '/Users', bearer('a-token-that-nobody-has'));

    const [token] = (await tenant.admin('listTokens')).tokens;
    assert.deepEqual(
      [token?.requests, token?.lastUsed, token?.lastSource],
      [2, '2026-03-01T12:01:00.000Z', 'curl'],
    );
  });

  test('are named apart: a secret that another one has is refused, and so is a short one', async (t) => {
    const tenant = await startTenant({}, t);
    const create = (secret: string) =>
      tenant.callAdmin('POST', '/api/tenants/default/tokens', { body: { name: 'x', secret } });

    const answers = await Promise.all([tenant.token, 'short', 'has a space in it'].map(create));

    assert.deepEqual(
      answers.map(({ status }) => status),
      [409, 400, 400],
    );
  });
});

describe('a token that may only read', () => {
  test('N4 reads and searches, and is answered 403 where it would write', async (t) => {
    const tenant = await startTenant({}, t);
    const body = { name: 'Reader', scope: 'read-only' } as const;
    const { headers } = bearer((await tenant.admin('createToken', { body })).secret);
    const search = { schemas: ['urn:ietf:params:scim:api:messages:2.0:SearchRequest'] };
    const ask = async (method: string, path: string, sent?: object) =>
      tenant.scim(method, path, { headers, ...(sent && { body: { ...sent } }) });

    const reads = [
      await ask('GET', '/Users'),
      await ask('POST', '/Users/.search', search),
      await ask('POST', '/.search', search),
    ];
    const writes = [
      await ask('POST', '/Users', USER),
      await ask('PUT', '/Users/1', USER),
      await ask('PATCH', '/Users/1', {}),
      await ask('DELETE', '/Users/1'),
      await ask('POST', '/Bulk', {}),
    ];

    assert.deepEqual(
      reads.map(({ status }) => status),
      [200, 200, 200],
    );
    for (const answer of writes) {
      expectScimError(answer, { status: 403, detail: /^The token "Reader" may only read$/ });
      assert.equal(
        answer.headers['www-authenticate'],
        'Bearer realm="SCIM", error="insufficient_scope"',
      );
    }
  });
});

describe('a token that acts as a User', () => {
  test('is that User at /Me; a token that names none is whom the tenant says', async (t) => {
    const tenant = await startTenant({}, t);
    await tenant.scim('POST', '/Users', { body: USER });
    await tenant.scim('POST', '/Users', { body: { ...USER, userName: 'bob@contoso.test' } });
    const body = { name: 'Ada', actsAs: 'ADA@contoso.test' };
    const { secret } = await tenant.admin('createToken', { body });
    const nobody = await tenant.scim('GET', '/Me');

    await tenant.admin('changeAuthSetting', { body: { actsAs: 'bob@contoso.test' } });
    const names = [secret, tenant.token].map(async (token) => {
      const answer = await tenant.scim('GET', '/Me?attributes=userName', bearer(token));
      return /"userName":"([^"]+)"/.exec(answer.text)?.[1];
    });

    expectScimError(nobody, { status: 404 });
    assert.deepEqual(await Promise.all(names), ['ada@contoso.test', 'bob@contoso.test']);
  });
});
