// Section E of the checklist: what errors look like. @see RFC 7644 §3.12
import type { Check } from '../check.ts';
import {
  describe,
  expectEqual,
  expectError,
  expectNoCrash,
  expectScimErrorBody,
  expectStatus,
  expectThat,
  fail,
  pick,
  skip,
  textOf,
} from '../expectations.ts';

export const errorChecks: readonly Check[] = [
  {
    id: 'E1',
    title: 'Errors have their schema, status as text and a readable detail',
    grade: 'MUST',
    source: 'RFC 7644 §3.12',
    run: async ({ get, post, newUser, userBody }) => {
      const { userName = '' } = await newUser();
      const answers = [
        await get('/Users/no-such-id'),
        await post('/Users', '{'),
        await post('/Users', userBody({ userName })),
      ];
      for (const answer of answers) {
        expectScimErrorBody(answer);
        expectThat(textOf(answer.body, 'detail') !== '', 'a detail', answer.body);
      }
      expectEqual(pick(answers[0]?.body, 'scimType'), undefined, 'scimType of a 404');
    },
  },
  {
    id: 'E2',
    title: 'scimType is one that the RFCs name',
    grade: 'MUST',
    source: 'RFC 7644 §3.12, RFC 9865 §2.1',
    run: async ({ post, newUser, userBody }) => {
      const { userName = '' } = await newUser();
      const answers = [
        [await post('/Users', '{'), 'invalidSyntax'],
        [await post('/Users', userBody({ userName })), 'uniqueness'],
        [await post('/Users', userBody({ active: 'perhaps' })), 'invalidValue'],
      ] as const;
      for (const [answer, scimType] of answers) expectError(answer, answer.status, scimType);
    },
  },
  {
    id: 'E3',
    title: 'A redirect carries Location',
    grade: 'SHOULD',
    source: 'RFC 7644 §3.12',
    run: async ({ get }) => {
      const answers = [await get('/Me'), await get('/Users/')];
      const redirects = answers.filter(({ status }) => status === 307 || status === 308);
      if (redirects.length === 0) skip('no request was redirected');
      for (const { headers } of redirects) {
        expectThat(headers.get('location') !== null, 'a Location header', headers.get('location'));
      }
    },
  },
  {
    id: 'E4',
    title: '429 carries Retry-After',
    grade: 'SHOULD',
    source: 'RFC 6585 §4',
    run: async ({ get }) => {
      const answers = await Promise.all(Array.from({ length: 40 }, () => get('/Users?count=1')));
      const limited = answers.filter(({ status }) => status === 429);
      if (limited.length === 0) skip('forty requests at once were not limited');
      for (const answer of limited) {
        expectThat(answer.headers.get('retry-after') !== null, 'Retry-After', answer.status);
      }
    },
  },
  {
    id: 'E5',
    title: 'No error shows a stack trace',
    grade: 'SHOULD',
    source: 'RFC 7644 §3.12, §7',
    run: async ({ get, post, patch, has }) => {
      const answers = [
        await post('/Users', '{"userName":'),
        await post('/Users', 'null'),
        await get('/Users?filter=%ZZ'),
        await get('/Users?filter=((('),
        ...(has('patch') ? [await patch('/Users/no-such-id', { op: 'add', path: '][' })] : []),
      ];
      for (const answer of answers) {
        const hasStack = /\n\s+at .+:\d+|Traceback \(most recent|\.java:\d+\)/.test(answer.text);
        if (hasStack) fail('no stack trace', describe(answer));
        expectNoCrash(answer);
      }
    },
  },
  {
    id: 'E6',
    title: 'A version of the protocol that is not served is refused',
    grade: 'SHOULD',
    source: 'RFC 7644 §3.12, §3.13',
    run: async ({ get }) => {
      const answer = await get('/v1/Users');
      expectStatus(answer, 400, 404);
      expectScimErrorBody(answer);
    },
  },
];
