// The workspace as a whole, over the admin API: compacted, emptied, told of when something is wrong.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, test, type TestContext } from 'node:test';
import { listenLive } from '../../support/listen-live.ts';
import { startTenant } from '../../support/start-tenant.ts';

const MARK = 'nobody-should-read-this-again';

async function startWithUsers(t: TestContext) {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'scim-workspace-'));
  t.after(() => rmSync(dataDir, { recursive: true, force: true }));
  const tenant = await startTenant({ dataDir }, t);
  for (let n = 0; n < 40; n += 1) {
    const body = { userName: `user-${n}`, displayName: `${MARK} `.repeat(200) };
    await tenant.scim('POST', '/Users', { body });
  }
  return { tenant, dataDir, workspace: path.basename(dataDir) };
}

function isOnDisk(dataDir: string): boolean {
  return ['workspace.db', 'workspace.db-wal'].some((file) =>
    readFileSync(path.join(dataDir, file)).includes(MARK),
  );
}

describe('POST /api/workspace/compact', () => {
  test('takes the gaps of what was deleted out of the file', async (t) => {
    const { tenant, dataDir } = await startWithUsers(t);
    await tenant.admin('clearRequests');
    while (tenant.store.requestLog.keep()) continue;

    const { gapBytes } = await tenant.admin('getWorkspaceFacts');
    const { bytesBefore, bytesAfter } = await tenant.admin('compactWorkspace');
    const facts = await tenant.admin('getWorkspaceFacts');

    assert.ok(bytesAfter < bytesBefore / 2, `${bytesBefore} to ${bytesAfter}`);
    assert.ok(gapBytes > 0 && bytesAfter <= bytesBefore - gapBytes, `${gapBytes} were empty`);
    assert.equal(facts.gapBytes, 0);
    assert.deepEqual([facts.databaseBytes, isOnDisk(dataDir)], [bytesAfter, true]);
    assert.equal((await tenant.scim('GET', '/Users?count=1')).status, 200);
  });
});

describe('POST /api/workspace/erase', () => {
  test('leaves the app as at its first start, and a snapshot that brings all back', async (t) => {
    const { tenant, workspace } = await startWithUsers(t);
    await tenant.admin('changeSettings', { body: { 'general.theme': 'dark' } });
    await tenant.admin('createTenant', { body: { slug: 'other', name: 'Other' } });
    const live = await listenLive(tenant, t);

    const { before } = await tenant.admin('eraseWorkspace', { body: { workspace } });
    await live.next('reset');
    const { tenants } = await tenant.admin('getStatus');
    const { changed } = await tenant.admin('getSettings');
    const old = await tenant.scim('GET', '/Users');
    const { secretToken } = await tenant.admin('getConnection');
    const headers = { Authorization: `Bearer ${secretToken}` };
    const fresh = await tenant.scim('GET', '/Users', { headers });

    assert.deepEqual([tenants.map(({ slug }) => slug), changed], [['default'], []]);
    assert.deepEqual([old.status, fresh.status], [401, 200]);
    assert.match(fresh.text, /"totalResults":0/);
    assert.equal((await tenant.admin('listRequests')).total, 2);
    assert.equal(before?.counts.users, 40);
    await tenant.admin('restoreSnapshot', { params: { id: before?.id ?? '' } });
    assert.match((await tenant.scim('GET', '/Users?count=0')).text, /"totalResults":40/);
  });

  test('without snapshots leaves nothing on the disk', async (t) => {
    const { tenant, dataDir, workspace } = await startWithUsers(t);
    await tenant.admin('takeSnapshot', { body: { name: 'old' } });

    const body = { workspace, keepsSnapshots: false };
    const { before } = await tenant.admin('eraseWorkspace', { body });

    assert.equal(before, null);
    assert.deepEqual((await tenant.admin('listSnapshots')).snapshots, []);
    assert.equal(isOnDisk(dataDir), false);
  });

  test('wants the name of the workspace, and deletes nothing without it', async (t) => {
    const { tenant, workspace } = await startWithUsers(t);

    const answer = await tenant.callAdmin('POST', '/api/workspace/erase', {
      body: { workspace: `${workspace}x` },
    });

    assert.equal(answer.status, 400);
    assert.match((await tenant.scim('GET', '/Users?count=0')).text, /"totalResults":40/);
  });
});

describe('GET /api/diagnostics', () => {
  test('tells versions, server, settings and the last lines of the log, and no secret', async (t) => {
    const tenant = await startTenant({}, t);
    await tenant.admin('changeSettings', { body: { 'log.maxDays': 7 } });
    await tenant.admin('compactWorkspace');

    const { parts } = await tenant.admin('getDiagnostics');
    const text = parts.map((part) => `${part.title}\n${part.text}`).join('\n');

    assert.deepEqual(
      parts.map(({ title }) => title),
      ['Versions', 'Server', 'Settings that differ from their defaults', 'Log'],
    );
    for (const told of [
      'SCIM Mock Tenant 0.1.0',
      tenant.adminUrl,
      'log.maxDays = 7',
      'was compacted',
    ]) {
      assert.ok(text.includes(told), `${told}\n${text}`);
    }
    for (const secret of [tenant.token, tenant.adminKey])
      assert.equal(text.includes(secret), false);
  });
});
