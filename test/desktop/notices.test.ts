import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createNoticeRules, type NoticeRules } from '../../main/desktop/notices.ts';
import type { RequestSummary } from '../../shared/admin/request-log.ts';
import type { ServerState } from '../../shared/shell.ts';
import { buildSummary } from '../support/build-request.ts';

const SERVING: ServerState = { state: 'serving', uiUrl: 'http://127.0.0.1:1/' };

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

const REQUEST = buildSummary(1, {
  method: 'GET',
  status: 200,
  operation: 'list',
  sentence: 'Lists users',
  tokenName: null,
  resourceId: null,
  resourceName: null,
});
