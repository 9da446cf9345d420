// What a test expects of a JSON body: a part of it, and the place where it differs.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { findDifference } from '../../main/verify/match-json.ts';
import type { JsonValue } from '../../shared/scim/json.ts';

const PATCH: JsonValue = {
  schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
  Operations: [
    { op: 'Replace', path: 'active', value: false },
    { op: 'Add', path: 'title', value: 'Boss' },
  ],
};

describe('A body holds what is expected', () => {
  const cases: readonly (readonly [string, JsonValue])[] = [
    ['of an object some members', { Operations: [{ path: 'title' }] }],
    ['of an array some items in any order', { Operations: [{ op: 'Add' }, { op: 'Replace' }] }],
    ['nothing at all', {}],
    ['the whole', PATCH],
  ];
  for (const [title, expected] of cases) {
    test(title, () => assert.equal(findDifference(expected, PATCH, 'body'), undefined));
  }
});

describe('A body differs', () => {
  const cases: readonly (readonly [string, JsonValue, JsonValue | undefined, string])[] = [
    ['in a member', { active: true }, { active: 'True' }, 'body.active'],
    [
      'where a member is missing',
      { name: { familyName: 'B' } },
      { name: {} },
      'body.name.familyName',
    ],
    ['within the only item', [{ op: 'add' }], [{ op: 'Add' }], 'body[0].op'],
    ['where no item fits', { a: [1, 4] }, { a: [1, 2, 3] }, 'body.a'],
    ['where one item would have to fit twice', [1, 1], [1, 2], 'body'],
    ['where there is no body', { a: 1 }, undefined, 'body'],
    ['in a name that objects inherit', { constructor: {} }, {}, 'body.constructor'],
  ];
  for (const [title, expected, actual, place] of cases) {
    test(title, () => assert.equal(findDifference(expected, actual, 'body')?.condition, place));
  }
});
