// What is put on requests and what is taken out of the log, over the admin API.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { listenLive } from '../../support/listen-live.ts';
import { createMovableClock } from '../../support/movable-clock.ts';
import { startTenant } from '../../support/start-tenant.ts';
import { listIds, startWithTraffic } from '../../support/start-with-traffic.ts';

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
