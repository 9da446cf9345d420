// RFC 7644 §3.4.1 and §3.4.2.4 over HTTP: reading one resource, and lists in pages by index.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { expectScimError } from '../support/expect-scim-error.ts';
import { GROUP, list, post, postUsers, setProfile, USER } from '../support/read-list.ts';
import { startTenant, type TestTenant } from '../support/start-tenant.ts';

let tenant: TestTenant;
const names = Array.from(
  { length: 12 },
  (_, index) => `user-${String(index + 1).padStart(2, '0')}`,
);

before(async () => {
  tenant = await startTenant();
  await postUsers(tenant, Object.fromEntries(names.map((name) => [name, { active: true }])));
});
after(() => tenant.close());

describe('RFC 7644 §3.4.1: one resource', () => {
  test('R1 is 200 by its id, and 404 by any other', async () => {
    const id = await post(tenant, '/Groups', { schemas: [GROUP], displayName: 'crew' });

    const found = await tenant.scim('GET', `/Groups/${id}`);

    assert.equal(found.status, 200);
    assert.match(found.text, /"displayName":"crew"/);
    for (const path of ['/Groups/nobody', `/Users/${id}`, `/Groups/${id.toUpperCase()}`]) {
      expectScimError(await tenant.scim('GET', path), { status: 404, detail: /does not exist$/ });
    }
  });

  test('R2 is gone from lists and counts once it is deleted', async () => {
    const id = await post(tenant, '/Users', { schemas: [USER], userName: 'gone' });
    const before = await list(tenant, '/Users', { sortBy: 'userName' });
    await tenant.scim('DELETE', `/Users/${id}`);

    const [byFilter, sorted, read] = await Promise.all([
      list(tenant, '/Users', { filter: 'userName eq "gone"' }),
      list(tenant, '/Users', { sortBy: 'userName' }),
      tenant.scim('GET', `/Users/${id}`),
    ]);

    assert.equal(before.totalResults, names.length + 1);
    assert.deepEqual([byFilter.totalResults, sorted.totalResults], [0, names.length]);
    assert.equal(sorted.names.includes('gone'), false);
    expectScimError(read, { status: 404 });
  });
});

describe('RFC 7644 §3.4.2: a list', () => {
  test('R3 R6 tells its total, where it starts and how many there are', async () => {
    const { resources: _resources, ...page } = await list(tenant, '/Users', {
      startIndex: 5,
      count: 3,
    });

    assert.deepEqual(page, {
      names: ['user-05', 'user-06', 'user-07'],
      totalResults: 12,
      startIndex: 5,
      itemsPerPage: 3,
      nextCursor: undefined,
      previousCursor: undefined,
    });
  });

  test('R4 without a match is 200 and empty, never 404', async () => {
    const { resources, totalResults } = await list(tenant, '/Users', { filter: 'id eq "x"' });

    assert.deepEqual([resources, totalResults], [[], 0]);
  });

  test('R7 with more matches than the tenant takes is 400 tooMany', async (t) => {
    const small = await startTenant({}, t);
    setProfile(small, { tooManyResults: 1 });
    await postUsers(small, { a: {}, b: {} });

    expectScimError(await small.scim('GET', '/Users?count=1'), {
      status: 400,
      scimType: 'tooMany',
      detail: /matches 2 resources, more than the limit of 1$/,
    });
    assert.deepEqual((await list(small, '/Users', { filter: 'userName eq "a"' })).names, ['a']);
  });
});

describe('RFC 7644 §3.4.2.4: paging by index', () => {
  const cases: readonly (readonly [
    claim: string,
    query: Readonly<Record<string, string | number>>,
    expected: readonly [startIndex: number, itemsPerPage: number, first: string | undefined],
  ])[] = [
    ['P1 startIndex is 1-based', { startIndex: 1, count: 1 }, [1, 1, 'user-01']],
    ['P1 startIndex 0 means 1', { startIndex: 0, count: 1 }, [1, 1, 'user-01']],
    ['P1 startIndex below 0 means 1', { startIndex: -5, count: 1 }, [1, 1, 'user-01']],
    ['P2 count below 0 means 0', { count: -5 }, [1, 0, undefined]],
    ['P2 count 0 asks for the total alone', { count: 0 }, [1, 0, undefined]],
    ['P3 a page has never more than count', { count: 7 }, [1, 7, 'user-01']],
    ['P5 startIndex past the end is an empty page', { startIndex: 99 }, [99, 0, undefined]],
    ['P8 itemsPerPage is what came', { startIndex: 11, count: 10 }, [11, 2, 'user-11']],
  ];
  for (const [claim, query, expected] of cases) {
    test(`${claim}; P4 the total is that of all pages`, async () => {
      const page = await list(tenant, '/Users', query);

      assert.deepEqual([page.startIndex, page.itemsPerPage, page.names[0]], expected);
      assert.equal(page.totalResults, names.length);
    });
  }

  for (const sort of [{}, { sortBy: 'active' }, { sortBy: 'userName', sortOrder: 'descending' }]) {
    test(`P6 a walk with ${JSON.stringify(sort)} meets each resource once`, async () => {
      const pages = await Promise.all(
        [1, 6, 11].map((startIndex) => list(tenant, '/Users', { ...sort, startIndex, count: 5 })),
      );
      const met = pages.flatMap((page) => page.names);

      assert.deepEqual('sortOrder' in sort ? met.toReversed() : met, names);
    });
  }

  for (const query of ['startIndex=one', 'count=1.5', 'count=', 'startIndex=1e2', 'count=0x1']) {
    test(`P7 ${query} is 400 invalidValue`, async () => {
      expectScimError(await tenant.scim('GET', `/Users?${query}`), {
        status: 400,
        scimType: 'invalidValue',
        detail: /^(startIndex|count) must be an integer, not "/,
      });
    });
  }

  test('P3 a page is never larger than the tenant allows', async (t) => {
    const small = await startTenant({}, t);
    setProfile(small, { maxPageSize: 2, defaultPageSize: 1 });
    await postUsers(small, { a: {}, b: {}, c: {} });

    const [asked, unasked] = [
      await list(small, '/Users', { count: 100 }),
      await list(small, '/Users'),
    ];

    assert.deepEqual([asked.names, unasked.names], [['a', 'b'], ['a']]);
    assert.deepEqual([asked.totalResults, unasked.totalResults], [3, 3]);
  });
});
