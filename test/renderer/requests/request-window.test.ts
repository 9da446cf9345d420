// The Requests list without a browser: a scripted log stands for the server, frames are run by hand.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createLog, openWindow, recorded } from './open-window.ts';

describe('Request window', () => {
  test('begins with the newest page and knows its place among all', async () => {
    const { window, ids } = await openWindow({ stored: numbers(1, 500) });

    assert.deepEqual(ids(), numbers(301, 500));
    assert.deepEqual(pick(window.getState()), { total: 500, firstNumber: 301, newCount: 0 });
  });

  test('pages back without gaps or doubles', async () => {
    const { window, ids, settle } = await openWindow({ stored: numbers(1, 500) });

    window.loadBefore();
    await settle();
    window.loadBefore();
    await settle();

    assert.deepEqual(ids(), numbers(1, 500));
    assert.deepEqual(pick(window.getState()), { total: 500, firstNumber: 1, newCount: 0 });
  });

  test('takes arrivals in one batch per frame, late ones in their place', async () => {
    const { window, ids, arrive, frame } = await openWindow({ stored: [1, 2, 5] });
    let renders = 0;
    window.subscribe(() => (renders += 1));

    for (const id of [6, 4, 8, 7]) arrive(id);
    frame();

    assert.deepEqual({ ids: ids(), renders }, { ids: [1, 2, 4, 5, 6, 7, 8], renders: 1 });
  });

  test('does not show a row twice that a page and the feed both bring', async () => {
    const { window, ids, arrive, frame, settle } = await openWindow({ stored: [1, 2] });

    window.reload();
    arrive(3);
    await settle();
    frame();

    assert.deepEqual(ids(), [1, 2, 3]);
    assert.equal(window.getState().total, 3);
  });

  test('keeps what arrives while a page is on its way', async () => {
    const log = createLog([1, 2]);
    const { window, ids, frame, settle } = await openWindow({ log });
    const answer = log.holdNext();

    window.reload();
    log.add(3);
    window.receive(recorded(3));
    frame();
    answer();
    await settle();
    frame();

    assert.deepEqual(ids(), [1, 2, 3]);
  });

  test('counts what is new while the reader is elsewhere', async () => {
    const { window, arrive, frame } = await openWindow({ stored: [1, 2] });

    window.setFollowing(false);
    arrive(3);
    arrive(4);
    frame();
    assert.equal(window.getState().newCount, 2);
    window.setFollowing(true);

    assert.equal(window.getState().newCount, 0);
  });

  test('holds arrivals while paused', async () => {
    const { window, ids, arrive, frame } = await openWindow({ stored: [1] });

    window.setPaused(true);
    arrive(2);
    arrive(3);
    frame();
    assert.deepEqual({ ids: ids(), held: window.getState().heldCount }, { ids: [1], held: 2 });
    window.setPaused(false);

    assert.deepEqual(ids(), [1, 2, 3]);
  });

  test('re-reads from its first row on after something was missed', async () => {
    const log = createLog(numbers(1, 300));
    const { window, ids, settle } = await openWindow({ log });
    window.setFollowing(false);

    for (const id of numbers(301, 310)) log.add(id);
    window.receive({ seq: 0, type: 'reset', data: {} });
    await settle();

    assert.deepEqual(ids(), numbers(101, 310));
  });

  test('shows only rows that answer to the filter, live ones too', async () => {
    const { window, ids, arrive, frame, settle } = await openWindow({ stored: numbers(1, 20) });

    window.setFilter('even');
    await settle();
    arrive(21);
    arrive(22);
    frame();
    await settle();

    assert.deepEqual(ids(), [2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22]);
  });

  test('judges live rows itself where the summary tells', async () => {
    const { window, ids, arrive, frame, settle } = await openWindow({ stored: [1, 2] });

    window.setFilter('request:<4');
    await settle();
    arrive(3);
    arrive(4);
    frame();

    assert.deepEqual(ids(), [1, 2, 3]);
  });

  test('shows marks at once, and takes out what was deleted', async () => {
    const { window, ids } = await openWindow({ stored: [1, 2, 3] });

    window.receive({ seq: 1, type: 'requests-annotated', data: { ids: [2], isPinned: true } });
    window.receive({
      seq: 2,
      type: 'requests-removed',
      data: { removal: 'a', removed: 1, ids: [3] },
    });

    assert.deepEqual(ids(), [1, 2]);
    assert.equal(window.getState().rows[1]?.isPinned, true);
    assert.equal(window.getState().rows[0]?.isPinned, false);
    assert.equal(window.getState().total, 2);
  });

  test('keeps its size: rows far away are dropped and read again', async () => {
    const { window, ids, arrive, frame } = await openWindow({ stored: [1] });

    for (const id of numbers(2, 6000)) arrive(id);
    frame();

    assert.deepEqual(ids(), numbers(1001, 6000));
    assert.deepEqual(pick(window.getState()), { total: 6000, firstNumber: 1001, newCount: 0 });
    assert.equal(window.getState().hasBefore, true);
  });

  test('begins around the request of a link', async () => {
    const { ids, window } = await openWindow({ stored: numbers(1, 900), startAt: 400 });

    assert.deepEqual(ids(), numbers(200, 599));
    assert.equal(window.getState().isFollowing, false);
  });

  test('is empty at once when the log is cleared', async () => {
    const log = createLog([1, 2, 3]);
    const { window, ids, settle } = await openWindow({ log });

    log.clear();
    window.receive({ seq: 0, type: 'requests-cleared', data: {} });
    assert.deepEqual(ids(), []);
    await settle();

    assert.deepEqual(pick(window.getState()), { total: 0, firstNumber: 1, newCount: 0 });
  });

  test('tells rows of their cycle late, and lets them in or out by it', async () => {
    const { window, ids, arrive, frame, settle } = await openWindow({ stored: [1] });
    const name = (cycleId: string, ...clientRequestIds: string[]) =>
      window.receive({
        seq: 0,
        type: 'provisioning-logged',
        data: { applicationIds: [], cycles: [{ jobId: 'j', cycleId, clientRequestIds }] },
      });

    arrive(2);
    frame();
    name('first', 'client-2', 'client-99');
    const known = window.getState().rows.map(({ id, jobId, cycleId }) => [id, jobId, cycleId]);
    window.setFilter('cycle:second');
    await settle();
    for (const id of [3, 4]) arrive(id);
    frame();
    await settle();
    const before = ids();
    name('second', 'client-3');
    name('first', 'client-4');
    frame();
    const after = ids();
    window.setFilter('not:cycle:* request:>4');
    await settle();
    for (const id of [5, 6]) arrive(id);
    frame();
    await settle();
    const unnamed = ids();
    name('second', 'client-6');

    assert.deepEqual(known, [
      [1, null, null],
      [2, 'j', 'first'],
    ]);
    assert.deepEqual([before, after], [[], [3]]);
    assert.deepEqual([unnamed, ids()], [[5, 6], [5]]);
  });

  test('keeps its rows and says so when the server does not answer', async () => {
    const log = createLog([1, 2]);
    const { window, ids, settle } = await openWindow({ log });

    log.fail(new Error('gone'));
    window.reload();
    await settle();

    assert.deepEqual(ids(), [1, 2]);
    assert.equal(window.getState().phase, 'failed');
  });
});

function numbers(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

function pick({
  total,
  firstNumber,
  newCount,
}: Record<'total' | 'firstNumber' | 'newCount', number>) {
  return { total, firstNumber, newCount };
}
