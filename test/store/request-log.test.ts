// The request log: what is read back, how it is paged and searched, and where it ends.
import { strict as assert } from 'node:assert';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { systemClock } from '../../main/base/clock.ts';
import { openStore } from '../../main/store/open-store.ts';
import { RequestDetails } from '../../shared/admin/request-log.ts';
import { buildRequest } from '../support/build-request.ts';
import { createMovableClock } from '../support/movable-clock.ts';
import { openLog, readPage } from '../support/open-log.ts';

describe('an entry of the request log', () => {
  test('is read back as it was written', (t) => {
    const log = openLog(t);
    const entry = buildRequest(1);

    log.insert(entry);

    assert.deepEqual(log.get(1), entry);
    assert.deepEqual(RequestDetails.parse(log.get(1)), entry);
  });

  test('that is not there is undefined', (t) => {
    assert.equal(openLog(t).get(1), undefined);
  });

  test('gets an id that is not used twice, not even after a restart on a cleared log', (t) => {
    const dataDir = mkdtempSync(join(tmpdir(), 'scim-log-'));
    t.after(() => rmSync(dataDir, { recursive: true, force: true }));
    const first = openStore({ dataDir, clock: systemClock });
    const id = first.requestLog.nextRequestId();
    first.requestLog.insert(buildRequest(id));
    first.requestLog.clear();
    first.close();

    const second = openStore({ dataDir, clock: systemClock });
    t.after(() => second.close());

    assert.deepEqual([id, second.requestLog.nextRequestId()], [1, 2]);
  });
});

describe('a page of the request log', () => {
  const cases = [
    ['is the newest without a cursor', {}, [7, 8, 9], true, false],
    ['pages back from before', { before: 7 }, [4, 5, 6], true, true],
    ['pages on from after', { after: 2 }, [3, 4, 5], true, true],
    ['ends at the first row', { before: 3 }, [1, 2], false, true],
    ['ends at the last row', { after: 8 }, [9], true, false],
    ['is empty behind the end', { after: 9 }, [], true, false],
    ['is empty before the start', { before: 1 }, [], false, true],
    ['lies between both', { after: 3, before: 6 }, [4, 5], true, true],
  ] as const;
  for (const [title, query, ids, hasBefore, hasAfter] of cases) {
    test(title, (t) => {
      const log = openLog(t);
      // Written in the order in which they were answered, not in which they came.
      for (const id of [2, 1, 3, 5, 4, 6, 9, 8, 7]) log.insert(buildRequest(id));

      const page = readPage(log, { ...query, limit: 3 });

      assert.deepEqual(
        { ...page, requests: page.requests.map(({ id }) => id) },
        {
          requests: ids,
          hasBefore,
          hasAfter,
          total: 9,
          isTotalExact: true,
          previousCursor: null,
          nextCursor: null,
        },
      );
    });
  }
});

describe('the text of a query', () => {
  const cases = [
    ['finds all words, in any case and field', 'CREATE refused USERS', [2]],
    ['finds words that begin so, side by side', 'names/i', [3]],
    ['does not find the middle of a word', 'ames', []],
    ['finds the resource name', 'zoë', [3]],
    ['finds what stands percent-encoded in a query', 'ada@x', [1]],
    ['does not find words of which one is missing', 'create okta', []],
    ['is ignored when blank', '  ', [1, 2, 3]],
  ] as const;
  for (const [title, text, ids] of cases) {
    test(title, (t) => {
      const log = openLog(t);
      log.insert(buildRequest(1, { sentence: 'Look up user', query: 'filter=ada%40x' }));
      log.insert(
        buildRequest(2, { sentence: 'Create user refused', status: 409, source: 'entra' }),
      );
      log.insert(buildRequest(3, { path: '/scim/v2/Names/ID', resourceName: 'ZOË' }));

      const page = readPage(log, { text });

      assert.deepEqual([page.requests.map(({ id }) => id), page.total], [ids, ids.length]);
    });
  }
});

describe('the request log', () => {
  test('of a tenant also shows the requests that named none', (t) => {
    const log = openLog(t);
    log.insert(buildRequest(1, { tenant: 'default' }));
    log.insert(buildRequest(2, { tenant: null }));
    log.insert(buildRequest(3, { tenant: 'other' }));

    const page = readPage(log, { tenant: 'default' });

    assert.deepEqual([page.requests.map(({ id }) => id), page.total], [[1, 2], 2]);
  });

  test('forgets what is too old, but for what is pinned or was imported', (t) => {
    const clock = createMovableClock('2026-01-01T00:00:00.000Z');
    const log = openLog(t, { clock, limits: { maxAgeDays: 1 } });
    const at = clock.now().toISOString();
    log.insert(buildRequest(1, { at, isPinned: true }));
    log.insert(buildRequest(2, { at }));
    log.insertImported(buildRequest(3, { at: '2020-01-01T00:00:00.000Z', isImported: true }));
    const left = () => {
      while (log.keep());
      return readPage(log).requests.map(({ id }) => id);
    };

    assert.deepEqual(left(), [1, 2, 3]);
    clock.moveMinutes(24 * 60 + 2);
    assert.deepEqual(left(), [1, 3]);
    log.insert(buildRequest(4, { at }));
    clock.moveMinutes(1);
    assert.deepEqual(left(), [1, 3]);
  });

  test('forgets the oldest rows in batches', (t) => {
    const log = openLog(t, { limits: { maxRows: 10, maxBytes: 1e9 } });

    const totals = Array.from({ length: 230 }, (_, index) => {
      log.insert(buildRequest(index + 1));
      return readPage(log).total;
    });

    assert.deepEqual([Math.max(...totals), totals.at(-1)], [209, 30]);
    assert.equal(log.get(200), undefined);
    assert.ok(log.get(201));
  });

  test('keeps room for new requests however many are pinned', (t) => {
    const log = openLog(t, { limits: { maxRows: 10, maxBytes: 1e9 } });
    for (let id = 1; id <= 10; id += 1) log.insert(buildRequest(id));
    log.annotate({ ids: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], isPinned: true });

    for (let id = 11; id <= 300; id += 1) log.insert(buildRequest(id));
    while (log.keep()) continue;
    const kept = readPage(log).requests.map(({ id }) => id);
    log.annotate({ ids: [1, 2, 3, 4, 5, 6, 7, 8, 9], isPinned: false });
    while (log.keep()) continue;

    assert.deepEqual(
      kept,
      [...Array(10).keys()].map((n) => n + 1).concat([...Array(10).keys()].map((n) => n + 291)),
    );
    assert.deepEqual(readPage(log).requests[0]?.id, 10);
    assert.deepEqual([log.size().rows, log.size().pinnedRows], [11, 1]);
  });

  test('drops its index of words when it is not wanted, and makes it anew when it is', (t) => {
    const log = openLog(t);
    for (let id = 1; id <= 5; id += 1) log.insert(buildRequest(id, { sentence: `Word${id}` }));
    while (log.keep()) continue;

    log.setLimits({ indexesText: false });
    while (log.keep()) continue;
    const without = [log.countUnindexed(), readPage(log, { text: 'word3' }).total];
    log.setLimits({ indexesText: true });
    while (log.keep()) continue;

    assert.deepEqual(without, [5, 1]);
    assert.deepEqual([log.countUnindexed(), readPage(log, { text: 'word3' }).total], [0, 1]);
  });

  test('is bounded by what it recorded', (t) => {
    const log = openLog(t, { limits: { maxRows: 1000, maxBytes: 5000 } });
    const text = 'x'.repeat(2000);
    for (const id of [1, 2, 3]) {
      log.insert(buildRequest(id, { requestBody: { text, bytes: 2000, truncated: false } }));
    }

    assert.deepEqual(
      [1, 2, 3].filter((id) => log.get(id)),
      [2, 3],
    );
  });

  test('is empty after it was cleared', (t) => {
    const log = openLog(t);
    log.insert(buildRequest(1));
    log.insert(buildRequest(2));

    assert.equal(log.clear(), 2);
    assert.equal(log.get(1), undefined);
    assert.equal(readPage(log).total, 0);
  });
});
