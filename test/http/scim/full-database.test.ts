// A database that takes no more: what the SCIM client is told, that nothing acknowledged is lost, and that it recovers.
// The limits are real: SQLite's own on the pages of a file, and the system's on what a process may write.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
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
import { createStore, prepareDatabase } from '../../../main/store/open-store.ts';
import { createResponseQueue } from '../../../main/verify/response-queue.ts';
import { adminRoutes } from '../../../shared/admin/routes.ts';
import { ReadyEvent } from '../../../shared/server-options.ts';

const SCHEMAS = ['urn:ietf:params:scim:schemas:core:2.0:User'];
const ENTRY = path.resolve(import.meta.dirname, '..', '..', '..', 'main', 'server', 'headless.ts');

interface Target {
  readonly tenantUrl: string;
  readonly token: string;
}

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
  const app = createScimApp({ ...shared, asyncRequests, responseQueue, availability });
  const address = { host: '127.0.0.1', port: 0, flag: '--scim-port' } as const;
  const listener = await listen(address, () => app);
  t.after(async () => {
    await listener.close();
    asyncRequests.close();
    store.close();
  });
  const target: Target = { tenantUrl: `${listener.origin}/scim/v2`, token: 'a-secret-token' };
  return { db, availability, target };
}

/** A GET without a body, a POST with one. */
async function ask({ tenantUrl, token }: Target, below: string, body?: unknown) {
  const answer = await fetch(tenantUrl + below, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/scim+json' },
    body: body === undefined ? null : JSON.stringify(body),
  });
  return { status: answer.status, headers: answer.headers, body: await answer.json() };
}

/** With enough about them to fill a file soon. */
function buildUser(number: number) {
  return { schemas: SCHEMAS, userName: `user-${number}`, displayName: 'x'.repeat(4_000) };
}

/** Creates users until one is not taken; returns how many were, and the answer to the one that was not. */
async function fill(target: Target) {
  for (let taken = 0; taken < 5_000; taken += 1) {
    const answer = await ask(target, '/Users', buildUser(taken));
    if (answer.status !== 201) return { taken, refusal: answer };
  }
  throw new Error('Nothing was refused');
}

async function countUsers(target: Target): Promise<number> {
  return (await ask(target, '/Users?count=0')).body.totalResults;
}

describe('A full database', () => {
  test('answers 507, keeps what it acknowledged, and reads on', async (t) => {
    const { db, availability, target } = await serveDatabase(t);
    db.pragma(`max_page_count = ${Number(db.pragma('page_count', { simple: true })) + 100}`);

    const { taken, refusal } = await fill(target);

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
    const { taken } = await fill(target);
    const Operations = [1, 2].map((each) => ({
      method: 'POST',
      path: '/Users',
      bulkId: `b${each}`,
      data: buildUser(taken + each),
    }));
    const bulk = { schemas: ['urn:ietf:params:scim:api:messages:2.0:BulkRequest'], Operations };

    const refused = await ask(target, '/Bulk', bulk);
    db.pragma('max_page_count = 1000000');
    const accepted = await ask(target, '/Bulk', bulk);

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
    const first = await startLimited(t, dataDir, '3000');

    const { taken, refusal } = await fill(first.target);
    const seen = await first.serving('getServing');
    const counted = await countUsers(first.target);
    spawnSync('prlimit', ['--pid', String(first.pid), '--fsize=unlimited']);
    const checked = await first.serving('checkStorage');
    const again = await ask(first.target, '/Users', buildUser(taken));
    await first.kill();
    const second = await startLimited(t, dataDir, 'unlimited');

    assert.deepEqual([refusal.status, refusal.headers.get('retry-after')], [503, '60']);
    assert.deepEqual([seen.storage?.problem, counted], ['failing', taken]);
    assert.deepEqual([checked.storage, again.status], [null, 201]);
    assert.equal(await countUsers(second.target), taken + 1);
  });
});

/** The headless server, which may write so many blocks to each file; Node ignores the signal that tells of the limit. */
async function startLimited(t: TestContext, dataDir: string, blocks: string) {
  const flags = `--json --scim-port 0 --admin-port 0 --token a-token --data-dir ${dataDir}`;
  const command = `ulimit -S -f ${blocks}; exec ${process.execPath} ${ENTRY} ${flags}`;
  const child = spawn('sh', ['-c', command], { stdio: ['ignore', 'pipe', 'ignore'] });
  const ended = once(child, 'exit');
  t.after(() => {
    child.kill('SIGKILL');
    return ended;
  });
  const [line]: unknown[] = await once(createInterface(child.stdout), 'line');
  const { scimUrl, adminUrl, adminKey } = ReadyEvent.parse(JSON.parse(String(line)));
  return {
    pid: child.pid,
    target: { tenantUrl: scimUrl, token: 'a-token' },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
    async serving(name: 'getServing' | 'checkStorage') {
      const { method, path: route, response } = adminRoutes[name];
      const headers = { Authorization: `Bearer ${adminKey}` };
      const answer = await fetch(adminUrl + route, { method, headers });
      return response.parse(await answer.json());
    },
  };
}
