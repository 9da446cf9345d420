// Settings of the workspace through the admin API.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { networkInterfaces, tmpdir } from 'node:os';
import path from 'node:path';
import { describe, test } from 'node:test';
import { DEFAULT_SETTINGS, SETTING_KEYS } from '../../../shared/admin/setting.ts';
import { SETTING_WORDS } from '../../../shared/admin/setting-words.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../../shared/scim/json.ts';
import { listenLive } from '../../support/listen-live.ts';
import { startTenant } from '../../support/start-tenant.ts';

describe('Settings', () => {
  test('are the defaults at first', async (t) => {
    const tenant = await startTenant({}, t);

    assert.deepEqual(await tenant.admin('getSettings'), {
      settings: DEFAULT_SETTINGS,
      changed: [],
      awaitsRestart: [],
      overruled: ['server.scimPort', 'server.adminPort'],
    });
  });

  test('a change keeps the others, and the default again is no change', async (t) => {
    const tenant = await startTenant({}, t);
    await tenant.admin('changeSettings', { body: { 'general.theme': 'dark' } });

    const changed = await tenant.admin('changeSettings', {
      body: { 'log.maxDays': 7, 'general.theme': 'system' },
    });

    assert.deepEqual(changed.changed, ['log.maxDays']);
    assert.deepEqual(changed.settings, { ...DEFAULT_SETTINGS, 'log.maxDays': 7 });
  });

  test('one is reset alone, or all of them', async (t) => {
    const tenant = await startTenant({}, t);
    const body = { 'log.maxDays': 7, 'general.theme': 'dark', 'desktop.tray': false } as const;
    await tenant.admin('changeSettings', { body });

    const one = await tenant.admin('resetSettings', { body: { keys: ['log.maxDays'] } });
    const all = await tenant.admin('resetSettings', { body: {} });

    assert.deepEqual(one.changed, ['general.theme', 'desktop.tray']);
    assert.deepEqual(all.settings, DEFAULT_SETTINGS);
  });

  for (const body of [
    { 'log.maxDays': -1 },
    { 'server.scimPort': 70_000 },
    { 'general.theme': 'pink' },
    { 'no.such': 1 },
    { 'server.scimHost': 'example.com' },
    { 'admin.allowedOrigins': ['*'] },
    { 'admin.allowedOrigins': ['http://a.test/'] },
    { 'admin.allowedOrigins': ['https://a.test:443'] },
    { 'general.locale': 'xx' },
  ]) {
    test(`refuses ${JSON.stringify(body)} and changes nothing`, async (t) => {
      const tenant = await startTenant({}, t);

      const answer = await tenant.callAdmin('PATCH', '/api/settings', { body });

      assert.equal(answer.status, 400);
      assert.deepEqual((await tenant.admin('getSettings')).settings, DEFAULT_SETTINGS);
    });
  }

  test('are announced on the live feed', async (t) => {
    const tenant = await startTenant({}, t);
    const live = await listenLive(tenant, t);

    await tenant.admin('changeSettings', { body: { 'general.density': 'compact' } });

    await live.next('settings-changed');
  });

  test('have a JSON Schema that names each with its default', async (t) => {
    const tenant = await startTenant({}, t);

    const schema: JsonObject = await tenant.admin('getSettingsSchema');
    const properties = schema['properties'] ?? null;

    assert.ok(isJsonObject(properties));
    assert.deepEqual(Object.keys(properties), SETTING_KEYS);
    for (const key of SETTING_KEYS) {
      const property: JsonValue = properties[key] ?? null;
      assert.ok(isJsonObject(property));
      assert.equal(property['title'], SETTING_WORDS[key].title);
      assert.deepEqual(property['default'], DEFAULT_SETTINGS[key]);
    }
  });
});

describe('Settings of the listeners', () => {
  test('wait for the next start, hold from then on, and survive a restored snapshot', async (t) => {
    const dataDir = await mkdtemp(path.join(tmpdir(), 'scim-mock-settings-'));
    t.after(() => rm(dataDir, { recursive: true, force: true }));
    const first = await startTenant({ dataDir });
    await first.admin('changeSettings', { body: { 'server.scimPort': 0 } });
    const snapshot = await first.admin('takeSnapshot', { body: { name: 'before' } });
    await first.close();

    const second = await startTenant({ dataDir, scimPort: undefined }, t);
    await second.admin('changeSettings', {
      body: { 'server.scimPort': 7_999, 'server.scimHost': '0.0.0.0', 'server.adminPort': 7_998 },
    });
    await second.admin('restoreSnapshot', { params: { id: snapshot.id } });
    const { awaitsRestart, overruled } = await second.admin('getSettings');

    assert.notEqual(new URL(second.scimUrl).port, '7643');
    assert.equal((await second.scim('GET', '/Users')).status, 200);
    assert.deepEqual(awaitsRestart, ['server.scimPort', 'server.scimHost']);
    assert.deepEqual(overruled, ['server.adminPort']);
  });

  test('the SCIM listener opens to the network, the admin listener does not', async (t) => {
    const tenant = await startTenant({ scimHost: '0.0.0.0' }, t);
    const address = Object.values(networkInterfaces())
      .flatMap((each) => each ?? [])
      .find(({ family, internal }) => family === 'IPv4' && !internal)?.address;
    if (address === undefined) return t.skip('this machine has no network');

    const scim = await fetch(`http://${address}:${new URL(tenant.scimUrl).port}/scim/v2/Users`);
    const admin = fetch(`http://${address}:${new URL(tenant.adminUrl).port}/`);

    assert.equal(scim.status, 401);
    await assert.rejects(admin);
  });

  test('the workspace tells how much room it takes', async (t) => {
    const tenant = await startTenant({}, t);

    const facts = await tenant.admin('getWorkspaceFacts');

    assert.ok(facts.databaseBytes > 10_000);
    assert.deepEqual(
      { ...facts, databaseBytes: 0, gapBytes: 0 },
      { dataDir: ':memory:', name: 'memory', databaseBytes: 0, gapBytes: 0, snapshotBytes: 0 },
    );
  });
});

describe('Settings of the request log', () => {
  async function sendUser(tenant: Awaited<ReturnType<typeof startTenant>>, userName: string) {
    await tenant.scim('POST', '/Users', { body: { userName, displayName: 'x'.repeat(3_000) } });
    const { requests } = await tenant.admin('listRequests', { query: { limit: 1 } });
    return tenant.admin('getRequest', { params: { id: requests[0]?.id ?? 0 } });
  }

  test('hold for the next request: bodies are cut, or left out', async (t) => {
    const tenant = await startTenant({}, t);
    const whole = await sendUser(tenant, 'ada');
    await tenant.admin('changeSettings', { body: { 'log.bodyLimitKilobytes': 1 } });
    const cut = await sendUser(tenant, 'bob');
    await tenant.admin('changeSettings', { body: { 'log.recordBodies': false } });
    const none = await sendUser(tenant, 'cyd');

    assert.equal(whole.requestBody.truncated, false);
    assert.deepEqual(
      [cut.requestBody.truncated, cut.requestBody.text.length <= 1_024, none.requestBody.text],
      [true, true, ''],
    );
  });

  test('are what the log says of itself, and the defaults are those of before', async (t) => {
    const tenant = await startTenant({}, t);
    const before = await tenant.admin('getRequestLogStatus');

    await tenant.admin('changeSettings', {
      body: { 'log.maxRequests': 500, 'log.maxDays': 0, 'log.maxMegabytes': 20 },
    });

    const { limits } = await tenant.admin('getRequestLogStatus');
    assert.deepEqual(before.limits, {
      maxRows: 100_000,
      maxAgeDays: 30,
      maxBytes: 1_073_741_824,
      maxBodyBytes: 1_048_576,
      recordsBodies: true,
      indexesText: true,
      maxPinned: 10_000,
    });
    assert.deepEqual([limits.maxRows, limits.maxAgeDays, limits.maxBytes], [500, null, 20_971_520]);
  });
});
