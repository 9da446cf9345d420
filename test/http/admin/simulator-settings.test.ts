// Settings of the simulator through the admin API: what new applications have, how the clock begins, whom a seed makes.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, test, type TestContext } from 'node:test';
import { DEFAULT_JOB_SETTINGS } from '../../../shared/simulator/job.ts';
import { startProvisioning } from '../../support/provisioning.ts';
import { startTenant, type TestTenant } from '../../support/start-tenant.ts';

describe('A new application', () => {
  test('has the interval and the Default Access of the settings; one that is there keeps its own', async (t) => {
    const tenant = await startTenant({}, t);
    const create = async (displayName: string) =>
      (await tenant.admin('createApplication', { body: { displayName } })).id;
    const read = async (application: string) =>
      (await tenant.admin('getProvisioningJob', { params: { application } })).settings;
    const before = await create('Before');

    await tenant.admin('changeSettings', {
      body: { 'simulator.intervalMinutes': 15, 'simulator.defaultAccess': 'legacy-skip' },
    });
    const after = await create('After');
    await tenant.admin('resetSettings', { body: {} });

    assert.deepEqual(await read(before), DEFAULT_JOB_SETTINGS);
    assert.deepEqual(await read(after), {
      ...DEFAULT_JOB_SETTINGS,
      intervalMinutes: 15,
      defaultAccess: 'legacy-skip',
    });
  });

  test('runs its cycles at its own interval', async (t) => {
    const { admin, params, settings } = await startProvisioning(t);
    await settings({ intervalMinutes: 15 });

    await admin('startJob', { params });
    await admin('jumpSimulatorClock', { body: { to: 'nextCycle' } });
    const { schedule, nextCycle, lastExecution } = await admin('getJobStatus', { params });

    const ended = Date.parse(lastExecution?.timeEnded ?? '');
    assert.equal(schedule.interval, 'PT15M');
    assert.equal(Date.parse(nextCycle ?? '') - ended, 15 * 60_000);
  });
});

describe('The clock of the simulator', () => {
  test('is as it was left at a start, or as the settings say', async (t) => {
    const dataDir = mkdtempSync(path.join(tmpdir(), 'scim-clock-'));
    t.after(() => rmSync(dataDir, { recursive: true, force: true }));
    const first = await startTenant({ dataDir });
    await first.admin('putSimulatorClock', { body: { mode: 'fast', factor: 7 } });
    await first.close();
    const second = await startTenant({ dataDir });
    const left = await second.admin('getSimulatorClock');
    await second.admin('changeSettings', { body: { 'simulator.clock': 'fast-2400' } });
    await second.close();

    const third = await startTenant({ dataDir }, t);
    const begun = await third.admin('getSimulatorClock');

    assert.deepEqual([left.mode, left.factor], ['fast', 7]);
    assert.deepEqual([begun.mode, begun.factor], ['fast', 2_400]);
    assert.ok(begun.now >= left.now, 'virtual time goes on');
  });
});

describe('The seed of made-up people', () => {
  async function generate(t: TestContext, seeds: Seeds) {
    const tenant = await startTenant({}, t);
    if (seeds.setting !== undefined) {
      await tenant.admin('changeSettings', { body: { 'simulator.seed': seeds.setting } });
    }
    const order = { users: 5, groups: 0, domain: 'seed.example' };
    const { id } = await tenant.admin('generateDirectory', {
      body: { ...order, locale: 'en', ...(seeds.order !== undefined && { seed: seeds.order }) },
    });
    await ended(tenant, id);
    const { users } = await tenant.admin('listDirectoryUsers', { query: { limit: 100 } });
    return users
      .map(({ userPrincipalName }) => userPrincipalName)
      .filter((name) => name.endsWith('@seed.example'))
      .toSorted();
  }

  test('is that of the settings where the order names none', async (t) => {
    const [set, ordered, usual] = await Promise.all([
      generate(t, { setting: 77 }),
      generate(t, { setting: 5, order: 77 }),
      generate(t, {}),
    ]);

    assert.equal(set.length, 5);
    assert.deepEqual(set, ordered);
    assert.notDeepEqual(set, usual);
  });
});

interface Seeds {
  readonly setting?: number;
  readonly order?: number;
}

async function ended(tenant: TestTenant, id: string): Promise<void> {
  for (;;) {
    const { state } = await tenant.admin('getJob', { params: { id } });
    if (state !== 'running') return assert.equal(state, 'done');
  }
}
