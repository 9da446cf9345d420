// Section U of the checklist: User, Group and the enterprise extension. @see RFC 7643 §4
import type { Check } from '../check.ts';
import {
  expectEqual,
  expectError,
  expectRefused,
  expectSame,
  expectStatus,
  expectThat,
  idOf,
  listOf,
  pick,
  textOf,
  textsOf,
} from '../expectations.ts';
import { ENTERPRISE_URN, GROUP_URN, USER_URN } from '../urns.ts';

export const resourceChecks: readonly Check[] = [
  {
    id: 'U1',
    title: 'userName is required and not empty',
    grade: 'MUST',
    source: 'RFC 7643 §4.1.1',
    run: async ({ post, userBody }) => {
      expectError(await post('/Users', userBody({ userName: '' })), 400, 'invalidValue');
      expectError(await post('/Users', { schemas: [USER_URN] }), 400, 'invalidValue');
    },
  },
  {
    id: 'U2',
    title: 'active is kept as the boolean that was sent',
    grade: 'SHOULD',
    source: 'RFC 7643 §4.1.1',
    run: async ({ newUser, read }) => {
      for (const active of [true, false]) {
        const user = await newUser({ active });
        expectEqual((await read(`/Users/${idOf(user)}`))['active'], active, 'active');
      }
    },
  },
  {
    id: 'U3',
    title: 'A password is taken in clear text and changed in clear text',
    grade: 'MUST',
    source: 'RFC 7643 §4.1.1, §9.2',
    needs: ['patch', 'changePassword'],
    run: async ({ newUser, patch }) => {
      const user = await newUser({ password: 'Corr3ct-horse!' });
      const path = `/Users/${idOf(user)}`;
      const change = { op: 'replace', path: 'password', value: 'Batt3ry-staple!' };
      const answer = expectStatus(await patch(path, change), 200, 204);
      expectEqual(pick(answer.body, 'password'), undefined, 'password');
    },
  },
  {
    id: 'U4',
    title: 'Addresses, numbers, pictures and certificates are kept',
    grade: 'SHOULD',
    source: 'RFC 7643 §4.1.2',
    run: async ({ newUser, read }) => {
      const values = {
        emails: [{ value: 'Ada@check.example', type: 'work' }],
        phoneNumbers: [{ value: 'tel:+1-201-555-0123', type: 'work' }],
        photos: [{ value: 'https://check.example/ada.png', type: 'photo' }],
        ims: [{ value: 'ada', type: 'xmpp' }],
        x509Certificates: [{ value: 'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A' }],
      };
      const stored = await read(`/Users/${idOf(await newUser(values))}`);
      for (const [name, list] of Object.entries(values)) {
        expectEqual(textsOf(listOf(stored, name), 'value'), textsOf(list, 'value'), name);
      }
    },
  },
  {
    id: 'U5',
    title: 'An address keeps all its parts',
    grade: 'SHOULD',
    source: 'RFC 7643 §4.1.2',
    run: async ({ newUser, read }) => {
      const address = {
        type: 'work',
        streetAddress: '100 Universal City Plaza',
        locality: 'Hollywood',
        region: 'CA',
        postalCode: '91608',
        country: 'US',
        formatted: '100 Universal City Plaza\nHollywood, CA 91608 US',
      };
      const stored = await read(`/Users/${idOf(await newUser({ addresses: [address] }))}`);
      for (const [name, value] of Object.entries(address)) {
        expectEqual(textOf(stored, 'addresses', 0, name), value, `addresses[0].${name}`);
      }
    },
  },
  {
    id: 'U6',
    title: 'groups of a User shows its memberships',
    grade: 'MUST',
    source: 'RFC 7643 §4.1.2',
    run: async ({ newUser, newGroup, read }) => {
      const user = await newUser();
      const group = await newGroup({ members: [{ value: idOf(user) }] });
      const groups = listOf(await read(`/Users/${idOf(user)}`), 'groups');
      expectEqual(textsOf(groups, 'value'), [idOf(group)], 'groups[].value');
      expectEqual(textsOf(groups, 'display'), [textOf(group, 'displayName')], 'groups[].display');
      const reference = textOf(groups, 0, '$ref');
      expectThat(reference.endsWith(`/Groups/${idOf(group)}`), 'a $ref to the group', reference);
    },
  },
  {
    id: 'U7',
    title: 'displayName of a Group is required',
    grade: 'MUST',
    source: 'RFC 7643 §4.2',
    run: async ({ post }) => {
      expectError(await post('/Groups', { schemas: [GROUP_URN] }), 400, 'invalidValue');
    },
  },
  {
    id: 'U8',
    title: 'A member has the id, the URI and the type of its resource',
    grade: 'MUST',
    source: 'RFC 7643 §4.2',
    run: async ({ newUser, newGroup, read }) => {
      const user = await newUser();
      const group = await newGroup({ members: [{ value: idOf(user) }] });
      const [member = null] = listOf(
        await read(`/Groups/${idOf(group)}?attributes=members`),
        'members',
      );
      expectEqual(textOf(member, 'value'), idOf(user), 'members[0].value');
      const reference = textOf(member, '$ref');
      expectThat(reference.endsWith(`/Users/${idOf(user)}`), 'a $ref to the user', reference);
      const type = textOf(member, 'type');
      expectThat(type === '' || type === 'User', 'type User', type);
    },
  },
  {
    id: 'U9',
    title: 'A member that does not exist is refused with 400 or kept',
    grade: 'SHOULD',
    source: 'RFC 7643 §4.2',
    run: async ({ post, groupBody }) => {
      const answer = await post('/Groups', groupBody({ members: [{ value: 'no-such-id' }] }));
      if (answer.status === 201) return;
      expectRefused(answer);
      expectError(answer, [400, 404]);
    },
  },
  {
    id: 'U10',
    title: 'Groups can be members of groups, and circles do no harm',
    grade: 'MAY',
    source: 'RFC 7643 §4.2',
    needs: ['patch'],
    run: async ({ newUser, newGroup, patch, read }) => {
      const user = await newUser();
      const inner = await newGroup({ members: [{ value: idOf(user) }] });
      const outer = await newGroup({ members: [{ value: idOf(inner), type: 'Group' }] });
      const [member = null] = listOf(
        await read(`/Groups/${idOf(outer)}?attributes=members`),
        'members',
      );
      expectEqual(textOf(member, 'value'), idOf(inner), 'the member');
      const circle = { op: 'add', path: 'members', value: [{ value: idOf(outer) }] };
      expectStatus(await patch(`/Groups/${idOf(inner)}`, circle), 200, 204, 400);
      await read(`/Users/${idOf(user)}`);
      await read(`/Groups/${idOf(outer)}`);
    },
  },
  {
    id: 'U11',
    title: 'The enterprise extension keeps its attributes, manager as a reference',
    grade: 'MUST',
    source: 'RFC 7643 §4.3',
    run: async ({ newUser, read }) => {
      const boss = await newUser();
      const extension = {
        employeeNumber: '701984',
        costCenter: '4130',
        organization: 'Universal Studios',
        division: 'Theme Park',
        department: 'Tour Operations',
      };
      const user = await newUser({
        schemas: [USER_URN, ENTERPRISE_URN],
        [ENTERPRISE_URN]: { ...extension, manager: { value: idOf(boss) } },
      });
      const stored = (await read(`/Users/${idOf(user)}`))[ENTERPRISE_URN];
      for (const [name, value] of Object.entries(extension)) {
        expectEqual(textOf(stored, name), value, name);
      }
      expectEqual(textOf(stored, 'manager', 'value'), idOf(boss), 'manager.value');
    },
  },
  {
    id: 'U12',
    title: 'manager sent as a bare id is taken for manager.value',
    grade: 'INTEROP',
    source: 'Microsoft: Develop a SCIM endpoint',
    preset: 'entra',
    needs: ['patch'],
    run: async ({ newUser, change }) => {
      const [boss, user] = [await newUser(), await newUser()];
      const path = `${ENTERPRISE_URN}:manager`;
      const after = await change(`/Users/${idOf(user)}`, { op: 'Add', path, value: idOf(boss) });
      expectEqual(textOf(after, ENTERPRISE_URN, 'manager', 'value'), idOf(boss), 'manager.value');
    },
  },
  {
    id: 'U13',
    title: 'A deleted user is no member any more',
    grade: 'INTEROP',
    source: 'RFC 7644 §3.6',
    run: async ({ newUser, newGroup, delete: remove, read }) => {
      const [user, other] = [await newUser(), await newUser()];
      const members = [{ value: idOf(user) }, { value: idOf(other) }];
      const group = await newGroup({ members });
      expectStatus(await remove(`/Users/${idOf(user)}`), 204);
      const left = await read(`/Groups/${idOf(group)}?attributes=members`);
      expectSame(textsOf(listOf(left, 'members'), 'value'), [idOf(other)], 'members');
    },
  },
  {
    id: 'U14',
    title: 'locale, timezone and preferredLanguage are kept',
    grade: 'SHOULD',
    source: 'RFC 7643 §4.1.1',
    run: async ({ newUser, read }) => {
      const values = { locale: 'en-US', timezone: 'America/Denver', preferredLanguage: 'en-US' };
      const stored = await read(`/Users/${idOf(await newUser(values))}`);
      for (const [name, value] of Object.entries(values)) expectEqual(stored[name], value, name);
    },
  },
];
