// The test kit from its sources: a server of its own, tenants beside each other, expectations that say what came instead.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, test, type TestContext } from 'node:test';
import {
  isAdminApiError,
  startServer,
  startTenant,
  type StartOptions,
} from '../../main/client/testing.ts';

async function openTenant(t: TestContext, options?: StartOptions) {
  const tenant = await startTenant(options);
  t.after(tenant.close);
  return tenant;
}

describe('startTenant', () => {
  test('gives a tenant that a SCIM client can use, and tells what the client did', async (t) => {
    const tenant = await openTenant(t, { users: [{ userName: 'ada' }] });
    const [ada] = tenant.created.users;

    const { status } = await tenant.scim.request('POST', '/Users', { body: { userName: 'bob' } });
    const request = await tenant.expectRequest({ operation: 'create', path: '/Users' });

    assert.equal(status, 201);
    assert.deepEqual(request.body, { userName: 'bob' });
    const names = (await tenant.users.list()).map(({ userName }) => userName);
    assert.deepEqual(names, [ada?.['userName'], 'bob']);
  });

  test('gives tenants of one server that know nothing of each other', async (t) => {
    const server = await startServer();
    t.after(server.close);
    const one = await openTenant(t, { server });
    const other = await openTenant(t, { server, slug: 'other' });

    await one.scim.request('GET', '/Users');

    assert.equal((await one.requests()).length, 1);
    assert.equal((await other.requests()).length, 0);
    await other.expectNoRequest({});
  });

  test('ends its server when it is closed', async () => {
    const tenant = await startTenant();

    await tenant.close();

    await assert.rejects(
      tenant.admin('getStatus'),
      (error) => isAdminApiError(error) && error.code === 'offline',
    );
  });

  test('tells why it cannot be started', async () => {
    await assert.rejects(startTenant({ token: '' }), /body\.token/);
    await assert.rejects(startServer({ dataDir: '/dev/null/nowhere' }), /data directory/);
  });

  test('lets a process end that forgot to close it', async () => {
    const entry = new URL('../../main/client/testing.ts', import.meta.url).href;
    const script = `const { startTenant } = await import('${entry}'); const t = await startTenant(); console.log(t.token.length);`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script]);

    const [code]: unknown[] = await once(child, 'exit');

    assert.equal(code, 0);
  });
});

describe('An expectation', () => {
  test('that is not met says what came instead', async (t) => {
    const tenant = await openTenant(t);
    await tenant.scim.request('GET', '/Groups');

    await assert.rejects(
      tenant.expectRequest({ path: '/Users' }, { timeoutMs: 1 }),
      /path: expected "\/Users", was "\/Groups"/,
    );
    await assert.rejects(tenant.expectNoRequest({ path: '/Groups' }), /GET .*\/Groups -> 200/);
  });

  test('looks only at what came after a mark', async (t) => {
    const tenant = await openTenant(t);
    await tenant.scim.request('GET', '/Users');
    const since = await tenant.mark();

    await tenant.expectNoRequest({}, { since });
    await tenant.scim.request('GET', '/Groups');

    assert.equal(
      (await tenant.expectRequest({}, { since })).path,
      `/t/${tenant.slug}/scim/v2/Groups`,
    );
  });
});

describe('A tenant under test', () => {
  test('answers what it is told to answer next', async (t) => {
    const tenant = await openTenant(t);
    await tenant.nextResponse({ status: 429, headers: { 'Retry-After': '1' }, times: 2 });

    const statuses = [];
    for (let at = 0; at < 3; at += 1) {
      statuses.push((await tenant.scim.request('GET', '/Users')).status);
    }

    assert.deepEqual(statuses, [429, 429, 200]);
  });

  test('has users and groups that a test can change and wait for', async (t) => {
    const tenant = await openTenant(t);
    const ada = await tenant.users.create({ userName: 'ada' });
    const { id } = ada;
    assert.ok(typeof id === 'string');

    const [found] = await Promise.all([
      tenant.users.waitFor('active eq false'),
      tenant.users.patch(id, [{ op: 'replace', path: 'active', value: false }]),
    ]);

    assert.deepEqual(
      found.map(({ userName }) => userName),
      ['ada'],
    );
    await tenant.users.delete(id);
    await assert.rejects(tenant.users.get(id), /does not exist/);
    await assert.rejects(
      tenant.users.waitFor('userName eq "ada"', { timeoutMs: 1 }),
      /there are 0/,
    );
  });

  test('speaks HTTPS where that is asked for, verified by its certificate', async (t) => {
    const tenant = await openTenant(t, { tls: 'local-ca' });

    const { status, body } = await tenant.scim.request('POST', '/Users', {
      body: { userName: 'ada' },
    });

    assert.match(tenant.tenantUrl, /^https:/);
    assert.match(tenant.certificate ?? '', /BEGIN CERTIFICATE/);
    assert.equal(status, 201);
    assert.match(JSON.stringify(body), /"location":"https:/);
  });

  test('is empty after a reset, its settings and token kept', async (t) => {
    const tenant = await openTenant(t, { preset: 'rfc-strict', users: [{ userName: 'ada' }] });
    await tenant.scim.request('GET', '/Users');

    const outcome = await tenant.reset();

    assert.deepEqual(outcome, { resources: 1, requests: 1, responses: 0, before: null });
    assert.equal((await tenant.admin('getProfile')).preset, 'rfc-strict');
  });
});
