// Section P of the checklist: pages by index. @see RFC 7644 §3.4.2.4
import type { Check } from '../check.ts';
import { expectEqual, expectError, numberOf } from '../expectations.ts';
import { makePages } from './marked-users.ts';

export const pageChecks: readonly Check[] = [
  {
    id: 'P1',
    title: 'startIndex counts from 1, and less means 1',
    grade: 'MUST',
    source: 'RFC 7644 §3.4.2.4',
    needs: ['filter'],
    run: async (session) => {
      const { page } = await makePages(session, 3);
      const [first] = (await page('&startIndex=1&count=1')).ids;
      for (const startIndex of [0, -1, -100]) {
        const { ids } = await page(`&startIndex=${startIndex}&count=1`);
        expectEqual(ids, [first], `the page at startIndex=${startIndex}`);
      }
    },
  },
  {
    id: 'P2',
    title: 'count=0 and less tell totalResults alone',
    grade: 'MUST',
    source: 'RFC 7644 §3.4.2.4',
    needs: ['filter'],
    run: async (session) => {
      const { page } = await makePages(session, 2);
      for (const count of [0, -1]) {
        const { ids, body } = await page(`&count=${count}`);
        expectEqual(ids, [], `resources for count=${count}`);
        expectEqual(numberOf(body, 'totalResults'), 2, 'totalResults');
      }
    },
  },
  {
    id: 'P3',
    title: 'No page has more than count',
    grade: 'MUST',
    source: 'RFC 7644 §3.4.2.4',
    needs: ['filter'],
    run: async (session) => {
      const { page } = await makePages(session, 4);
      for (const count of [1, 2, 3]) {
        const { ids } = await page(`&count=${count}`);
        expectEqual(ids.length, count, `resources for count=${count}`);
      }
      expectEqual((await page('&count=1000000')).ids.length, 4, 'resources for a large count');
    },
  },
  {
    id: 'P4',
    title: 'totalResults is the whole number on every page',
    grade: 'MUST',
    source: 'RFC 7644 §3.4.2',
    needs: ['filter'],
    run: async (session) => {
      const { page } = await makePages(session, 4);
      for (const rest of ['', '&count=1', '&startIndex=3&count=1']) {
        expectEqual(numberOf((await page(rest)).body, 'totalResults'), 4, 'totalResults');
      }
    },
  },
  {
    id: 'P5',
    title: 'A page past the end is empty',
    grade: 'SHOULD',
    source: 'RFC 7644 §3.4.2.4',
    needs: ['filter'],
    run: async (session) => {
      const { page } = await makePages(session, 2);
      const { ids, body } = await page('&startIndex=50');
      expectEqual(ids, [], 'resources');
      expectEqual(numberOf(body, 'totalResults'), 2, 'totalResults');
    },
  },
  {
    id: 'P6',
    title: 'A walk over all pages meets each resource once',
    grade: 'SHOULD',
    source: 'RFC 7644 §3.4.2.4',
    needs: ['filter'],
    run: async (session) => {
      const { page, all } = await makePages(session, 7);
      const met: string[] = [];
      for (const startIndex of [1, 4, 7]) {
        met.push(...(await page(`&startIndex=${startIndex}&count=3`)).ids);
      }
      expectEqual(met.toSorted(), all.toSorted(), 'ids');
    },
  },
  {
    id: 'P7',
    title: 'A startIndex or count that is no number is refused or ignored',
    grade: 'SHOULD',
    source: 'RFC 7644 §3.12',
    run: async ({ get }) => {
      for (const query of ['startIndex=one', 'count=many', 'count=1.5', 'startIndex=']) {
        const answer = await get(`/Users?${query}`);
        if (answer.status !== 200) expectError(answer, 400, 'invalidValue', 'invalidCount');
      }
    },
  },
  {
    id: 'P8',
    title: 'itemsPerPage is the number returned',
    grade: 'SHOULD',
    source: 'RFC 7644 §3.4.2',
    needs: ['filter'],
    run: async (session) => {
      const { page } = await makePages(session, 2);
      expectEqual(numberOf((await page('&count=50')).body, 'itemsPerPage'), 2, 'itemsPerPage');
    },
  },
];
