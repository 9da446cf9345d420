// RFC 8936: how a receiver polls the event feed of a tenant.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isJsonObject, type JsonValue } from '../../shared/scim/json.ts';
import { expectScimError } from '../support/expect-scim-error.ts';
import { eventsOf, payloadOf, poll, PROV, readSets } from '../support/poll-events.ts';
import { post, USER } from '../support/read-list.ts';
import { assertHas } from '../support/resource-claims.ts';
import { startTenant, type TestTenant } from '../support/start-tenant.ts';
import { importText } from '../support/transfer-file.ts';
import { textOf } from '../support/text-of.ts';

describe('RFC 8936 §2 polling', () => {
  test('T6 tells events again until they are acknowledged', async (t) => {
    const tenant = await startTenant({}, t);
    await post(tenant, '/Users', ada);

    const [first] = await poll(tenant);
    const again = await poll(tenant);
    const after = await poll(tenant, { ack: [first?.['jti'] ?? '', 'unknown'] });

    assert.deepEqual(again, [first]);
    assert.deepEqual(after, []);
  });

  test('T6 tells at most maxEvents, oldest first, and whether there are more', async (t) => {
    const tenant = await startTenant({}, t);
    for (const userName of ['ada', 'bob', 'cleo'])
      await post(tenant, '/Users', { ...ada, userName });
    const body = { maxEvents: 2, returnImmediately: true };

    const answer = await tenant.scim('POST', '/.events', { body });
    const told = await readSets(tenant, answer);
    const none = await tenant.scim('POST', '/.events', { body: { ...body, maxEvents: 0 } });

    assertHas(answer.body, { moreAvailable: true });
    assert.deepEqual(
      told.map((claims) => nameIn(payloadOf(claims)['data'])),
      ['ada', 'bob'],
    );
    assert.deepEqual(none.body, { sets: {}, moreAvailable: true });
  });

  test('T6 an event that the receiver refuses is kept with the reason, not sent again', async (t) => {
    const tenant = await startTenant({}, t);
    await post(tenant, '/Users', ada);
    const [claims] = await poll(tenant);
    const error = { err: 'authentication_failed', description: 'unknown key' };

    const after = await poll(tenant, { setErrs: { [textOf(claims?.['jti'])]: error } });

    const { events } = await tenant.admin('listEvents');
    assert.deepEqual(after, []);
    assert.deepEqual(
      events.map(({ rejection }) => rejection),
      [error],
    );
    assertHas(await tenant.admin('getEventFeed'), { waiting: 0, rejected: 1 });
  });

  test('T6 a poll that may wait is answered as soon as something happens', async (t) => {
    const tenant = await startTenant({}, t);

    const waiting = tenant.scim('POST', '/.events', { body: {} });
    await post(tenant, '/Users', ada);
    const told = await readSets(tenant, await waiting);

    assert.deepEqual(Object.keys(eventsOf(told[0])), [`${PROV}:create:full`]);
  });

  test('T6 a poll that waits is woken by an import too', async (t) => {
    const tenant = await startTenant({}, t);

    const waiting = tenant.scim('POST', '/.events', { body: {} });
    await importText(tenant, { format: 'jsonl', resourceType: 'User' }, '{"userName":"ada"}');
    const told = await readSets(tenant, await waiting);

    assert.deepEqual(Object.keys(eventsOf(told[0])), [`${PROV}:create:full`]);
  });

  test('T6 a poll waits no longer than the receiver says', async (t) => {
    const tenant = await startTenant({}, t);

    const answer = await tenant.scim('POST', '/.events', {
      body: {},
      headers: { Prefer: 'wait=1' },
    });

    assert.deepEqual([answer.status, answer.body], [200, { sets: {} }]);
  });

  test('T6 the server closes while a poll waits', async (t) => {
    const tenant = await startTenant({}, t);
    await post(tenant, '/Users', ada);
    const [claims] = await poll(tenant);
    const ack = [claims?.['jti'] ?? ''];
    const waiting = tenant.scim('POST', '/.events', { body: { ack } });
    await acknowledged(tenant);

    const startedAt = performance.now();
    await tenant.close();

    assert.equal((await waiting).status, 200);
    assert.ok(performance.now() - startedAt < 2500, 'closing waited for the poll');
  });

  test('a body that says something else is refused by name', async (t) => {
    const tenant = await startTenant({}, t);

    expectScimError(await tenant.scim('POST', '/.events', { body: { ack: 'x' } }), {
      status: 400,
      scimType: 'invalidSyntax',
      detail: /^ack must be an array/,
    });
  });

  test('the log calls it what it is', async (t) => {
    const tenant = await startTenant({}, t);
    await post(tenant, '/Users', ada);
    const [claims] = await poll(tenant);
    await poll(tenant, { ack: [claims?.['jti'] ?? ''] });

    const { requests } = await tenant.admin('listRequests');

    const polls = requests.filter(({ operation }) => operation === 'poll-events');
    assert.deepEqual(
      polls.map(({ sentence }) => sentence),
      [
        'Poll events: 1 told',
        'Read the event keys',
        'Poll events: 0 told, 1 acknowledged',
        'Read the event keys',
      ],
    );
  });
});

const ada = { schemas: [USER], userName: 'ada' };

function nameIn(data: JsonValue | undefined): JsonValue | undefined {
  return isJsonObject(data) ? data['userName'] : undefined;
}

/** Resolves when the server has taken note of an acknowledgement, and so has begun the poll that carries it. */
async function acknowledged(tenant: TestTenant): Promise<void> {
  const { waiting } = await tenant.admin('getEventFeed');
  if (waiting > 0) await acknowledged(tenant);
}
