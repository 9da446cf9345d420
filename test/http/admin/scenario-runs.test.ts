// Scenarios over the admin API: played at once or step by step, cancelled, reported, recorded from requests.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ScenarioRunDetails } from '../../../shared/scenario/scenario-run.ts';
import { startTenant, type TestTenant } from '../../support/start-tenant.ts';

const CORE = 'urn:ietf:params:scim:schemas:core:2.0:User';

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

  test('make what was there before, where a request shows it', async (t) => {
    const tenant = await startTenant({}, t);
    const create = async (userName: string) => {
      const body = { schemas: [CORE], userName, title: 'Clerk' };
      const { text } = await tenant.scim('POST', '/Users', { body });
      return (JSON.parse(text) as { id: string }).id; // a user as it was created
    };
    const [linus, margaret] = [await create('linus@x.example'), await create('margaret@x.example')];
    const replace = { op: 'replace', path: 'title', value: 'Director' };
    await tenant.scim('GET', `/Users/${linus}`);
    await tenant.scim('PATCH', `/Users/${margaret}`, {
      body: {
        schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
        Operations: [replace],
      },
    });
    await tenant.scim('DELETE', `/Users/${margaret}`);
    const { requests } = await tenant.admin('listRequests');

    const chosen = requests.filter(({ method }) => method !== 'POST').map(({ id }) => id);
    const recording = await tenant.admin('recordScenario', { body: { requests: chosen } });
    const run = await tenant.admin('startScenarioRun', { body: { scenario: { file: recording } } });
    const ended = await untilState(tenant, run.id, 'ended');

    assert.deepEqual(recording.left, []);
    assert.match(recording.text, /title: Clerk/);
    assert.deepEqual([ended.outcome, ended.total], ['passed', 4]);
  });
});
