// The request log over the admin API: filtered, grouped, summed up, recorded, saved as views.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { listenLive } from '../../support/listen-live.ts';
import { readId } from '../../support/read-id.ts';
import { startTenant } from '../../support/start-tenant.ts';
import { listIds, startWithTraffic } from '../../support/start-with-traffic.ts';

describe('GET /api/requests', () => {
  test('shows what the filter means', async (t) => {
    const tenant = await startWithTraffic(t);

    const found = await Promise.all(
      ['status:4xx', 'op:deactivate', 'user:ada', 'is:first', 'body:active', '"ada"', 'nobody'].map(
        (filter) => listIds(tenant, { filter }),
      ),
    );

    assert.deepEqual(found, [[2, 5], [3], [1, 2, 3], [1], [3, 4], [1, 2, 3, 4], []]);
  });

  test('refuses a filter with its reason and place', async (t) => {
    const tenant = await startTenant({}, t);

    const answer = await tenant.callAdmin('GET', '/api/requests?filter=stauts:404');

    assert.equal(answer.status, 400);
    assert.match(answer.text, /no token stauts: \(did you mean status:\?\) \(character 1\)/);
  });

  test('begins around a request or a time', async (t) => {
    const tenant = await startWithTraffic(t);
    const { at } = await tenant.admin('getRequest', { params: { id: 4 } });

    const around = await listIds(tenant, { around: 3, limit: 2 });
    const atTime = await listIds(tenant, { aroundTime: at, limit: 2 });
    const atEnd = await listIds(tenant, { around: 99, limit: 2 });

    assert.deepEqual(
      [around, atEnd],
      [
        [2, 3],
        [4, 5],
      ],
    );
    assert.ok(atTime.includes(4) || atTime.includes(3));
  });

  test('tells client, first on the resource, and what it repeats', async (t) => {
    const tenant = await startWithTraffic(t);
    await tenant.scim('POST', '/Users', { body: { userName: 'ada' } });

    const { requests } = await tenant.admin('listRequests');

    assert.deepEqual(
      requests.map(({ isFirst, retryOf, clientRequestId }) => [isFirst, retryOf, clientRequestId]),
      [
        [true, null, null],
        [false, null, null],
        [false, null, null],
        [false, null, 'r-4'],
        [false, null, null],
        [false, 2, null],
      ],
    );
    assert.deepEqual(requests[0]?.httpVersion, '1.1');
  });
});

describe('beside the list', () => {
  test('all matches are counted, and those that were turned away', async (t) => {
    const tenant = await startWithTraffic(t);

    const { total } = await tenant.admin('countRequestLog', { query: { filter: 'method:post' } });
    const status = await tenant.admin('getRequestLogStatus', { query: { tenant: 'default' } });

    assert.equal(total, 2);
    assert.deepEqual([status.rows, status.rejected], [5, { count: 1, isMore: false }]);
    assert.deepEqual(status.recording, { isPaused: false, since: null, skipped: 0 });
  });

  test('groups have counts, failures, span, and a filter that shows them', async (t) => {
    const tenant = await startWithTraffic(t);

    const byResource = await tenant.admin('groupRequests', { query: { by: 'resource' } });
    const byStatus = await tenant.admin('groupRequests', { query: { by: 'status', limit: 1 } });
    const byMinute = await tenant.admin('groupRequests', { query: { by: 'minute' } });

    const [ada] = byResource.groups.filter(({ label }) => label === 'ada');
    assert.deepEqual([ada?.requests, ada?.failures], [2, 0]);
    assert.deepEqual(await listIds(tenant, { filter: ada?.filter }), [1, 3]);
    assert.deepEqual(
      [byStatus.total, byStatus.groups.map(({ label, failures }) => [label, failures])],
      [4, [['401', 1]]],
    );
    const shown = await listIds(tenant, { filter: byMinute.groups[0]?.filter });
    assert.equal(shown.length, byMinute.groups[0]?.requests);
  });

  test('requests without resource or token are groups that a filter shows too', async (t) => {
    const tenant = await startWithTraffic(t);
    await tenant.scim('GET', '/ServiceProviderConfig');

    for (const by of ['resource', 'token'] as const) {
      const { groups } = await tenant.admin('groupRequests', { query: { by } });
      const none = groups.find(({ label }) => label === '');
      const shown = await listIds(tenant, { filter: none?.filter });
      assert.deepEqual([none?.filter, shown.length], [`not:has:${by}`, none?.requests]);
    }
  });

  test('a selection is summed up, chosen by ids or by filter', async (t) => {
    const tenant = await startWithTraffic(t);

    const chosen = await tenant.admin('summariseRequests', { body: { ids: [1, 3] } });
    const shown = await tenant.admin('summariseRequests', { body: { filter: 'status:4xx' } });

    assert.deepEqual(
      [chosen.requests, chosen.failures, chosen.resources],
      [
        2,
        0,
        [{ resourceType: 'User', resourceId: tenant.adaId, resourceName: 'ada', requests: 2 }],
      ],
    );
    assert.deepEqual(
      [
        shown.requests,
        shown.failures,
        shown.statuses.map(({ status }) => status).toSorted((a, b) => a - b),
      ],
      [2, 2, [401, 409]],
    );
  });

  test('completions say what they would leave of the rest of the filter', async (t) => {
    const tenant = await startWithTraffic(t);
    const complete = async (marked: string) => {
      const query = { filter: marked.replace('|', ''), caret: marked.indexOf('|') };
      const { completions } = await tenant.admin('completeRequestFilter', { query });
      return completions.map(({ text, requests }) => `${text} ${requests}`);
    };

    assert.deepEqual(await complete('method:post status:|'), ['2xx 1', '4xx 1', '201 1', '409 1']);
    assert.deepEqual((await complete('source:unk|')).slice(0, 1), ['unknown 5']);
    assert.deepEqual(await complete('user:|'), ['ada 3']);
    assert.deepEqual(await complete('dur|'), ['duration: null']);
    assert.deepEqual((await complete('is:|')).includes('failed 2'), true);
    assert.deepEqual((await complete('op:rejec|'))[0], 'rejected-token 1');
  });

  test('nearest misses say what an empty list would show without one term', async (t) => {
    const tenant = await startWithTraffic(t);

    const { misses } = await tenant.admin('findNearestMisses', {
      query: { filter: 'method:post status:5xx' },
    });

    assert.deepEqual(misses, [
      { without: 'status:5xx', filter: 'method:post', count: 2, isMore: false },
    ]);
  });

  test('neighbours are those on the same resource, and those of the tenant', async (t) => {
    const tenant = await startWithTraffic(t);

    const first = await tenant.admin('getRequestNeighbours', { params: { id: 1 } });
    const missing = await tenant.callAdmin('GET', '/api/requests/99/neighbours');

    assert.deepEqual(first, {
      onResource: { previous: null, next: 3 },
      inTenant: { previous: null, next: 2 },
    });
    assert.equal(missing.status, 404);
  });
});

describe('recording', () => {
  test('that is paused still serves, and history goes on', async (t) => {
    const tenant = await startTenant({}, t);
    const live = await listenLive(tenant, t);

    const paused = await tenant.admin('setRecording', { body: { isPaused: true } });
    const id = readId(await tenant.scim('POST', '/Users', { body: { userName: 'ada' } }));
    const status = await tenant.admin('getRequestLogStatus');
    await tenant.admin('setRecording', { body: { isPaused: false } });
    await tenant.scim('GET', '/Users');

    const history = await tenant.admin('getHistory', {
      params: { tenant: 'default', resourceType: 'User', id },
    });
    assert.deepEqual([paused.isPaused, status.recording.skipped], [true, 1]);
    assert.equal((await live.next('recording-changed')).data.recording.isPaused, true);
    assert.equal(history.revisions.length, 1);
    assert.deepEqual(await listIds(tenant), [2]);
  });

  test('keeps as much of a body as the limits say, or none', async (t) => {
    const tenant = await startTenant({}, t);
    const { requestLog } = tenant.store;
    const body = { userName: 'ada', displayName: 'ä'.repeat(20) };

    requestLog.setLimits({ maxBodyBytes: 40 });
    await tenant.scim('POST', '/Users', { body });
    requestLog.setLimits({ recordsBodies: false });
    await tenant.scim('POST', '/Users', { body });

    const [cut, none] = [requestLog.get(1), requestLog.get(2)];
    assert.equal(cut?.requestBody.truncated, true);
    assert.match(cut.requestBody.text, /^\{"userName":"ada","displayName":"ä+$/);
    assert.deepEqual(
      [none?.requestBody.text, none?.requestBody.bytes],
      ['', cut.requestBody.bytes],
    );
  });

  test('measures where the time of a request went', async (t) => {
    const tenant = await startWithTraffic(t);

    const created = await tenant.admin('getRequest', { params: { id: 1 } });
    const refused = await tenant.admin('getRequest', { params: { id: 5 } });

    const { phases, gapMs } = created.timeline;
    const sum = phases.reduce((total, { durationMs }) => total + durationMs, 0);
    assert.deepEqual(
      phases.map(({ name }) => name),
      ['receive', 'authenticate', 'route', 'parse', 'apply', 'commit', 'serialise'],
    );
    assert.ok(sum > 0 && sum <= created.durationMs + 1, `${sum} of ${created.durationMs}`);
    assert.equal(gapMs, null);
    assert.deepEqual(
      refused.timeline.phases.map(({ name }) => name),
      ['receive', 'authenticate', 'serialise'],
    );
    assert.ok((refused.timeline.gapMs ?? -1) >= 0);
  });
});

describe('saved views', () => {
  test('are kept, changed and deleted; their names are unique', async (t) => {
    const tenant = await startTenant({}, t);
    const live = await listenLive(tenant, t);
    const setting = { name: 'Failures', filter: 'is:failed', columns: ['time', 'status'] };

    const view = await tenant.admin('createRequestView', { body: setting });
    await live.next('request-views-changed');
    const twice = await tenant.callAdmin('POST', '/api/request-views', {
      body: { name: 'FAILURES' },
    });
    const params = { view: view.id };
    const changed = await tenant.admin('replaceRequestView', {
      params,
      body: { name: 'failures', groupBy: 'minute' },
    });
    const { views } = await tenant.admin('listRequestViews');
    await tenant.admin('deleteRequestView', { params });

    assert.equal(twice.status, 409);
    assert.deepEqual(views, [changed]);
    assert.deepEqual([changed.filter, changed.groupBy, changed.id], ['', 'minute', view.id]);
    assert.deepEqual((await tenant.admin('listRequestViews')).views, []);
  });
});
