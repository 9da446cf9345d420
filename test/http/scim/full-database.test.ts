// A database that takes no more: what the SCIM client is told, that nothing acknowledged is lost, and that it recovers.
// The limits are real: SQLite's own on the pages of a file, and the system's on what a process may write.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, test, type TestContext } from 'node:test';
import SQLite, { type Database } from 'better-sqlite3';
import { systemClock } from '../../../main/base/clock.ts';
import { createFeed } from '../../../main/base/feed.ts';
import { newUuid } from '../../../main/base/ids.ts';
import { createLogger } from '../../../main/base/logger.ts';
import { createScimApp } from '../../../main/http/scim/create-scim-app.ts';
import { createAsyncRequests } from '../../../main/provider/async-requests.ts';
import { createAvailability } from '../../../main/provider/availability.ts';
import { listen } from '../../../main/server/listen.ts';
import { createStore } from '../../../main/store/open-store.ts';
import { prepareDatabase } from '../../../main/store/prepare-database.ts';
import { createResponseQueue } from '../../../main/verify/response-queue.ts';
import { adminRoutes } from '../../../shared/admin/routes.ts';
import type { ReadyEvent } from '../../../shared/server-options.ts';
import {
  askTenant,
  buildLargeUser,
  type FilledTenant,
  fillTenant,
} from '../../support/fill-tenant.ts';
import { startLimited } from '../../support/start-limited.ts';

function makeFolder(t: TestContext): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'scim-mock-full-'));
  t.after(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 }));
  return folder;
}

/** The SCIM application over a connection that the test can limit. */
async function serveDatabase(t: TestContext) {
  const db: Database = prepareDatabase(new SQLite(path.join(makeFolder(t), 'workspace.db')));
  const clock = systemClock;
  const store = createStore(db, { clock });
  store.tenants.create({ slug: 'default', name: 'Full', secretToken: 'a-secret-token' });
  const feed = createFeed({ boot: 'test' });
  const logger = createLogger({ format: 'plain', now: clock.now, write: () => undefined });
  const shared = { store, clock, feed, logger, newId: newUuid };
  const availability = createAvailability(shared);
  store.onStorageProblem(availability.noteFailedWrite);
  const asyncRequests = createAsyncRequests(shared);
  const responseQueue = createResponseQueue(newUuid);
  const parts = { ...shared, asyncRequests, responseQueue, availability };
  const app = createScimApp({ ...parts, isSimulated: () => false });
  const address = { host: '127.0.0.1', port: 0, flag: '--scim-port' } as const;
  const listener = await listen(address, () => app);
  t.after(async () => {
    await listener.close();
    asyncRequests.close();
    store.close();
  });
  const target = { scimUrl: `${listener.origin}/scim/v2`, token: 'a-secret-token' };
  return { db, availability, target };
}

async function countUsers(target: FilledTenant): Promise<number> {
  return (await askTenant(target, '/Users?count=0')).body.totalResults;
}

describe('A full database', () => {
  test('answers 507, keeps what it acknowledged, and reads on', async (t) => {
    const { db, availability, target } = await serveDatabase(t);
    db.pragma(`max_page_count = ${Number(db.pragma('page_count', { simple: true })) + 100}`);

    const { taken, refusal } = await fillTenant(target);

    assert.ok(taken > 0);
    assert.equal(refusal.status, 507);
    assert.deepEqual(refusal.body, {
      schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
      status: '507',
      detail: 'The database is full; this change was not stored',
    });
    assert.equal(await countUsers(target), taken);
    assert.equal(availability.storage()?.problem, 'full');
  });

  test('answers Bulk operation by operation, and serves again when there is room', async (t) => {
    const { db, availability, target } = await serveDatabase(t);
    db.pragma(`max_page_count = ${Number(db.pragma('page_count', { simple: true })) + 100}`);
    const { taken } = await fillTenant(target);
    const Operations = [1, 2].map((each) => ({
      method: 'POST',
      path: '/Users',
      bulkId: `b${each}`,
      data: buildLargeUser(taken + each),
    }));
    const bulk = { schemas: ['urn:ietf:params:scim:api:messages:2.0:BulkRequest'], Operations };

    const refused = await askTenant(target, '/Bulk', bulk);
    db.pragma('max_page_count = 1000000');
    const accepted = await askTenant(target, '/Bulk', bulk);

    const statuses = (answer: typeof refused) =>
      answer.body.Operations.map(({ status }: { status: string }) => status);
    assert.deepEqual(
      [statuses(refused), statuses(accepted)],
      [
        ['507', '507'],
        ['201', '201'],
      ],
    );
    assert.equal(await countUsers(target), taken + 2);
    assert.equal(availability.storage(), null);
  });
});

describe('A disk that takes no more of the process', { skip: process.platform !== 'linux' }, () => {
  test('answers 503, says so in the admin API, recovers, and has lost nothing', async (t) => {
    const dataDir = makeFolder(t);
    const first = await startLimited(dataDir, '3000');
    t.after(first.kill);

    const { taken, refusal } = await fillTenant(first.ready);
    const seen = await callServing(first.ready, 'getServing');
    const counted = await countUsers(first.ready);
    first.makeRoom();
    const checked = await callServing(first.ready, 'checkStorage');
    const again = await askTenant(first.ready, '/Users', buildLargeUser(taken));
    await first.kill();
    const second = await startLimited(dataDir, 'unlimited');
    t.after(second.kill);

    assert.deepEqual([refusal.status, refusal.headers.get('retry-after')], [503, '60']);
    assert.deepEqual([seen.storage?.problem, counted], ['failing', taken]);
    assert.deepEqual([checked.storage, again.status], [null, 201]);
    assert.equal(await countUsers(second.ready), taken + 1);
  });
});

async function callServing(
  { adminUrl, adminKey }: ReadyEvent,
  name: 'getServing' | 'checkStorage',
) {
  const { method, path: route, response } = adminRoutes[name];
  const headers = { Authorization: `Bearer ${adminKey}` };
  return response.parse(await (await fetch(adminUrl + route, { method, headers })).json());
}
