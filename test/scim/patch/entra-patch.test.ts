// The PATCH forms of Entra and Okta that the RFC does not foresee, each by name.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { JsonValue } from '../../../shared/scim/json.ts';
import { USER_URN } from '../../../main/scim/schema/urns.ts';
import { buildUser, ENTERPRISE, patchUser } from './run-patch.ts';

const CUSTOM = 'urn:ietf:params:scim:schemas:extension:contoso:2.0:User';
const MANAGER = `${ENTERPRISE}:manager`;

describe('Entra: values through a value path that matches nothing', () => {
  for (const op of ['Add', 'Replace']) {
    test(`${op} creates the value from the eq terms of the filter`, () => {
      const patched = patchUser(buildUser(), {
        op,
        path: 'phoneNumbers[type eq "mobile"].value',
        value: '+44 70 1',
      });

      assert.deepEqual(patched['phoneNumbers'], [{ type: 'mobile', value: '+44 70 1' }]);
    });
  }

  test('several operations fill one address', () => {
    const patched = patchUser(
      buildUser(),
      { op: 'Add', path: 'addresses[type eq "work"].streetAddress', value: '2 Mill Road' },
      { op: 'Add', path: 'addresses[type eq "work"].locality', value: 'Leeds' },
      { op: 'Add', path: 'addresses[type eq "work"].country', value: 'GB' },
    );

    assert.deepEqual(patched['addresses'], [
      { type: 'work', streetAddress: '2 Mill Road', locality: 'Leeds', country: 'GB' },
    ]);
  });

  test('roles[primary eq "True"].value makes a primary role, and finds it again', () => {
    const patched = patchUser(
      buildUser(),
      { op: 'add', path: 'roles[primary eq "True"].value', value: 'Admin' },
      { op: 'add', path: 'roles[primary eq "True"].display', value: 'Administrator' },
    );

    assert.deepEqual(patched['roles'], [
      { primary: true, value: 'Admin', display: 'Administrator' },
    ]);
  });

  test('an empty value creates nothing', () => {
    const patched = patchUser(buildUser(), {
      op: 'Replace',
      path: 'phoneNumbers[type eq "fax"].value',
      value: '',
    });

    assert.deepEqual(patched, buildUser());
  });

  test('a filter that tells no value is noTarget', () => {
    const operation = { op: 'replace', path: 'emails[type ne "work"].value', value: 'x' };

    assert.throws(() => patchUser(buildUser(), operation), {
      name: 'ScimError',
      status: 400,
      scimType: 'noTarget',
      detail: /^Operations\[0\]\.path 'emails\[type ne "work"\]\.value' matches no value/,
    });
  });
});

describe('Entra: the forms of manager', () => {
  const set: readonly (readonly [string, JsonValue])[] = [
    ['bare name, list', { op: 'Add', path: 'manager', value: [{ $ref: 'x/m1', value: 'm1' }] }],
    ['URN, text', { op: 'add', path: MANAGER, value: 'm1' }],
    ['URN, object', { op: 'replace', path: MANAGER, value: { value: 'm1' } }],
    ['sub-attribute', { op: 'Replace', path: `${MANAGER}.value`, value: 'm1' }],
    ['only a $ref', { op: 'add', path: MANAGER, value: { $ref: '../Users/m1' } }],
    ['pathless URN key', { op: 'replace', value: { [MANAGER]: { value: 'm1' } } }],
    ['pathless extension', { op: 'replace', value: { [ENTERPRISE]: { manager: 'm1' } } }],
  ];
  for (const [form, operation] of set) {
    test(`sets it: ${form}`, () => {
      const patched = patchUser(
        buildUser({ [ENTERPRISE]: { manager: { value: 'm0' } } }),
        operation,
      );

      assert.deepEqual(patched[ENTERPRISE], { manager: { value: 'm1' } });
    });
  }

  const cleared: readonly (readonly [string, JsonValue])[] = [
    ['object with an empty value', { op: 'replace', path: MANAGER, value: { value: '' } }],
    ['empty text', { op: 'Replace', path: MANAGER, value: '' }],
    ['null', { op: 'Replace', path: MANAGER, value: null }],
    ['empty list', { op: 'Replace', path: 'manager', value: [] }],
    ['Remove', { op: 'Remove', path: MANAGER }],
    ['Remove with a value', { op: 'Remove', path: 'manager', value: [{ value: 'm0' }] }],
    ['misspelt URN', { op: 'Remove', path: `${MANAGER.replace(':User', 'User')}` }],
  ];
  for (const [form, operation] of cleared) {
    test(`clears it: ${form}`, () => {
      const patched = patchUser(
        buildUser({ [ENTERPRISE]: { manager: { value: 'm0' } } }),
        operation,
      );

      assert.deepEqual(patched, buildUser());
    });
  }
});

describe('Entra: other forms', () => {
  for (const [sent, stored] of [
    ['False', false],
    ['True', true],
    [false, false],
  ] as const) {
    test(`active ${JSON.stringify(sent)} is the boolean ${stored}`, () => {
      const patched = patchUser(buildUser(), { op: 'Replace', path: 'active', value: sent });

      assert.equal(patched['active'], stored);
    });
  }

  test('flag mode groups attributes under path-like keys', () => {
    const patched = patchUser(buildUser({ name: { givenName: 'A', familyName: 'B' } }), {
      op: 'replace',
      value: {
        active: true,
        'name.givenName': 'Ada',
        'emails[type eq "work"].value': 'ada@contoso.test',
        [`${ENTERPRISE}:department`]: 'R&D',
      },
    });

    assert.deepEqual(patched, {
      ...buildUser({ name: { givenName: 'Ada', familyName: 'B' } }),
      schemas: [USER_URN, ENTERPRISE],
      active: true,
      emails: [{ type: 'work', value: 'ada@contoso.test' }],
      [ENTERPRISE]: { department: 'R&D' },
    });
  });

  test('a role may be JSON text; it stays as sent', () => {
    const value = '{"id":"06b0","value":"Admin","displayName":"Administrator"}';

    const patched = patchUser(buildUser(), { op: 'Add', path: 'roles', value: [{ value }] });

    assert.deepEqual(patched['roles'], [{ value }]);
  });

  test('assertive role mapping replaces the whole set', () => {
    const role = { primary: false, type: 'WindowsAzureActiveDirectoryRole', value: 'User' };

    const patched = patchUser(buildUser({ roles: [{ value: 'Admin' }] }), {
      op: 'replace',
      path: 'roles',
      value: [role],
    });

    assert.deepEqual(patched['roles'], [role]);
  });

  test('Remove of a value with the old value given leaves no bare type behind', () => {
    const user = buildUser({
      emails: [{ type: 'work', primary: true, value: 'old@contoso.test' }],
    });

    const patched = patchUser(user, {
      op: 'Remove',
      path: 'emails[type eq "work"].value',
      value: 'old@contoso.test',
    });

    assert.deepEqual(patched, buildUser());
  });

  test('the 2017 form wraps each value in a list of objects', () => {
    const patched = patchUser(buildUser(), {
      op: 'Replace',
      path: 'displayName',
      value: [{ $ref: null, value: 'Ada' }],
    });

    assert.equal(patched['displayName'], 'Ada');
  });

  test('an unquoted literal in a value path is read', () => {
    const user = buildUser({ emails: [{ type: 'work', value: 'a' }] });

    const patched = patchUser(user, {
      op: 'Replace',
      path: 'emails[type eq work].value',
      value: 'b',
    });

    assert.deepEqual(patched['emails'], [{ type: 'work', value: 'b' }]);
  });

  test('custom extension attributes live under their URN, which joins and leaves schemas', () => {
    const added = patchUser(
      buildUser(),
      { op: 'Add', path: `${CUSTOM}:badge`, value: 'B-77' },
      { op: 'Add', path: `${CUSTOM.toLowerCase()}:desk.floor`, value: '4' },
      { op: 'Add', value: { [CUSTOM]: { tags: ['x'] } } },
      { op: 'Add', path: `${CUSTOM}:tags`, value: ['x', 'y'] },
    );
    const removed = patchUser(added, { op: 'Remove', path: CUSTOM });

    assert.deepEqual(added, {
      ...buildUser(),
      schemas: [USER_URN, CUSTOM],
      [CUSTOM]: { badge: 'B-77', desk: { floor: '4' }, tags: ['x', 'y'] },
    });
    assert.deepEqual(removed, buildUser());
  });
});

describe('Okta', () => {
  test('pathless replace with id beside displayName ignores the id', () => {
    const patched = patchUser(buildUser(), {
      op: 'replace',
      value: { id: '42', displayName: 'Ada', meta: { version: 'x' }, groups: [] },
    });

    assert.deepEqual(patched, { ...buildUser(), displayName: 'Ada' });
  });
});
