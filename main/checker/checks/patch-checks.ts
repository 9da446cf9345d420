// Section X of the checklist, first part: the message, add and remove. @see RFC 7644 §3.5.2
import type { Check } from '../check.ts';
import {
  expectEqual,
  expectError,
  expectSame,
  expectStatus,
  idOf,
  listOf,
  pick,
  textOf,
  textsOf,
} from '../expectations.ts';
import { PATCH_URN } from '../urns.ts';
import { HOME, WORK } from './addresses.ts';

const needs = ['patch'] as const;
const source = 'RFC 7644 §3.5.2';

export const patchChecks: readonly Check[] = [
  {
    id: 'X1',
    title: 'A body without the PatchOp schema or without operations is invalidSyntax',
    grade: 'MUST',
    source,
    needs,
    preset: 'rfc',
    run: async ({ newUser, send }) => {
      const path = `/Users/${idOf(await newUser())}`;
      const operation = { op: 'replace', path: 'active', value: true };
      const bodies = [
        { schemas: [PATCH_URN] },
        { schemas: [PATCH_URN], Operations: [] },
        { schemas: ['urn:no:such:schema'], Operations: [operation] },
        { schemas: [PATCH_URN], Operations: operation },
      ];
      for (const body of bodies) {
        expectError(await send('PATCH', path, { body }), 400, 'invalidSyntax', 'invalidValue');
      }
    },
  },
  {
    id: 'X2',
    title: 'An unknown op is refused',
    grade: 'MUST',
    source,
    needs,
    run: async ({ newUser, patch }) => {
      const path = `/Users/${idOf(await newUser())}`;
      for (const op of ['move', '', 7]) {
        const answer = await patch(path, { op, path: 'title', value: 'x' });
        expectError(answer, 400, 'invalidSyntax', 'invalidValue');
      }
    },
  },
  {
    id: 'X3',
    title: 'When one operation fails, none is carried out',
    grade: 'MUST',
    source,
    needs,
    run: async ({ newUser, patch, read }) => {
      const user = await newUser();
      const path = `/Users/${idOf(user)}`;
      const good = { op: 'replace', path: 'displayName', value: 'Half' };
      expectError(await patch(path, good, { op: 'replace', path: 'id', value: 'x' }), 400);
      expectEqual(await read(path), user, 'the user as before');
    },
  },
  {
    id: 'X4',
    title: 'Operations are carried out in their order',
    grade: 'MUST',
    source,
    needs,
    run: async ({ newUser, change }) => {
      const after = await change(
        `/Users/${idOf(await newUser())}`,
        { op: 'add', path: 'title', value: 'first' },
        { op: 'replace', path: 'title', value: 'second' },
        { op: 'add', path: 'nickName', value: 'gone' },
        { op: 'remove', path: 'nickName' },
      );
      expectEqual([after['title'], after['nickName']], ['second', undefined], 'title and nickName');
    },
  },
  {
    id: 'X5',
    title: 'PATCH is 200 with the resource or 204, and 200 when attributes are asked for',
    grade: 'MUST',
    source,
    needs,
    run: async ({ newUser, patch, read }) => {
      const path = `/Users/${idOf(await newUser())}`;
      const answer = await patch(path, { op: 'replace', path: 'title', value: 'Dr.' });
      expectStatus(answer, 200, 204);
      if (answer.status === 200) expectEqual(answer.body, await read(path), 'the resource');
      else expectEqual(answer.text, '', 'the body of a 204');
      const operation = { op: 'replace', path: 'title', value: 'Prof.' };
      const asked = expectStatus(await patch(`${path}?attributes=title`, operation), 200);
      expectEqual(pick(asked.body, 'title'), 'Prof.', 'title');
    },
  },
  {
    id: 'X6',
    title: 'add without a path merges the attributes of its value',
    grade: 'MUST',
    source: 'RFC 7644 §3.5.2.1',
    needs,
    run: async ({ newUser, change }) => {
      const user = await newUser({ emails: [WORK] });
      const value = { title: 'Dr.', name: { middleName: 'K.' }, emails: [HOME] };
      const after = await change(`/Users/${idOf(user)}`, { op: 'add', value });
      expectEqual(after['title'], 'Dr.', 'title');
      expectEqual(textOf(after, 'name', 'middleName'), 'K.', 'name.middleName');
      expectEqual(textOf(after, 'name', 'givenName'), 'Ada', 'name.givenName');
      const values = textsOf(listOf(after, 'emails'), 'value');
      expectSame(values, [WORK.value, HOME.value], 'emails');
    },
  },
  {
    id: 'X7',
    title: 'add appends to a list, and what is there already changes nothing',
    grade: 'MUST',
    source: 'RFC 7644 §3.5.2.1',
    needs,
    run: async ({ newUser, change }) => {
      const path = `/Users/${idOf(await newUser({ emails: [WORK] }))}`;
      const add = { op: 'add', path: 'emails', value: [HOME] };
      const once = await change(path, add);
      expectEqual(listOf(once, 'emails').length, 2, 'addresses after the first add');
      expectEqual(await change(path, add), once, 'the user after the second add');
    },
  },
  {
    id: 'X8',
    title: 'add to a single value replaces it',
    grade: 'MUST',
    source: 'RFC 7644 §3.5.2.1',
    needs,
    run: async ({ newUser, change }) => {
      const path = `/Users/${idOf(await newUser({ title: 'old' }))}`;
      const after = await change(path, { op: 'add', path: 'title', value: 'new' });
      expectEqual(after['title'], 'new', 'title');
    },
  },
  {
    id: 'X9',
    title: 'add to a complex attribute merges its sub-attributes',
    grade: 'MUST',
    source: 'RFC 7644 §3.5.2.1',
    needs,
    run: async ({ newUser, change }) => {
      const path = `/Users/${idOf(await newUser())}`;
      const after = await change(path, { op: 'add', path: 'name', value: { givenName: 'Eva' } });
      const { name = null } = after;
      const got = [textOf(name, 'givenName'), textOf(name, 'familyName')];
      expectEqual(got, ['Eva', 'Lovelace'], 'givenName and familyName');
    },
  },
  {
    id: 'X10',
    title: 'add with a value path that matches nothing makes the element',
    grade: 'INTEROP',
    source: 'Microsoft: Develop a SCIM endpoint',
    needs,
    preset: 'entra',
    run: async ({ newUser, change }) => {
      const path = `/Users/${idOf(await newUser())}`;
      const target = 'emails[type eq "work"].value';
      const after = await change(path, { op: 'add', path: target, value: WORK.value });
      expectEqual(textOf(after, 'emails', 0, 'value'), WORK.value, 'emails[0].value');
      expectEqual(textOf(after, 'emails', 0, 'type'), 'work', 'emails[0].type');
    },
  },
  {
    id: 'X15',
    title: 'remove without a path is noTarget',
    grade: 'MUST',
    source: 'RFC 7644 §3.5.2.2',
    needs,
    run: async ({ newUser, patch }) => {
      const path = `/Users/${idOf(await newUser())}`;
      expectError(await patch(path, { op: 'remove' }), 400, 'noTarget');
    },
  },
  {
    id: 'X16',
    title: 'remove takes a value, a list, matching elements, a sub-attribute',
    grade: 'MUST',
    source: 'RFC 7644 §3.5.2.2',
    needs,
    run: async ({ newUser, change }) => {
      const emails = [{ ...WORK, display: 'Work' }, HOME];
      const path = `/Users/${idOf(await newUser({ emails, title: 'Dr.' }))}`;
      const title = await change(path, { op: 'remove', path: 'title' });
      expectEqual(title['title'], undefined, 'title');
      const sub = 'emails[type eq "work"].display';
      const display = await change(path, { op: 'remove', path: sub });
      expectEqual(textsOf(listOf(display, 'emails'), 'display').join(''), '', 'display');
      const work = await change(path, { op: 'remove', path: 'emails[type eq "work"]' });
      expectEqual(textsOf(listOf(work, 'emails'), 'type'), ['home'], 'types left');
      const all = await change(path, { op: 'remove', path: 'emails' });
      expectEqual(listOf(all, 'emails'), [], 'emails');
    },
  },
  {
    id: 'X17',
    title: 'A required or readOnly attribute cannot be removed',
    grade: 'MUST',
    source: 'RFC 7644 §3.5.2.2',
    needs,
    run: async ({ newUser, patch }) => {
      const path = `/Users/${idOf(await newUser())}`;
      for (const target of ['userName', 'id']) {
        const answer = await patch(path, { op: 'remove', path: target });
        expectError(answer, 400, 'mutability', 'invalidValue');
      }
    },
  },
  {
    id: 'X18',
    title: 'A readOnly attribute cannot be changed',
    grade: 'MUST',
    source,
    needs,
    run: async ({ newUser, patch }) => {
      const path = `/Users/${idOf(await newUser())}`;
      const changes = [
        { op: 'replace', path: 'id', value: 'x' },
        { op: 'add', path: 'groups', value: [{ value: 'x' }] },
        { op: 'replace', path: 'meta.created', value: '2001-01-01T00:00:00Z' },
      ];
      for (const operation of changes) expectError(await patch(path, operation), 400, 'mutability');
    },
  },
];
