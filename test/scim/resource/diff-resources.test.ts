import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { diffResources, resourceName } from '../../../main/scim/resource/diff-resources.ts';
import { sameResource, valueKey } from '../../../main/scim/resource/same-resource.ts';
import { ENTERPRISE_USER_URN as ENTERPRISE } from '../../../main/scim/schema/urns.ts';

const BEFORE = {
  schemas: ['x'],
  id: '1',
  userName: 'ada',
  title: 'Analyst',
  name: { givenName: 'Ada', familyName: 'Byron' },
  emails: [{ value: 'a' }],
  [ENTERPRISE]: { department: 'R&D', manager: { value: 'm0' } },
  meta: { version: '1' },
};
const AFTER = {
  schemas: ['x', ENTERPRISE],
  id: '1',
  userName: 'ada',
  active: false,
  name: { familyName: 'King', givenName: 'Ada' },
  emails: [{ value: 'a' }, { value: 'b' }],
  [ENTERPRISE]: { manager: { value: 'm1' }, department: 'R&D' },
  meta: { version: '2' },
};

describe('diffResources', () => {
  test('tells each changed path, multi-valued attributes as a whole', () => {
    const changes = diffResources(BEFORE, AFTER);

    assert.deepEqual(changes, [
      { path: 'title', kind: 'removed', before: 'Analyst' },
      { path: 'name.familyName', kind: 'changed', before: 'Byron', after: 'King' },
      { path: 'emails', kind: 'changed', before: BEFORE.emails, after: AFTER.emails },
      { path: `${ENTERPRISE}:manager.value`, kind: 'changed', before: 'm0', after: 'm1' },
      { path: 'active', kind: 'added', after: false },
    ]);
  });

  test('a new resource has only additions, a deleted one only removals', () => {
    const user = { id: '1', userName: 'ada', name: { givenName: 'Ada' } };

    assert.deepEqual(diffResources(null, user), [
      { path: 'userName', kind: 'added', after: 'ada' },
      { path: 'name.givenName', kind: 'added', after: 'Ada' },
    ]);
    assert.deepEqual(
      diffResources(user, null).map(({ kind }) => kind),
      ['removed', 'removed'],
    );
  });

  test('a resource does not differ from itself', () => {
    assert.deepEqual(diffResources(BEFORE, structuredClone(BEFORE)), []);
  });
});

describe('resourceName', () => {
  test('is userName, else displayName, else null', () => {
    const names = [{ userName: 'u', displayName: 'd' }, { displayName: 'd' }, {}].map(resourceName);

    assert.deepEqual(names, ['u', 'd', null]);
  });
});

describe('sameResource', () => {
  const value = { a: [1, { b: null, c: 'x' }], d: true };

  for (const [claim, other, expected] of [
    ['ignores the order of members', { d: true, a: [1, { c: 'x', b: null }] }, true],
    ['minds the order of a list', { a: [{ b: null, c: 'x' }, 1], d: true }, false],
    ['minds a missing member', { a: [1, { b: null, c: 'x' }] }, false],
    ['tells null from absent', { a: [1, { c: 'x', e: null }], d: true }, false],
    ['tells a text from a boolean', { a: [1, { b: null, c: 'x' }], d: 'true' }, false],
    ['tells a list from an object', { a: { 0: 1, 1: { b: null, c: 'x' } }, d: true }, false],
  ] as const) {
    test(claim, () => {
      assert.equal(sameResource(value, other), expected);
      assert.equal(valueKey(value) === valueKey(other), expected);
    });
  }
});
