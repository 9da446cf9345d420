// The SCIM client where answers are not what one hopes for: throttling, tokens that expire, silence, answers without sense.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { match, readResource } from '../../../main/simulator/client/read-requests.ts';
import { createResource } from '../../../main/simulator/client/write-requests.ts';
import type { JobCredentials } from '../../../shared/simulator/job.ts';
import { scimClientOf } from '../../support/scim-client-of.ts';
import { startScimTarget } from '../../support/scim-target.ts';

const LOOK_UP = match('User', 'userName', 'ada');
const EMPTY = { status: 200, body: { totalResults: 0, Resources: [] } };

function clientCredentials(origin: string): JobCredentials {
  return {
    type: 'oauth2ClientCredentials',
    tokenEndpoint: `${origin}/token`,
    clientId: 'an id',
    clientSecret: 's3cret&more',
    scope: 'scim',
  };
}

describe('The token of client credentials (RFC 6749 §4.4)', () => {
  test('is fetched once, by a form, and anew when it is not let in any more', async (t) => {
    let valid = 'first';
    const target = await startScimTarget(t, ({ url, headers }) => {
      if (url === '/token')
        return { status: 200, body: { access_token: valid, expires_in: 3_600 } };
      return headers['Authorization'] === `Bearer ${valid}` ? EMPTY : { status: 401 };
    });
    const credentials = clientCredentials(target.origin);
    const client = scimClientOf(t, `${target.origin}/scim`, { credentials });

    const early = await Promise.all([client.send(LOOK_UP), client.send(LOOK_UP)]);
    valid = 'second';
    const late = await client.send(LOOK_UP);

    assert.deepEqual(
      [...early, late].map(({ kind }) => kind),
      ['ok', 'ok', 'ok'],
    );
    const forms = target.received.filter(({ url }) => url === '/token');
    assert.equal(forms.length, 2);
    assert.equal(
      forms[0]?.body,
      'grant_type=client_credentials&client_id=an+id&client_secret=s3cret%26more&scope=scim',
    );
    assert.equal(forms[0]?.headers['Content-Type'], 'application/x-www-form-urlencoded');
  });

  test('that is refused is a matter of credentials', async (t) => {
    const target = await startScimTarget(t, () => ({
      status: 400,
      body: { error: 'invalid_client' },
    }));
    const credentials = clientCredentials(target.origin);

    const outcome = await scimClientOf(t, target.origin, { credentials }).send(LOOK_UP);

    assert.deepEqual(outcome, {
      kind: 'http-error',
      status: 401,
      failure: {
        errorCode: 'SystemForCrossDomainIdentityManagementInvalidCredentials',
        reason: 'The token endpoint answered 400 without a token.',
        status: 401,
      },
    });
  });
});

describe('Answers', () => {
  const cases = [
    [400, 'SystemForCrossDomainIdentityManagementBadRequest'],
    [401, 'SystemForCrossDomainIdentityManagementInvalidCredentials'],
    [403, 'InsufficientRights'],
    [404, 'SystemForCrossDomainIdentityManagementServiceIncompatible'],
    [405, 'MethodNotAllowed'],
    [409, 'Conflict'],
    [422, 'UnprocessableEntity'],
    [429, 'TooManyRequests'],
    [500, 'InternalServerError'],
    [501, 'NotImplemented'],
    [302, 'SystemForCrossDomainIdentityManagementBadResponse'],
  ] as const;
  for (const [status, errorCode] of cases) {
    test(`of ${status} to a filter are ${errorCode}`, async (t) => {
      const target = await startScimTarget(t, () => ({ status, body: { status: String(status) } }));

      const outcome = await scimClientOf(t, target.origin).send(LOOK_UP);

      assert.equal(outcome.kind === 'ok' ? '' : outcome.failure.errorCode, errorCode);
    });
  }

  test('of 404 to an id say that the object is gone, and secrets are not quoted', async (t) => {
    const target = await startScimTarget(t, ({ headers }) => ({
      status: 404,
      body: { status: '404', detail: `no such user for ${headers['Authorization']}` },
    }));

    const outcome = await scimClientOf(t, target.origin).send(readResource('User', '1'));

    assert.ok(outcome.kind === 'scim-error');
    assert.equal(outcome.failure.errorCode, 'InvalidAnchor');
    assert.match(outcome.failure.reason, /for Bearer \*\*\*\*test/);
  });

  test('that redirect name where to, and are not followed', async (t) => {
    const location = 'https://elsewhere.example/scim/Users';
    const target = await startScimTarget(t, () => ({
      status: 301,
      headers: { Location: location },
    }));

    const outcome = await scimClientOf(t, target.origin).send(LOOK_UP);

    assert.equal(target.received.length, 1);
    assert.equal(outcome.kind, 'http-error');
    assert.match(
      outcome.failure.reason,
      /answered GET \/Users with 301, a redirect to https:\/\/elsewhere\.example\/scim\/Users\. Body: no body$/,
    );
  });

  test('that are no JSON are no answers of a SCIM target', async (t) => {
    const target = await startScimTarget(t, () => ({ status: 200, body: '<html>' }));
    const client = scimClientOf(t, target.origin);

    for (const call of [LOOK_UP, createResource('User', [])]) {
      const outcome = await client.send(call);
      assert.equal(
        outcome.kind === 'ok' ? '' : outcome.failure.errorCode,
        'SystemForCrossDomainIdentityManagementServiceIncompatible',
      );
    }
  });

  test('that do not come in time, or not at all, are told apart', async (t) => {
    const silent = await startScimTarget(t, () => ({ status: 200, body: {}, delayMs: 10_000 }));
    const late = await scimClientOf(t, silent.origin, { timeoutMs: 50 }).send(LOOK_UP);
    const away = await scimClientOf(t, 'http://127.0.0.1:1').send(LOOK_UP);

    assert.deepEqual(
      [late, away].map((outcome) => (outcome.kind === 'ok' ? '' : outcome.failure.errorCode)),
      ['Timeout', 'WebExceptionProtocolError'],
    );
  });
});

test('A refusal is quoted without the token, and as it is where the token is a letter or two', async (t) => {
  const target = await startScimTarget(t, ({ headers }) => ({
    status: 401,
    body: { detail: `a bad ${headers['Authorization'] ?? ''}` },
  }));
  const refuse = async (secretToken: string) => {
    const credentials = { type: 'bearer', secretToken } as const;
    const outcome = await scimClientOf(t, target.origin, { credentials }).send(LOOK_UP);
    return outcome.kind === 'ok' ? '' : outcome.failure.reason;
  };

  assert.match(await refuse('a'), /\{"detail":"a bad Bearer a"\}$/);
  assert.match(await refuse('a-long-secret-token'), /\{"detail":"a bad Bearer \*{4}oken"\}$/);
});
