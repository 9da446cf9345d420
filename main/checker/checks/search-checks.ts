// Section Q of the checklist: queries by POST. @see RFC 7644 §3.4.3
import type { Check } from '../check.ts';
import {
  expectEqual,
  expectError,
  expectList,
  expectStatus,
  idOf,
  numberOf,
  pick,
  textOf,
} from '../expectations.ts';
import { SEARCH_URN } from '../urns.ts';
import { makeMarked } from './marked-users.ts';

export const searchChecks: readonly Check[] = [
  {
    id: 'Q1',
    title: '.search takes a SearchRequest for Users and Groups',
    grade: 'MUST',
    source: 'RFC 7644 §3.4.3',
    run: async ({ post, newUser, newGroup }) => {
      await newUser();
      await newGroup();
      for (const path of ['/Users/.search', '/Groups/.search']) {
        const found = expectList(await post(path, { schemas: [SEARCH_URN], count: 1 }));
        expectEqual(found.length, 1, `resources of ${path}`);
      }
    },
  },
  {
    id: 'Q2',
    title: 'filter, sort, page and projection in the body work as in a URL',
    grade: 'MUST',
    source: 'RFC 7644 §3.4.3',
    needs: ['search', 'filter'],
    run: async (session) => {
      const { filter } = await makeMarked(session, [{ nickName: 'b' }, { nickName: 'a' }]);
      const answer = await session.post('/Users/.search', {
        schemas: [SEARCH_URN],
        filter,
        sortBy: 'nickName',
        sortOrder: 'descending',
        startIndex: 1,
        count: 1,
        attributes: ['nickName'],
      });
      const [user = null] = expectList(answer);
      expectEqual(numberOf(answer.body, 'totalResults'), 2, 'totalResults');
      expectEqual(pick(user, 'userName'), undefined, 'userName beside attributes');
      if (session.has('sort')) expectEqual(textOf(user, 'nickName'), 'b', 'nickName');
      const without = { schemas: [SEARCH_URN], filter, excludedAttributes: ['nickName'] };
      const [other = null] = expectList(await session.post('/Users/.search', without));
      expectEqual(pick(other, 'nickName'), undefined, 'nickName that is excluded');
    },
  },
  {
    id: 'Q3',
    title: '.search at the base URL searches all types',
    grade: 'MAY',
    source: 'RFC 7644 §3.4.3',
    needs: ['search', 'filter', 'rootQuery'],
    run: async ({ post, newUser, newGroup, newName }) => {
      const displayName = newName('both');
      const made = [await newUser({ displayName }), await newGroup({ displayName })];
      const filter = `displayName eq "${displayName}"`;
      const found = expectList(await post('/.search', { schemas: [SEARCH_URN], filter }));
      expectEqual(found.map(idOf).toSorted(), made.map(idOf).toSorted(), 'ids');
    },
  },
  {
    id: 'Q4',
    title: 'A SearchRequest with wrong schemas is refused',
    grade: 'MUST',
    source: 'RFC 7644 §3.4.3',
    needs: ['search'],
    preset: 'rfc',
    run: async ({ post }) => {
      for (const body of [{ count: 1 }, { schemas: ['urn:no:such:schema'], count: 1 }]) {
        expectError(await post('/Users/.search', body), 400, 'invalidSyntax', 'invalidValue');
      }
    },
  },
  {
    id: 'Q5',
    title: '.search is 200, not 201',
    grade: 'SHOULD',
    source: 'RFC 7644 §3.4.3',
    needs: ['search'],
    run: async ({ post }) => {
      const answer = await post('/Users/.search', { schemas: [SEARCH_URN], count: 1 });
      expectStatus(answer, 200);
    },
  },
];
