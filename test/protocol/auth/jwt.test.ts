// JWTs of issuers that a tenant trusts: as bearer tokens, which Entra sends where the secret token is blank, and as the
// assertions of OAuth clients, which is how a workload identity comes. RFC 7519 §4.1, RFC 7523 §2.2 and §3.
import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import type { JWTPayload } from 'jose';
import { accessTokenOf, askToken, bearer } from '../../support/ask-token.ts';
import { expectScimError } from '../../support/expect-scim-error.ts';
import { createJwtIssuer, startKeyServer, type JwtIssuer } from '../../support/jwt-issuer.ts';
import { startTenant, type TestTenant } from '../../support/start-tenant.ts';

const ISSUER = 'https://sts.windows.net/9a2b/';
const AUDIENCE = '8adf8e6e-67b2-4cf2-a259-e3dc5476c621';
const CLAIMS: JWTPayload = { iss: ISSUER, aud: AUDIENCE, sub: 'provisioning' };
const NOW = Math.floor(Date.now() / 1000);

interface Trust {
  readonly tenant: TestTenant;
  readonly issuer: JwtIssuer;
}

/** A tenant that trusts one issuer, by its keys. */
async function startTrusting(t: TestContext): Promise<Trust> {
  const [tenant, issuer] = await Promise.all([startTenant({}, t), createJwtIssuer()]);
  const trusted = { name: 'Entra', issuer: ISSUER, audience: AUDIENCE, jwks: issuer.jwks };
  await tenant.admin('changeAuthSetting', { body: { trustedIssuers: [trusted] } });
  return { tenant, issuer };
}

async function readWith({ tenant }: Pick<Trust, 'tenant'>, token: string) {
  return tenant.scim('GET', '/Users', bearer(token));
}

describe('a JWT as the bearer token', () => {
  test('opens a tenant that trusts its issuer, and is recorded by the name of that', async (t) => {
    const trust = await startTrusting(t);

    const answer = await readWith(trust, await trust.issuer.sign(CLAIMS));

    assert.equal(answer.status, 200);
    const [recorded] = (await trust.tenant.admin('listRequests')).requests;
    assert.equal(recorded?.tokenName, 'Entra');
    const { text } = await trust.tenant.scim('GET', '/ServiceProviderConfig');
    assert.match(text, /"name":"JSON Web Token"/);
  });

  const refused: readonly (readonly [name: string, claims: JWTPayload, detail: RegExp])[] = [
    ['has expired', { exp: NOW - 120 }, /^The token has expired$/],
    ['is not valid yet', { nbf: NOW + 120 }, /^The token is not valid yet$/],
    ['is for another audience', { aud: 'api://other' }, /^The token is meant for another audience/],
    ['is of another issuer', { iss: 'https://other.test/' }, /^The token is not a token of this/],
  ];
  for (const [name, claims, detail] of refused) {
    test(`is refused when it ${name}`, async (t) => {
      const trust = await startTrusting(t);

      const answer = await readWith(trust, await trust.issuer.sign({ ...CLAIMS, ...claims }));

      expectScimError(answer, { status: 401, detail });
      assert.match(answer.headers['www-authenticate'] ?? '', /error="invalid_token"/);
    });
  }

  test('is refused as any wrong token when somebody else has signed it, or nobody', async (t) => {
    const trust = await startTrusting(t);
    const other = await createJwtIssuer();
    const [, payload = ''] = (await trust.issuer.sign(CLAIMS)).split('.');
    const none = Buffer.from('{"alg":"none"}').toString('base64url');
    const forged = [
      await other.sign({ ...CLAIMS, exp: NOW - 120 }),
      `${none}.${payload}.`,
      `${none}.${payload}.AAAA`,
      'eyJhbGciOiJSUzI1NiJ9.e30.AAAA',
      'eyJ.eyJ.x',
    ];

    for (const token of forged) {
      const answer = await readWith(trust, token);
      expectScimError(answer, { status: 401, detail: /^The token is not a token of this tenant$/ });
    }
  });

  test('must be about the subject that the tenant names', async (t) => {
    const { tenant, issuer } = await startTrusting(t);
    const [trusted] = (await tenant.admin('getAuthSetting')).trustedIssuers;
    assert.ok(trusted);
    const trustedIssuers = [
      { ...trusted, subject: 'somebody else' },
      { ...trusted, audience: 'x' },
    ];
    await tenant.admin('changeAuthSetting', { body: { trustedIssuers } });

    const answer = await readWith({ tenant }, await issuer.sign(CLAIMS));

    expectScimError(answer, { status: 401, detail: /subject/ });
  });

  test('of a tenant is not one of another', async (t) => {
    const { tenant, issuer } = await startTrusting(t);
    await tenant.admin('createTenant', { body: { slug: 'acme', name: 'Acme' } });

    const token = await issuer.sign(CLAIMS);
    const answer = await tenant.ask('GET', '/t/acme/scim/v2/Users', bearer(token));

    expectScimError(answer, { status: 401, detail: /^The token is not a token of this tenant$/ });
  });
});

describe('the keys of an issuer', () => {
  test('are read at their URL when they are needed, and kept', async (t) => {
    const [tenant, issuer] = await Promise.all([startTenant({}, t), createJwtIssuer()]);
    const keys = await startKeyServer(issuer.jwks, t);
    const trusted = { name: 'x', issuer: ISSUER, audience: AUDIENCE, jwksUri: keys.url };
    await tenant.admin('changeAuthSetting', { body: { trustedIssuers: [trusted] } });
    const token = await issuer.sign(CLAIMS);

    const statuses = [await readWith({ tenant }, token), await readWith({ tenant }, token)];

    assert.deepEqual(
      statuses.map(({ status }) => status),
      [200, 200],
    );
    assert.equal(keys.asked(), 1);
  });

  test('that cannot be read are told so, to the client and in the log of the server', async (t) => {
    const [tenant, issuer] = await Promise.all([startTenant({}, t), createJwtIssuer()]);
    const keys = await startKeyServer(undefined, t);
    const trusted = { name: 'Broken', issuer: ISSUER, audience: AUDIENCE, jwksUri: keys.url };
    await tenant.admin('changeAuthSetting', { body: { trustedIssuers: [trusted] } });
    const token = await issuer.sign(CLAIMS);

    const answer = await readWith({ tenant }, token);

    expectScimError(answer, { status: 401, detail: /keys of the token's issuer cannot be read/ });
    const lines = tenant.logLines.join('');
    assert.match(lines, /keys of a trusted issuer cannot be read.*issuer=Broken/);
    assert.equal(lines.includes(token), false);
    keys.tell(issuer.jwks);
    assert.equal((await readWith({ tenant }, token)).status, 200);
  });

  const wrong: readonly (readonly [name: string, keys: object])[] = [
    ['neither keys nor a URL', {}],
    ['both', { jwks: { keys: [{ kty: 'RSA' }] }, jwksUri: 'https://x.test/' }],
    ['a private key', { jwks: { keys: [{ kty: 'RSA', d: 'x' }] } }],
    ['plain http to another machine', { jwksUri: 'http://x.test/keys' }],
    ['a URL that only looks like this machine', { jwksUri: 'http://127.0.0.1.x.test/keys' }],
  ];
  for (const [name, keys] of wrong) {
    test(`are refused when they are ${name}`, async (t) => {
      const tenant = await startTenant({}, t);
      const issuer = { name: 'x', issuer: ISSUER, audience: AUDIENCE, ...keys };

      const answer = await tenant.callAdmin('PATCH', '/api/tenants/default/auth', {
        body: { trustedIssuers: [issuer] },
      });

      assert.equal(answer.status, 400, answer.text);
    });
  }
});

describe('an assertion at the token endpoint', () => {
  const form = {
    grant_type: 'client_credentials',
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
  };

  test('gives an access token to the client whose subject it is', async (t) => {
    const { tenant, issuer } = await startTrusting(t);
    const body = { name: 'Workload', clientId: 'workload', assertionSubject: 'provisioning' };
    await tenant.admin('createOAuthClient', { body });
    const client_assertion = await issuer.sign(CLAIMS);

    const named = await askToken(tenant, { ...form, client_id: 'workload', client_assertion });
    const unnamed = await askToken(tenant, { ...form, client_assertion });

    for (const answer of [named, unnamed]) {
      assert.equal((await readWith({ tenant }, accessTokenOf(answer))).status, 200);
    }
    const last = (await tenant.admin('listRequests')).requests.at(-1);
    assert.equal(last?.tokenName, 'Workload');
  });

  const refused: readonly (readonly [name: string, claims: JWTPayload, description: RegExp])[] = [
    ['has expired', { exp: NOW - 120 }, /The assertion has expired/],
    ['is about nobody', { sub: 'somebody else' }, /No client has the client id and the subject/],
    ['is of nobody whom the tenant trusts', { iss: 'https://x.test' }, /The assertion is not/],
  ];
  for (const [name, claims, description] of refused) {
    test(`is refused with invalid_client when it ${name}`, async (t) => {
      const { tenant, issuer } = await startTrusting(t);
      await tenant.admin('createOAuthClient', { body: { name: 'x', clientId: 'provisioning' } });
      const client_assertion = await issuer.sign({ ...CLAIMS, ...claims });

      const answer = await askToken(tenant, { ...form, client_assertion });

      assert.equal(answer.status, 401);
      assert.match(answer.text, /^{"error":"invalid_client"/);
      assert.match(answer.text, description);
    });
  }
});
