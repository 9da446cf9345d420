// Snapshots of a workspace in a file: the long part is done in a thread of its own.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test, type TestContext } from 'node:test';
import { systemClock } from '../../main/base/clock.ts';
import { openStore } from '../../main/store/open-store.ts';
import { isStoreOpenError } from '../../main/store/store-open-error.ts';
import { buildRequest } from '../support/build-request.ts';

function open(t: TestContext) {
  const dataDir = mkdtempSync(join(tmpdir(), 'scim-mock-snapshots-'));
  const store = openStore({ dataDir, clock: systemClock });
  store.tenants.create({ slug: 'default', name: 'Mine', secretToken: 'secret-token-of-mine' });
  t.after(() => {
    store.close();
    rmSync(dataDir, { recursive: true });
  });
  return { store, dataDir };
}

/** Whether other work has had its turn before something was done; it may begin something of its own. */
async function hadTurn(work: Promise<unknown>, meanwhile: () => void = () => undefined) {
  let isDone = false;
  setImmediate(() => {
    meanwhile();
    isDone = true;
  });
  await work;
  return isDone;
}

describe('The files of snapshots', () => {
  test('that are not wanted any more leave nothing behind, whenever that is said', async (t) => {
    const { store, dataDir } = open(t);
    const { snapshots } = store;
    const kept = await snapshots.take({ name: 'Kept', note: '' });
    const reason = new Error('Not wanted');

    for (const begin of [
      (signal: AbortSignal) => snapshots.take({ name: 'Gone', note: '' }, { signal }),
      (signal: AbortSignal) => snapshots.files.write(kept, { appVersion: '0.0.0', signal }),
      (signal: AbortSignal) =>
        snapshots.restore(
          { snapshot: kept, tenant: null },
          { signal, settle: () => Promise.resolve() },
        ),
    ]) {
      const early = new AbortController();
      const [first, late] = [begin(early.signal), new AbortController()];
      early.abort(reason);
      await assert.rejects(first, reason);
      const second = begin(late.signal);
      setImmediate(() => late.abort(reason)); // its thread is on its way
      await assert.rejects(second, reason);
    }

    const next = await snapshots.take({ name: 'Next', note: '' });
    const left = readdirSync(join(dataDir, 'snapshots')).toSorted();
    assert.deepEqual(
      left,
      [kept, next].flatMap(({ id }) => [`${id}.db`, `${id}.json`]),
    );
  });

  test('go when all is deleted, also what a crash has left of one', async (t) => {
    const { store, dataDir } = open(t);
    await store.snapshots.take({ name: 'Gone', note: '' });
    mkdirSync(join(dataDir, 'snapshots', 'work-left'));

    store.erase({ keepsSnapshots: false });

    assert.deepEqual(readdirSync(join(dataDir, 'snapshots')), []);
  });

  test('that are deleted before they are read are said to be', async (t) => {
    const { store } = open(t);
    const { snapshots } = store;
    const snapshot = await snapshots.take({ name: 'Gone', note: '' });
    const restoring = snapshots.restore(
      { snapshot, tenant: null },
      { settle: () => Promise.resolve() },
    );
    snapshots.remove(snapshot);

    await assert.rejects(
      restoring,
      (error) => isStoreOpenError(error) && /has been deleted/.test(error.message),
    );
  });

  test('are written and read while others are served', async (t) => {
    const { store } = open(t);
    store.requestLog.insert(buildRequest(store.requestLog.nextRequestId()));
    const { snapshots } = store;

    const order = { name: 'First', note: '' };
    const isTakenAside = await hadTurn(snapshots.take(order), () =>
      store.requestLog.insert(buildRequest(store.requestLog.nextRequestId())),
    );
    const [snapshot] = snapshots.list();
    assert.ok(snapshot);
    const writing = snapshots.files.write(snapshot, { appVersion: '0.0.0' });
    const isWrittenAside = await hadTurn(writing);
    const judging = snapshots.files.judge(await writing);
    const isJudgedAside = await hadTurn(judging);
    const added = snapshots.add(await judging);
    (await writing).remove();

    assert.deepEqual([isTakenAside, isWrittenAside, isJudgedAside], [true, true, true]);
    assert.equal(store.requestLog.size().rows, 2);
    assert.deepEqual(added.counts, snapshot.counts);
  });

  test('taken at once are one each, and a refusal keeps its sentence on its way', async (t) => {
    const { store, dataDir } = open(t);
    const { snapshots } = store;

    const names = ['One', 'Two', 'Three'];
    const taken = await Promise.all(names.map((name) => snapshots.take({ name, note: '' })));
    const refused = snapshots.files.judge({
      path: join(dataDir, 'snapshots', `${taken[0]?.id ?? ''}.db`),
      beside: (name) => name,
      remove: () => undefined,
    });

    assert.equal(new Set(taken.map(({ id }) => id)).size, 3);
    assert.deepEqual(
      snapshots
        .list()
        .map(({ name }) => name)
        .toSorted(),
      names.toSorted(),
    );
    await assert.rejects(
      refused,
      (error) =>
        isStoreOpenError(error) && /is a workspace and may hold secrets/.test(error.message),
    );
    assert.equal(readdirSync(join(dataDir, 'snapshots')).length, 6); // nothing else is left
  });
});
