// With the test runner of Node: one server for the file, a tenant for each test.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { startServer, startTenant } from 'scim-mock-tenant/testing';
import { provision } from './provision.mjs';

const server = await startServer();
after(() => server.close());

test('a user that is not there is created', async () => {
  await using tenant = await startTenant({ server });

  await provision({ userName: 'ada@contoso.com', title: 'Countess' }, tenant);

  const { body } = await tenant.expectRequest({ operation: 'create', status: 201 });
  assert.equal(body.title, 'Countess');
});

test('a user that is there is updated, not created again', async () => {
  await using tenant = await startTenant({ server, users: [{ userName: 'ada@contoso.com' }] });

  await provision({ userName: 'ada@contoso.com', title: 'Countess' }, tenant);

  await tenant.expectRequest({
    method: 'PATCH',
    path: '/Users/*',
    body: { Operations: [{ path: 'title', value: 'Countess' }] },
  });
  await tenant.expectNoRequest({ method: 'POST' });
});

test('a request that is told to slow down comes again', async () => {
  await using tenant = await startTenant({ server });
  await tenant.nextResponse({
    match: { method: 'POST' },
    status: 429,
    headers: { 'Retry-After': '0' },
  });

  await provision({ userName: 'ada@contoso.com', title: 'Countess' }, tenant);

  const [refused, accepted] = await tenant.expectRequests(2, { method: 'POST' });
  assert.deepEqual([refused.status, accepted.status], [429, 201]);
});
