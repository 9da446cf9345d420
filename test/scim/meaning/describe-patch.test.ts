// PATCH of users and groups.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { deriveMeaning } from '../../../main/scim/meaning/derive-meaning.ts';
import {
  ADA,
  BOB,
  buildExchange,
  ENTERPRISE,
  patchGroup,
  patchUser,
  type Row,
  runTable,
  SALES,
  userEffect,
} from './build-exchange.ts';

const userPatches: readonly Row[] = [
  [
    'string boolean',
    patchUser({ op: 'Replace', path: 'active', value: 'False' }),
    'deactivate',
    'Deactivate ada@contoso.test',
  ],
  [
    'real boolean',
    patchUser({ op: 'replace', path: 'active', value: true }),
    'activate',
    'Activate ada@contoso.test',
  ],
  [
    'no path (Okta)',
    patchUser({ op: 'replace', value: { active: false } }),
    'deactivate',
    'Deactivate ada@contoso.test',
  ],
  [
    'manager as an array',
    patchUser({ op: 'Add', path: 'manager', value: [{ $ref: null, value: BOB }] }),
    'set-manager',
    'Set manager of ada@contoso.test to bob@contoso.test',
  ],
  [
    'manager as a text',
    patchUser({ op: 'add', path: `${ENTERPRISE}:manager`, value: BOB }),
    'set-manager',
    'Set manager of ada@contoso.test to bob@contoso.test',
  ],
  [
    'manager emptied',
    patchUser({ op: 'Replace', path: `${ENTERPRISE}:manager`, value: { value: '' } }),
    'clear-manager',
    'Clear manager of ada@contoso.test',
  ],
  [
    'manager removed',
    patchUser({ op: 'Remove', path: `${ENTERPRISE}:manager` }),
    'clear-manager',
    'Clear manager of ada@contoso.test',
  ],
  [
    'roles',
    patchUser({ op: 'add', path: 'roles[primary eq "True"].value', value: 'Admin' }),
    'change-roles',
    'Change roles of ada@contoso.test',
  ],
  [
    'password',
    patchUser({ op: 'replace', value: { password: 'x' } }),
    'change-password',
    'Change password of ada@contoso.test',
  ],
  [
    'path-like keys',
    patchUser({
      op: 'replace',
      value: { displayName: 'A', 'name.givenName': 'B', [`${ENTERPRISE}:department`]: 'C' },
    }),
    'update',
    'Update ada@contoso.test: displayName, name.givenName, department',
  ],
  [
    'whole extension',
    patchUser({ op: 'add', path: ENTERPRISE, value: { costCenter: '1' } }),
    'update',
    'Update ada@contoso.test: costCenter',
  ],
  [
    'path that cannot be read',
    patchUser({ op: 'replace', path: 'emails[type eq', value: 'x' }),
    'update',
    'Update ada@contoso.test: emails[type eq',
  ],
  [
    'unknown operation',
    patchUser({ op: 'move', path: 'title' }),
    'update',
    'Update ada@contoso.test',
  ],
];

const groupPatches: readonly Row[] = [
  [
    'one member',
    patchGroup({ op: 'Add', path: 'members', value: [{ $ref: null, value: ADA }] }),
    'add-members',
    'Add ada@contoso.test to Sales EMEA',
  ],
  [
    'three members',
    patchGroup({
      op: 'Add',
      path: 'members',
      value: [{ value: '1' }, { value: '2' }, { value: '3' }],
    }),
    'add-members',
    'Add 3 members to Sales EMEA',
  ],
  [
    'member that is not stored',
    patchGroup({ op: 'add', path: 'members', value: [{ value: '1', display: 'eve' }] }),
    'add-members',
    'Add eve to Sales EMEA',
  ],
  [
    'value list (Entra)',
    patchGroup({ op: 'Remove', path: 'members', value: [{ value: ADA }] }),
    'remove-members',
    'Remove ada@contoso.test from Sales EMEA',
  ],
  [
    'value path',
    patchGroup({ op: 'remove', path: `members[value eq "${ADA}"]` }),
    'remove-members',
    'Remove ada@contoso.test from Sales EMEA',
  ],
  [
    'two value paths',
    patchGroup(
      { op: 'remove', path: `members[value eq "${ADA}"]` },
      { op: 'remove', path: `members[value eq "${BOB}"]` },
    ),
    'remove-members',
    'Remove 2 members from Sales EMEA',
  ],
  [
    'remove without value',
    patchGroup({ op: 'remove', path: 'members' }),
    'remove-members',
    'Remove all members from Sales EMEA',
  ],
  [
    'remove without value, then add',
    patchGroup(
      { op: 'remove', path: 'members' },
      { op: 'add', path: 'members', value: [{ value: ADA }, { value: BOB }] },
    ),
    'change-members',
    'Set members of Sales EMEA to 2 members',
  ],
  [
    'removal by another sub-attribute',
    patchGroup({ op: 'remove', path: 'members[type eq "User"]' }),
    'remove-members',
    'Remove some members from Sales EMEA',
  ],
  [
    'remove and add (Okta)',
    patchGroup(
      { op: 'remove', path: `members[value eq "${BOB}"]` },
      { op: 'add', path: 'members', value: [{ value: ADA }] },
    ),
    'change-members',
    'Change members of Sales EMEA: add ada@contoso.test, remove bob@contoso.test',
  ],
  [
    'replace (Okta)',
    patchGroup({ op: 'replace', path: 'members', value: [{ value: ADA }, { value: BOB }] }),
    'change-members',
    'Set members of Sales EMEA to 2 members',
  ],
  [
    'rename',
    patchGroup({ op: 'Replace', path: 'displayName', value: 'Sales World' }),
    'rename',
    'Rename Sales EMEA to Sales World',
  ],
  [
    'rename with id (Okta)',
    patchGroup({ op: 'replace', value: { id: SALES, displayName: 'Pushed' } }),
    'rename',
    'Rename Sales EMEA to Pushed',
  ],
  [
    'name and members together',
    patchGroup({ op: 'replace', value: { displayName: 'X', members: [] } }),
    'update',
    'Update Sales EMEA: displayName, members',
  ],
];

describe('the meaning of a PATCH of a user', () => runTable(userPatches));
describe('the meaning of a PATCH of a group', () => runTable(groupPatches));

test('a group keeps its old name in a rename', () => {
  const effect = {
    ...userEffect(['displayName']),
    resourceType: 'Group',
    resourceId: SALES,
    resourceName: 'Sales World',
    before: { displayName: 'Sales EMEA' },
  };

  const meaning = deriveMeaning(
    buildExchange({
      ...patchGroup({ op: 'Replace', path: 'displayName', value: 'Sales World' }),
      effects: [effect],
    }),
  );

  assert.deepEqual(
    [meaning.sentence, meaning.resourceName],
    ['Rename Sales EMEA to Sales World', 'Sales World'],
  );
});
