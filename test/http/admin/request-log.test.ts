// The request log over the admin API: filtered, grouped, summed up, annotated, removed and brought back, saved as views.
import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import { listenLive } from '../../support/listen-live.ts';
import { createMovableClock } from '../../support/movable-clock.ts';
import { readId } from '../../support/read-id.ts';
import { startTenant, type TestTenant } from '../../support/start-tenant.ts';

const PATCH_OP = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';

/** 1 creates Ada, 2 is refused, 3 deactivates her, 4 lists, 5 has a wrong token. */
async function startWithTraffic(t: TestContext): Promise<TestTenant & { readonly adaId: string }> {
  const tenant = await startTenant({}, t);
  const adaId = readId(await tenant.scim('POST', '/Users', { body: { userName: 'ada' } }));
  await tenant.scim('POST', '/Users', { body: { userName: 'ada' } });
  const Operations = [{ op: 'replace', path: 'active', value: false }];
  await tenant.scim('PATCH', `/Users/${adaId}`, { body: { schemas: [PATCH_OP], Operations } });
  await tenant.scim('GET', '/Users?count=1', { headers: { 'X-Request-Id': 'r-4' } });
  await tenant.scim('GET', '/Users', { headers: { Authorization: 'Bearer nobody-knows-this' } });
  return { ...tenant, adaId };
}

async function listIds(tenant: TestTenant, query: object = {}): Promise<readonly number[]> {
  const { requests } = await tenant.admin('listRequests', { query });
  return requests.map(({ id }) => id);
}

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

describe('annotations', () => {
  test('are shown in lists, announced, found, and kept when others are pruned', async (t) => {
    const tenant = await startWithTraffic(t);
    const live = await listenLive(tenant, t);
    const body = { ids: [1, 2, 99], isPinned: true, note: ' look ', colour: 3 };

    const { annotated, requests } = await tenant.admin('annotateRequests', { body });
    const event = await live.next('requests-annotated');
    tenant.store.requestLog.setLimits({ maxRows: 1 });
    while (tenant.store.requestLog.keep()) continue;

    assert.equal(annotated, 2);
    assert.deepEqual(
      requests.map(({ isPinned, note, colour }) => [isPinned, note, colour]),
      [
        [true, 'look', 3],
        [true, 'look', 3],
      ],
    );
    assert.deepEqual(event.data, { ...body, note: 'look' });
    assert.deepEqual(await listIds(tenant, { filter: 'is:pinned has:note colour:3' }), [1, 2]);
    assert.deepEqual(await listIds(tenant), [1, 2, 5]); // the newest has its own room
  });
});

describe('annotations of all that match', () => {
  test('reach every request of the filter, however many, and are counted', async (t) => {
    const tenant = await startWithTraffic(t);
    const live = await listenLive(tenant, t);
    const body = { filter: 'not:is:pinned method:post' };

    const result = await tenant.admin('annotateMatchingRequests', {
      body: { ...body, isPinned: true, colour: 2 },
    });
    const event = await live.next('requests-annotated');
    const summary = await tenant.admin('summariseRequests', { body: { filter: '' } });

    assert.deepEqual(result, { annotated: 2 });
    assert.deepEqual(event.data, { ids: [1, 2], isPinned: true, colour: 2 });
    assert.deepEqual([summary.requests, summary.pinned], [5, 2]);
    assert.deepEqual(await listIds(tenant, { filter: 'is:pinned colour:2' }), [1, 2]);
  });

  test('say so when the pinned requests exceed their limit', async (t) => {
    const tenant = await startWithTraffic(t);
    await tenant.admin('changeSettings', { body: { 'log.maxPinned': 2 } });
    const pin = (filter: string) =>
      tenant.admin('annotateMatchingRequests', { body: { filter, isPinned: true } });

    await pin('method:post');
    const within = await tenant.admin('getRequestLogStatus');
    await pin('');
    const over = await tenant.admin('getRequestLogStatus');

    assert.deepEqual(
      [within.pinned, over.pinned].map(({ rows, exceedsLimit }) => [rows, exceedsLimit]),
      [
        [2, false],
        [5, true],
      ],
    );
  });
});

describe('removing', () => {
  test('by filter can be undone, and is announced both ways', async (t) => {
    const tenant = await startWithTraffic(t);
    const live = await listenLive(tenant, t);
    await tenant.admin('annotateRequests', { body: { ids: [2], isPinned: true } });

    const removal = await tenant.admin('removeRequests', { body: { filter: 'method:post' } });
    const removed = await live.next('requests-removed');
    const left = await listIds(tenant);
    const gone = await tenant.callAdmin('GET', '/api/requests/1');
    const status = await tenant.admin('getRequestLogStatus');
    const undone = await tenant.admin('undoRemoval', { params: { removal: removal.id } });
    const restored = await live.next('requests-restored');

    assert.deepEqual([removal.removed, left, gone.status], [1, [2, 3, 4, 5], 404]);
    assert.deepEqual([status.rows, status.pinned.rows], [4, 1]);
    assert.deepEqual(removed.data, { removal: removal.id, removed: 1 });
    assert.deepEqual([undone, restored.data.restored], [{ restored: 1 }, 1]);
    assert.deepEqual(await listIds(tenant), [1, 2, 3, 4, 5]);
  });

  test('is for good when its time is over, and erased in the background', async (t) => {
    const clock = createMovableClock();
    const tenant = await startTenant({}, t, clock);
    for (let n = 0; n < 3; n += 1) await tenant.scim('GET', '/Users');

    const { id } = await tenant.admin('removeRequests', { body: { ids: [1, 3] } });
    clock.moveMinutes(1);
    while (tenant.store.requestLog.keep()) continue;
    const late = await tenant.callAdmin('DELETE', `/api/requests/removals/${id}`);

    assert.deepEqual([await listIds(tenant), tenant.store.requestLog.size().rows], [[2], 1]);
    assert.equal(late.status, 404);
  });

  test('of all leaves what comes later, and what had come and was not answered yet', async (t) => {
    const tenant = await startTenant({}, t);
    const { requestLog } = tenant.store;
    const openId = requestLog.nextRequestId();
    await tenant.scim('GET', '/Users');
    const entry = requestLog.get(2);
    assert.ok(entry);

    await tenant.admin('removeRequests', { body: { tenant: 'default' } });
    requestLog.insert({ ...entry, id: openId });
    await tenant.scim('GET', '/Users');

    assert.deepEqual(await listIds(tenant), [openId, 3]);
  });

  test('older than a time leaves the rest', async (t) => {
    const tenant = await startWithTraffic(t);
    const { at: olderThan } = await tenant.admin('getRequest', { params: { id: 4 } });

    const { removed } = await tenant.admin('removeRequests', { body: { olderThan } });

    assert.deepEqual(await listIds(tenant), [1, 2, 3, 4, 5].slice(removed));
    assert.ok(removed > 0);
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
