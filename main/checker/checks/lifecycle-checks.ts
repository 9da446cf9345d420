// Sections C, R and K of the checklist: create, read, delete. @see RFC 7644 §3.3, §3.4, §3.6
import type { Check } from '../check.ts';
import {
  describe,
  expectEqual,
  expectError,
  expectList,
  expectNoCrash,
  expectStatus,
  expectThat,
  fail,
  idOf,
  listOf,
  numberOf,
  pick,
  textOf,
  textsOf,
} from '../expectations.ts';

export const createChecks: readonly Check[] = [
  {
    id: 'C1',
    title: 'POST is 201 with the resource and Location like meta.location',
    grade: 'MUST',
    source: 'RFC 7644 §3.3',
    run: async ({ post, userBody }) => {
      const body = userBody();
      const answer = expectStatus(await post('/Users', body), 201);
      expectEqual(textOf(answer.body, 'userName'), body['userName'], 'userName');
      const location = answer.headers.get('location') ?? '';
      expectThat(location !== '', 'a Location header', location);
      expectEqual(textOf(answer.body, 'meta', 'location'), location, 'meta.location');
    },
  },
  {
    id: 'C2',
    title: 'A duplicate is 409 with scimType uniqueness',
    grade: 'MUST',
    source: 'RFC 7644 §3.3',
    run: async ({ newUser, post, userBody }) => {
      const { userName = '' } = await newUser();
      expectError(await post('/Users', userBody({ userName })), 409, 'uniqueness');
    },
  },
  {
    id: 'C3',
    title: 'Malformed JSON is 400 invalidSyntax',
    grade: 'MUST',
    source: 'RFC 7644 §3.12',
    run: async ({ post }) => {
      for (const body of ['{', '{"userName": }', 'hello', '[]', '"text"']) {
        expectError(await post('/Users', body), 400, 'invalidSyntax');
      }
    },
  },
  {
    id: 'C4',
    title: 'A body without schemas, or with unknown ones only, is refused',
    grade: 'MUST',
    source: 'RFC 7644 §3.3, §3.12',
    preset: 'rfc',
    run: async ({ post, newName }) => {
      const bodies = [
        { userName: newName() },
        { schemas: [], userName: newName() },
        { schemas: ['urn:no:such:schema'], userName: newName() },
      ];
      for (const body of bodies) {
        expectError(await post('/Users', body), 400, 'invalidSyntax', 'invalidValue');
      }
    },
  },
  {
    id: 'C5',
    title: 'POST honours attributes and excludedAttributes',
    grade: 'SHOULD',
    source: 'RFC 7644 §3.9',
    run: async ({ post, userBody }) => {
      const few = expectStatus(await post('/Users?attributes=userName', userBody()), 201).body;
      expectEqual(pick(few, 'displayName'), undefined, 'displayName beside attributes=userName');
      const path = '/Users?excludedAttributes=displayName';
      const most = expectStatus(await post(path, userBody()), 201).body;
      expectEqual(pick(most, 'displayName'), undefined, 'displayName that is excluded');
    },
  },
  {
    id: 'C6',
    title: 'The body of a 201 is what a GET then returns',
    grade: 'SHOULD',
    source: 'RFC 7644 §3.3',
    run: async ({ newUser, read }) => {
      const created = await newUser();
      expectEqual(await read(`/Users/${idOf(created)}`), created, 'the resource');
    },
  },
  {
    id: 'C7',
    title: 'POST to the base URL creates nothing',
    grade: 'MAY',
    source: 'RFC 7644 §3.3',
    run: async ({ post, userBody }) => {
      const answer = await post('/', userBody());
      expectNoCrash(answer);
      if (answer.status < 300) fail('a refusal', describe(answer));
    },
  },
  {
    id: 'C8',
    title: 'POST with the id of another resource makes a new one',
    grade: 'MUST',
    source: 'RFC 7643 §3.1',
    run: async ({ newUser, read }) => {
      const first = await newUser();
      const second = await newUser({ id: idOf(first) });
      expectThat(idOf(second) !== idOf(first), 'another id', idOf(second));
      expectEqual(await read(`/Users/${idOf(first)}`), first, 'the first user');
    },
  },
  {
    id: 'C9',
    title: "Microsoft's own schema URN on a new group is taken and dropped",
    grade: 'INTEROP',
    source: 'Microsoft: Develop a SCIM endpoint',
    preset: 'entra',
    run: async ({ newGroup }) => {
      const urn = 'http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group';
      const own = 'urn:ietf:params:scim:schemas:core:2.0:Group';
      const group = await newGroup({ schemas: [own, urn] });
      expectEqual(listOf(group, 'schemas'), [own], 'schemas');
    },
  },
];

export const readChecks: readonly Check[] = [
  {
    id: 'R1',
    title: 'GET by id is 200, an unknown id 404 with a SCIM error',
    grade: 'MUST',
    source: 'RFC 7644 §3.4.1',
    run: async ({ newUser, newGroup, read, get }) => {
      await read(`/Users/${idOf(await newUser())}`);
      await read(`/Groups/${idOf(await newGroup())}`);
      for (const path of ['/Users/no-such-id', '/Groups/no-such-id']) {
        expectError(await get(path), 404);
      }
    },
  },
  {
    id: 'R2',
    title: 'What was deleted is 404 and in no query',
    grade: 'MUST',
    source: 'RFC 7644 §3.6',
    needs: ['filter'],
    run: async ({ newUser, delete: remove, get, find }) => {
      const user = await newUser();
      expectStatus(await remove(`/Users/${idOf(user)}`), 204);
      expectError(await get(`/Users/${idOf(user)}`), 404);
      const found = await find('/Users', `userName eq "${textOf(user, 'userName')}"`);
      expectEqual(expectList(found).length, 0, 'users found');
    },
  },
  {
    id: 'R3',
    title: 'A query is a ListResponse with totalResults and Resources',
    grade: 'MUST',
    source: 'RFC 7644 §3.4.2',
    run: async ({ newUser, get }) => {
      const user = await newUser();
      const resources = expectList(await get('/Users?count=5'));
      expectThat(resources.length > 0, `a list with ${idOf(user)} or others`, resources);
    },
  },
  {
    id: 'R4',
    title: 'No match is 200 with totalResults 0',
    grade: 'MUST',
    source: 'RFC 7644 §3.4.2',
    needs: ['filter'],
    run: async ({ find, newName }) => {
      const answer = await find('/Users', `userName eq "${newName('nobody')}"`);
      expectList(answer);
      expectEqual(numberOf(answer.body, 'totalResults'), 0, 'totalResults');
    },
  },
  {
    id: 'R5',
    title: 'A query at the base URL finds all types, and skips those without the attribute',
    grade: 'MAY',
    source: 'RFC 7644 §3.4.2.1',
    needs: ['rootQuery', 'filter'],
    run: async ({ newUser, newGroup, newName, find }) => {
      const displayName = newName('both');
      const user = await newUser({ displayName });
      const group = await newGroup({ displayName });
      const ids = async (filter: string) => textsOf(expectList(await find('/', filter)), 'id');
      const name = `displayName eq "${displayName}"`;
      expectEqual((await ids(name)).toSorted(), [user, group].map(idOf).toSorted(), 'ids');
      expectEqual(await ids(`${name} and meta.resourceType eq "Group"`), [idOf(group)], 'ids');
      expectEqual(await ids(`userName eq "${textOf(user, 'userName')}"`), [idOf(user)], 'ids');
    },
  },
  {
    id: 'R6',
    title: 'A page tells its size and its first index',
    grade: 'SHOULD',
    source: 'RFC 7644 §3.4.2, §3.4.2.4',
    run: async ({ newUser, get }) => {
      for (let n = 0; n < 3; n += 1) await newUser();
      const answer = await get('/Users?startIndex=2&count=2');
      const resources = expectList(answer);
      expectEqual(numberOf(answer.body, 'itemsPerPage'), resources.length, 'itemsPerPage');
      expectEqual(numberOf(answer.body, 'startIndex'), 2, 'startIndex');
    },
  },
  {
    id: 'R7',
    title: 'A query without bounds is answered in pages or with tooMany',
    grade: 'MUST',
    source: 'RFC 7644 §3.4.2, §3.12',
    run: async ({ get }) => {
      const answer = await get('/Users');
      if (answer.status === 400) expectError(answer, 400, 'tooMany');
      else expectList(answer);
    },
  },
];

export const deleteChecks: readonly Check[] = [
  {
    id: 'K1',
    title: 'DELETE is 204 without a body',
    grade: 'MUST',
    source: 'RFC 7644 §3.6',
    run: async ({ newUser, newGroup, delete: remove }) => {
      const paths = [`/Users/${idOf(await newUser())}`, `/Groups/${idOf(await newGroup())}`];
      for (const path of paths) {
        expectEqual(expectStatus(await remove(path), 204).text, '', 'the body');
      }
    },
  },
  {
    id: 'K2',
    title: 'Every later request for it is 404',
    grade: 'MUST',
    source: 'RFC 7644 §3.6',
    run: async ({ newUser, userBody, delete: remove, get, put, patch, has }) => {
      const path = `/Users/${idOf(await newUser())}`;
      expectStatus(await remove(path), 204);
      expectError(await get(path), 404);
      expectError(await put(path, userBody()), 404);
      expectError(await remove(path), 404);
      if (!has('patch')) return;
      expectError(await patch(path, { op: 'replace', path: 'active', value: false }), 404);
    },
  },
  {
    id: 'K3',
    title: 'The userName of a deleted user can be used again',
    grade: 'MUST',
    source: 'RFC 7644 §3.6',
    run: async ({ newUser, delete: remove }) => {
      const first = await newUser();
      expectStatus(await remove(`/Users/${idOf(first)}`), 204);
      const second = await newUser({ userName: textOf(first, 'userName') });
      expectThat(idOf(second) !== idOf(first), 'another id', idOf(second));
    },
  },
  {
    id: 'K4',
    title: 'A user that is made inactive stays readable',
    grade: 'INTEROP',
    source: 'Microsoft: How provisioning works',
    needs: ['patch', 'filter'],
    run: async ({ newUser, change, find }) => {
      const user = await newUser();
      const operation = { op: 'replace', path: 'active', value: false };
      const after = await change(`/Users/${idOf(user)}`, operation);
      expectEqual(after['active'], false, 'active');
      const found = await find('/Users', `userName eq "${textOf(user, 'userName')}"`);
      expectEqual(expectList(found).length, 1, 'users found');
    },
  },
];
