// Section N of the checklist: credentials and what must stay secret. @see RFC 7644 §2, §7
import type { Check } from '../check.ts';
import {
  describe,
  expectEqual,
  expectError,
  expectList,
  expectScimErrorBody,
  expectStatus,
  expectThat,
  fail,
  idOf,
  skip,
} from '../expectations.ts';

export const authenticationChecks: readonly Check[] = [
  {
    id: 'N1',
    title: 'Missing and wrong credentials are 401 with WWW-Authenticate',
    grade: 'MUST',
    source: 'RFC 7644 §2, RFC 6750 §3',
    run: async ({ get }) => {
      for (const Authorization of ['', 'Bearer wrong', 'Bearer', 'Nonsense']) {
        const answer = expectStatus(await get('/Users?count=1', { Authorization }), 401);
        const challenge = answer.headers.get('www-authenticate') ?? '';
        expectThat(challenge !== '', `WWW-Authenticate after "${Authorization}"`, challenge);
      }
    },
  },
  {
    id: 'N2',
    title: 'The body of a 401 is a SCIM error',
    grade: 'SHOULD',
    source: 'RFC 7644 §3.12',
    run: async ({ get }) => {
      expectError(await get('/Users?count=1', { Authorization: 'Bearer wrong' }), 401);
    },
  },
  {
    id: 'N3',
    title: 'Discovery without credentials is served, or refused with 401',
    grade: 'SHOULD',
    source: 'RFC 7644 §4',
    run: async ({ get }) => {
      for (const path of ['/ServiceProviderConfig', '/ResourceTypes', '/Schemas']) {
        expectStatus(await get(path, { Authorization: '' }), 200, 401);
      }
    },
  },
  {
    id: 'N4',
    title: 'Insufficient rights are 403',
    grade: 'MUST',
    source: 'RFC 7644 §3.12',
    run: async ({ supplies, send, userBody, newName }) => {
      const token = supplies.readOnlyToken ?? skip('needs a second token that may read only');
      const headers = { Authorization: `Bearer ${token}` };
      expectStatus(await send('GET', '/Users?count=1', { headers }), 200);
      const body = userBody({ displayName: newName('refused') });
      expectError(await send('POST', '/Users', { headers, body }), 403);
    },
  },
  {
    id: 'N5',
    title: 'A password is in no answer and in no error',
    grade: 'MUST',
    source: 'RFC 7643 §4.1.1, RFC 7644 §7.5',
    run: async ({ post, get, put, userBody, newName }) => {
      const password = `Pw!${newName('secret')}9`;
      const body = userBody({ password });
      const created = await post('/Users', body);
      if (created.status === 400) skip('the target takes no password');
      const id = idOf(expectStatus(created, 201).body);
      const answers = [
        created,
        await get(`/Users/${id}`),
        await get(`/Users/${id}?attributes=password`),
        await put(`/Users/${id}`, { ...body, id }),
        await post('/Users', body),
        await post('/Users', { ...body, userName: 7 }),
      ];
      for (const answer of answers) {
        if (answer.text.includes(password)) fail('no password in the answer', describe(answer));
      }
    },
  },
  {
    id: 'N6',
    title: 'A sensitive attribute in the filter of a GET is refused with 403',
    grade: 'SHOULD',
    source: 'RFC 7644 §7.5.2',
    needs: ['filter'],
    run: async ({ find }) => {
      const answer = await find('/Users', 'password eq "t0p"');
      const isRefused = answer.status === 403 || answer.status === 400;
      if (!isRefused) {
        expectEqual(expectList(answer).length, 0, 'users found by password');
        fail('403 with scimType sensitive', describe(answer));
      }
      expectScimErrorBody(answer);
    },
  },
  {
    id: 'N8',
    title: 'Twenty-five requests within a second are served',
    grade: 'INTEROP',
    source: 'Microsoft: gallery application requirements',
    run: async ({ target, get, now, tell }) => {
      if (!isLoopback(target)) skip('a burst of requests goes to servers on this machine only');
      const rates: number[] = [];
      while (rates.length < MOST_BURSTS && Math.max(0, ...rates) < WANTED_RATE) {
        const startedMs = now();
        const burst = Array.from({ length: WANTED_RATE }, () => get('/Users?count=1'));
        for (const answer of await Promise.all(burst)) expectStatus(answer, 200);
        rates.push(Math.floor((WANTED_RATE * 1000) / Math.max(1, now() - startedMs)));
      }
      const best = Math.max(...rates);
      if (best < WANTED_RATE) fail(`${WANTED_RATE} requests a second`, `${best} a second`);
      tell(`${best} requests a second, ${WANTED_RATE} at once`);
    },
  },
  {
    id: 'N9',
    title: 'The name of the Bearer scheme is read in any case',
    grade: 'SHOULD',
    source: 'RFC 9110 §11.1',
    run: async ({ get, bearer }) => {
      expectStatus(await get('/Users?count=1', { Authorization: `bearer ${bearer}` }), 200);
    },
  },
];

/** Requests a second, and how many are sent at once. */
const WANTED_RATE = 25;

/** A busy machine gets another chance; more than 75 requests it never gets. */
const MOST_BURSTS = 3;

function isLoopback(target: string): boolean {
  const { hostname } = new URL(target);
  return hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.');
}
