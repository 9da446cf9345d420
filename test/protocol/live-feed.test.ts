// GET /api/live: server-sent events that resume.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { listenLive } from '../support/listen-live.ts';
import { readId } from '../support/read-id.ts';
import { startTenant } from '../support/start-tenant.ts';

describe('the live feed', () => {
  test('announces each request with what its list shows', async (t) => {
    const tenant = await startTenant({}, t);
    const live = await listenLive(tenant, t);

    await tenant.scim('POST', '/Users', { body: { userName: 'ada' } });
    const event = await live.next('request-recorded');

    assert.deepEqual(event.data.request, (await tenant.admin('listRequests')).requests[0]);
    assert.equal(live.response.headers.get('content-type'), 'text/event-stream; charset=utf-8');
  });

  test('announces a change when it can be read, from a SCIM client and from the UI', async (t) => {
    const tenant = await startTenant({}, t);
    const live = await listenLive(tenant, t);
    const id = readId(await tenant.scim('POST', '/Users', { body: { userName: 'ada' } }));
    const params = { tenant: 'default', resourceType: 'User', id } as const;
    const created = await live.next('resource-changed');

    await tenant.admin('patchResource', {
      params,
      body: { Operations: [{ op: 'replace', path: 'title', value: 'x' }] },
    });
    const updated = await live.next('resource-changed');
    await tenant.scim('DELETE', `/Users/${id}`);
    const deleted = await live.next('resource-changed');

    assert.deepEqual(
      [created, updated, deleted].map(({ data }) => data),
      ['created', 'updated', 'deleted'].map((action) => ({ ...params, action })),
    );
  });

  test('says nothing of a request that changed nothing', async (t) => {
    const tenant = await startTenant({}, t);
    const body = { userName: 'ada' };
    const id = readId(await tenant.scim('POST', '/Users', { body }));
    const live = await listenLive(tenant, t);

    await tenant.scim('PUT', `/Users/${id}`, { body });
    await tenant.scim('POST', '/Users', { body });
    await tenant.admin('clearRequests');

    assert.deepEqual(
      (await live.take(3)).map(({ type }) => type),
      ['request-recorded', 'request-recorded', 'requests-cleared'],
    );
  });

  test('resumes after the last event that was seen, losing and repeating none', async (t) => {
    const tenant = await startTenant({}, t);
    const first = await listenLive(tenant, t);
    await tenant.scim('GET', '/Users');
    const seen = await first.next('request-recorded');
    const lastEventId = first.lastEventId() ?? '';
    first.close();
    for (let n = 0; n < 3; n += 1) await tenant.scim('GET', '/Users');

    const second = await listenLive(tenant, t, { lastEventId });
    await tenant.scim('GET', '/Users');

    const seqs: number[] = [];
    for (let n = 0; n < 4; n += 1) seqs.push((await second.next('request-recorded')).seq);
    assert.deepEqual(
      seqs,
      [1, 2, 3, 4].map((n) => seen.seq + n),
    );
  });

  test('begins with a reset for an id of another run, then goes on', async (t) => {
    const tenant = await startTenant({}, t);
    await tenant.scim('GET', '/Users');

    const live = await listenLive(tenant, t, { lastEventId: 'another-run.1' });
    const reset = await live.next('reset');
    await tenant.scim('GET', '/Users');
    const event = await live.next('request-recorded');

    assert.deepEqual([reset.data, event.seq], [{}, reset.seq + 1]);
  });

  test('announces a changed tenant and a cleared log', async (t) => {
    const tenant = await startTenant({}, t);
    const live = await listenLive(tenant, t);

    await tenant.admin('updateTenant', { body: { name: 'Renamed' } });
    await tenant.admin('clearRequests');

    assert.deepEqual((await live.next('tenant-changed')).data, { tenant: 'default' });
    assert.deepEqual((await live.next('requests-cleared')).data, {});
  });

  test('ends when the server closes, which does not wait for it', async (t) => {
    const tenant = await startTenant({}, t);
    const live = await listenLive(tenant, t);
    const startedMs = performance.now();

    await Promise.all([tenant.close(), live.ended()]);

    assert.ok(performance.now() - startedMs < 1000);
  });

  test('lets go of a reader that does not read, and goes on for the others', async (t) => {
    const tenant = await startTenant({}, t);
    const idle = await listenLive(tenant, t);
    const live = await listenLive(tenant, t);
    const path = `/Users?filter=${'x'.repeat(60_000)}`;

    for (let n = 0; n < 200; n += 1) {
      await tenant.scim('GET', path);
      await live.next('request-recorded');
    }

    await assert.rejects(idle.ended());
    assert.equal((await tenant.admin('listRequests', { query: { limit: 1 } })).total, 200);
  });
});
