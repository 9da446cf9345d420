// Microsoft's gallery validation, users as the provisioning service sends them. @see Microsoft: SCIM validation with the Logic App template of SCIMReferenceCode
import type { Check } from '../check.ts';
import { expectEqual, expectStatus, expectThat, idOf, textOf } from '../expectations.ts';
import { ENTERPRISE_URN } from '../urns.ts';
import { provision, match } from './entra-client.ts';

const source = 'Microsoft: gallery SCIM validation';
const grade = 'INTEROP';
const needs = ['patch', 'filter'] as const;

export const galleryUserChecks: readonly Check[] = [
  {
    id: 'MS1',
    title: 'User: create',
    grade,
    source,
    needs,
    run: async (session) => {
      const user = await provision(session);
      expectEqual(await match(session, '/Users', 'userName', user), [idOf(user)], 'users found');
    },
  },
  {
    id: 'MS2',
    title: 'User: update',
    grade,
    source,
    needs,
    run: async (session) => {
      const user = await provision(session);
      const after = await session.change(
        `/Users/${idOf(user)}`,
        { op: 'Replace', path: 'displayName', value: 'Renamed' },
        { op: 'Add', path: 'title', value: 'Engineer' },
        { op: 'Replace', path: 'name.familyName', value: 'Byron' },
      );
      const got = [after['displayName'], after['title'], textOf(after, 'name', 'familyName')];
      expectEqual(got, ['Renamed', 'Engineer', 'Byron'], 'the values');
    },
  },
  {
    id: 'MS3',
    title: 'User: disable',
    grade,
    source,
    needs,
    run: async (session) => {
      const user = await provision(session);
      const operation = { op: 'Replace', path: 'active', value: false };
      const after = await session.change(`/Users/${idOf(user)}`, operation);
      expectEqual(after['active'], false, 'active');
    },
  },
  {
    id: 'MS4',
    title: 'User: delete',
    grade,
    source,
    needs,
    run: async (session) => {
      const user = await provision(session);
      expectStatus(await session.delete(`/Users/${idOf(user)}`), 204);
      expectStatus(await session.get(`/Users/${idOf(user)}`), 404);
      expectEqual(await match(session, '/Users', 'userName', user), [], 'users found');
    },
  },
  {
    id: 'MS5',
    title: 'User: update manager',
    grade,
    source,
    needs,
    run: async (session) => {
      const [boss, user] = [await provision(session), await provision(session)];
      const path = `${ENTERPRISE_URN}:manager`;
      const operation = { op: 'Add', path, value: [{ value: idOf(boss) }] };
      const forms = [operation, { ...operation, value: idOf(boss) }];
      for (const form of forms) {
        const after = await session.change(`/Users/${idOf(user)}`, form);
        expectEqual(textOf(after, ENTERPRISE_URN, 'manager', 'value'), idOf(boss), 'manager.value');
        await session.change(`/Users/${idOf(user)}`, { op: 'Remove', path });
      }
    },
  },
  {
    id: 'MS6',
    title: 'User: restore',
    grade,
    source,
    needs,
    run: async (session) => {
      const user = await provision(session);
      const path = `/Users/${idOf(user)}`;
      const off = await session.change(path, { op: 'Replace', path: 'active', value: false });
      const on = await session.change(path, { op: 'Replace', path: 'active', value: true });
      expectEqual([off['active'], on['active']], [false, true], 'active');
      expectStatus(await session.delete(path), 204);
      const again = await session.newUser({ userName: textOf(user, 'userName') });
      expectThat(idOf(again) !== '', 'the user again', again);
    },
  },
  {
    id: 'MS7',
    title: 'User: provision on demand',
    grade,
    source,
    needs,
    run: async (session) => {
      const wanted = { userName: `${session.newName('demand')}@check.example` };
      expectEqual(await match(session, '/Users', 'userName', wanted), [], 'users found');
      const user = await provision(session, wanted);
      expectEqual(await match(session, '/Users', 'userName', wanted), [idOf(user)], 'users found');
    },
  },
];
