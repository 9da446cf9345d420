// Sections V and M of the checklist: versions and /Me. @see RFC 7644 §3.14, §3.11
import type { Check } from '../check.ts';
import {
  expectEqual,
  expectError,
  expectNoCrash,
  expectStatus,
  expectThat,
  idOf,
  skip,
  textOf,
} from '../expectations.ts';

const PRECONDITIONS = ['PUT', 'PATCH', 'DELETE'] as const;

export const versionChecks: readonly Check[] = [
  {
    id: 'V1',
    title: 'ETag and meta.version are equal on GET, POST and PUT',
    grade: 'MAY',
    source: 'RFC 7644 §3.14',
    needs: ['etag'],
    run: async ({ post, put, get, userBody }) => {
      const body = userBody();
      const created = expectStatus(await post('/Users', body), 201);
      const path = `/Users/${idOf(created.body)}`;
      const changed = { ...body, title: 'Dr.' };
      for (const answer of [created, await get(path), await put(path, changed), await get(path)]) {
        const version = textOf(answer.body, 'meta', 'version');
        expectThat(/^(W\/)?".+"$/.test(version), 'an entity tag in meta.version', version);
        expectEqual(answer.headers.get('etag'), version, 'ETag');
      }
    },
  },
  {
    id: 'V2',
    title: 'If-None-Match with the version is 304 without a body',
    grade: 'MUST',
    source: 'RFC 7644 §3.14',
    needs: ['etag'],
    run: async ({ newUser, get }) => {
      const user = await newUser();
      const headers = { 'If-None-Match': textOf(user, 'meta', 'version') };
      const answer = expectStatus(await get(`/Users/${idOf(user)}`, headers), 304);
      expectEqual(answer.text, '', 'the body');
    },
  },
  {
    id: 'V3',
    title: 'A stale If-Match is 412 on PUT, PATCH and DELETE',
    grade: 'MUST',
    source: 'RFC 7644 §3.14',
    needs: ['etag'],
    run: async ({ newUser, send, userBody, has }) => {
      const user = await newUser();
      const headers = { 'If-Match': 'W/"no-such-version"' };
      for (const method of PRECONDITIONS) {
        if (method === 'PATCH' && !has('patch')) continue;
        const body = method === 'DELETE' ? {} : { body: bodyFor(method, userBody()) };
        expectError(await send(method, `/Users/${idOf(user)}`, { headers, ...body }), 412);
      }
    },
  },
  {
    id: 'V4',
    title: 'The right If-Match, and *, let a change through',
    grade: 'MUST',
    source: 'RFC 7644 §3.14',
    needs: ['etag'],
    run: async ({ newUser, send, userBody }) => {
      const user = await newUser();
      const { userName = '' } = user;
      const path = `/Users/${idOf(user)}`;
      for (const match of [textOf(user, 'meta', 'version'), '*']) {
        const body = userBody({ userName, title: match });
        expectStatus(await send('PUT', path, { body, headers: { 'If-Match': match } }), 200);
      }
    },
  },
  {
    id: 'V5',
    title: 'The version changes with a change, not with a read',
    grade: 'SHOULD',
    source: 'RFC 7644 §3.14',
    needs: ['etag'],
    run: async ({ newUser, read, put, userBody }) => {
      const user = await newUser();
      const { userName = '' } = user;
      const path = `/Users/${idOf(user)}`;
      const before = textOf(await read(path), 'meta', 'version');
      expectEqual(textOf(await read(path), 'meta', 'version'), before, 'the version read again');
      expectStatus(await put(path, userBody({ userName, title: 'Dr.' })), 200);
      const after = textOf(await read(path), 'meta', 'version');
      expectThat(after !== before, 'another version', after);
    },
  },
  {
    id: 'V6',
    title: 'Without ETag support, no ETag contradicts meta.version',
    grade: 'SHOULD',
    source: 'RFC 7644 §3.14',
    run: async ({ has, newUser, get }) => {
      if (has('etag')) skip('ETag is supported');
      const { headers, body } = await get(`/Users/${idOf(await newUser())}`);
      const etag = headers.get('etag');
      if (etag === null) return;
      expectEqual(etag, textOf(body, 'meta', 'version'), 'ETag like meta.version');
    },
  },
];

export const meChecks: readonly Check[] = [
  {
    id: 'M1',
    title: '/Me is the User of the caller, a redirect, or refused',
    grade: 'MAY',
    source: 'RFC 7644 §3.11',
    run: async ({ get }) => {
      const answer = await get('/Me');
      if (answer.status === 200)
        expectThat(idOf(answer.body) !== '', 'a User with an id', answer.body);
      else if (answer.status < 400) expectStatus(answer, 307, 308);
      else expectError(answer, [403, 404, 501]);
    },
  },
  {
    id: 'M2',
    title: 'POST to /Me makes an account or is refused',
    grade: 'MAY',
    source: 'RFC 7644 §3.11',
    run: async ({ post, userBody, delete: remove }) => {
      const answer = await post('/Me', userBody());
      expectNoCrash(answer);
      if (answer.status !== 201) return expectError(answer, [400, 403, 404, 405, 409, 501]);
      expectStatus(await remove(`/Users/${idOf(answer.body)}`), 204);
    },
  },
  {
    id: 'M3',
    title: 'meta.location of /Me is the permanent one',
    grade: 'SHOULD',
    source: 'RFC 7644 §3.11',
    needs: ['me'],
    run: async ({ get }) => {
      const answer = await get('/Me');
      const location =
        answer.status === 200
          ? textOf(answer.body, 'meta', 'location')
          : (answer.headers.get('location') ?? '');
      expectThat(/\/Users\/[^/]+$/.test(location), 'a location below /Users', location);
    },
  },
  {
    id: 'M4',
    title: 'A caller without a User gets 404 or 403',
    grade: 'MUST',
    source: 'RFC 7644 §3.11',
    run: async ({ get, has }) => {
      if (has('me')) skip('the caller has a User');
      const answer = await get('/Me');
      if (answer.status === 501) skip('/Me is not supported');
      expectError(answer, [403, 404]);
    },
  },
];

function bodyFor(method: 'PUT' | 'PATCH', user: Parameters<typeof idOf>[0]) {
  if (method === 'PUT') return user ?? null;
  return {
    schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
    Operations: [{ op: 'replace', path: 'title', value: 'x' }],
  };
}
