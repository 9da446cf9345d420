// What stops a job, and what sets it going again: credentials, throttling, too many deletes, a target that is away.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { listenLive } from '../../support/listen-live.ts';
import { startProvisioning, outcomesOf } from '../../support/provisioning.ts';

const HOUR = 3_600;

describe('A job in quarantine', () => {
  test('for its credentials is tried 6, 12 and 24 hours after the first failure, and ends with one success', async (t) => {
    const { admin, assign, hire, params, settings, users } = await startProvisioning(t);
    await settings({ notification: { enabled: true, recipients: ['ada@contoso.test'] } });
    await assign(await hire('ada'));
    const wrong = { type: 'bearer' as const, secretToken: 'a token that has expired' };
    await admin('putJobCredentials', { params, body: wrong });
    await admin('startJob', { params });
    const attempts: unknown[] = [];
    for (let count = 0; count < 4; count += 1) {
      const body = count === 0 ? { seconds: 0 } : { to: 'nextCycle' as const };
      await admin('jumpSimulatorClock', { body });
      const { code, quarantine } = await admin('getJobStatus', { params });
      attempts.push([code, quarantine?.reason, quarantine?.seriesCount, quarantine?.nextAttempt]);
    }
    const reason = 'EncounteredQuarantineException';
    assert.deepEqual(attempts, [
      ['Quarantine', reason, 1, '2026-03-02T14:00:00.000Z'],
      ['Quarantine', reason, 2, '2026-03-02T20:00:00.000Z'],
      ['Quarantine', reason, 3, '2026-03-03T08:00:00.000Z'],
      ['Quarantine', reason, 4, '2026-03-04T08:00:00.000Z'],
    ]);
    const { lastExecution } = await admin('getJobStatus', { params });
    assert.equal(
      lastExecution?.error?.code,
      'SystemForCrossDomainIdentityManagementInvalidCredentials',
    );
    const { mails } = await admin('listMails', { params });
    assert.deepEqual(
      mails.map(({ kind }) => kind),
      ['quarantine'],
      'one mail for a quarantine',
    );

    await admin('putJobCredentials', { params, body: { type: 'bearer', secretToken: '' } });
    await admin('jumpSimulatorClock', { body: { to: 'nextCycle' } });

    const { code, quarantine, nextCycle } = await admin('getJobStatus', { params });
    assert.deepEqual([code, quarantine, nextCycle], ['Active', null, '2026-03-04T08:40:00.000Z']);
    assert.equal((await users()).length, 1);
  });

  test('is disabled after 28 days', async (t) => {
    const { admin, params, settings } = await startProvisioning(t);
    await settings({ notification: { enabled: true, recipients: ['ada@contoso.test'] } });
    const wrong = { type: 'bearer' as const, secretToken: 'a token that has expired' };
    await admin('putJobCredentials', { params, body: wrong });
    await admin('startJob', { params });

    await admin('jumpSimulatorClock', { body: { seconds: 30 * 24 * HOUR } });

    const { schedule, nextCycle } = await admin('getJobStatus', { params });
    assert.deepEqual([schedule.state, nextCycle], ['Disabled', null]);
    const { mails } = await admin('listMails', { params });
    assert.deepEqual(mails.map(({ kind }) => kind).toSorted(), ['job-disabled', 'quarantine']);
  });

  test('begins at once where a filter that finds nothing is answered with 404', async (t) => {
    const { admin, cycle, params } = await startProvisioning(t);
    const match = { method: 'GET', path: '/Users' };
    await admin('queueResponse', { params: { tenant: 'default' }, body: { match, status: 404 } });

    await cycle();

    const { quarantine } = await admin('getJobStatus', { params });
    assert.equal(quarantine?.reason, 'EncounteredQuarantineException');
  });
});

describe('The accidental deletion guard', () => {
  test('stages what is too much, writes a mail, and lets it pass when deletes are allowed', async (t) => {
    const { admin, assign, cycle, hire, params, settings, unassign, users } =
      await startProvisioning(t);
    await settings({
      deleteThreshold: { enabled: true, value: 1 },
      notification: { enabled: true, recipients: ['ada@contoso.test'] },
    });
    const people = [await hire('ada'), await hire('bob'), await hire('cy')];
    await assign(...people);
    await cycle();
    await unassign(people[0] ?? '');
    await unassign(people[1] ?? '');
    await hire('dee').then(assign);

    assert.equal(await cycle(), 'create/success 1, stageddelete/warning 2');
    const { code, quarantine } = await admin('getJobStatus', { params });
    assert.deepEqual([code, quarantine?.reason], ['Quarantine', 'TooManyDeletes']);
    assert.ok((await users()).every(({ active }) => active === true));
    assert.equal((await admin('listMails', { params })).mails[0]?.kind, 'delete-threshold');

    await admin('allowJobDeletes', { params });
    await admin('jumpSimulatorClock', { body: { seconds: 0 } });
    const allowed = await admin('getJobStatus', { params });
    assert.deepEqual([allowed.code, allowed.quarantine], ['Active', null]);
    assert.match(outcomesOf(allowed.lastExecution?.outcomes ?? {}), /disable\/success 2/);
  });
});

describe('A target that throttles', () => {
  test('is given the time that it asks for, by all requests of the job', async (t) => {
    const { admin, assign, cycle, hire, params } = await startProvisioning(t);
    await assign(await hire('ada'), await hire('bob'));
    const match = { method: 'POST' };
    const body = { match, status: 429, headers: { 'Retry-After': '1' } };
    await admin('queueResponse', { params: { tenant: 'default' }, body });

    assert.equal(await cycle(), 'create/success 2');

    assert.ok(((await admin('getJobStatus', { params })).lastExecution?.durationMs ?? 0) >= 1_000);
  });

  test('without Retry-After has the entry tried again later', async (t) => {
    const { admin, assign, cycle, hire, params, users } = await startProvisioning(t);
    await assign(await hire('ada'));
    const body = { match: { method: 'POST' }, status: 429 };
    await admin('queueResponse', { params: { tenant: 'default' }, body });

    assert.equal(await cycle(), 'create/failure 1');
    const { escrows } = await admin('listEscrows', { params, query: {} });
    assert.equal(escrows[0]?.errorCode, 'TooManyRequests');
    await admin('jumpSimulatorClock', { body: { seconds: HOUR } });
    assert.equal(await cycle(), 'create/success 1');
    assert.equal((await users()).length, 1);
    assert.equal((await admin('listEscrows', { params, query: {} })).total, 0);
  });
});

describe('A job', () => {
  test('runs every 40 minutes of virtual time, and ends what it has begun when it is stopped', async (t) => {
    const tenant = await startProvisioning(t);
    const { admin, assign, hire, params } = tenant;
    await admin('startJob', { params });
    const live = await listenLive(tenant, t);
    await admin('jumpSimulatorClock', { body: { seconds: 2 * HOUR } });
    const moved = await live.next('clock-changed');
    assert.deepEqual([moved.data.mode, moved.data.now], ['step', '2026-03-02T08:40:00.000Z']);
    const { cycles } = await admin('listJobCycles', { params, query: {} });
    assert.deepEqual(
      cycles.map(({ type, timeBegan }) => `${type} ${timeBegan.slice(11, 16)}`),
      ['incremental 10:00', 'incremental 09:20', 'incremental 08:40', 'initial 08:00'],
    );

    await assign(await hire('ada'), await hire('bob'));
    await admin('runJobCycle', { params, body: {} });
    const stopped = await admin('stopJob', { params });
    assert.equal(stopped.schedule.state, 'Paused');
    await admin('jumpSimulatorClock', { body: { seconds: HOUR } });

    const { lastExecution, code, nextCycle } = await admin('getJobStatus', { params });
    assert.deepEqual([code, nextCycle], ['Paused', null]);
    assert.deepEqual(lastExecution?.outcomes, { 'create/success': 2 });
  });

  test('whose tenant has been deleted keeps no other job waiting', async (t) => {
    const { admin, params } = await startProvisioning(t);
    const { id } = await admin('createApplication', { body: { displayName: 'Orphan' } });
    const orphan = { application: id };
    await admin('createTenant', { body: { slug: 'gone', name: 'Gone' } });
    await admin('putJobTarget', { params: orphan, body: { tenant: 'gone' } });
    await admin('startJob', { params: orphan });
    await admin('jumpSimulatorClock', { body: { seconds: 0 } });
    await admin('deleteTenant', { params: { tenant: 'gone' } });
    await admin('startJob', { params });

    await admin('jumpSimulatorClock', { body: { seconds: 2 * HOUR } });
    const { now } = await admin('jumpSimulatorClock', { body: { to: 'nextCycle' } });

    const { cycles } = await admin('listJobCycles', { params, query: {} });
    assert.deepEqual([cycles.length, now], [5, '2026-03-02T10:40:00.000Z']);
    const { code, nextCycle } = await admin('getJobStatus', { params: orphan });
    assert.deepEqual([code, nextCycle], ['NotConfigured', null], 'and says that it has no target');
  });

  test('tells its secrets to nobody, and keeps one that comes back masked', async (t) => {
    const { admin, callAdmin, params, store } = await startProvisioning(t);
    const secretToken = 'a-token-of-the-target-1234';
    const saved = await admin('putJobCredentials', {
      params,
      body: { type: 'bearer', secretToken },
    });
    assert.deepEqual(saved.credentials, { type: 'bearer', secretToken: '****1234' });
    await admin('putJobTarget', { params, body: { url: 'http://127.0.0.1:1/scim' } });
    assert.ok(saved.credentials !== null);
    await admin('putJobCredentials', { params, body: saved.credentials });

    assert.deepEqual(store.syncJobs.jobs.find(params.application)?.credentials, {
      type: 'bearer',
      secretToken,
    });
    const test = await callAdmin(
      'POST',
      `/api/applications/${params.application}/job/test-connection`,
      { body: {} },
    );
    assert.equal(test.status, 200);
    assert.ok(!test.text.includes(secretToken));
    assert.match(test.text, /"succeeded":false/);
  });
});

describe('Provision on demand', () => {
  test('takes a user, or a group with chosen members, through five steps, without the flag', async (t) => {
    const { admin, assign, group, groups, hire, params } = await startProvisioning(t, {
      tenant: 'default',
      flags: ['aadOptscim062020'],
    });
    const [ada, bob] = [await hire('ada'), await hire('bob')];
    const engineers = await group('Engineers', [ada, bob]);
    await assign(engineers);
    const body = { objectId: engineers, memberIds: [ada] };

    const { steps, summaries, requests } = await admin('provisionOnDemand', { params, body });

    assert.deepEqual(
      steps.map(({ name, status }) => `${name} ${String(status)}`),
      [
        'testConnection success',
        'importObject success',
        'determineScope success',
        'matchObject success',
        'performAction success',
      ],
    );
    assert.equal(summaries.length, 3, 'the member, the group, the membership');
    assert.match(requests.at(-1)?.requestBody ?? '', /"op":"Add"/);
    assert.ok(requests.every(({ url }) => !url.includes('aadOptscim062020')));
    assert.equal(JSON.stringify(await groups()).match(/"value":/g)?.length, 1);

    const outside = await hire('outside');
    const refused = await admin('provisionOnDemand', { params, body: { objectId: outside } });
    assert.equal(refused.steps[2]?.status, 'skipped');
    assert.equal(refused.steps[2]?.details['Assigned to the application'], 'False');
  });
});

describe('Provision on demand while a cycle is at the same people', () => {
  test('creates nobody twice, and has nothing refused', async (t) => {
    const { admin, assign, hire, params, settings, users, written } = await startProvisioning(t);
    const people = [await hire('ada'), await hire('bob'), await hire('cem')];
    await assign(...people);
    await settings({ concurrency: 1 });
    const slow = { match: { method: 'POST' }, delayMs: 150, times: 3 };
    await admin('queueResponse', { params: { tenant: 'default' }, body: slow });

    const cycle = admin('runJobCycle', { params, body: { wait: true } });
    for (const objectId of people) await admin('provisionOnDemand', { params, body: { objectId } });
    await cycle;

    const sentences = await written();
    assert.deepEqual(
      sentences.toSorted((left, right) => left.localeCompare(right)),
      ['ada', 'bob', 'cem'].map((alias) => `Create user ${alias}@contoso.test`),
    );
    assert.equal((await users()).length, 3);
    assert.equal((await admin('listEscrows', { params, query: {} })).total, 0);
  });
});

describe('Provision on demand of someone who was unassigned', () => {
  test('says that he is out of scope, and leaves disabling to the next cycle', async (t) => {
    const { admin, assign, hire, params, unassign, written } = await startProvisioning(t);
    const ada = await hire('ada');
    await assign(ada);
    await admin('provisionOnDemand', { params, body: { objectId: ada } });
    await unassign(ada);
    await written();

    const { steps } = await admin('provisionOnDemand', { params, body: { objectId: ada } });

    assert.deepEqual(
      steps.map(({ status }) => status),
      ['success', 'success', 'skipped', null, 'skipped'],
    );
    assert.equal(steps[2]?.details['Assigned to the application'], 'False');
    assert.deepEqual(await written(), []);
  });
});
