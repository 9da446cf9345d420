// Section A of the checklist: media types, encodings, URLs. @see RFC 7644 §3.1, §3.8, §8.1
import type { Check } from '../check.ts';
import {
  expectEqual,
  expectError,
  expectList,
  expectStatus,
  expectThat,
  idOf,
  skip,
  textOf,
} from '../expectations.ts';

const SCIM_JSON = /^application\/scim\+json\b/i;

export const transportChecks: readonly Check[] = [
  {
    id: 'A1',
    title: 'Answers with a body are application/scim+json',
    grade: 'MUST',
    source: 'RFC 7644 §3.1, §8.1',
    run: async ({ get, newUser }) => {
      const user = await newUser();
      const paths = ['/Users?count=1', `/Users/${idOf(user)}`, '/Users/no-such-id'];
      for (const path of paths) {
        const { headers } = await get(path);
        const type = headers.get('content-type') ?? '';
        expectThat(SCIM_JSON.test(type), `application/scim+json for GET ${path}`, type);
      }
    },
  },
  {
    id: 'A2',
    title: 'Bodies may be sent as application/scim+json',
    grade: 'MUST',
    source: 'RFC 7644 §3.1, §3.8',
    run: async ({ send, userBody }) => {
      const headers = { 'Content-Type': 'application/scim+json' };
      expectStatus(await send('POST', '/Users', { body: userBody(), headers }), 201);
    },
  },
  {
    id: 'A3',
    title: 'Bodies may be sent as application/json',
    grade: 'SHOULD',
    source: 'RFC 7644 §3.8',
    run: async ({ send, userBody }) => {
      const headers = { 'Content-Type': 'application/json' };
      expectStatus(await send('POST', '/Users', { body: userBody(), headers }), 201);
    },
  },
  {
    id: 'A4',
    title: 'Accept: application/json and any other Accept is no error',
    grade: 'SHOULD',
    source: 'RFC 7644 §3.8',
    run: async ({ get }) => {
      for (const accept of ['application/json', '*/*', '']) {
        expectStatus(await get('/Users?count=1', { Accept: accept }), 200);
      }
    },
  },
  {
    id: 'A5',
    title: 'Text beyond ASCII comes back as it was sent',
    grade: 'MUST',
    source: 'RFC 7644 §3.8',
    run: async ({ newUser, read }) => {
      const displayName = 'Zoë Łukasz 日本 🦉 ñ';
      const user = await newUser({ displayName });
      expectEqual(
        textOf(await read(`/Users/${idOf(user)}`), 'displayName'),
        displayName,
        'the text',
      );
    },
  },
  {
    id: 'A6',
    title: 'An unsupported body type is refused with 415 and a SCIM error',
    grade: 'SHOULD',
    source: 'RFC 7644 §3.1, RFC 9110 §15.5.16',
    run: async ({ send }) => {
      const headers = { 'Content-Type': 'text/xml' };
      expectError(await send('POST', '/Users', { body: '<user/>', headers }), 415);
    },
  },
  {
    id: 'A7',
    title: 'Parameters of media types are accepted',
    grade: 'SHOULD',
    source: 'RFC 7644 §3.8',
    run: async ({ send, userBody }) => {
      const type = 'application/scim+json; charset=utf-8';
      const headers = { 'Content-Type': type, Accept: type };
      expectStatus(await send('POST', '/Users', { body: userBody(), headers }), 201);
    },
  },
  {
    id: 'A8',
    title: 'A query is decoded once, and + in it stands for a space',
    grade: 'MUST',
    source: 'RFC 7644 §3.4.2.2',
    needs: ['filter'],
    run: async ({ get, newUser, newName }) => {
      const userName = `${newName('50%25')}@check.example`;
      await newUser({ userName });
      const filter = encodeURIComponent(`userName eq "${userName}"`).replaceAll('%20', '+');
      expectEqual(expectList(await get(`/Users?filter=${filter}`)).length, 1, 'users found');
    },
  },
  {
    id: 'A9',
    title: 'Links in discovery begin with the base path of the client',
    grade: 'MAY',
    source: 'RFC 7644 §3.13',
    run: async ({ get, target }) => {
      const { body } = expectStatus(await get('/ServiceProviderConfig'), 200);
      const location = textOf(body, 'meta', 'location');
      if (location === '') skip('ServiceProviderConfig has no meta.location');
      const base = new URL(target).pathname;
      const { pathname } = new URL(location, `${target}/`);
      expectThat(pathname.startsWith(base), `a location below ${base}`, location);
    },
  },
  {
    id: 'A10',
    title: 'URLs in a resource are absolute and lead back to it',
    grade: 'SHOULD',
    source: 'RFC 7643 §3.1',
    run: async ({ newUser, get, target }) => {
      const user = await newUser();
      const location = textOf(user, 'meta', 'location');
      expectThat(/^https?:\/\//.test(location), 'an absolute meta.location', location);
      const path = new URL(location).pathname.slice(new URL(target).pathname.length);
      expectEqual(idOf((await get(path)).body), idOf(user), 'the resource at meta.location has id');
    },
  },
  {
    id: 'A11',
    title: 'A body over the size limit is refused with 413 and a SCIM error',
    grade: 'SHOULD',
    source: 'RFC 7644 §3.12',
    run: async ({ send, userBody }) => {
      const body = userBody({ displayName: 'x'.repeat(3_000_000) });
      const answer = await send('POST', '/Users', { body });
      if (answer.status === 201) skip('3 MB are within the limit');
      expectError(answer, 413);
    },
  },
  {
    id: 'A12',
    title: 'An unknown path is 404 with a SCIM error',
    grade: 'SHOULD',
    source: 'RFC 7644 §3.12',
    run: async ({ get }) => expectError(await get('/NoSuchEndpoint'), 404),
  },
  {
    id: 'A13',
    title: 'A method that an endpoint does not know is 405 with Allow, or 501',
    grade: 'SHOULD',
    source: 'RFC 7644 §3.2, §4',
    run: async ({ post, send }) => {
      for (const path of ['/ServiceProviderConfig', '/ResourceTypes', '/Schemas']) {
        const answer = expectStatus(await post(path, {}), 405, 501);
        const allow = answer.headers.get('allow') ?? '';
        if (answer.status === 405) expectThat(allow.includes('GET'), `Allow for ${path}`, allow);
      }
      expectStatus(await send('DELETE', '/Users'), 405, 501);
    },
  },
  {
    id: 'A14',
    title: 'A trailing slash and doubled slashes are tolerated',
    grade: 'INTEROP',
    source: "Microsoft's SCIM Postman collection",
    preset: 'entra',
    run: async ({ get }) => {
      expectStatus(await get('/Users/?count=1'), 200);
      expectStatus(await get('//Users?count=1'), 200);
    },
  },
  {
    id: 'A15',
    title: 'Endpoint names are matched in one way throughout',
    grade: 'INTEROP',
    source: 'RFC 7644 §3.2',
    run: async ({ get }) => {
      const users = expectStatus(await get('/users?count=1'), 200, 404);
      const groups = expectStatus(await get('/groups?count=1'), 200, 404);
      expectEqual(groups.status, users.status, 'status of /groups like that of /users');
    },
  },
];
