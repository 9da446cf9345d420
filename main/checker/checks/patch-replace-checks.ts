// Section X of the checklist, second part: replace, paths, and what Entra sends. @see RFC 7644 §3.5.2, §3.10
import type { Check } from '../check.ts';
import {
  expectEqual,
  expectError,
  expectSame,
  expectThat,
  idOf,
  listOf,
  pick,
  textOf,
  textsOf,
} from '../expectations.ts';
import { ENTERPRISE_URN, USER_URN } from '../urns.ts';
import { HOME, WORK } from './addresses.ts';

const needs = ['patch'] as const;
const source = 'RFC 7644 §3.5.2';

export const patchReplaceChecks: readonly Check[] = [
  {
    id: 'X11',
    title: 'replace of what is not set adds it',
    grade: 'MUST',
    source: 'RFC 7644 §3.5.2.3',
    needs,
    run: async ({ newUser, change }) => {
      const path = `/Users/${idOf(await newUser())}`;
      const after = await change(path, { op: 'replace', path: 'title', value: 'Dr.' });
      expectEqual(after['title'], 'Dr.', 'title');
    },
  },
  {
    id: 'X12',
    title: 'replace of a list replaces all of it',
    grade: 'MUST',
    source: 'RFC 7644 §3.5.2.3',
    needs,
    run: async ({ newUser, change }) => {
      const path = `/Users/${idOf(await newUser({ emails: [WORK] }))}`;
      const after = await change(path, { op: 'replace', path: 'emails', value: [HOME] });
      expectEqual(textsOf(listOf(after, 'emails'), 'value'), [HOME.value], 'emails');
    },
  },
  {
    id: 'X13',
    title: 'replace with a value path that matches nothing is noTarget',
    grade: 'MUST',
    source: 'RFC 7644 §3.5.2.3',
    needs,
    preset: 'rfc',
    run: async ({ newUser, patch }) => {
      const path = `/Users/${idOf(await newUser({ emails: [HOME] }))}`;
      const operation = {
        op: 'replace',
        path: 'emails[type eq "work"].value',
        value: 'x@x.example',
      };
      expectError(await patch(path, operation), 400, 'noTarget');
    },
  },
  {
    id: 'X14',
    title: 'replace behind a value path changes that sub-attribute only',
    grade: 'MUST',
    source: 'RFC 7644 §3.5.2.3',
    needs,
    run: async ({ newUser, change }) => {
      const path = `/Users/${idOf(await newUser({ emails: [WORK, HOME] }))}`;
      const operation = {
        op: 'replace',
        path: 'emails[type eq "work"].value',
        value: 'x@x.example',
      };
      const emails = listOf(await change(path, operation), 'emails');
      expectSame(textsOf(emails, 'value'), ['x@x.example', HOME.value], 'emails');
      expectSame(textsOf(emails, 'type'), ['work', 'home'], 'types');
    },
  },
  {
    id: 'X19',
    title: 'A malformed path is invalidPath',
    grade: 'MUST',
    source: 'RFC 7644 §3.12',
    needs,
    run: async ({ newUser, patch }) => {
      const path = `/Users/${idOf(await newUser())}`;
      for (const target of ['emails[type eq "work"', 'emails[', 'name..familyName', '[]']) {
        const answer = await patch(path, { op: 'replace', path: target, value: 'x' });
        expectError(answer, 400, 'invalidPath', 'invalidFilter');
      }
      const wrong = { op: 'replace', path: 'emails[type xx "work"].value', value: 'x' };
      expectError(await patch(path, wrong), 400, 'invalidPath', 'invalidFilter');
    },
  },
  {
    id: 'X20',
    title: 'add and replace without a value are invalidValue',
    grade: 'MUST',
    source: 'RFC 7644 §3.12',
    needs,
    run: async ({ newUser, patch }) => {
      const path = `/Users/${idOf(await newUser())}`;
      for (const op of ['add', 'replace']) {
        expectError(await patch(path, { op, path: 'title' }), 400, 'invalidValue', 'invalidSyntax');
      }
    },
  },
  {
    id: 'X21',
    title: 'Paths by URN reach the core and extensions, also as keys of a value',
    grade: 'MUST',
    source: 'RFC 7644 §3.10, §3.5.2',
    needs,
    run: async ({ newUser, change }) => {
      const path = `/Users/${idOf(await newUser())}`;
      const after = await change(
        path,
        { op: 'replace', path: `${USER_URN}:title`, value: 'Dr.' },
        { op: 'add', path: `${ENTERPRISE_URN}:department`, value: 'Maths' },
        { op: 'add', value: { [ENTERPRISE_URN]: { division: 'East' } } },
      );
      expectEqual(after['title'], 'Dr.', 'title');
      const extension = { department: 'Maths', division: 'East' };
      expectEqual(after[ENTERPRISE_URN], extension, ENTERPRISE_URN);
      const whole = { op: 'replace', path: ENTERPRISE_URN, value: { department: 'Physics' } };
      const replaced = await change(path, whole);
      expectEqual(textOf(replaced, ENTERPRISE_URN, 'department'), 'Physics', 'department');
    },
  },
  {
    id: 'X22',
    title: 'Names in a path are read in any case',
    grade: 'MUST',
    source: 'RFC 7644 §3.10',
    needs,
    run: async ({ newUser, change }) => {
      const path = `/Users/${idOf(await newUser())}`;
      const after = await change(path, { op: 'replace', path: 'NAME.familyname', value: 'Byron' });
      expectEqual(textOf(after, 'name', 'familyName'), 'Byron', 'name.familyName');
    },
  },
  {
    id: 'X23',
    title: 'A new primary value takes the mark from the old one',
    grade: 'MUST',
    source,
    needs,
    run: async ({ newUser, change }) => {
      const path = `/Users/${idOf(await newUser({ emails: [{ ...WORK, primary: true }] }))}`;
      const value = [{ ...HOME, primary: true }];
      const after = await change(path, { op: 'add', path: 'emails', value });
      const primary = listOf(after, 'emails').filter((email) => pick(email, 'primary') === true);
      expectEqual(textsOf(primary, 'type'), ['home'], 'the primary addresses');
    },
  },
  {
    id: 'X25',
    title: 'Paths as keys of a value without path are read',
    grade: 'INTEROP',
    source: 'Microsoft: SCIM 2.0 protocol compliance',
    needs,
    preset: 'entra',
    run: async ({ newUser, change }) => {
      const user = await newUser({ emails: [WORK] });
      const value = {
        'name.givenName': 'Eva',
        'emails[type eq "work"].value': 'eva@check.example',
        [`${ENTERPRISE_URN}:department`]: 'Maths',
      };
      const after = await change(`/Users/${idOf(user)}`, { op: 'replace', value });
      expectEqual(textOf(after, 'name', 'givenName'), 'Eva', 'name.givenName');
      expectEqual(textOf(after, 'emails', 0, 'value'), 'eva@check.example', 'emails[0].value');
      expectEqual(textOf(after, ENTERPRISE_URN, 'department'), 'Maths', 'department');
    },
  },
  {
    id: 'X26',
    title: 'Booleans as text and Replace with a capital are read',
    grade: 'INTEROP',
    source: 'Microsoft: SCIM 2.0 protocol compliance',
    needs,
    preset: 'entra',
    run: async ({ newUser, change }) => {
      const path = `/Users/${idOf(await newUser())}`;
      const off = await change(path, { op: 'Replace', path: 'active', value: 'False' });
      expectEqual(off['active'], false, 'active');
      const on = await change(path, { op: 'Add', path: 'active', value: 'True' });
      expectEqual(on['active'], true, 'active');
    },
  },
  {
    id: 'X27',
    title: 'null and "" unassign a single value',
    grade: 'INTEROP',
    source: 'RFC 7643 §2.5; Microsoft: SCIM_Null_Update_Test',
    needs,
    preset: 'entra',
    run: async ({ newUser, change }) => {
      for (const value of ['', null]) {
        const path = `/Users/${idOf(await newUser({ title: 'Dr.' }))}`;
        const after = await change(path, { op: 'replace', path: 'title', value });
        expectEqual(after['title'] ?? '', '', `title after ${JSON.stringify(value)}`);
      }
    },
  },
  {
    id: 'X28',
    title: 'A PATCH that changes nothing keeps version and lastModified',
    grade: 'MUST',
    source: 'RFC 7644 §3.5.2.1, §3.14',
    needs,
    run: async ({ newUser, change }) => {
      const user = await newUser({ title: 'Dr.' });
      const path = `/Users/${idOf(user)}`;
      const same = await change(path, { op: 'replace', path: 'title', value: 'Dr.' });
      expectEqual(same['meta'], user['meta'], 'meta');
      const other = await change(path, { op: 'replace', path: 'title', value: 'Prof.' });
      const version = textOf(user, 'meta', 'version');
      if (version === '') return;
      expectThat(textOf(other, 'meta', 'version') !== version, 'another version', other['meta']);
    },
  },
  {
    id: 'X32',
    title: 'roles are reached by primary, and keep complex values',
    grade: 'SHOULD',
    source: 'Microsoft: Develop a SCIM endpoint',
    needs,
    run: async ({ newUser, change }) => {
      const role = { value: 'admin', display: 'Admin', type: 'WindowsAzureActiveDirectoryRole' };
      const user = await newUser({ roles: [{ ...role, primary: true }] });
      const path = 'roles[primary eq true].value';
      const after = await change(`/Users/${idOf(user)}`, { op: 'replace', path, value: 'reader' });
      expectEqual(textOf(after, 'roles', 0, 'value'), 'reader', 'roles[0].value');
      expectEqual(textOf(after, 'roles', 0, 'type'), role.type, 'roles[0].type');
    },
  },
  {
    id: 'X33',
    title: 'schemas follows the extensions that come and go',
    grade: 'MUST',
    source: 'RFC 7643 §3, RFC 7644 §3.5.2',
    needs,
    run: async ({ newUser, change }) => {
      const path = `/Users/${idOf(await newUser())}`;
      const target = `${ENTERPRISE_URN}:department`;
      const added = await change(path, { op: 'add', path: target, value: 'Maths' });
      const schemas = listOf(added, 'schemas');
      expectThat(schemas.includes(ENTERPRISE_URN), `schemas with ${ENTERPRISE_URN}`, schemas);
      const removed = await change(path, { op: 'remove', path: target });
      expectEqual(listOf(removed, 'schemas'), [USER_URN], 'schemas');
    },
  },
  {
    id: 'X34',
    title: 'An unknown attribute in a path is refused',
    grade: 'SHOULD',
    source: 'RFC 7644 §3.12',
    needs,
    run: async ({ newUser, patch }) => {
      const path = `/Users/${idOf(await newUser())}`;
      const operation = { op: 'replace', path: 'noSuchAttribute', value: 'x' };
      expectError(await patch(path, operation), 400, 'invalidPath', 'noTarget');
    },
  },
];
