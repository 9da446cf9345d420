// Section X of the checklist, members of groups, and PATCH that is not supported. @see RFC 7644 §3.5.2
import type { Check } from '../check.ts';
import { expectEqual, expectStatus, idOf, listOf, skip, textsOf } from '../expectations.ts';

const needs = ['patch'] as const;

export const patchMemberChecks: readonly Check[] = [
  {
    id: 'X24',
    title: 'remove of members with a value removes those named',
    grade: 'INTEROP',
    source: 'Microsoft: SCIM 2.0 protocol compliance',
    needs,
    preset: 'entra',
    run: async ({ newUser, newGroup, change }) => {
      const ids = [idOf(await newUser()), idOf(await newUser())];
      const [first = '', second = ''] = ids;
      const group = await newGroup({ members: ids.map((value) => ({ value })) });
      const operation = { op: 'Remove', path: 'members', value: [{ value: first }] };
      const after = await change(`/Groups/${idOf(group)}`, operation);
      expectEqual(textsOf(listOf(after, 'members'), 'value'), [second], 'members');
    },
  },
  {
    id: 'X29',
    title: 'Several elements removed in one request are those that were named',
    grade: 'SHOULD',
    source: 'RFC 7644 §3.5.2.2',
    needs,
    run: async ({ newUser, newGroup, change }) => {
      const ids = [idOf(await newUser()), idOf(await newUser()), idOf(await newUser())];
      const [first = '', second = '', third = ''] = ids;
      const group = await newGroup({ members: ids.map((value) => ({ value })) });
      const after = await change(
        `/Groups/${idOf(group)}?attributes=members`,
        { op: 'remove', path: `members[value eq "${first}"]` },
        { op: 'remove', path: `members[value eq "${third}"]` },
      );
      expectEqual(textsOf(listOf(after, 'members'), 'value'), [second], 'members');
    },
  },
  {
    id: 'X30',
    title: 'A thousand members are added in one operation',
    grade: 'MUST',
    source: 'RFC 7644 §3.5.2.1',
    needs,
    run: async ({ newUser, newGroup, patch, read }) => {
      const known = idOf(await newUser());
      const group = await newGroup();
      const path = `/Groups/${idOf(group)}`;
      const others = Array.from({ length: 999 }, (_, n) => ({ value: `no-such-user-${n}` }));
      const value = [{ value: known }, ...others];
      const answer = await patch(path, { op: 'add', path: 'members', value });
      if ([400, 404].includes(answer.status))
        skip('the target knows its members, and refuses others');
      expectStatus(answer, 200, 204);
      const members = listOf(await read(`${path}?attributes=members`), 'members');
      expectEqual(members.length, 1000, 'members');
    },
  },
  {
    id: 'X31',
    title: 'PATCH that is not supported is 501',
    grade: 'MUST',
    source: 'RFC 7644 §3.5.2',
    run: async ({ has, newUser, patch }) => {
      if (has('patch')) skip('PATCH is supported');
      const path = `/Users/${idOf(await newUser())}`;
      expectStatus(await patch(path, { op: 'remove', path: 'title' }), 501, 405);
    },
  },
];
