// Sections J and W of the checklist: which attributes come back, and PUT. @see RFC 7644 §3.9, §3.5.1
import type { Check } from '../check.ts';
import {
  expectEqual,
  expectError,
  expectList,
  expectNoCrash,
  expectObject,
  expectSame,
  expectStatus,
  expectThat,
  idOf,
  pick,
  textOf,
} from '../expectations.ts';
import { ENTERPRISE_URN, SEARCH_URN, USER_URN } from '../urns.ts';

export const projectionChecks: readonly Check[] = [
  {
    id: 'J1',
    title: 'attributes returns those and what is always returned',
    grade: 'MUST',
    source: 'RFC 7644 §3.9',
    run: async ({ newUser, read }) => {
      const user = await newUser();
      const { schemas: _, ...rest } = await read(`/Users/${idOf(user)}?attributes=userName`);
      expectSame(Object.keys(rest), ['id', 'userName'], 'attributes');
    },
  },
  {
    id: 'J2',
    title: 'excludedAttributes leaves out those, but not id',
    grade: 'MUST',
    source: 'RFC 7644 §3.9',
    run: async ({ newUser, read }) => {
      const user = await newUser();
      const part = await read(`/Users/${idOf(user)}?excludedAttributes=displayName,name,id`);
      expectEqual(idOf(part), idOf(user), 'id');
      expectEqual([part['displayName'], part['name']], [undefined, undefined], 'what is excluded');
      expectEqual(part['userName'], user['userName'], 'userName');
    },
  },
  {
    id: 'J3',
    title: 'Sub-attributes, URNs and names in any case can be asked for',
    grade: 'MUST',
    source: 'RFC 7644 §3.10',
    run: async ({ newUser, read }) => {
      const user = await newUser({
        schemas: [USER_URN, ENTERPRISE_URN],
        emails: [{ value: 'a@check.example', type: 'work' }],
        [ENTERPRISE_URN]: { department: 'Maths', division: 'East' },
      });
      const ask = (attributes: string) => read(`/Users/${idOf(user)}?attributes=${attributes}`);
      expectEqual((await ask('name.familyName'))['name'], { familyName: 'Lovelace' }, 'name');
      expectEqual((await ask('emails.value'))['emails'], [{ value: 'a@check.example' }], 'emails');
      expectEqual((await ask('USERNAME'))['userName'], user['userName'], 'userName');
      expectEqual((await ask(`${USER_URN}:userName`))['userName'], user['userName'], 'userName');
      const department = await ask(`${ENTERPRISE_URN}:department`);
      expectEqual(department[ENTERPRISE_URN], { department: 'Maths' }, ENTERPRISE_URN);
      const extension = (await ask(ENTERPRISE_URN))[ENTERPRISE_URN];
      expectEqual(extension, user[ENTERPRISE_URN], ENTERPRISE_URN);
    },
  },
  {
    id: 'J4',
    title: 'attributes and excludedAttributes together are refused, or attributes wins',
    grade: 'MUST',
    source: 'RFC 7644 §3.9',
    run: async ({ newUser, get }) => {
      const user = await newUser();
      const query = 'attributes=userName,displayName&excludedAttributes=name';
      const answer = await get(`/Users/${idOf(user)}?${query}`);
      if (answer.status !== 200) return expectError(answer, 400);
      expectEqual(pick(answer.body, 'name'), undefined, 'name');
    },
  },
  {
    id: 'J5',
    title: 'Projection holds for lists, POST, PUT, PATCH and .search',
    grade: 'SHOULD',
    source: 'RFC 7644 §3.9',
    needs: ['filter'],
    run: async ({ newUser, userBody, find, post, put, patch, has }) => {
      const user = await newUser();
      const { userName = '' } = user;
      const path = `/Users/${idOf(user)}?attributes=userName`;
      const filter = `userName eq "${textOf(user, 'userName')}"`;
      const results = [
        expectList(await find('/Users', filter, '&attributes=userName'))[0],
        (await post('/Users?attributes=userName', userBody())).body,
        (await put(path, userBody({ userName }))).body,
      ];
      if (has('patch')) {
        const operation = { op: 'replace', path: 'displayName', value: 'New' };
        results.push(expectStatus(await patch(path, operation), 200).body);
      }
      if (has('search')) {
        const search = { schemas: [SEARCH_URN], filter, attributes: ['userName'] };
        results.push(expectList(await post('/Users/.search', search))[0]);
      }
      for (const result of results) {
        expectThat(textOf(result, 'userName') !== '', 'userName', result);
        expectEqual(pick(result, 'displayName'), undefined, 'displayName');
      }
    },
  },
  {
    id: 'J6',
    title: 'excludedAttributes=members leaves the members of groups out',
    grade: 'SHOULD',
    source: 'Microsoft: Develop a SCIM endpoint',
    needs: ['filter'],
    run: async ({ newUser, newGroup, read, find }) => {
      const user = await newUser();
      const group = await newGroup({ members: [{ value: idOf(user) }] });
      const one = await read(`/Groups/${idOf(group)}?excludedAttributes=members`);
      expectEqual(pick(one, 'members'), undefined, 'members');
      const filter = `displayName eq "${textOf(group, 'displayName')}"`;
      const found = expectList(await find('/Groups', filter, '&excludedAttributes=members'));
      expectEqual([found.length, pick(found[0], 'members')], [1, undefined], 'groups and members');
    },
  },
  {
    id: 'J7',
    title: 'A value path in attributes breaks nothing',
    grade: 'INTEROP',
    source: "Microsoft's SCIM Postman collection",
    run: async ({ get }) => {
      const attributes = encodeURIComponent('emails[type eq "work"]');
      expectNoCrash(await get(`/Users?count=1&attributes=${attributes}`));
    },
  },
];

export const replaceChecks: readonly Check[] = [
  {
    id: 'W1',
    title: 'PUT replaces: what is left out is removed',
    grade: 'MUST',
    source: 'RFC 7644 §3.5.1',
    run: async ({ newUser, userBody, put, read }) => {
      const user = await newUser({ nickName: 'Nick', title: 'Dr.' });
      const { userName = '' } = user;
      const path = `/Users/${idOf(user)}`;
      expectStatus(await put(path, userBody({ userName, title: 'Prof.' })), 200);
      const after = await read(path);
      expectEqual([after['nickName'], after['title']], [undefined, 'Prof.'], 'nickName and title');
    },
  },
  {
    id: 'W2',
    title: 'PUT ignores readOnly attributes',
    grade: 'MUST',
    source: 'RFC 7644 §3.5.1',
    run: async ({ newUser, put, read }) => {
      const user = await newUser();
      const path = `/Users/${idOf(user)}`;
      const meta = { resourceType: 'User', created: '2001-01-01T00:00:00Z' };
      expectStatus(await put(path, { ...user, meta, displayName: 'New' }), 200);
      const after = await read(path);
      expectEqual(textOf(after, 'meta', 'created'), textOf(user, 'meta', 'created'), 'created');
      expectEqual(after['displayName'], 'New', 'displayName');
    },
  },
  {
    id: 'W3',
    title: 'PUT is 200 with the resource',
    grade: 'MUST',
    source: 'RFC 7644 §3.5.1',
    run: async ({ newUser, userBody, put, read }) => {
      const user = await newUser();
      const { userName = '' } = user;
      const path = `/Users/${idOf(user)}`;
      const answer = expectStatus(await put(path, userBody({ userName, title: 'Dr.' })), 200);
      expectEqual(expectObject(answer), await read(path), 'the resource');
    },
  },
  {
    id: 'W4',
    title: 'PUT to an unknown id is 404 and creates nothing',
    grade: 'MUST',
    source: 'RFC 7644 §3.5.1',
    run: async ({ put, userBody, get }) => {
      expectError(await put('/Users/no-such-id', userBody()), 404);
      expectError(await get('/Users/no-such-id'), 404);
    },
  },
  {
    id: 'W5',
    title: 'PUT without a required attribute is refused',
    grade: 'MUST',
    source: 'RFC 7644 §3.5.1',
    run: async ({ newUser, put, read }) => {
      const user = await newUser();
      const path = `/Users/${idOf(user)}`;
      const body = { schemas: [USER_URN], displayName: 'No userName' };
      expectError(await put(path, body), 400, 'invalidValue');
      expectEqual(await read(path), user, 'the user as before');
    },
  },
  {
    id: 'W6',
    title: 'Another id in the body of PUT is ignored or refused',
    grade: 'SHOULD',
    source: 'RFC 7644 §3.5.1, §3.12',
    run: async ({ newUser, userBody, put }) => {
      const user = await newUser();
      const { userName = '' } = user;
      const answer = await put(`/Users/${idOf(user)}`, userBody({ userName, id: 'other' }));
      if (answer.status !== 200) return expectError(answer, 400, 'mutability', 'invalidValue');
      expectEqual(idOf(answer.body), idOf(user), 'id');
    },
  },
  {
    id: 'W7',
    title: 'PUT with the userName of another user is 409',
    grade: 'SHOULD',
    source: 'RFC 7644 §3.12',
    run: async ({ newUser, userBody, put }) => {
      const [first, second] = [await newUser(), await newUser()];
      const { userName = '' } = first;
      const answer = await put(`/Users/${idOf(second)}`, userBody({ userName }));
      expectError(answer, 409, 'uniqueness');
    },
  },
];
