// RFC 6750 §2.1 and §3, RFC 7644 §2.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { expectScimError } from '../support/expect-scim-error.ts';
import { startTenant } from '../support/start-tenant.ts';

const TOKEN = 'a-secret-token-of-a-test';

describe('the bearer token', () => {
  for (const scheme of ['Bearer', 'bearer', 'BEARER']) {
    test(`N9 is accepted after ${scheme}`, async (t) => {
      const tenant = await startTenant({ token: TOKEN }, t);

      const answer = await tenant.scim('GET', '/Users', {
        headers: { Authorization: `${scheme} ${TOKEN}` },
      });

      assert.equal(answer.status, 200);
    });
  }

  const refused: readonly (readonly [name: string, authorization: string])[] = [
    ['missing', ''],
    ['of another tenant', 'Bearer another-token-of-a-test'],
    ['cut short', `Bearer ${TOKEN.slice(0, -1)}`],
    ['in another case', `Bearer ${TOKEN.toUpperCase()}`],
    ['under another scheme', `Basic ${TOKEN}`],
    ['without a scheme', TOKEN],
    ['empty', 'Bearer '],
  ];
  for (const [name, authorization] of refused) {
    test(`N1 N2 is refused when it is ${name}, with a challenge and a SCIM error that does not quote it`, async (t) => {
      const tenant = await startTenant({ token: TOKEN }, t);

      const answer = await tenant.scim('GET', '/Users', {
        headers: { Authorization: authorization },
      });

      expectScimError(answer, { status: 401, detail: /token|Authorization/ });
      assert.equal(answer.headers['www-authenticate'], challengeOf(authorization));
      assert.equal(answer.text.includes(TOKEN), false);
    });
  }

  /** An error is told of a token that was there. @see RFC 6750 §3.1 */
  function challengeOf(authorization: string): string {
    if (!/^Bearer \S/.test(authorization)) return 'Bearer realm="SCIM"';
    const description = 'The token is not a token of this tenant';
    return `Bearer realm="SCIM", error="invalid_token", error_description="${description}"`;
  }

  for (const path of ['/ServiceProviderConfig', '/Schemas', '/ResourceTypes', '/Nope', '/Bulk']) {
    test(`N3 is needed for ${path} too`, async (t) => {
      const tenant = await startTenant({}, t);

      const answer = await tenant.scim('GET', path, { headers: { Authorization: '' } });

      expectScimError(answer, { status: 401 });
    });
  }

  test('is made at the first start: 43 characters, kept from then on', async (t) => {
    const tenant = await startTenant({}, t);

    assert.match(tenant.token, /^[\w-]{43}$/);
  });

  test('of one tenant does not open another', async (t) => {
    const tenant = await startTenant({ token: TOKEN }, t);
    tenant.store.tenants.create({ slug: 'acme', name: 'Acme', secretToken: 'the-token-of-acme' });
    const askAcme = (token: string) =>
      tenant.ask('GET', '/t/acme/scim/v2/Users', { headers: { Authorization: `Bearer ${token}` } });

    const answers = await Promise.all([askAcme(TOKEN), askAcme('the-token-of-acme')]);

    assert.deepEqual(
      answers.map(({ status }) => status),
      [401, 200],
    );
  });

  test('N5 never appears in the request log, whatever a client does with it', async (t) => {
    const tenant = await startTenant({ token: TOKEN }, t);

    await tenant.scim('GET', `/Users?token=${TOKEN}`);
    await tenant.scim('GET', `/Users/${TOKEN}`);
    await tenant.scim('POST', '/Users', { body: { userName: 'ada', title: TOKEN } });
    await tenant.scim('POST', '/Users', { body: `{"userName": "${TOKEN}` });
    await tenant.scim('GET', '/Users', { headers: { 'X-Api-Key': TOKEN, Cookie: `t=${TOKEN}` } });

    const { requests } = await tenant.admin('listRequests');
    const details = await Promise.all(
      requests.map(({ id }) => tenant.admin('getRequest', { params: { id } })),
    );
    assert.equal(details.length, 5);
    assert.deepEqual(
      details
        .map(({ effects: _effects, ...recorded }) => JSON.stringify(recorded))
        .filter((recorded) => recorded.includes(TOKEN)),
      [],
    );
    assert.deepEqual(
      details[0]?.requestHeaders.find(([name]) => name === 'Authorization'),
      ['Authorization', 'Bearer ••••test'],
    );
    assert.equal(tenant.logLines.join('').includes(TOKEN), false);
  });
});

describe('HTTP Basic, where the profile has it', () => {
  const overrides = { basicAuth: true, anonymousDiscovery: true };
  const basic = (password: string) => ({
    headers: { Authorization: `Basic ${Buffer.from(`x:${password}`).toString('base64')}` },
  });

  test('opens with any token of the tenant, and is offered to who has none', async (t) => {
    const tenant = await startTenant({ token: TOKEN }, t);
    const body = { preset: 'entra-tolerant', overrides } as const;
    await tenant.admin('setProfile', { params: { tenant: 'default' }, body });
    const { secret } = await tenant.admin('createToken', { body: { name: 'x' } });

    const good = await Promise.all(
      [TOKEN, secret].map((each) => tenant.scim('GET', '/Users', basic(each))),
    );
    const refused = await tenant.scim('GET', '/Users', { headers: { Authorization: '' } });

    assert.deepEqual(
      good.map(({ status }) => status),
      [200, 200],
    );
    expectScimError(refused, { status: 401 });
    assert.equal(
      refused.headers['www-authenticate'],
      'Bearer realm="SCIM", Basic realm="SCIM", charset="UTF-8"',
    );
  });

  test('N3 a wrong token is told so even where discovery is open to anybody', async (t) => {
    const tenant = await startTenant({ token: TOKEN }, t);
    const body = { preset: 'entra-tolerant', overrides } as const;
    await tenant.admin('setProfile', { params: { tenant: 'default' }, body });

    const anonymous = await tenant.scim('GET', '/Schemas', { headers: { Authorization: '' } });
    const wrong = await tenant.scim('GET', '/Schemas', basic('wrong-password'));

    assert.equal(anonymous.status, 200);
    expectScimError(wrong, { status: 401, detail: /not a token of this tenant/ });
  });
});
