// Section G of the checklist: pages by cursor. @see RFC 9865
import type { JsonValue } from '../../../shared/scim/json.ts';
import type { Check } from '../check.ts';
import {
  expectEqual,
  expectError,
  expectList,
  expectStatus,
  expectThat,
  idOf,
  numberOf,
  pick,
  skip,
  textOf,
} from '../expectations.ts';
import type { Session } from '../session.ts';
import { SEARCH_URN } from '../urns.ts';
import { makeMarked } from './marked-users.ts';

const needs = ['cursor', 'filter'] as const;

export const cursorChecks: readonly Check[] = [
  {
    id: 'G1',
    title: 'cursor without a value starts, and nextCursor leads on',
    grade: 'MAY',
    source: 'RFC 9865 §2',
    needs,
    run: async (session) => {
      const { page } = await makeWalk(session);
      for (const start of ['&cursor', '&cursor=']) {
        const { ids, next } = await page(`${start}&count=2`);
        expectEqual(ids.length, 2, 'resources');
        expectThat(next !== '', 'a nextCursor', next);
      }
    },
  },
  {
    id: 'G2',
    title: 'Only the last page lacks nextCursor, and each resource comes once',
    grade: 'MUST',
    source: 'RFC 9865 §2',
    needs,
    run: async (session) => {
      const { page, all } = await makeWalk(session);
      const met: string[] = [];
      let cursor = '';
      for (let pages = 0; pages < 10; pages += 1) {
        const { ids, next } = await page(`&cursor=${cursor}&count=2`);
        met.push(...ids);
        if (next === '') break;
        cursor = next;
      }
      expectEqual(met.toSorted(), all.toSorted(), 'ids');
    },
  },
  {
    id: 'G3',
    title: 'The first page has no previousCursor',
    grade: 'MAY',
    source: 'RFC 9865 §2',
    needs,
    run: async (session) => {
      const { body } = await (await makeWalk(session)).page('&cursor=&count=2');
      expectEqual(pick(body, 'previousCursor'), undefined, 'previousCursor');
    },
  },
  {
    id: 'G4',
    title: 'Cursors are made of unreserved characters only',
    grade: 'MUST',
    source: 'RFC 9865 §2',
    needs,
    run: async (session) => {
      const { next } = await (await makeWalk(session)).page('&cursor=&count=2');
      expectThat(/^[A-Za-z0-9._~-]+$/.test(next), 'unreserved characters', next);
    },
  },
  {
    id: 'G5',
    title: 'count holds for cursors as for indexes',
    grade: 'MUST',
    source: 'RFC 9865 §2',
    needs,
    run: async (session) => {
      const { page } = await makeWalk(session);
      for (const count of [0, -1]) {
        const { ids, body } = await page(`&cursor=&count=${count}`);
        expectEqual(ids, [], `resources for count=${count}`);
        expectEqual(numberOf(body, 'totalResults'), 5, 'totalResults');
      }
      expectEqual((await page('&cursor=&count=3')).ids.length, 3, 'resources for count=3');
    },
  },
  {
    id: 'G6',
    title: 'A bad cursor is invalidCursor, a bad count invalidCount',
    grade: 'SHOULD',
    source: 'RFC 9865 §2.1',
    needs,
    run: async ({ get }) => {
      expectError(await get('/Users?cursor=no-such-cursor'), 400, 'invalidCursor');
      expectError(await get('/Users?cursor=&count=many'), 400, 'invalidCount');
    },
  },
  {
    id: 'G7',
    title: 'A cursor does not go with another filter',
    grade: 'MUST',
    source: 'RFC 9865 §2',
    needs,
    run: async (session) => {
      const { next } = await (await makeWalk(session)).page('&cursor=&count=2');
      const answer = await session.find('/Users', 'userName eq "x"', `&cursor=${next}&count=2`);
      expectError(answer, 400, 'invalidCursor');
    },
  },
  {
    id: 'G8',
    title: 'totalResults, where it is told, is the whole number',
    grade: 'MAY',
    source: 'RFC 9865 §2',
    needs,
    run: async (session) => {
      const { body } = await (await makeWalk(session)).page('&cursor=&count=2');
      const total = pick(body, 'totalResults');
      if (total === undefined) skip('totalResults is left out');
      expectEqual(total, 5, 'totalResults');
    },
  },
  {
    id: 'G9',
    title: 'Pages by cursor are sorted',
    grade: 'SHOULD',
    source: 'RFC 9865 §2.2',
    needs: ['cursor', 'filter', 'sort'],
    run: async (session) => {
      const { page } = await makeWalk(session);
      const first = await page('&sortBy=nickName&sortOrder=descending&cursor=&count=2');
      expectEqual(first.names, ['5', '4'], 'the order');
      const rest = `&sortBy=nickName&sortOrder=descending&cursor=${first.next}&count=2`;
      expectEqual((await page(rest)).names, ['3', '2'], 'the order');
    },
  },
  {
    id: 'G10',
    title: 'A list without startIndex and cursor is paged as advertised',
    grade: 'MUST',
    source: 'RFC 9865 §2.4',
    needs,
    run: async (session) => {
      const config = await session.read('/ServiceProviderConfig');
      const { next, body } = await (await makeWalk(session)).page('&count=2');
      if (pick(config, 'pagination', 'index') !== true) skip('there are no pages by index');
      const isByCursor = textOf(config, 'pagination', 'defaultPaginationMethod') === 'cursor';
      expectEqual(next !== '', isByCursor, 'whether there is a nextCursor');
      if (!isByCursor) expectEqual(numberOf(body, 'startIndex'), 1, 'startIndex');
    },
  },
  {
    id: 'G11',
    title: '.search takes cursor and count in the body',
    grade: 'MUST',
    source: 'RFC 9865 §3',
    needs: ['cursor', 'filter', 'search'],
    run: async (session) => {
      const { filter } = await makeWalk(session);
      const search = async (cursor: string) =>
        session.post('/Users/.search', { schemas: [SEARCH_URN], filter, cursor, count: 3 });
      const first = await search('');
      expectEqual(expectList(first).length, 3, 'resources of the first page');
      const second = await search(textOf(first.body, 'nextCursor'));
      expectEqual(expectList(second).length, 2, 'resources of the second page');
    },
  },
  {
    id: 'G12',
    title: 'ServiceProviderConfig tells of its pages',
    grade: 'SHOULD',
    source: 'RFC 9865 §4',
    needs: ['cursor'],
    run: async ({ read }) => {
      const { pagination } = await read('/ServiceProviderConfig');
      for (const name of ['cursor', 'index']) {
        const value = pick(pagination, name);
        expectThat(typeof value === 'boolean', `a boolean pagination.${name}`, value);
      }
      for (const name of ['defaultPageSize', 'maxPageSize', 'cursorTimeout']) {
        const value = pick(pagination, name);
        const isFine = value === undefined || Number.isInteger(value);
        expectThat(isFine, `an integer pagination.${name}`, value);
      }
    },
  },
  {
    id: 'G13',
    title: 'cursor and startIndex together are refused',
    grade: 'SHOULD',
    source: 'RFC 9865 §2',
    needs: ['cursor'],
    run: async ({ get }) => expectError(await get('/Users?cursor=&startIndex=1&count=2'), 400),
  },
  {
    id: 'G14',
    title: 'What is removed between two pages repeats nothing',
    grade: 'SHOULD',
    source: 'RFC 9865 §2',
    needs,
    run: async (session) => {
      const { page, all } = await makeWalk(session);
      const first = await page('&cursor=&count=2');
      const [gone = ''] = first.ids;
      expectStatus(await session.delete(`/Users/${gone}`), 204);
      const second = await page(`&cursor=${first.next}&count=2`);
      const third = await page(`&cursor=${second.next}&count=2`);
      const met = [...first.ids, ...second.ids, ...third.ids];
      expectEqual(met.toSorted(), all.toSorted(), 'ids');
    },
  },
];

/** Five users, and pages of them. */
async function makeWalk(session: Session) {
  const values = ['1', '2', '3', '4', '5'].map((nickName) => ({ nickName }));
  const { filter, users } = await makeMarked(session, values);
  return {
    filter,
    all: users.map(idOf),
    page: async (rest: string) => {
      const answer = await session.find('/Users', filter, rest);
      const found = expectList(answer);
      const body: JsonValue = answer.body ?? null;
      const names = found.map((user) => textOf(user, 'nickName'));
      return { body, ids: found.map(idOf), names, next: textOf(body, 'nextCursor') };
    },
  };
}
