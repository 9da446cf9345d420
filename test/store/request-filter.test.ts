// The request filter as SQL: it finds what the evaluator finds wherever that knows, by the full-text index and without.
import { strict as assert } from 'node:assert';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { Clock } from '../../main/base/clock.ts';
import type { RequestLogStore } from '../../main/store/request-log.ts';
import type { RequestDetails } from '../../shared/admin/request-log.ts';
import { createRequestMatcher } from '../../shared/request-filter/match-request.ts';
import { printRequestFilter } from '../../shared/request-filter/print-request-filter.ts';
import { anyFilter } from '../shared/request-filter/filter-arbitraries.ts';
import { buildRequest } from '../support/build-request.ts';
import { openLog, readIds, readPage } from '../support/open-log.ts';

const NOW = new Date('2026-01-01T12:00:00.000Z');

/** Stands still. */
const CLOCK: Clock = { now: () => NOW, monotonicMs: () => performance.now() };

const ENTRIES: readonly Partial<RequestDetails>[] = [
  { operation: 'list', method: 'GET', status: 200, resourceId: null, resourceName: null },
  { status: 409, scimType: 'uniqueness', sentence: 'Create user refused: userName is taken' },
  { operation: 'rejected-token', status: 401, tokenName: null, resourceType: null, source: 'okta' },
  {
    method: 'PATCH',
    operation: 'deactivate',
    sentence: 'Deactivate Adele Vance',
    path: '/scim/v2/Users/2f9a',
    resourceId: '2f9a',
    resourceName: 'adele.vance@contoso.com',
    source: 'entra',
    isFirst: true,
    at: '2026-01-01T11:50:00.000Z',
  },
  {
    method: 'GET',
    operation: 'look-up',
    query: 'filter=userName+eq+%22Adele%22&count=1',
    at: '2026-01-01T11:59:00.000Z',
    durationMs: 700,
  },
  { resourceType: 'Group', resourceName: 'Sales', resourceId: 'g1', note: 'ours', isPinned: true },
  { status: 500, colour: 3, retryOf: 2, findings: { error: 1, warning: 0, notice: 0 } },
  {
    status: 0,
    httpVersion: '1.0',
    isImported: true,
    responseBody: { text: '', bytes: 0, truncated: false },
  },
  {
    tenant: null,
    operation: 'rejected-path',
    path: '/Ädele%20x',
    sentence: 'Rejected: no such path',
  },
  { tenant: 'other', findings: { error: 0, warning: 2, notice: 1 } },
];

function fillLog(log: RequestLogStore): readonly RequestDetails[] {
  const entries = ENTRIES.map((entry, index) => buildRequest(index + 1, entry));
  for (const entry of entries) log.insert(entry);
  return entries;
}

describe('any filter', () => {
  for (const index of ['full', 'unfilled', 'unwanted']) {
    test(`finds what the evaluator finds, the index being ${index}`, (t) => {
      const log = openLog(t, { clock: CLOCK });
      const entries = fillLog(log);
      while (index !== 'unfilled' && log.keep()) continue;
      if (index === 'unwanted') log.setLimits({ indexesText: false });
      while (index === 'unwanted' && log.keep()) continue;
      const filters = anyFilter({
        texts: [
          'adele',
          'Adele Vance',
          'users',
          'sales',
          'userName',
          'secret',
          'uniqueness',
          '2f9',
        ],
        numbers: {
          status: [0, 200, 201, 401, 404, 500],
          ms: [1, 1.5, 500],
          bytes: [0, 5, 1024],
          count: [0, 1, 3, 6, 20],
        },
        instants: ['2026-01-01T11:50:00.000Z', '2026-01-01T11:59Z', '2025-12-31', '2027-01-01'],
      });

      fc.assert(
        fc.property(filters, (tree) => {
          const found = new Set(readIds(log, printRequestFilter(tree)));
          const matches = createRequestMatcher(tree, NOW);
          for (const entry of entries) {
            const expected = matches(entry);
            if (expected !== undefined) assert.equal(found.has(entry.id), expected, `${entry.id}`);
          }
        }),
        { numRuns: 400 },
      );
    });
  }
});

describe('a filter by what only the details hold', () => {
  const DETAILS: Partial<RequestDetails> = {
    requestBody: {
      text: '{"Operations":[{"op":"replace","path":"title","value":{"x":"Head of Sales"}}]}',
      bytes: 80,
      truncated: false,
    },
    requestHeaders: [['X-MS-Client', 'Ädele']],
    effects: [
      {
        action: 'updated',
        resourceType: 'User',
        resourceId: 'u1',
        resourceName: 'ada',
        before: {},
        after: {},
        changes: [{ path: 'urn:x:2.0:User:department', kind: 'changed' }],
      },
    ],
    findingList: [
      { ruleId: 'op-capitalised', severity: 'warning', where: 'request', message: 'x' },
    ],
  };
  const cases = [
    ['body:"head of sal"', [2]],
    ['body:"of head"', []],
    ['"head of sales"', [2]],
    ['header:x-ms-client', [2]],
    ['header:ädele', [2]],
    ['attr:department', [2]],
    ['attr:title', [2]],
    ['attr:value', []],
    ['rule:op-capitalised', [2]],
    ['not:body:sales', [1, 3]],
    ['body:sales or status:404', [2, 3]],
  ] as const;
  for (const [filter, ids] of cases) {
    test(`${filter} finds ${ids.join(', ') || 'nothing'}, indexed or not`, (t) => {
      const log = openLog(t);
      log.insert(buildRequest(1));
      log.insert(buildRequest(2, DETAILS));
      log.insert(buildRequest(3, { status: 404 }));

      const before = readIds(log, filter);
      while (log.keep()) continue;

      assert.deepEqual([before, readIds(log, filter)], [ids, ids]);
    });
  }

  test('may have as many terms as the language allows', (t) => {
    const log = openLog(t);
    log.insert(buildRequest(1));
    log.insert(buildRequest(2, DETAILS));
    while (log.keep()) continue;

    assert.deepEqual(readIds(log, 'nobody or '.repeat(99) + 'attr:department'), [2]);
    assert.deepEqual(readIds(log, 'op:list or '.repeat(99) + 'attr:department'), [2]);
    assert.deepEqual(readIds(log, 'attr:department '.repeat(100)), [2]);
  });

  test('finds what was changed later', (t) => {
    const log = openLog(t);
    log.insert(buildRequest(1));
    while (log.keep()) continue;

    log.addEffects(1, DETAILS.effects ?? []);

    assert.deepEqual(readIds(log, 'attr:department'), [1]);
  });

  test('forgets what the log forgets', (t) => {
    const log = openLog(t, { limits: { maxRows: 1 } });
    for (const id of [1, 2]) log.insert(buildRequest(id, DETAILS));

    while (log.keep()) continue;

    assert.deepEqual(readIds(log, 'body:sales'), [2]);
  });
});

describe('a page sorted by a column', () => {
  const SORTS = [
    'time',
    'operation',
    'method',
    'path',
    'status',
    'source',
    'duration',
    'size',
    'resource',
    'token',
    'findings',
    'remote-address',
    'connection',
    'colour',
  ] as const;
  for (const sort of SORTS) {
    for (const direction of ['ascending', 'descending'] as const) {
      test(`${sort}, ${direction}: forth and back, each row once`, (t) => {
        const log = openLog(t);
        fillLog(log);
        const read = (cursor?: string) =>
          readPage(log, { sort, direction, limit: 3, ...(cursor !== undefined && { cursor }) });

        const pages = [read()];
        for (let next = pages[0]?.nextCursor; next; next = pages.at(-1)?.nextCursor) {
          pages.push(read(next));
        }
        const forth = pages.flatMap(({ requests }) => requests.map(({ id }) => id));
        const back = read(pages.at(-1)?.previousCursor ?? '');

        const whole = readPage(log, { sort, direction, limit: 100 });
        assert.deepEqual(
          forth,
          whole.requests.map(({ id }) => id),
        );
        assert.equal(new Set(forth).size, ENTRIES.length);
        assert.deepEqual(back.requests, pages.at(-2)?.requests);
        assert.deepEqual([whole.hasBefore, whole.hasAfter, back.hasAfter], [false, false, true]);
      });
    }
  }
});
