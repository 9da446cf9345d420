// RFC 9865 over HTTP: paging by cursor, by GET and by POST.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import { isJsonObject } from '../../shared/scim/json.ts';
import { expectScimError } from '../support/expect-scim-error.ts';
import {
  list,
  type ListPage,
  post,
  postUsers,
  readList,
  SEARCH_REQUEST,
  setProfile,
  USER,
  withQuery,
} from '../support/read-list.ts';
import { startTenant, type TestTenant } from '../support/start-tenant.ts';

let tenant: TestTenant;
const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];

before(async () => {
  tenant = await startTenant();
  await postUsers(tenant, Object.fromEntries(names.map((name) => [name, {}])));
});
after(() => tenant.close());

type Query = Readonly<Record<string, string | number>>;

describe('RFC 9865 §2: a walk by cursor', () => {
  for (const start of ['/Users?cursor&count=3', '/Users?cursor=&count=3']) {
    test(`G1 starts at ${start}`, async () => {
      const page = readList(await tenant.scim('GET', start));

      assert.deepEqual(
        [page.names, page.totalResults, page.startIndex],
        [['a', 'b', 'c'], 7, undefined],
      );
      assert.ok(page.nextCursor);
    });
  }

  test('G1 G2 G3 goes to the last page and back to the first', async () => {
    const there = await walk({ count: 3 });
    const back = [there.at(-1)];
    for (let cursor = back[0]?.previousCursor; cursor !== undefined;) {
      const page = await list(tenant, '/Users', { count: 3, cursor });
      back.push(page);
      cursor = page.previousCursor;
    }

    const pages = [['a', 'b', 'c'], ['d', 'e', 'f'], ['g']];
    assert.deepEqual(
      there.map((page) => page.names),
      pages,
    );
    assert.deepEqual(
      back.map((page) => page?.names),
      pages.toReversed(),
    );
    assert.deepEqual(
      there.map(({ previousCursor, nextCursor }) => [previousCursor, nextCursor].map(Boolean)),
      [
        [false, true],
        [true, true],
        [true, false],
      ],
    );
  });

  test('G4 is by cursors that a URL takes as they are', async () => {
    const odd = await startTenant();
    await postUsers(odd, { 'é 😀?&#/%+"': {}, "z'\\~": {} });
    const { nextCursor = '' } = await list(odd, '/Users', {
      count: 1,
      cursor: '',
      sortBy: 'userName',
    });

    assert.match(nextCursor, /^[A-Za-z0-9._~-]+$/);
    const path = `/Users?sortBy=userName&count=1&cursor=${nextCursor}`;
    assert.equal(readList(await odd.scim('GET', path)).names.length, 1);
    await odd.close();
  });

  test('G5 with count 0 tells the total alone, and has never more than count', async () => {
    const none = await list(tenant, '/Users', { cursor: '', count: 0 });
    const negative = await list(tenant, '/Users', { cursor: '', count: -1 });
    const two = await list(tenant, '/Users', { cursor: '', count: 2 });

    assert.deepEqual(
      [none, negative, two].map((page) => [page.names.length, page.totalResults]),
      [
        [0, 7],
        [0, 7],
        [2, 7],
      ],
    );
    assert.equal(none.nextCursor, undefined);
  });

  test('G9 keeps the order that is asked for, equal and missing values included', async () => {
    const pages = await walk({ sortBy: 'userName', sortOrder: 'descending', count: 2 });
    const untitled = await walk({ sortBy: 'title', count: 4 });

    assert.deepEqual(
      pages.flatMap((page) => page.names),
      names.toReversed(),
    );
    assert.deepEqual(
      untitled.flatMap((page) => page.names),
      names,
    );
  });

  test('G11 goes by POST, and from GET to POST', async () => {
    const body = { schemas: [SEARCH_REQUEST], filter: 'userName gt "b"', count: 2 };
    const search = async (cursor: string) =>
      readList(await tenant.scim('POST', '/Users/.search', { body: { ...body, cursor } }));

    const first = await search('');
    const second = await search(first.nextCursor ?? '');
    const last = await list(tenant, '/Users', {
      filter: 'userName gt "b"',
      count: 2,
      cursor: second.nextCursor ?? '',
    });

    assert.deepEqual([first.names, second.names, last.names], [['c', 'd'], ['e', 'f'], ['g']]);
    assert.equal(last.nextCursor, undefined);
  });

  test('G14 meets nothing twice, whatever comes and goes meanwhile', async (t) => {
    const busy = await startTenant({}, t);
    await postUsers(busy, { b: {}, d: {}, f: {}, h: {} });
    const query = { sortBy: 'userName', count: 2 };
    const first = await list(busy, '/Users', { ...query, cursor: '' });

    await postUsers(busy, { a: {}, e: {} });
    const [gone] = first.resources;
    assert.equal(typeof gone?.['id'], 'string');
    await busy.scim('DELETE', `/Users/${JSON.stringify(gone?.['id']).slice(1, -1)}`);
    const second = await list(busy, '/Users', { ...query, cursor: first.nextCursor ?? '' });
    const third = await list(busy, '/Users', { ...query, cursor: second.nextCursor ?? '' });

    assert.deepEqual([first.names, second.names, third.names], [['b', 'd'], ['e', 'f'], ['h']]);
  });

  test('G10 is what a request without either gets where the tenant says so', async (t) => {
    const own = await startTenant({}, t);
    setProfile(own, { defaultPaging: 'cursor', defaultPageSize: 2 });
    await postUsers(own, { a: {}, b: {}, c: {} });

    const unasked = await list(own, '/Users');
    const byIndex = await list(own, '/Users', { startIndex: 3 });

    assert.deepEqual([unasked.names, unasked.startIndex], [['a', 'b'], undefined]);
    assert.deepEqual([byIndex.names, byIndex.startIndex], [['c'], 3]);
    const rest = await list(own, '/Users', { cursor: unasked.nextCursor ?? '' });
    assert.deepEqual([rest.names, rest.nextCursor], [['c'], undefined]);
  });

  test('G10 is not the default: a request without either is paged by index', async () => {
    const { startIndex, nextCursor } = await list(tenant, '/Users', { count: 2 });

    assert.deepEqual([startIndex, nextCursor], [1, undefined]);
  });

  test('G12 is announced in ServiceProviderConfig as it is', async (t) => {
    const own = await startTenant({}, t);
    setProfile(own, { defaultPageSize: 20, maxPageSize: 50, cursorTimeoutSeconds: 60 });
    const { body } = await own.scim('GET', '/ServiceProviderConfig');
    assert.ok(isJsonObject(body));

    assert.deepEqual(body['pagination'], {
      cursor: true,
      index: true,
      defaultPaginationMethod: 'index',
      defaultPageSize: 20,
      maxPageSize: 50,
      cursorTimeout: 60,
    });
  });
});

describe('RFC 9865 §2.1: what is refused', () => {
  test('G6 G7 a cursor of another query, endpoint or count', async () => {
    const query = { filter: 'userName pr', sortBy: 'userName', count: 2 };
    const { nextCursor: cursor = '' } = await list(tenant, '/Users', { ...query, cursor: '' });
    const cases: readonly (readonly [path: string, query: Query, scimType: string])[] = [
      ['/Users', { ...query, filter: 'userName sw "a"' }, 'invalidCursor'],
      ['/Users', { ...query, sortBy: 'displayName' }, 'invalidCursor'],
      ['/Users', { ...query, sortOrder: 'descending' }, 'invalidCursor'],
      ['/Groups', query, 'invalidCursor'],
      ['/', query, 'invalidCursor'],
      ['/Users', { ...query, count: 3 }, 'invalidCount'],
      ['/Users', { ...query, count: 'many' }, 'invalidCount'],
      ['/Users', { ...query, cursor: `${cursor}A` }, 'invalidCursor'],
      ['/Users', { ...query, cursor: 'nonsense' }, 'invalidCursor'],
    ];
    for (const [path, changed, scimType] of cases) {
      const answer = await tenant.scim('GET', withQuery(path, { cursor, ...changed }));

      expectScimError(answer, { status: 400, scimType, detail: /^(cursor|count) / });
    }
  });

  test('G13 cursor and startIndex in one request', async () => {
    expectScimError(await tenant.scim('GET', '/Users?cursor&startIndex=1'), {
      status: 400,
      scimType: 'invalidValue',
      detail: /exclude each other/,
    });
  });

  test('Z1 a cursor of another tenant with the same users', async (t) => {
    const twin = await startTenant({}, t);
    await postUsers(twin, Object.fromEntries(names.map((name) => [name, {}])));
    const { nextCursor = '' } = await list(twin, '/Users', { count: 2, cursor: '' });

    expectScimError(
      await tenant.scim('GET', withQuery('/Users', { cursor: nextCursor, count: 2 })),
      {
        status: 400,
        scimType: 'invalidCursor',
      },
    );
  });

  test('random text as a cursor is always 400, never 500', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }),
        async (cursor) => {
          const body = { schemas: [SEARCH_REQUEST], cursor };
          const byPost = await tenant.scim('POST', '/Users/.search', { body });
          const byGet = await tenant.scim('GET', withQuery('/Users', { cursor }));

          for (const answer of [byPost, byGet]) {
            expectScimError(answer, { status: 400, scimType: 'invalidCursor' });
          }
        },
      ),
      { numRuns: 60, seed: 9865 },
    );
  });

  test('G6 a cursor that is too old is expiredCursor', async (t) => {
    const own = await startTenant({}, t);
    await post(own, '/Users', { schemas: [USER], userName: 'a' });
    await post(own, '/Users', { schemas: [USER], userName: 'b' });
    const { nextCursor = '' } = await list(own, '/Users', { count: 1, cursor: '' });
    const cursor = ageCursor(own, nextCursor, 601);

    expectScimError(await own.scim('GET', withQuery('/Users', { count: 1, cursor })), {
      status: 400,
      scimType: 'expiredCursor',
      detail: /more than 600 seconds ago$/,
    });
  });
});

/** The same cursor as the server would have given it out so many seconds earlier. */
function ageCursor({ store }: TestTenant, sealed: string, seconds: number): string {
  const cursor = store.cursors.unseal(sealed);
  assert.ok(cursor !== undefined);
  return store.cursors.seal({ ...cursor, issuedAt: cursor.issuedAt - seconds * 1000 });
}

async function walk(query: Query): Promise<ListPage[]> {
  const pages: ListPage[] = [];
  for (let cursor: string | undefined = ''; cursor !== undefined;) {
    const page: ListPage = await list(tenant, '/Users', { ...query, cursor });
    pages.push(page);
    cursor = page.nextCursor;
  }
  return pages;
}
