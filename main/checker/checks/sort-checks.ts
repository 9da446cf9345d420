// Section O of the checklist: sort. @see RFC 7644 §3.4.2.3
import type { Check } from '../check.ts';
import { expectEqual, expectError, expectList, idOf, textOf } from '../expectations.ts';
import { makeMarked, sortable } from './marked-users.ts';

const SORTED = ['sort', 'filter'] as const;

export const sortChecks: readonly Check[] = [
  {
    id: 'O1',
    title: 'sortBy sorts ascending, and descending if asked',
    grade: 'MAY',
    source: 'RFC 7644 §3.4.2.3',
    needs: SORTED,
    run: async (session) => {
      const sorted = await sortable(session, [
        { nickName: 'b' },
        { nickName: 'c' },
        { nickName: 'a' },
      ]);
      expectEqual(await sorted('nickName'), ['a', 'b', 'c'], 'the order');
      expectEqual(await sorted('nickName', 'ascending'), ['a', 'b', 'c'], 'the order');
      expectEqual(await sorted('nickName', 'descending'), ['c', 'b', 'a'], 'the order');
    },
  },
  {
    id: 'O2',
    title: 'Missing values come last ascending and first descending',
    grade: 'MUST',
    source: 'RFC 7644 §3.4.2.3',
    needs: SORTED,
    run: async (session) => {
      const sorted = await sortable(session, [{ nickName: 'b' }, {}, { nickName: 'a' }]);
      expectEqual(await sorted('nickName'), ['a', 'b', ''], 'the order ascending');
      expectEqual(await sorted('nickName', 'descending'), ['', 'b', 'a'], 'the order descending');
    },
  },
  {
    id: 'O3',
    title: 'Text is sorted without case unless caseExact',
    grade: 'MUST',
    source: 'RFC 7644 §3.4.2.3',
    needs: SORTED,
    run: async (session) => {
      const sorted = await sortable(session, [
        { nickName: 'b' },
        { nickName: 'C' },
        { nickName: 'A' },
      ]);
      expectEqual(await sorted('nickName'), ['A', 'b', 'C'], 'the order');
    },
  },
  {
    id: 'O4',
    title: 'A multi-valued attribute is sorted by its primary value',
    grade: 'MUST',
    source: 'RFC 7644 §3.4.2.3',
    needs: SORTED,
    run: async (session) => {
      const email = (value: string, primary = false) => ({
        value: `${value}@check.example`,
        primary,
      });
      const sorted = await sortable(session, [
        { nickName: '1', emails: [email('a'), email('z', true)] },
        { nickName: '2', emails: [email('m', true)] },
      ]);
      expectEqual(await sorted('emails'), ['2', '1'], 'the order by emails');
      expectEqual(await sorted('emails.value'), ['2', '1'], 'the order by emails.value');
    },
  },
  {
    id: 'O5',
    title: 'The order is the same across pages',
    grade: 'SHOULD',
    source: 'RFC 7644 §3.4.2.4',
    needs: SORTED,
    run: async (session) => {
      const users = Array.from({ length: 5 }, () => ({ nickName: 'same' }));
      const { filter } = await makeMarked(session, users);
      const page = async (rest: string) =>
        expectList(await session.find('/Users', filter, `&sortBy=nickName${rest}`)).map(idOf);
      const whole = await page('');
      const parts = [...(await page('&count=2')), ...(await page('&count=9&startIndex=3'))];
      expectEqual(parts, whole, 'the pages together');
    },
  },
  {
    id: 'O6',
    title: 'An unsupported sortBy is ignored or refused',
    grade: 'MUST',
    source: 'RFC 7644 §3.4.2.3',
    run: async ({ get }) => {
      const answer = await get('/Users?sortBy=noSuchAttribute&count=1');
      if (answer.status !== 200) expectError(answer, [400, 501]);
    },
  },
  {
    id: 'O7',
    title: 'Dates are sorted by time',
    grade: 'SHOULD',
    source: 'RFC 7643 §2.3',
    needs: SORTED,
    run: async (session) => {
      const names = [{ nickName: '1' }, { nickName: '2' }, { nickName: '3' }];
      const { filter } = await makeMarked(session, names);
      const found = expectList(await session.find('/Users', filter, '&sortBy=meta.created'));
      const times = found.map((user) => Date.parse(textOf(user, 'meta', 'created')));
      expectEqual(
        times,
        times.toSorted((a, b) => a - b),
        'the order',
      );
    },
  },
];
