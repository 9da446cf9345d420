// The admin key over the admin API: kept from start to start by choice, given at the start, rotated.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, test, type TestContext } from 'node:test';
import { RunningServerFile } from '../../../shared/running-server.ts';
import { ServerOptions, type ReadyEvent } from '../../../shared/server-options.ts';
import { systemClock } from '../../../main/base/clock.ts';
import { createLogger } from '../../../main/base/logger.ts';
import { startServer } from '../../../main/server/start-server.ts';
import { startTenant } from '../../support/start-tenant.ts';

function makeFolder(t: TestContext): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'scim-admin-key-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The status of an answer to whoever has the key. */
async function tryKey({ adminUrl }: { readonly adminUrl: string }, key: string): Promise<number> {
  const headers = { Authorization: `Bearer ${key}` };
  return (await fetch(`${adminUrl}/api/status`, { headers })).status;
}

describe('The admin key', () => {
  test('is new at each start, until the workspace keeps it; no snapshot has it', async (t) => {
    const dataDir = makeFolder(t);
    const first = await startTenant({ dataDir });
    await first.close();
    const second = await startTenant({ dataDir });
    await second.admin('changeSettings', { body: { 'admin.keepKey': true } });
    const kept = await second.admin('getAdminKeyState');
    await second.close();

    const third = await startTenant({ dataDir, lastAdminKey: 'l'.repeat(43) }, t);

    const file = path.join(dataDir, 'admin-key');
    assert.notEqual(first.adminKey, second.adminKey);
    assert.equal(third.adminKey, second.adminKey);
    assert.deepEqual(kept, { source: 'kept', file, canKeep: true });
    assert.equal(statSync(file).mode & 0o777, 0o600);
    assert.equal(readFileSync(path.join(dataDir, 'workspace.db')).includes(third.adminKey), false);
  });

  test('is forgotten when the setting is turned off or all data is deleted', async (t) => {
    const dataDir = makeFolder(t);
    const tenant = await startTenant({ dataDir }, t);
    const file = path.join(dataDir, 'admin-key');
    const isKept = () => statSync(file, { throwIfNoEntry: false }) !== undefined;
    const body = { 'admin.keepKey': true } as const;

    await tenant.admin('changeSettings', { body });
    const states = [isKept()];
    await tenant.admin('resetSettings', { body: { keys: ['admin.keepKey'] } });
    states.push(isKept());
    await tenant.admin('changeSettings', { body });
    await tenant.admin('eraseWorkspace', { body: { workspace: path.basename(dataDir) } });
    states.push(isKept());

    assert.deepEqual(states, [true, false, false]);
    assert.equal((await tenant.admin('getAdminKeyState')).source, 'start');
  });

  test('is rotated: the one before is refused at once, and who finds the server has the new one', async (t) => {
    const dataDir = makeFolder(t);
    const tenant = await startTenant({ dataDir }, t);
    await tenant.admin('changeSettings', { body: { 'admin.keepKey': true } });
    const headers = { Authorization: `Bearer ${tenant.adminKey}` };
    const live = await fetch(`${tenant.adminUrl}/api/live`, { headers });

    const { adminKey } = await tenant.admin('rotateAdminKey');

    await live.text(); // it ends
    const announced = readFileSync(path.join(dataDir, 'running-server.json'), 'utf8');
    assert.deepEqual(
      [await tryKey(tenant, tenant.adminKey), await tryKey(tenant, adminKey)],
      [401, 200],
    );
    assert.equal(RunningServerFile.parse(JSON.parse(announced)).adminKey, adminKey);
    assert.equal(readFileSync(path.join(dataDir, 'admin-key'), 'utf8'), adminKey);
  });

  test('is told to the host with the Secret Token of now', async (t) => {
    const told: ReadyEvent[] = [];
    const options = ServerOptions.parse({ scimPort: 0, adminPort: 0, dataDir: ':memory:' });
    const logger = createLogger({ format: 'plain', now: systemClock.now, write: () => undefined });
    const onKeyRotated = (ready: ReadyEvent) => void told.push(ready);
    const { ready, store, close } = await startServer(options, { logger, onKeyRotated });
    t.after(close);
    const tenant = store.tenants.find('default');
    assert.ok(tenant);
    store.tenants.update(tenant, { secretToken: 'another-secret-token' });

    const headers = { Authorization: `Bearer ${ready.adminKey}` };
    await fetch(`${ready.adminUrl}/api/admin-key/rotate`, { method: 'POST', headers });

    assert.deepEqual(
      told.map(({ token, scimUrl }) => ({ token, scimUrl })),
      [{ token: 'another-secret-token', scimUrl: ready.scimUrl }],
    );
  });

  test('that was given at the start stays: neither kept nor rotated', async (t) => {
    const dataDir = makeFolder(t);
    const given = 'given-by-ci_0123456789-0123456789';
    const tenant = await startTenant({ dataDir, adminKey: given }, t);
    await tenant.admin('changeSettings', { body: { 'admin.keepKey': true } });

    const refused = await tenant.callAdmin('POST', '/api/admin-key/rotate');

    assert.deepEqual([refused.status, tenant.adminKey], [409, given]);
    assert.deepEqual(await tenant.admin('getAdminKeyState'), {
      source: 'given',
      file: null,
      canKeep: false,
    });
    const { overruled } = await tenant.admin('getSettings');
    assert.ok(overruled.includes('admin.keepKey'));
    assert.equal(statSync(path.join(dataDir, 'admin-key'), { throwIfNoEntry: false }), undefined);
  });
});
