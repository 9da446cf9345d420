import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { JsonValue } from '../../../shared/scim/json.ts';
import { readPatch } from '../../../main/scim/patch/read-patch.ts';
import { splitMembers, type MemberChange } from '../../../main/scim/patch/split-members.ts';
import { memberChanges, patchBody } from './run-patch.ts';
import { GROUP_RULES } from '../../support/rules.ts';

const CASES: readonly (readonly [string, JsonValue, readonly MemberChange[]])[] = [
  [
    'Add with a list, $ref null (Entra)',
    { op: 'Add', path: 'members', value: [{ $ref: null, value: 'a' }, { value: 'b' }] },
    [{ kind: 'add', members: [{ value: 'a' }, { value: 'b' }] }],
  ],
  [
    'add with one object',
    { op: 'add', path: 'members', value: { value: 'a', type: 'User', display: 'Ada' } },
    [{ kind: 'add', members: [{ value: 'a', type: 'User', display: 'Ada' }] }],
  ],
  [
    'add with plain ids',
    { op: 'add', path: 'members', value: ['a', 'b', 'a'] },
    [{ kind: 'add', members: [{ value: 'a' }, { value: 'b' }] }],
  ],
  [
    'add with only a $ref takes the id from it',
    { op: 'add', path: 'members', value: [{ $ref: 'https://host/scim/v2/Users/a' }] },
    [{ kind: 'add', members: [{ value: 'a' }] }],
  ],
  [
    'pathless add',
    { op: 'add', value: { members: [{ value: 'a' }] } },
    [{ kind: 'add', members: [{ value: 'a' }] }],
  ],
  ['add of an empty list does nothing', { op: 'add', path: 'members', value: [] }, []],
  [
    'Remove with a list takes just those away (Entra)',
    { op: 'Remove', path: 'members', value: [{ $ref: null, value: 'a' }] },
    [{ kind: 'remove', values: ['a'] }],
  ],
  ['remove without a value clears', { op: 'remove', path: 'members' }, [{ kind: 'clear' }]],
  ['remove of an empty list does nothing', { op: 'remove', path: 'members', value: [] }, []],
  [
    'remove by id (Entra flag mode)',
    { op: 'remove', path: 'members[value eq "a"]' },
    [{ kind: 'remove', values: ['a'] }],
  ],
  [
    'remove by several ids',
    { op: 'remove', path: 'members[value eq "a" or value eq "b"]' },
    [{ kind: 'remove', values: ['a', 'b'] }],
  ],
  [
    'replace with a list',
    { op: 'replace', path: 'members', value: [{ value: 'a', display: 'Ada' }] },
    [{ kind: 'replace', members: [{ value: 'a', display: 'Ada' }] }],
  ],
  ['replace by nothing clears', { op: 'replace', path: 'members', value: [] }, [{ kind: 'clear' }]],
];

describe('splitMembers (RFC 7644 §3.5.2)', () => {
  for (const [claim, operation, changes] of CASES) {
    test(claim, () => {
      assert.deepEqual(memberChanges(operation), changes);
    });
  }

  test('another filter is left to be evaluated over the members', () => {
    const [change] = memberChanges({ op: 'remove', path: 'members[type eq "Group"]' });

    assert.equal(change?.kind, 'remove-where');
  });

  test('keeps the order, and the other attributes apart', () => {
    const body = patchBody(
      { op: 'remove', path: 'members[value eq "b"]' },
      { op: 'replace', value: { id: 'g', displayName: 'Sales', members: ['c'] } },
      { op: 'add', path: 'members', value: ['d'] },
    );

    const { attributes, members } = splitMembers(readPatch(body, GROUP_RULES));

    assert.deepEqual(
      attributes.map(({ value }) => value),
      ['Sales'],
    );
    assert.deepEqual(
      members.map(({ kind }) => kind),
      ['remove', 'replace', 'add'],
    );
  });

  for (const path of [
    'members.display',
    'members[value eq "a"].display',
    'members[value eq "a"]',
  ]) {
    test(`refuses to replace ${path}: members are immutable`, () => {
      assert.throws(() => memberChanges({ op: 'replace', path, value: 'x' }), {
        name: 'ScimError',
        scimType: 'mutability',
        detail: /^Operations\[0\]\.path 'members/,
      });
    });
  }

  test('refuses a member without a value', () => {
    const operation = { op: 'add', path: 'members', value: [{ value: 'a' }, { display: 'b' }] };

    assert.throws(() => memberChanges(operation), {
      scimType: 'invalidValue',
      detail: "Operations[0].path 'members': members[1] has no value",
    });
  });
});
