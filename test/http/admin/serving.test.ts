// Whether SCIM requests are served: paused, stopped, started again, and a port that somebody else has.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, test, type TestContext } from 'node:test';
import { listenLive } from '../../support/listen-live.ts';
import { startTenant, type TestTenant } from '../../support/start-tenant.ts';

const ADA = { schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'], userName: 'ada' };

async function newest(tenant: TestTenant, slug = 'default') {
  const params = { tenant: slug };
  const { requests } = await tenant.admin('findRequests', { params, body: {} });
  return requests.at(-1);
}

/** Whether anybody listens there. */
async function isOpen(origin: string): Promise<boolean> {
  const { hostname, port } = new URL(origin);
  const socket = connect(Number(port), hostname);
  const opened = await Promise.race([
    once(socket, 'connect').then(() => true),
    once(socket, 'error').then(() => false),
  ]).catch(() => false);
  socket.destroy();
  return opened;
}

/** A program of somebody else, at that port or any. */
async function occupy(t: TestContext, port = 0): Promise<number> {
  const server = createServer().listen(port, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => server.close());
  return (server.address() as AddressInfo).port; // a TCP server has no other kind of address
}

describe('A pause', () => {
  test('answers every SCIM request with 503, Retry-After and a SCIM error', async (t) => {
    const tenant = await startTenant({}, t);
    await tenant.admin('pauseServing');

    const answers = [
      await tenant.scim('POST', '/Users', { body: ADA }),
      await tenant.scim('GET', '/Users', { headers: { Authorization: 'Bearer wrong' } }),
      await tenant.ask('POST', '/oauth/token'),
    ];

    for (const { status, headers, body } of answers) {
      assert.deepEqual([status, headers['retry-after']], [503, '30']);
      assert.equal(headers['content-type'], 'application/scim+json; charset=utf-8');
      assert.deepEqual(body, {
        schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
        status: '503',
        detail: 'Serving is paused; try again in 30 seconds',
      });
    }
    assert.equal((await tenant.ask('GET', '/')).status, 200, 'the page for people');
  });

  test('is recorded with what was wanted, without the token', async (t) => {
    const tenant = await startTenant({}, t);
    await tenant.admin('pauseServing');

    await tenant.scim('POST', `/Users?x=${tenant.token}`, { body: ADA });

    const request = await newest(tenant);
    assert.equal(request?.operation, 'create');
    assert.equal(
      request.sentence,
      'Create user ada refused: Serving is paused; try again in 30 seconds',
    );
    assert.ok(!JSON.stringify(request).includes(tenant.token));
  });

  test('ends with resume and with start, and leaves queued answers unused', async (t) => {
    const tenant = await startTenant({}, t);
    await tenant.admin('queueResponse', { body: { status: 418 } });

    const states = [
      (await tenant.admin('pauseServing')).state,
      (await tenant.scim('GET', '/Users')).status,
      (await tenant.admin('resumeServing')).state,
      (await tenant.scim('GET', '/Users')).status,
      (await tenant.admin('pauseServing')).state,
      (await tenant.admin('startServing')).state,
      (await tenant.scim('GET', '/Users')).status,
    ];

    assert.deepEqual(states, ['paused', 503, 'serving', 418, 'paused', 'serving', 200]);
  });
});

describe('A tenant alone', () => {
  test('is paused or stopped while the others are served', async (t) => {
    const tenant = await startTenant({}, t);
    await tenant.admin('createTenant', { body: { slug: 'other', name: 'Other' } });
    const { secretToken } = await tenant.admin('getConnection', { params: { tenant: 'other' } });
    const headers = { Authorization: `Bearer ${secretToken}` };
    const askOther = () => tenant.ask('GET', '/t/other/scim/v2/Users', { headers });
    const set = (state: 'serving' | 'paused' | 'stopped') =>
      tenant.admin('setTenantServing', { params: { tenant: 'other' }, body: { state } });

    assert.deepEqual((await set('paused')).tenants, [{ tenant: 'other', state: 'paused' }]);
    assert.equal((await askOther()).status, 503);
    assert.equal((await set('stopped')).state, 'serving');
    await assert.rejects(askOther(), /ECONNRESET|socket hang up/);
    assert.equal(
      (await newest(tenant, 'other'))?.sentence,
      'List users: not answered, the tenant is stopped',
    );
    assert.equal((await tenant.scim('GET', '/Users')).status, 200);
    await set('serving');
    assert.equal((await askOther()).status, 200);
  });

  test('stays as it was set when the server starts again', async (t) => {
    const dataDir = mkdtempSync(path.join(tmpdir(), 'scim-serving-'));
    t.after(() => rmSync(dataDir, { recursive: true, force: true }));
    const before = await startTenant({ dataDir });
    for (const slug of ['paused', 'stopped', 'serving'] as const) {
      await before.admin('createTenant', { body: { slug, name: slug } });
      await before.admin('setTenantServing', { params: { tenant: slug }, body: { state: slug } });
    }
    await before.admin('deleteTenant', {
      params: { tenant: 'stopped' },
      query: { snapshot: 'false' },
    });
    await before.admin('createTenant', { body: { slug: 'stopped', name: 'A new one' } });
    await before.close();

    const after = await startTenant({ dataDir }, t);

    const { tenants } = await after.admin('getServing');
    assert.deepEqual(tenants, [{ tenant: 'paused', state: 'paused' }]);
    assert.equal((await after.ask('GET', '/t/paused/scim/v2/Users')).status, 503);
  });
});

describe('The SCIM listener', () => {
  test('is closed by stop, and open at the same port after start and restart', async (t) => {
    const tenant = await startTenant({}, t);
    await tenant.scim('POST', '/Users', { body: ADA });

    const stopped = await tenant.admin('stopServing');
    assert.deepEqual([stopped.state, stopped.origin], ['stopped', tenant.scimOrigin]);
    assert.equal(await isOpen(tenant.scimOrigin), false);
    assert.equal((await tenant.callAdmin('POST', '/api/serving/pause')).status, 409);
    assert.equal((await tenant.admin('startServing')).state, 'serving');
    assert.equal((await tenant.scim('GET', '/Users?filter=userName+eq+%22ada%22')).status, 200);
    assert.equal((await tenant.admin('restartServing')).origin, tenant.scimOrigin);
    assert.equal(await isOpen(tenant.scimOrigin), true);
  });

  test('moves to the port that the settings say, without a new start of the server', async (t) => {
    const probe = createServer().listen(0, '127.0.0.1');
    await once(probe, 'listening');
    const { port } = probe.address() as AddressInfo; // a TCP server has no other kind of address
    probe.close();
    await once(probe, 'close');
    const tenant = await startTenant({ scimPort: undefined, ifScimPortTaken: 'wait' }, t);

    await tenant.admin('changeSettings', { body: { 'server.scimPort': port } });
    assert.deepEqual((await tenant.admin('getSettings')).awaitsRestart, ['server.scimPort']);
    const { origin } = await tenant.admin('restartServing');

    assert.equal(origin, `http://127.0.0.1:${port}`);
    assert.deepEqual((await tenant.admin('getSettings')).awaitsRestart, []);
    const { tenantUrl } = await tenant.admin('getConnection');
    assert.equal(tenantUrl, `${origin}/scim/v2`);
  });

  test('says who has its port, and takes the next free one or the same once it is free', async (t) => {
    const tenant = await startTenant({}, t);
    const port = Number(new URL(tenant.scimOrigin).port);
    await tenant.admin('stopServing');
    await occupy(t, port);

    const refused = await tenant.callAdmin('POST', '/api/serving/start');
    const blocked = await tenant.admin('getServing');
    const body = { useNextFreePort: true };
    const moved = await tenant.admin('startServing', { body });

    assert.equal(refused.status, 409);
    assert.match(refused.text, new RegExp(`Port ${port} is in use`));
    assert.equal(blocked.state, 'port-in-use');
    if (process.platform === 'linux') {
      assert.match(refused.text, new RegExp(`in use by node \\(process ${process.pid}\\)`));
      assert.equal(blocked.portOwner?.pid, process.pid);
    }
    assert.equal(moved.state, 'serving');
    assert.notEqual(moved.origin, tenant.scimOrigin);
    assert.equal(await isOpen(moved.origin), true);
    assert.equal((await tenant.admin('restartServing')).origin, moved.origin);
  });

  test('may wait for its port from the start, where that was asked for', async (t) => {
    const scimPort = await occupy(t);

    await assert.rejects(startTenant({ scimPort }, t), /Port \d+ is in use/);
    const tenant = await startTenant({ scimPort, ifScimPortTaken: 'wait' }, t);

    assert.equal((await tenant.admin('getServing')).state, 'port-in-use');
    assert.equal(new URL(tenant.scimUrl).port, String(scimPort));
  });
});

describe('The disk of the workspace', () => {
  test('is told as low below what the setting says, and in the diagnostics', async (t) => {
    const dataDir = mkdtempSync(path.join(tmpdir(), 'scim-mock-disk-'));
    t.after(() => rmSync(dataDir, { recursive: true, force: true }));
    const tenant = await startTenant({ dataDir }, t);
    const live = await listenLive(tenant, t);
    await tenant.admin('changeSettings', { body: { 'server.lowDiskMegabytes': 0 } });
    const enough = (await tenant.admin('checkStorage')).disk;

    await tenant.admin('changeSettings', { body: { 'server.lowDiskMegabytes': 100_000_000 } });
    const checked = (await tenant.admin('checkStorage')).disk;
    await live.next('serving-changed');
    const { parts } = await tenant.admin('getDiagnostics');

    assert.ok(enough !== null && enough.freeBytes > 0);
    assert.deepEqual([enough.isLow, enough.lowBelowBytes], [false, 0]);
    assert.equal(checked?.isLow, true);
    const told = parts.find(({ title }) => title === 'Server')?.text;
    assert.match(told ?? '', /Disk: \d+ bytes free, which is low/);
    assert.ok(tenant.logLines.some((line) => line.includes('almost full')));
  });

  test('of a workspace in memory is none', async (t) => {
    const tenant = await startTenant({}, t);

    assert.equal((await tenant.admin('checkStorage')).disk, null);
  });
});
