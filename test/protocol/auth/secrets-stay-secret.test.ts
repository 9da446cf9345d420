// N5: whatever a client does with a token, a secret or an assertion, right or wrong, none is found again in the request
// log, in what the UI is told of it, in an answer, or in what the server prints. RFC 7644 §7.5, RFC 6750 §5.3.
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { accessTokenOf, askToken, bearer } from '../../support/ask-token.ts';
import { createJwtIssuer } from '../../support/jwt-issuer.ts';
import { startTenant } from '../../support/start-tenant.ts';

const GRANT = { grant_type: 'client_credentials' };
const JWT_BEARER = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

test('N5 no token, secret or assertion is ever recorded, answered or printed', async (t) => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'scim-secrets-'));
  t.after(() => rmSync(dataDir, { recursive: true }));
  const tenant = await startTenant({ dataDir }, t);
  const issuer = await createJwtIssuer();
  const trusted = { name: 'x', issuer: 'https://i.test', audience: 'a', jwks: issuer.jwks };
  await tenant.admin('changeAuthSetting', { body: { trustedIssuers: [trusted] } });
  const params = { tenant: 'default' };
  await tenant.admin('setProfile', {
    params,
    body: { preset: 'entra-tolerant', overrides: { basicAuth: true } },
  });
  const live = await tenant.admin('createToken', { body: { name: 'live' } });
  const dead = await tenant.admin('createToken', { body: { name: 'dead' } });
  await tenant.admin('revokeToken', { params: { ...params, id: dead.id } });
  const turned = await tenant.admin('createToken', { body: { name: 'turned' } });
  await tenant.admin('rotateToken', { params: { ...params, id: turned.id }, body: {} });
  const client = await tenant.admin('createOAuthClient', { body: { name: 'c', clientId: 'c' } });
  const clientSecret = client.secrets[0]?.secret ?? '';
  const claims = { iss: 'https://i.test', aud: 'a', sub: 'c' };
  const [jwt, assertion] = [await issuer.sign(claims), await issuer.sign({ ...claims, n: 2 })];
  const form = { ...GRANT, client_id: 'c', client_secret: clientSecret };
  const accessToken = accessTokenOf(await askToken(tenant, form));
  const stored = [live, dead, turned].map(({ secret }) => secret);
  const neverStored = [accessToken, jwt, assertion, 'wrong-token-of-nobody-at-all'];
  const secrets = [...stored, clientSecret, ...neverStored];

  const answers: string[] = [];
  for (const secret of secrets) {
    const basic = Buffer.from(`c:${secret}`).toString('base64');
    const assertionForm = { ...GRANT, client_assertion_type: JWT_BEARER };
    const asked = [
      tenant.scim('GET', `/Users/${secret}?token=${secret}`, bearer(secret)),
      tenant.scim('GET', '/Users', { headers: { Authorization: `Basic ${basic}` } }),
      tenant.scim('POST', '/Users', { ...bearer(secret), body: `{"userName": "${secret}` }),
      tenant.scim('POST', '/Users', { ...bearer(secret), body: { x: secret } }),
      tenant.scim('GET', '/Users', { headers: { ...bearer(secret).headers, 'X-Extra': secret } }),
      askToken(tenant, { ...GRANT, client_id: 'c', client_secret: secret }),
      askToken(tenant, { ...GRANT, client_id: secret, client_secret: secret }),
      askToken(tenant, GRANT, { headers: { Authorization: `Basic ${basic}` } }),
      askToken(tenant, { ...assertionForm, client_assertion: secret }),
      askToken(tenant, `client_secret=${secret}&client_secret=${secret}`),
      askToken(tenant, `{"client_secret":"${secret}"}`, {
        headers: { 'Content-Type': 'application/json' },
      }),
    ];
    answers.push(
      ...(await Promise.all(asked)).map(({ text, headers }) => text + JSON.stringify(headers)),
    );
  }

  const { requests } = await tenant.admin('listRequests', { query: { limit: 1000 } });
  const recorded = await Promise.all(
    requests.map(({ id }) => tenant.admin('getRequest', { params: { id } })),
  );
  assert.equal(recorded.length, 1 + secrets.length * 11);
  const told = recorded.map((entry) => JSON.stringify(entry));
  const hasSecret = (text: string) => secrets.some((secret) => text.includes(secret));
  assert.deepEqual(told.filter(hasSecret), []);
  assert.deepEqual(answers.filter(isLeak), []);
  assert.equal(hasSecret(tenant.logLines.join('')), false);
  await tenant.close();
  const files = readdirSync(dataDir).map((name) =>
    readFileSync(path.join(dataDir, name), 'latin1'),
  );
  assert.deepEqual(
    neverStored.filter((secret) => files.some((text) => text.includes(secret))),
    [],
  );

  /** A new access token is the one secret that an answer is for; a path that leads nowhere is told as it came. */
  function isLeak(text: string): boolean {
    return hasSecret(text) && !text.includes('does not exist');
  }
});
