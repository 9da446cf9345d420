// The user form as a SCIM document and as a PATCH.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  emptyUserForm,
  readUserForm,
  userOperations,
  writeUserForm,
} from '../../../renderer/features/users/user-form-model.ts';
import { CORE_USER, ENTERPRISE_USER } from '../../../renderer/features/resources/scim-names.ts';
import type { JsonObject } from '../../../shared/scim/json.ts';

const stored: JsonObject = {
  schemas: [CORE_USER, ENTERPRISE_USER],
  id: '1',
  userName: 'ada@contoso.com',
  active: true,
  name: { givenName: 'Ada', middleName: 'King' },
  emails: [{ value: 'ada@contoso.com', type: 'work', primary: true }],
  [ENTERPRISE_USER]: { department: 'Engines', manager: { value: '2', displayName: 'Babbage' } },
};

describe('A new user from the form', () => {
  test('holds only what was filled in, with the schemas it uses', () => {
    const form = {
      ...emptyUserForm,
      userName: ' ada ',
      email: 'a@x.example',
      department: 'Engines',
    };

    assert.deepEqual(writeUserForm({}, form), {
      schemas: [CORE_USER, ENTERPRISE_USER],
      userName: 'ada',
      active: true,
      emails: [{ value: 'a@x.example', type: 'work', primary: true }],
      [ENTERPRISE_USER]: { department: 'Engines' },
    });
  });

  test('keeps what only the JSON tab knows', () => {
    const form = { ...readUserForm(stored), displayName: 'Ada K.' };
    const document = writeUserForm(stored, form);

    assert.deepEqual(document, { ...stored, displayName: 'Ada K.' });
  });

  test('drops an extension and its schema when the form empties it', () => {
    const form = { ...readUserForm(stored), department: '', manager: '' };
    const document = writeUserForm(stored, form);

    assert.equal(Object.hasOwn(document, ENTERPRISE_USER), false);
    assert.deepEqual(document['schemas'], [CORE_USER]);
  });
});

describe('An edited user as PATCH operations (RFC 7644 §3.5.2)', () => {
  const cases = [
    ['no operation for what is as it was', {}, []],
    ['only the userName', { userName: 'b' }, [{ op: 'replace', path: 'userName', value: 'b' }]],
    ['the removal of a given name', { givenName: '' }, [{ op: 'remove', path: 'name.givenName' }]],
    ['only active', { active: false }, [{ op: 'replace', path: 'active', value: false }]],
    [
      'only the work e-mail',
      { email: 'b@x.example' },
      [{ op: 'replace', path: 'emails[type eq "work"].value', value: 'b@x.example' }],
    ],
    [
      'the removal of the work e-mail',
      { email: '' },
      [{ op: 'remove', path: 'emails[type eq "work"]' }],
    ],
    [
      'only the department',
      { department: 'Looms' },
      [{ op: 'replace', path: `${ENTERPRISE_USER}:department`, value: 'Looms' }],
    ],
    [
      'only the manager',
      { manager: '3' },
      [{ op: 'replace', path: `${ENTERPRISE_USER}:manager`, value: { value: '3' } }],
    ],
    [
      'the removal of the manager',
      { manager: '' },
      [{ op: 'remove', path: `${ENTERPRISE_USER}:manager` }],
    ],
  ] as const;
  for (const [what, change, operations] of cases) {
    test(`send ${what}`, () => {
      assert.deepEqual(userOperations(stored, { ...readUserForm(stored), ...change }), operations);
    });
  }

  test('add a first work e-mail beside another primary one', () => {
    const user: JsonObject = { ...stored, emails: [{ value: 'h@x', type: 'home', primary: true }] };
    const form = { ...readUserForm(user), email: 'w@x' };

    assert.deepEqual(userOperations(user, form), [
      { op: 'add', path: 'emails', value: [{ value: 'w@x', type: 'work' }] },
    ]);
  });
});
