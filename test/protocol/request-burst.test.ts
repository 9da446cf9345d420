// A view never loses or doubles a row: what the feed tells and what pages hold are the same requests, through a burst of
// ten thousand, a reader that was away, and a restart.
import assert from 'node:assert/strict';
import { Agent, request as sendHttp } from 'node:http';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { listenLive, type LiveReader } from '../support/listen-live.ts';
import { startTenant, type TestTenant } from '../support/start-tenant.ts';

const BURST = 10_000;

describe('ten thousand requests in a burst', () => {
  test('are each told once by the feed and found once in the pages', async (t) => {
    const tenant = await startTenant({}, t);
    const live = await listenLive(tenant, t);

    const [told] = await Promise.all([readRecorded(live, BURST), send(tenant, BURST)]);
    const { total, isTotalExact } = await tenant.admin('listRequests', { query: { limit: 1 } });

    const everyId = Array.from({ length: BURST }, (_, index) => index + 1);
    assert.deepEqual(
      told.toSorted((one, other) => one - other),
      everyId,
    );
    assert.deepEqual([total, isTotalExact], [BURST, true]);
    assert.deepEqual(await pageBack(tenant), everyId);
    assert.deepEqual(await pageOn(tenant), everyId);
  });

  test('are resumed where a reader was, or begun anew when too much was missed', async (t) => {
    const tenant = await startTenant({}, t);
    const first = await listenLive(tenant, t);
    await send(tenant, 1);
    await first.next('request-recorded');
    const lastEventId = first.lastEventId() ?? '';
    first.close();

    await send(tenant, 300);
    const resumed = await listenLive(tenant, t, { lastEventId });
    const told = await readRecorded(resumed, 300);
    await send(tenant, 1_500);
    const late = await listenLive(tenant, t, { lastEventId });
    const { type } = (await late.take(1))[0] ?? {};

    assert.deepEqual([new Set(told).size, told.includes(1), type], [300, false, 'reset']);
  });
});

test('a restart keeps every row, gives no id twice, and resets the feed of who comes back', async (t) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'scim-burst-'));
  t.after(() => rmSync(dataDir, { recursive: true, force: true }));
  const before = await startTenant({ dataDir, token: 'a-token-of-this-test' });
  const live = await listenLive(before, t);
  await send(before, 300);
  await readRecorded(live, 300);
  const lastEventId = live.lastEventId() ?? '';
  await before.close();

  const after = await startTenant({ dataDir, token: 'a-token-of-this-test' }, t);
  const again = await listenLive(after, t, { lastEventId });
  await again.next('reset');
  await send(after, 300);
  const told = await readRecorded(again, 300);

  const everyId = Array.from({ length: 600 }, (_, index) => index + 1);
  assert.deepEqual(await pageOn(after), everyId);
  assert.deepEqual(
    told.toSorted((one, other) => one - other),
    everyId.slice(300),
  );
});

/** Ids of the next requests that the feed tells of. */
async function readRecorded(live: LiveReader, count: number): Promise<readonly number[]> {
  const ids: number[] = [];
  while (ids.length < count) ids.push((await live.next('request-recorded')).data.request.id);
  return ids;
}

async function pageBack(tenant: TestTenant): Promise<readonly number[]> {
  const ids: number[] = [];
  for (let before: number | undefined; ; before = ids[0]) {
    const query = { limit: 1000, ...(before !== undefined && { before }) };
    const page = await tenant.admin('listRequests', { query });
    ids.unshift(...page.requests.map(({ id }) => id));
    if (!page.hasBefore) return ids;
  }
}

async function pageOn(tenant: TestTenant): Promise<readonly number[]> {
  const ids: number[] = [];
  for (;;) {
    const query = { limit: 1000, after: ids.at(-1) ?? 0 };
    const page = await tenant.admin('listRequests', { query });
    ids.push(...page.requests.map(({ id }) => id));
    if (!page.hasAfter) return ids;
  }
}

/** Over eight connections, as fast as they are answered. */
async function send({ scimUrl, token }: TestTenant, count: number): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });
  const url = `${scimUrl}/ServiceProviderConfig/x`;
  const headers = { Authorization: `Bearer ${token}` };
  let sent = 0;
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      while (sent < count) {
        sent += 1;
        await sendOne(url, agent, headers);
      }
    }),
  );
  agent.destroy();
}

function sendOne(url: string, agent: Agent, headers: Record<string, string>): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = sendHttp(url, { agent, headers }, (response) => {
      response.resume().on('end', resolve);
    });
    request.on('error', reject).end();
  });
}
