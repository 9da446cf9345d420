// Scenarios over the admin API: played at once or step by step, cancelled, reported, recorded from requests.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ScenarioRunDetails } from '../../../shared/scenario/scenario-run.ts';
import { createAdminClient, type AdminClient } from '../../../main/client/admin-client.ts';
import { startHeadless } from '../../support/start-headless.ts';
import { startTenant, type TestTenant } from '../../support/start-tenant.ts';

const CORE = 'urn:ietf:params:scim:schemas:core:2.0:User';
const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

const STORY = `
id: hello
title: Hello
summary: Two people are made by hand
steps:
  - title: Ada is made
    actions: [{ do: send, method: POST, path: /Users, body: { schemas: ["${CORE}"], userName: ada } }]
    expectations: [{ see: count, of: users, is: 1 }]
  - title: Bob is made
    actions: [{ do: send, method: POST, path: /Users, body: { schemas: ["${CORE}"], userName: bob } }]
    expectations: [{ see: count, of: users, is: 2 }]
`;
const FILE = { fileName: 'hello.yaml', text: STORY };

const HIRES = `
id: hires
title: Hires
summary: Somebody is hired
steps:
  - title: Hired
    actions: [{ do: create-user, userPrincipalName: ada, displayName: Ada Byron }]
`;

function connect({ adminUrl, adminKey }: { readonly adminUrl: string; readonly adminKey: string }) {
  return createAdminClient({ adminUrl, adminKey });
}

/** Tenants, applications and people by their names. */
async function listWorld(client: AdminClient): Promise<readonly string[]> {
  const { tenants } = await client.call('listTenants', {});
  const { applications } = await client.call('listApplications', {});
  const { users } = await client.call('listDirectoryUsers', { query: {} });
  return [
    ...tenants.map(({ slug }) => slug),
    ...[...applications, ...users].map(({ displayName }) => displayName),
  ];
}

async function untilState(
  tenant: TestTenant,
  id: string,
  state: ScenarioRunDetails['state'],
): Promise<ScenarioRunDetails> {
  for (;;) {
    const run = await tenant.admin('getScenarioRun', { params: { id } });
    if (run.state === state) return run;
    assert.notEqual(run.state, 'ended', JSON.stringify(run));
    await sleep(10);
  }
}

async function slugs(tenant: TestTenant): Promise<readonly string[]> {
  const { tenants } = await tenant.admin('listTenants');
  return tenants.map(({ slug }) => slug);
}

describe('Runs of scenarios', () => {
  test('wait for each step, are left to be looked at, and remove what they made', async (t) => {
    const tenant = await startTenant({}, t);
    const { id } = await tenant.admin('startScenarioRun', {
      body: { scenario: { file: FILE }, mode: 'steps' },
    });

    const first = await untilState(tenant, id, 'waiting');
    const second = await tenant.callAdmin('POST', '/api/scenario-runs', {
      body: { scenario: { id: 'velpic' } },
    });
    await tenant.admin('stepScenarioRun', { params: { id }, body: {} });
    const last = await untilState(tenant, id, 'waiting');
    const during = await slugs(tenant);
    await tenant.admin('stepScenarioRun', { params: { id }, body: {} });
    const ended = await untilState(tenant, id, 'ended');

    assert.deepEqual([first.done, last.done, second.status], [1, 2, 409]);
    assert.deepEqual(during, ['default', 'scenario-hello']);
    assert.deepEqual([ended.outcome, ended.report?.leftBehind], ['passed', []]);
    assert.deepEqual(await slugs(tenant), ['default']);
    for (const format of ['json', 'junit'] as const) {
      const report = await tenant.admin('getScenarioReport', { params: { id }, query: { format } });
      assert.match(report.text, /Ada is made/);
    }
  });

  test('that end with their server leave nothing behind once it starts again', async (t) => {
    const dataDir = mkdtempSync(path.join(tmpdir(), 'scenario-'));
    t.after(() => rmSync(dataDir, { recursive: true }));
    const killed = await startHeadless({ dataDir });
    const before = connect(killed.ready);
    const own = await before.call('createApplication', { body: { displayName: 'Own' } });
    const params = { application: own.id };
    await before.call('putJobTarget', { params, body: { tenant: 'default' } });
    await before.call('startJob', { params });
    const people = await listWorld(before);
    const file = { fileName: 'hires.yaml', text: HIRES };
    const { id } = await before.call('startScenarioRun', {
      body: { scenario: { file }, mode: 'steps' },
    });
    for (let state = ''; state !== 'waiting'; await sleep(10)) {
      state = (await before.call('getScenarioRun', { params: { id } })).state;
    }
    assert.notDeepEqual(await listWorld(before), people);
    killed.child.kill('SIGKILL');
    await once(killed.child, 'exit');

    const { ready, stop } = await startHeadless({ dataDir });
    const after = connect(ready);
    const isBusy = async () => {
      const { code } = await after.call('getJobStatus', { params });
      return code === 'Paused';
    };
    while (await isBusy()) await sleep(10);

    assert.deepEqual(await listWorld(after), people);
    assert.equal((await after.call('getSimulatorClock', {})).mode, 'real');
    await stop();
  });

  test('are cancelled while they wait', async (t) => {
    const tenant = await startTenant({}, t);
    const { id } = await tenant.admin('startScenarioRun', {
      body: { scenario: { file: FILE }, mode: 'steps' },
    });
    await untilState(tenant, id, 'waiting');

    await tenant.admin('cancelScenarioRun', { params: { id } });

    const ended = await untilState(tenant, id, 'ended');
    assert.deepEqual(
      [ended.outcome, ended.steps.map(({ state }) => state)],
      ['cancelled', ['passed', 'skipped']],
    );
    assert.deepEqual(await slugs(tenant), ['default']);
  });

  test('end with the server, which waits for what they have to remove', async () => {
    const tenant = await startTenant();
    const { id } = await tenant.admin('startScenarioRun', {
      body: { scenario: { file: FILE }, mode: 'steps' },
    });
    await untilState(tenant, id, 'waiting');
    const found = () => tenant.store.tenants.find('scenario-hello');
    assert.notEqual(found(), undefined);

    await tenant.close();

    assert.equal(
      tenant.logLines.some((line) => line.includes('broke off')),
      false,
    );
  });

  test('refuse unknown scenarios and runs, and files that are none', async (t) => {
    const tenant = await startTenant({}, t);
    const ask = (method: string, path: string, body?: object) =>
      tenant.callAdmin(method, path, body === undefined ? {} : { body: { ...body } });
    const wrong = { fileName: 'x.yaml', text: 'id: x' };

    const refused = await ask('POST', '/api/scenario-files', wrong);

    assert.equal(refused.status, 400);
    assert.match(refused.text, /x\.yaml:1: title: /);
    assert.equal((await ask('GET', '/api/scenarios/none')).status, 404);
    assert.equal((await ask('GET', '/api/scenario-runs/none')).status, 404);
    const start = { scenario: { id: 'none' } };
    assert.equal((await ask('POST', '/api/scenario-runs', start)).status, 404);
  });
});

describe('Recorded requests', () => {
  test('are a scenario that sends them again, ids by name, and expects the same answers', async (t) => {
    const tenant = await startTenant({}, t);
    const body = { schemas: [CORE], userName: 'grace@x.example' };
    const created = await tenant.scim('POST', '/Users', { body });
    const { id } = JSON.parse(created.text) as { id: string }; // a user as it was created
    await tenant.scim('PATCH', `/Users/${id}`, {
      body: {
        schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
        Operations: [{ op: 'replace', path: 'active', value: false }],
      },
    });
    await tenant.scim('POST', '/Users', { body });
    await tenant.scim('GET', '/Users', { headers: { Authorization: 'Bearer wrong' } });
    const { requests } = await tenant.admin('listRequests');

    const recording = await tenant.admin('recordScenario', {
      body: { requests: requests.map((one) => one.id), title: 'Grace comes' },
    });
    const run = await tenant.admin('startScenarioRun', { body: { scenario: { file: recording } } });
    const ended = await untilState(tenant, run.id, 'ended');

    assert.equal(recording.fileName, 'grace-comes.yaml');
    assert.match(recording.text, /path: \/Users\/\$\{id:grace@x\.example\}/);
    assert.equal(recording.left.length, 1);
    assert.deepEqual([ended.outcome, ended.total], ['passed', 3]);
  });

  test('about a resource that was there before begin with its creation', async (t) => {
    const tenant = await startTenant({}, t);
    const make = async (path: string, body: object) => {
      const created = await tenant.scim('POST', path, { body: { schemas: [CORE], ...body } });
      return (JSON.parse(created.text) as { id: string }).id; // a resource as it was created
    };
    const boss = await make('/Users', { userName: 'boss' });
    const [manager, name] = [{ value: boss }, { familyName: 'Hopper' }];
    const grace = await make('/Users', { userName: 'grace', name, [ENTERPRISE]: { manager } });
    const { requests: before } = await tenant.admin('listRequests');
    await tenant.scim('GET', `/Users/${grace}`);
    await tenant.scim('DELETE', `/Users/${boss}`);
    await tenant.scim('DELETE', `/Users/${grace}`);
    const { requests } = await tenant.admin('listRequests');
    const older = new Set(before.map(({ id }) => id));
    const chosen = requests.map(({ id }) => id).filter((id) => !older.has(id));

    const recording = await tenant.admin('recordScenario', {
      body: { requests: chosen, title: 'Grace goes' },
    });
    const run = await tenant.admin('startScenarioRun', { body: { scenario: { file: recording } } });
    const ended = await untilState(tenant, run.id, 'ended');

    assert.match(recording.text, /familyName: Hopper/);
    assert.ok(!recording.text.includes(boss), 'nobody is referred to who is not there');
    assert.deepEqual([recording.left.length, ended.outcome, ended.total], [1, 'passed', 3]);
  });
});
