import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createNoticeRules, type NoticeRules } from '../../main/desktop/notices.ts';
import type { CheckRun } from '../../shared/admin/check-run.ts';
import type { RequestSummary } from '../../shared/admin/request-log.ts';
import type { Job } from '../../shared/admin/transfer.ts';
import type { ServerState } from '../../shared/shell.ts';
import type { CycleExecution, JobStatus, QuarantineReason } from '../../shared/simulator/job.ts';
import { buildSummary } from '../support/build-request.ts';

const SERVING: ServerState = { state: 'serving', uiUrl: 'http://127.0.0.1:1/' };

const APPLICATION = 'c0ffee00-0000-4000-8000-000000000000';
const AT = '2026-03-02T08:00:00.000Z';

const CYCLE: CycleExecution = {
  activityIdentifier: '1',
  type: 'incremental',
  countEntitled: 3,
  countEntitledForProvisioning: 3,
  countEscrowed: 0,
  countEscrowedRaw: 0,
  countExported: 3,
  countExports: 3,
  countImported: 3,
  countImportedDeltas: 3,
  countImportedReferenceDeltas: 0,
  state: 'Succeeded',
  error: null,
  timeBegan: AT,
  timeEnded: AT,
  durationMs: 5,
  requests: 6,
  outcomes: {},
  progress: { phase: 'ended', done: 3, total: 3, fraction: 1 },
};

function quarantine(reason: QuarantineReason): JobStatus['quarantine'] {
  const times = { currentBegan: AT, nextAttempt: AT, seriesBegan: AT };
  return { ...times, reason, seriesCount: 1, error: null };
}

function jobStatus(change: Partial<JobStatus>): JobStatus {
  return {
    code: 'Active',
    schedule: { expiration: null, interval: 'PT40M', state: 'Active' },
    nextCycle: null,
    awaitsNextCycle: false,
    awaitsRestart: false,
    countSuccessiveCompleteFailures: 0,
    escrowsPruned: false,
    currentExecution: null,
    lastExecution: null,
    lastSuccessfulExecution: null,
    lastSuccessfulExecutionWithExports: null,
    quarantine: null,
    steadyStateFirstAchievedTime: null,
    steadyStateLastAchievedTime: null,
    synchronizedEntryCountByType: [],
    ...change,
  };
}

describe('Notices of provisioning', () => {
  test('quarantine entered, its reason changed, and left; what the guard holds back; failures; the first cycle', () => {
    const rules = createNoticeRules(() => 0);
    const tell = (change: Partial<JobStatus>) =>
      rules.onEvent({
        seq: 1,
        type: 'job-changed',
        data: { application: APPLICATION, status: jobStatus(change) },
      })?.title;
    const cycle = (id: string, change: Partial<CycleExecution>) => ({
      lastExecution: { ...CYCLE, activityIdentifier: id, ...change },
    });

    const titles = [
      tell({}),
      tell(cycle('1', { type: 'initial' })),
      tell(cycle('1', { type: 'initial' })),
      tell(cycle('2', {})),
      tell(cycle('3', { state: 'EntryLevelErrors', countEscrowedRaw: 2 })),
      tell({
        ...cycle('4', { state: 'Failed' }),
        quarantine: quarantine('EncounteredQuarantineException'),
      }),
      tell({
        ...cycle('5', { state: 'Failed' }),
        quarantine: quarantine('EncounteredQuarantineException'),
      }),
      tell({ ...cycle('6', { state: 'Failed' }), quarantine: quarantine('TooManyDeletes') }),
      tell(cycle('7', {})),
    ];

    assert.deepEqual(titles, [
      undefined,
      'The initial cycle is done',
      undefined,
      undefined,
      'A cycle ended with failures',
      'Provisioning is in quarantine',
      undefined,
      'Deletes are held back',
      'Provisioning is out of quarantine',
    ]);
  });
});

describe('Notices of requests', () => {
  test('the first request of each client to each tenant', () => {
    const rules = createNoticeRules(() => 0);

    const titles = [
      play(rules, { source: 'browser' }),
      play(rules, { source: 'app' }),
      play(rules, { source: 'entra', id: 7 }),
      play(rules, { source: 'entra' }),
      play(rules, { source: 'entra', tenant: 'second', id: 9 }),
      play(rules, { source: 'okta', tenant: null }),
      play(rules, { source: 'okta', id: 11 }),
    ].flatMap((notice) => (notice === undefined ? [] : [`${notice.title} ${notice.route}`]));

    assert.deepEqual(titles, [
      'Microsoft Entra has reached the tenant /requests?id=7',
      'Microsoft Entra has reached the tenant /requests?id=9',
      'A SCIM client has reached the tenant /requests?id=11',
    ]);
  });

  test('ten failures within a minute, then silence for ten minutes', () => {
    let now = 0;
    const rules = createNoticeRules(() => now);
    const fail = (times: number, everyMs: number) =>
      Array.from({ length: times }, () => {
        now += everyMs;
        return play(rules, { status: 401, id: 5 });
      }).filter((notice) => notice?.kind === 'failures').length;

    const counts = [fail(30, 10_000), fail(3, 1_000), fail(1, 1_000), fail(50, 1_000)];
    now += 600_000;
    counts.push(fail(10, 1_000));

    assert.deepEqual(counts, [0, 0, 1, 0, 1]);
  });

  test('neither successes nor the app’s own test requests count as failures', () => {
    const rules = createNoticeRules(() => 0);

    const notices = Array.from({ length: 30 }, (_, index) =>
      index % 2 === 0 ? play(rules, { status: 201 }) : play(rules, { status: 404, source: 'app' }),
    );

    const kinds = notices.flatMap((notice) => (notice === undefined ? [] : [notice.kind]));
    assert.deepEqual(kinds, ['first-request']);
  });
});

describe('Notices of long work', () => {
  test('lead to what it was about', () => {
    const rules = createNoticeRules(() => 0);
    const routeOf = (change: Partial<Job>) =>
      rules.onEvent({ seq: 1, type: 'job-progress', data: { job: { ...JOB, ...change } } })?.route;

    const routes = [
      routeOf({}),
      routeOf({ resourceType: 'Group', tenant: 'sales' }),
      routeOf({ resourceType: 'Access Card', state: 'failed' }),
      routeOf({ resourceType: null, kind: 'import-tenant' }),
      routeOf({ state: 'running' }),
      rules.onEvent({ seq: 2, type: 'check-run-changed', data: { run: RUN } })?.route,
    ];

    assert.deepEqual(routes, [
      '/users?tenant=default',
      '/groups?tenant=sales',
      '/types/Access%20Card?tenant=default',
      '/?tenant=default',
      undefined,
      '/checks?run=r1',
    ]);
  });
});

describe('Notices of the server', () => {
  test('back after a crash, not after a restart that was asked for nor at the first start', () => {
    const rules = createNoticeRules(() => 0);
    const restarting = (asked: boolean): ServerState => ({
      state: 'restarting',
      asked,
      message: '',
    });

    const titles = [
      SERVING,
      restarting(true),
      SERVING,
      restarting(false),
      SERVING,
      restarting(false),
      restarting(true),
      SERVING,
    ].map((state) => rules.onState(state)?.title);

    assert.deepEqual(titles.filter(Boolean), ['The server was started again']);
    assert.equal(titles[4], 'The server was started again');
  });

  test('lost once it had served, with the reason', () => {
    const rules = createNoticeRules(() => 0);
    const failed: ServerState = { state: 'failed', message: 'Port 7643 is in use.' };

    assert.equal(rules.onState(failed), undefined);
    rules.onState(SERVING);
    assert.equal(rules.onState(failed)?.body, 'Port 7643 is in use.');
  });
});

function play(rules: NoticeRules, request: Partial<RequestSummary>) {
  return rules.onEvent({
    seq: 1,
    type: 'request-recorded',
    data: { request: { ...REQUEST, ...request } },
  });
}

const JOB: Job = {
  id: 'j1',
  kind: 'import',
  tenant: 'default',
  resourceType: 'User',
  state: 'done',
  done: 3,
  total: 3,
  share: 1,
  rate: 3,
  startedAt: '2026-01-01T00:00:00.000Z',
  finishedAt: '2026-01-01T00:00:01.000Z',
  result: null,
  name: null,
  isUndoable: false,
  error: null,
};

const RUN: CheckRun = {
  id: 'r1',
  target: 'http://127.0.0.1:1/scim/v2',
  preset: 'rfc',
  startedAt: '2026-01-01T00:00:00.000Z',
  state: 'finished',
  done: 9,
  total: 9,
  failed: 2,
};

const REQUEST = buildSummary(1, {
  method: 'GET',
  status: 200,
  operation: 'list',
  sentence: 'Lists users',
  tokenName: null,
  resourceId: null,
  resourceName: null,
});
