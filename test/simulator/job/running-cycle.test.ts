// What happens to a cycle while it runs: it is cancelled, its application goes, its settings change; how far it has come.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { textOf } from '../../../shared/scim/json.ts';
import { jsonAt } from '../../support/json-at.ts';
import { listenLive } from '../../support/listen-live.ts';
import { startProvisioning } from '../../support/provisioning.ts';

describe('A cycle under way', () => {
  test('that is cancelled, or goes with its application, does not wait for the target', async (t) => {
    const { admin, assign, hire, params, scim, callAdmin } = await startProvisioning(t);
    await assign(await hire('ada'), await hire('bob'));
    const asksForHours = async () => {
      const body = { match: { method: 'GET' }, status: 429, headers: { 'Retry-After': '7200' } };
      await admin('queueResponse', { params: { tenant: 'default' }, body });
      await admin('runJobCycle', { params, body: {} });
    };

    await asksForHours();
    const { cycles } = await admin('listRunningCycles');
    assert.deepEqual(
      cycles.map(({ application, displayName, execution }) => [
        application,
        displayName,
        execution.state,
      ]),
      [[params.application, 'Test', 'Running']],
    );
    const { currentExecution, lastExecution } = await admin('cancelJobCycle', { params });
    assert.deepEqual([currentExecution, lastExecution?.error?.code], [null, 'Cancelled']);
    assert.deepEqual((await admin('listRunningCycles')).cycles, []);

    await asksForHours();
    await admin('deleteApplication', { params });
    const path = `/api/applications/${params.application}/job/status`;
    assert.equal((await callAdmin('GET', path)).status, 404);
    assert.equal(jsonAt((await scim('GET', '/Users')).body, 'totalResults'), 0);
  });

  test('goes by what was saved when it began, and the job says so', async (t) => {
    const { admin, assign, hire, params, settings, users } = await startProvisioning(t);
    await assign(await hire('ada', { jobTitle: 'Engineer' }));
    const slow = { match: { method: 'GET' }, status: 429, headers: { 'Retry-After': '1' } };
    await admin('queueResponse', { params: { tenant: 'default' }, body: slow });
    await admin('runJobCycle', { params, body: {} });

    const schema = await admin('getJobSchema', { params });
    const attributeMappings = schema.users.attributeMappings.filter(
      ({ target }) => target !== 'title',
    );
    const changed = { ...schema, users: { ...schema.users, attributeMappings } };
    await admin('putJobSchema', { params, body: changed });
    await settings({ scope: 'all' });
    const during = await admin('getJobStatus', { params });
    await admin('jumpSimulatorClock', { body: { seconds: 0 } });

    assert.deepEqual([during.awaitsNextCycle, during.currentExecution?.state], [true, 'Running']);
    assert.deepEqual(
      (await users()).map(({ title }) => title),
      ['Engineer'],
    );
    const after = await admin('getJobStatus', { params });
    assert.deepEqual([after.awaitsNextCycle, after.awaitsRestart], [false, false]);
    await admin('runJobCycle', { params, body: { wait: true } });
    const { cycles } = await admin('listJobCycles', { params, query: {} });
    assert.deepEqual(
      cycles.map(({ type }) => type),
      ['initial', 'initial'],
    );
  });

  test('tells one fraction of all that it does, which never falls', async (t) => {
    const provisioning = await startProvisioning(t);
    const { admin, assign, hire, group, params, settings } = provisioning;
    await settings({ concurrency: 1 });
    const people = await Promise.all(Array.from({ length: 30 }, (_, at) => hire(`person${at}`)));
    await assign(await group('All', people));
    const live = await listenLive(provisioning, t);
    const slow = { match: { method: 'POST' }, status: 503, delayMs: 300 };
    for (let count = 0; count < 3; count += 1) {
      await admin('queueResponse', { params: { tenant: 'default' }, body: slow });
    }
    await admin('runJobCycle', { params, body: {} });

    const fractions: number[] = [];
    for (;;) {
      const { status } = (await live.next('job-changed')).data;
      if (status.currentExecution === null) break;
      fractions.push(status.currentExecution.progress.fraction);
    }

    assert.ok(fractions.length >= 3, 'it is told on the way');
    assert.deepEqual(
      fractions,
      fractions.toSorted((left, right) => left - right),
    );
    assert.ok((fractions.at(-1) ?? 0) < 1);
    const { lastExecution } = await admin('getJobStatus', { params });
    assert.equal(lastExecution?.progress.fraction, 1);
  });
});

test('provision on demand says so where the application is deleted meanwhile', async (t) => {
  const tenant = await startProvisioning(t);
  const { admin, callAdmin, assign, hire, params } = tenant;
  const objectId = await hire('ada');
  await assign(objectId);
  const slow = { match: { method: 'POST' }, delayMs: 2_000 };
  await admin('queueResponse', { params: { tenant: 'default' }, body: slow });
  const live = await listenLive(tenant, t);
  const path = `/api/applications/${params.application}/job/provision-on-demand`;
  const asked = callAdmin('POST', path, { body: { objectId } });
  await live.next('request-recorded');

  await admin('deleteApplication', { params });

  const { status, text } = await asked;
  assert.equal(status, 404);
  assert.match(text, /There is no application/);
});

test('a switched scope awaits a restart: until then only what changes is looked at by it', async (t) => {
  const { admin, assign, cycle, hire, params, settings, users } = await startProvisioning(t);
  const ada = await hire('ada', { jobTitle: 'Ada' });
  const bob = await hire('bob', { jobTitle: 'Bob' });
  await assign(ada);
  await settings({ scope: 'all' });
  await cycle();
  const seen = async () => {
    const { awaitsRestart } = await admin('getJobStatus', { params });
    const all = await users();
    const people = all.filter(({ userName }) => textOf(userName).endsWith('@contoso.test'));
    return [
      awaitsRestart,
      ...people.map(({ title, active }) => `${textOf(title)} ${String(active === true)}`),
    ];
  };
  assert.deepEqual(await seen(), [false, 'Ada true', 'Bob true']);

  await settings({ scope: 'assigned' });
  await cycle();
  assert.deepEqual(await seen(), [true, 'Ada true', 'Bob true']);
  await admin('updateDirectoryUser', { params: { id: bob }, body: { department: 'Labs' } });
  await cycle();
  assert.deepEqual(await seen(), [true, 'Ada true', 'Bob false']);

  await admin('restartJob', { params, body: {} });
  await admin('jumpSimulatorClock', { body: { seconds: 0 } });
  assert.equal((await seen())[0], false);
});
