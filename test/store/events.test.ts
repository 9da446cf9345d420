// The event feed in the store: what waits, what was refused, and how long a feed may grow.
import { strict as assert } from 'node:assert';
import { describe, test } from 'node:test';
import { MAX_EVENTS, type NewEvent } from '../../main/store/events.ts';
import { openContext } from '../support/open-context.ts';

describe('event feed', () => {
  test('gives every event a jti of its own, and a txn where the request has none', (t) => {
    const { store, context } = openContext(t);
    const event = newEvent(context.tenant.id, 1);

    store.events.add(event);
    store.events.add({ ...event, txn: undefined });

    const [first, second] = store.events.waiting(context.tenant.id, 9);
    assert.equal(first?.txn, 'txn-1');
    assert.match(second?.txn ?? '', /^[0-9a-f]{32}$/);
    assert.notEqual(first?.jti, second?.jti);
  });

  test('keeps the newest 10,000 of a feed that nobody reads', (t) => {
    const { store, context } = openContext(t);
    const { id } = context.tenant;

    store.transaction(() => {
      for (let at = 0; at < MAX_EVENTS + 300; at += 1) store.events.add(newEvent(id, at));
    });

    const waiting = store.events.waiting(id, MAX_EVENTS * 2);
    assert.equal(waiting.length, MAX_EVENTS);
    assert.equal(waiting.at(-1)?.txn, `txn-${MAX_EVENTS + 299}`);
  });

  test('goes with its tenant', (t) => {
    const { store } = openContext(t);
    const other = store.tenants.create({ slug: 'other', name: 'Other', secretToken: 'x' });
    store.events.add(newEvent(other.id, 1));

    store.tenantData.remove(other);

    assert.deepEqual(store.events.counts(other.id), { waiting: 0, rejected: 0 });
  });

  test('signs with one key for the life of the workspace', (t) => {
    const { store } = openContext(t);

    assert.deepEqual(store.signingKeys.ofEvents(), store.signingKeys.ofEvents());
  });
});

function newEvent(tenantId: number, number: number): NewEvent {
  return { tenantId, at: '2026-01-01T00:00:00.000Z', txn: `txn-${number}`, claims: { number } };
}
