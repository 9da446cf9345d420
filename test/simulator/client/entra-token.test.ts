// A Secret Token left blank: the exchange 083 of the recorded ones, and what a service provider that checks tokens sees.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createLocalJWKSet, jwtVerify, type JSONWebKeySet } from 'jose';
import { startProvisioning } from '../../support/provisioning.ts';
import { startScimTarget } from '../../support/scim-target.ts';

const EMPTY = { status: 200, body: { totalResults: 0, Resources: [] } };

describe('A target whose Secret Token is left blank', () => {
  test('gets a token that Entra issued, which the published key verifies; the same one for its lifetime', async (t) => {
    const target = await startScimTarget(t, () => EMPTY);
    const { admin, params } = await startProvisioning(t, { url: `${target.origin}/scim` });

    const { succeeded, requests } = await admin('testJobConnection', { params, body: {} });
    await admin('runJobCycle', { params, body: { wait: true } });
    await admin('runJobCycle', { params, body: { wait: true } });

    assert.equal(succeeded, true);
    const tokens = target.received.map(({ headers }) => headers['Authorization']?.slice(7) ?? '');
    const keys = (await admin('getEntraKeys')) as JSONWebKeySet; // the contract names no members of a key
    const { payload, protectedHeader } = await jwtVerify(tokens[0] ?? '', createLocalJWKSet(keys), {
      audience: '8adf8e6e-67b2-4cf2-a259-e3dc5476c621',
    });
    assert.match(payload.iss ?? '', /^https:\/\/sts\.windows\.net\/[\da-f-]{36}\/$/);
    assert.equal((payload.exp ?? 0) - (payload.iat ?? 0), 3_600);
    assert.equal(protectedHeader.alg, 'RS256');
    assert.equal(new Set(tokens.slice(2)).size, 1, 'one token for both cycles');
    const [shown] = requests;
    assert.ok(shown !== undefined && !JSON.stringify(shown).includes(tokens[0] ?? ''));
  });
});
