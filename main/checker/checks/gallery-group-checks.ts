// Microsoft's gallery validation, groups as the provisioning service sends them. @see Microsoft: SCIM validation with the Logic App template of SCIMReferenceCode
import type { Check } from '../check.ts';
import { expectEqual, expectStatus, expectThat, idOf, textOf } from '../expectations.ts';
import { match, membersOf, provision } from './entra-client.ts';

const source = 'Microsoft: gallery SCIM validation';
const grade = 'INTEROP';
const needs = ['patch', 'filter'] as const;

export const galleryGroupChecks: readonly Check[] = [
  {
    id: 'MS8',
    title: 'Group: create',
    grade,
    source,
    needs,
    run: async (session) => {
      const group = await session.newGroup({ externalId: session.newName('ext') });
      expectEqual(await match(session, '/Groups', 'displayName', group), [idOf(group)], 'groups');
    },
  },
  {
    id: 'MS9',
    title: 'Group: update',
    grade,
    source,
    needs,
    run: async ({ newGroup, newName, change }) => {
      const [group, value] = [await newGroup(), newName('renamed')];
      const operation = { op: 'Replace', path: 'displayName', value };
      const after = await change(`/Groups/${idOf(group)}`, operation);
      expectEqual(after['displayName'], value, 'displayName');
    },
  },
  {
    id: 'MS10',
    title: 'Group: delete',
    grade,
    source,
    needs,
    run: async (session) => {
      const group = await session.newGroup();
      expectStatus(await session.delete(`/Groups/${idOf(group)}`), 204);
      expectEqual(await match(session, '/Groups', 'displayName', group), [], 'groups found');
    },
  },
  {
    id: 'MS11',
    title: 'Group: add member',
    grade,
    source,
    needs,
    run: async (session) => {
      const [user, group] = [await provision(session), await session.newGroup()];
      const value = [{ value: idOf(user) }];
      await session.change(`/Groups/${idOf(group)}`, { op: 'Add', path: 'members', value });
      expectEqual(await membersOf(session, group), [idOf(user)], 'members');
    },
  },
  {
    id: 'MS12',
    title: 'Group: remove member',
    grade,
    source,
    needs,
    run: async (session) => {
      const users = [await provision(session), await provision(session)];
      const value = users.map((user) => ({ value: idOf(user) }));
      const group = await session.newGroup({ members: value });
      const operation = { op: 'Remove', path: 'members', value: value.slice(0, 1) };
      await session.change(`/Groups/${idOf(group)}`, operation);
      expectEqual(await membersOf(session, group), users.slice(1).map(idOf), 'members');
    },
  },
  {
    id: 'MS13',
    title: 'Group: provision on demand',
    grade,
    source,
    needs,
    run: async (session) => {
      const wanted = { displayName: session.newName('demand') };
      expectEqual(await match(session, '/Groups', 'displayName', wanted), [], 'groups found');
      const group = await session.newGroup(wanted);
      const user = await provision(session);
      const value = [{ value: idOf(user) }];
      await session.change(`/Groups/${idOf(group)}`, { op: 'Add', path: 'members', value });
      expectEqual(await membersOf(session, group), [idOf(user)], 'members');
    },
  },
  {
    id: 'MS14',
    title: 'Group: restore',
    grade,
    source,
    needs,
    run: async (session) => {
      const group = await session.newGroup();
      expectStatus(await session.delete(`/Groups/${idOf(group)}`), 204);
      const again = await session.newGroup({ displayName: textOf(group, 'displayName') });
      expectThat(idOf(again) !== idOf(group), 'another id', idOf(again));
    },
  },
];
