// What Home shows, over HTTP: traffic, counts with their change in a day, first steps, and the made-up user.
import { strict as assert } from 'node:assert';
import { describe, test } from 'node:test';
import { createMovableClock } from '../support/movable-clock.ts';
import { readId } from '../support/read-id.ts';
import { startProvisioning } from '../support/provisioning.ts';
import { startTenant, type TestTenant } from '../support/start-tenant.ts';

const PATCH_OP = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';

describe('traffic', () => {
  test('tells requests and failures of the last hour, and moves on with the clock', async (t) => {
    const clock = createMovableClock();
    const tenant = await startTenant({}, t, clock);
    await createUser(tenant, 'ada');
    await tenant.scim('GET', '/Users/none');

    const now = (await tenant.admin('getTraffic')).total;
    clock.moveMinutes(60);
    const later = (await tenant.admin('getTraffic')).total;
    const inTheDay = (await tenant.admin('getTraffic', { query: { window: 'day' } })).total;

    assert.deepEqual(
      [now, later, inTheDay].map(({ requests, failed }) => [requests, failed]),
      [
        [2, 1],
        [0, 0],
        [2, 1],
      ],
    );
  });

  test('goes with the request log when that is cleared', async (t) => {
    const tenant = await startTenant({}, t);
    await createUser(tenant, 'ada');

    await tenant.admin('clearRequests');

    assert.equal((await tenant.admin('getTraffic')).total.requests, 0);
  });
});

describe('counts', () => {
  test('tell what there is and what the last 24 hours have changed', async (t) => {
    const clock = createMovableClock();
    const tenant = await startTenant({}, t, clock);
    const ada = await createUser(tenant, 'ada');
    const bob = await createUser(tenant, 'bob');
    await createGroup(tenant, [ada, bob]);
    clock.moveMinutes(25 * 60);
    await createUser(tenant, 'cy');
    await deactivate(tenant, ada);
    await tenant.scim('DELETE', `/Users/${bob}`);

    assert.deepEqual(await tenant.admin('getCounts'), {
      activeUsers: { now: 1, change: -1 },
      inactiveUsers: { now: 1, change: 1 },
      deletedUsers: { now: 1, change: 1 },
      groups: { now: 1, change: 0 },
      memberships: { now: 1, change: -1 },
    });
  });
});

describe('first steps', () => {
  test('tick themselves when the thing has happened, and stay ticked', async (t) => {
    const tenant = await startTenant({}, t);
    assert.deepEqual(await readDone(tenant), []);

    await tenant.admin('testConnection');
    const user = await tenant.admin('sendSampleUser');
    await tenant.admin('clearRequests');

    assert.equal(user.ok, true);
    assert.deepEqual(await readDone(tenant), ['send-test-request', 'create-user']);
  });

  test('tell a Test Connection of Entra from one of the app', async (t) => {
    const tenant = await startTenant({}, t);

    const guid = '7a7b5b8e-63d3-4f3a-9a35-0a3a2d3c0f11';
    await tenant.scim('GET', `/Users?filter=userName+eq+%22${guid}%22`);

    assert.deepEqual(await readDone(tenant), ['send-test-request', 'connect-entra']);
  });

  test('tell the simulator from Entra, which sends the same', async (t) => {
    const tenant = await startProvisioning(t);
    await tenant.assign(await tenant.hire('ada'));

    await tenant.cycle();

    const { requests } = await tenant.admin('listRequests', { query: {} });
    assert.deepEqual([...new Set(requests.map(({ source }) => source))], ['simulator']);
    assert.deepEqual(await readDone(tenant), [
      'send-test-request',
      'create-user',
      'simulate-cycle',
    ]);
  });

  test('know of a snapshot', async (t) => {
    const tenant = await startTenant({}, t);

    await tenant.admin('takeSnapshot', { body: { name: 'Before' } });

    assert.deepEqual(await readDone(tenant), ['take-snapshot']);
  });
});

describe('the made-up user', () => {
  test('is another one each time, sent over HTTP as the app', async (t) => {
    const tenant = await startTenant({}, t);

    for (let round = 0; round < 9; round += 1) {
      assert.equal((await tenant.admin('sendSampleUser')).ok, true);
    }

    const { requests } = await tenant.admin('listRequests');
    const told = requests.map(({ method, status, source }) => `${method} ${status} ${source}`);
    assert.deepEqual(new Set(told), new Set(['POST 201 app']));
    assert.equal((await tenant.admin('getCounts')).activeUsers.now, 9);
  });

  test('says so where the tenant refuses it', async (t) => {
    const tenant = await startTenant({}, t);
    const { tokens } = await tenant.admin('listTokens');
    await tenant.admin('expireToken', { params: { tenant: 'default', id: tokens[0]?.id ?? '' } });

    const { ok, status, message } = await tenant.admin('sendSampleUser');

    assert.deepEqual([ok, status], [false, 401]);
    assert.match(message, /401, where Entra expects 201/);
  });
});

test('top findings of the newest requests leave the older ones out', async (t) => {
  const tenant = await startTenant({}, t);
  await tenant.scim('GET', '/Users?filter=active+eq+%22True%22');
  await createUser(tenant, 'ada');

  const all = await tenant.admin('topFindings', { query: { limit: 50 } });
  const newest = await tenant.admin('topFindings', { query: { limit: 50, newest: 1 } });

  const ruleIds = (found: typeof all) => new Set(found.findings.map(({ ruleId }) => ruleId));
  assert.ok([...ruleIds(newest)].every((ruleId) => ruleIds(all).has(ruleId)));
  assert.ok(newest.findings.every(({ lastRequestId }) => lastRequestId === 2));
  assert.ok(ruleIds(all).size > ruleIds(newest).size);
});

async function createUser(tenant: TestTenant, userName: string): Promise<string> {
  return readId(await tenant.scim('POST', '/Users', { body: { userName } }));
}

async function createGroup(tenant: TestTenant, ids: readonly string[]): Promise<void> {
  const members = ids.map((value) => ({ value }));
  await tenant.scim('POST', '/Groups', { body: { displayName: 'Crew', members } });
}

async function deactivate(tenant: TestTenant, id: string): Promise<void> {
  const Operations = [{ op: 'replace', path: 'active', value: false }];
  await tenant.scim('PATCH', `/Users/${id}`, { body: { schemas: [PATCH_OP], Operations } });
}

async function readDone(tenant: TestTenant): Promise<readonly string[]> {
  const { steps } = await tenant.admin('getFirstSteps');
  return steps.filter(({ isDone }) => isDone).map(({ step }) => step);
}
