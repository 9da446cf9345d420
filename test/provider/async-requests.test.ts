// RFC 9967 §2.5: what was accepted is done once, whatever happens to the server in between.
import { strict as assert } from 'node:assert';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, test, type TestContext } from 'node:test';
import { systemClock } from '../../main/base/clock.ts';
import { createFeed } from '../../main/base/feed.ts';
import { newUuid } from '../../main/base/ids.ts';
import { createLogger } from '../../main/base/logger.ts';
import { createAsyncRequests } from '../../main/provider/async-requests.ts';
import type { NewAsyncRequest } from '../../main/store/async-requests.ts';
import { openStore, type Store } from '../../main/store/open-store.ts';

describe('accepted requests', () => {
  test('that a crashed server left are done at the next start, once, in their order', async (t) => {
    const dataDir = temporaryFolder(t);
    const before = openWorkspace(dataDir);
    for (const name of ['ada', 'bob']) before.store.asyncRequests.add(createUser(before, name));
    before.store.close(); // accepted, stored, and nobody there to do them

    const after = openWorkspace(dataDir);
    t.after(() => after.store.close());
    const requests = start(after.store);
    const isIdle = await requests.idle(5000);
    requests.close();

    const told = after.store.events.waiting(after.tenantId, 10);
    assert.equal(isIdle, true);
    assert.deepEqual(
      told.map(({ txn }) => txn),
      ['txn-ada', 'txn-ada', 'txn-bob', 'txn-bob'],
    );
    assert.equal(after.store.asyncRequests.next(), undefined);
    assert.equal(countUsers(after.store), 2);
  });

  test('are done before the server closes', (t) => {
    const workspace = openWorkspace(':memory:');
    t.after(() => workspace.store.close());
    const requests = start(workspace.store);
    requests.accept(createUser(workspace, 'ada'));

    requests.close();

    assert.equal(countUsers(workspace.store), 1);
  });

  test('make who waits for an idle server wait no longer than agreed', async (t) => {
    const workspace = openWorkspace(':memory:');
    t.after(() => workspace.store.close());
    const requests = start(workspace.store);
    for (let at = 0; at < 300; at += 1) requests.accept(createUser(workspace, `user-${at}`));

    const isIdleAtOnce = await requests.idle(1);
    const isIdleInTheEnd = await requests.idle(30_000);
    requests.close();

    assert.deepEqual([isIdleAtOnce, isIdleInTheEnd], [false, true]);
    assert.equal(countUsers(workspace.store), 300);
  });

  test('that fail by a fault of ours are told as 500 and do not come again', async (t) => {
    const workspace = openWorkspace(':memory:');
    t.after(() => workspace.store.close());
    const lines: string[] = [];
    const requests = start(workspace.store, lines);
    // No route accepts it, so nothing is there to do it.
    requests.accept({ ...createUser(workspace, 'ada'), method: 'TRACE', path: '/Users/x' });

    await requests.idle(5000);
    requests.close();

    assert.equal(workspace.store.asyncRequests.next(), undefined);
    assert.deepEqual(workspace.store.asyncRequests.findOutcome(workspace.tenantId, 'txn-ada'), [
      {
        method: 'TRACE',
        status: '500',
        response: {
          schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
          status: '500',
          detail: 'The server failed at this request',
        },
      },
    ]);
    assert.match(lines.join(''), /A request that was accepted for later failed txn=txn-ada/);
  });

  test('keep their body only until they are done: it may hold a password', async (t) => {
    const dataDir = temporaryFolder(t);
    const workspace = openWorkspace(dataDir);
    t.after(() => workspace.store.close());
    const requests = start(workspace.store);
    const request = createUser(workspace, 'ada');
    requests.accept({ ...request, body: { ...USER_ADA, password: 'hush-hush' } });

    await requests.idle(5000);
    requests.close();

    const stored = JSON.stringify([
      workspace.store.events.newest(workspace.tenantId, 10),
      workspace.store.asyncRequests.findOutcome(workspace.tenantId, 'txn-ada'),
    ]);
    assert.equal(stored.includes('hush-hush'), false);
  });
});

const USER_ADA = { schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'], userName: 'ada' };

interface Workspace {
  readonly store: Store;
  readonly tenantId: number;
}

function openWorkspace(dataDir: string): Workspace {
  const store = openStore({ dataDir, clock: systemClock });
  const tenant =
    store.tenants.find('default') ??
    store.tenants.create({ slug: 'default', name: 'My SCIM app', secretToken: 'secret' });
  return { store, tenantId: tenant.id };
}

function createUser({ tenantId }: Workspace, userName: string): NewAsyncRequest {
  return {
    tenantId,
    txn: `txn-${userName}`,
    accepted: '2026-01-01T00:00:00.000Z',
    requestId: null,
    baseUrl: 'https://scim.test/scim/v2',
    method: 'POST',
    path: '/Users',
    body: { ...USER_ADA, userName },
    precondition: {},
  };
}

function start(store: Store, lines: string[] = []) {
  const write = (line: string) => void lines.push(line);
  const logger = createLogger({ format: 'plain', now: () => new Date(), write });
  const feed = createFeed({ boot: 'test' });
  return createAsyncRequests({ store, clock: systemClock, newId: newUuid, feed, logger });
}

function countUsers(store: Store): number {
  const tenant = store.tenants.find('default');
  return tenant === undefined ? 0 : store.tenants.counts(tenant).users;
}

function temporaryFolder(t: TestContext): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'scim-async-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
