// Section S of the checklist, first part: schemas, id, externalId, meta, names, mutability. @see RFC 7643 §2, §3
import type { Check } from '../check.ts';
import {
  describe,
  expectEqual,
  expectError,
  expectObject,
  expectStatus,
  expectThat,
  fail,
  idOf,
  listOf,
  pick,
  skip,
  textOf,
} from '../expectations.ts';
import { ENTERPRISE_URN, USER_URN } from '../urns.ts';

export const commonAttributeChecks: readonly Check[] = [
  {
    id: 'S1',
    title: 'schemas names the resource type and every extension that is present',
    grade: 'MUST',
    source: 'RFC 7643 §3',
    run: async ({ newUser }) => {
      expectEqual(listOf(await newUser(), 'schemas'), [USER_URN], 'schemas of a plain user');
      const user = await newUser({
        schemas: [USER_URN, ENTERPRISE_URN],
        [ENTERPRISE_URN]: { department: 'Maths' },
      });
      const schemas = listOf(user, 'schemas');
      expectThat(schemas.includes(ENTERPRISE_URN), `schemas with ${ENTERPRISE_URN}`, schemas);
    },
  },
  {
    id: 'S2',
    title: 'id is given by the server, whatever the client sends',
    grade: 'MUST',
    source: 'RFC 7643 §3.1',
    run: async ({ newUser, newName }) => {
      const id = newName('my-id');
      const users = [await newUser({ id }), await newUser({ id })];
      const ids = users.map(idOf);
      expectThat(ids[0] !== ids[1] && !ids.includes('bulkId'), 'two ids of the server', ids);
      expectThat(!ids.includes(id), 'other ids than the client sent', ids);
    },
  },
  {
    id: 'S3',
    title: 'externalId is kept as the client wrote it',
    grade: 'MUST',
    source: 'RFC 7643 §3.1',
    run: async ({ newUser, newName, read }) => {
      const externalId = newName('CaSe-Ü');
      const user = await newUser({ externalId });
      const stored = await read(`/Users/${idOf(user)}`);
      expectEqual(textOf(stored, 'externalId'), externalId, 'externalId');
    },
  },
  {
    id: 'S4',
    title: 'meta tells resourceType, created, lastModified and the location of the header',
    grade: 'MUST',
    source: 'RFC 7643 §3.1',
    run: async ({ post, get, userBody }) => {
      const created = expectStatus(await post('/Users', userBody()), 201);
      const user = expectObject(created);
      const { meta = null } = user;
      expectEqual(textOf(meta, 'resourceType'), 'User', 'meta.resourceType');
      for (const name of ['created', 'lastModified']) {
        expectThat(isInstant(textOf(meta, name)), `a dateTime meta.${name}`, meta);
      }
      const location = textOf(meta, 'location');
      expectThat(location !== '', 'meta.location', meta);
      const header = created.headers.get('location');
      if (header !== null) expectEqual(header, location, 'Location');
      const read = expectStatus(await get(`/Users/${idOf(user)}`), 200);
      expectEqual(textOf(read.body, 'meta', 'location'), location, 'meta.location when read');
    },
  },
  {
    id: 'S5',
    title: 'meta that the client sends is ignored',
    grade: 'MUST',
    source: 'RFC 7643 §3.1, RFC 7644 §3.3',
    run: async ({ newUser }) => {
      const meta = { resourceType: 'Thing', created: '2001-01-01T00:00:00Z', location: 'x:y' };
      const user = await newUser({ meta });
      expectEqual(textOf(user, 'meta', 'resourceType'), 'User', 'meta.resourceType');
      const created = textOf(user, 'meta', 'created');
      expectThat(!created.startsWith('2001'), 'meta.created of the server', created);
    },
  },
  {
    id: 'S6',
    title: 'lastModified moves with a change, created stays',
    grade: 'MUST',
    source: 'RFC 7643 §3.1',
    run: async ({ put, newUser, userBody }) => {
      const user = await newUser();
      const { userName = '' } = user;
      const body = userBody({ userName, displayName: 'Changed' });
      const after = expectStatus(await put(`/Users/${idOf(user)}`, body), 200).body;
      expectEqual(
        textOf(after, 'meta', 'created'),
        textOf(user, 'meta', 'created'),
        'meta.created',
      );
      const [before, now] = [user, after].map((one) =>
        Date.parse(textOf(one, 'meta', 'lastModified')),
      );
      if (before === undefined || now === undefined || !(now >= before)) {
        fail('a later meta.lastModified', textOf(after, 'meta', 'lastModified'));
      }
    },
  },
  {
    id: 'S7',
    title: 'Attribute names and URNs are read in any case',
    grade: 'MUST',
    source: 'RFC 7643 §2.1, RFC 7644 §3.10',
    run: async ({ post, get, newName }) => {
      const body = {
        SCHEMAS: [USER_URN],
        USERNAME: newName('case'),
        DisplayName: 'Case',
        NAME: { FAMILYNAME: 'Small' },
      };
      const user = expectStatus(await post('/Users', body), 201).body;
      expectEqual(textOf(user, 'displayName'), 'Case', 'displayName');
      const path = `/Users/${idOf(user)}?attributes=NAME.familyname`;
      const read = expectStatus(await get(path), 200).body;
      expectEqual(textOf(read, 'name', 'familyName'), 'Small', 'name.familyName');
    },
  },
  {
    id: 'S8',
    title: 'Names in answers are spelt as in the schema',
    grade: 'MUST',
    source: 'RFC 7643 §2.1',
    run: async ({ post, read, newName }) => {
      const body = { schemas: [USER_URN], userName: newName('spelling'), NICKNAME: 'Ny' };
      const created = expectStatus(await post('/Users', body), 201).body;
      const user = await read(`/Users/${idOf(created)}`);
      expectEqual(textOf(user, 'nickName'), 'Ny', 'nickName');
      expectEqual(pick(user, 'NICKNAME'), undefined, 'NICKNAME');
    },
  },
  {
    id: 'S9',
    title: 'null and an empty list unassign, and what is unassigned is left out',
    grade: 'MUST',
    source: 'RFC 7643 §2.5',
    run: async ({ newUser, read }) => {
      const user = await newUser({ nickName: null, emails: [], phoneNumbers: null });
      const stored = await read(`/Users/${idOf(user)}`);
      for (const name of ['nickName', 'emails', 'phoneNumbers']) {
        expectThat(isUnassigned(stored[name]), `no ${name}`, stored[name]);
      }
    },
  },
  {
    id: 'S10',
    title: 'A missing required attribute is refused with invalidValue',
    grade: 'MUST',
    source: 'RFC 7643 §2.2, RFC 7644 §3.12',
    run: async ({ post }) => {
      const body = { schemas: [USER_URN], displayName: 'No name' };
      expectError(await post('/Users', body), 400, 'invalidValue');
    },
  },
  {
    id: 'S11',
    title: 'readOnly attributes in POST and PUT are ignored',
    grade: 'MUST',
    source: 'RFC 7644 §3.3, §3.5.1',
    run: async ({ newUser, put, userBody }) => {
      const user = await newUser({ groups: [{ value: 'no-such-group' }] });
      expectEqual(listOf(user, 'groups'), [], 'groups after POST');
      const { userName = '' } = user;
      const body = userBody({ userName, groups: [{ value: 'no-such-group' }], meta: {} });
      const after = expectStatus(await put(`/Users/${idOf(user)}`, body), 200).body;
      expectEqual(listOf(after, 'groups'), [], 'groups after PUT');
      expectEqual(idOf(after), idOf(user), 'id after PUT');
    },
  },
  {
    id: 'S12',
    title: 'An immutable value cannot be changed once it is set',
    grade: 'MUST',
    source: 'RFC 7643 §2.2, RFC 7644 §3.5.2',
    needs: ['patch', 'filter'],
    run: async ({ newUser, newGroup, patch, read }) => {
      const [user, other] = [await newUser(), await newUser()];
      const group = await newGroup({ members: [{ value: idOf(user) }] });
      const path = `members[value eq "${idOf(user)}"].value`;
      const answer = await patch(`/Groups/${idOf(group)}`, {
        op: 'replace',
        path,
        value: idOf(other),
      });
      expectError(answer, 400, 'mutability');
      const members = listOf(await read(`/Groups/${idOf(group)}?attributes=members`), 'members');
      expectEqual(
        members.map((member) => textOf(member, 'value')),
        [idOf(user)],
        'members',
      );
    },
  },
  {
    id: 'S13',
    title: 'A password is taken and never returned, even if asked for',
    grade: 'MUST',
    source: 'RFC 7643 §2.2, §4.1.1',
    run: async ({ post, get, userBody }) => {
      const created = await post('/Users', userBody({ password: 'Corr3ct-horse!' }));
      if (created.status === 400) skip('the target takes no password');
      const { body } = expectStatus(created, 201);
      const asked = await get(`/Users/${idOf(body)}?attributes=password,userName`);
      for (const answer of [created, asked]) {
        expectEqual(pick(answer.body, 'password'), undefined, 'password');
      }
    },
  },
  {
    id: 'S14',
    title: 'id is returned even if excluded, password never',
    grade: 'MUST',
    source: 'RFC 7643 §2.2, RFC 7644 §3.9',
    run: async ({ newUser, get }) => {
      const user = await newUser();
      const answer = await get(`/Users/${idOf(user)}?excludedAttributes=id,schemas,userName`);
      const body = expectObject(expectStatus(answer, 200));
      expectEqual(idOf(body), idOf(user), 'id');
      if (body['userName'] !== undefined && !('displayName' in body))
        fail('userName left out', describe(answer));
    },
  },
];

function isInstant(text: string): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(text);
}

function isUnassigned(value: unknown): boolean {
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0);
}
