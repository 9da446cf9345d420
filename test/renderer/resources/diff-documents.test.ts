// The attribute changes shown before a document is saved.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { diffDocuments } from '../../../renderer/features/resources/diff-documents.ts';
import { ENTERPRISE_USER } from '../../../renderer/features/resources/scim-names.ts';

describe('Changes between two documents', () => {
  test('name sub-attributes one by one and lists as a whole', () => {
    const before = { name: { givenName: 'Ada', familyName: 'Byron' }, emails: [{ value: 'a' }] };
    const after = { name: { givenName: 'Ada', familyName: 'Lovelace' }, emails: [{ value: 'b' }] };

    assert.deepEqual(diffDocuments(before, after), [
      { path: 'name.familyName', kind: 'changed', before: 'Byron', after: 'Lovelace' },
      { path: 'emails', kind: 'changed', before: [{ value: 'a' }], after: [{ value: 'b' }] },
    ]);
  });

  test('name extension attributes with their URN', () => {
    const after = { [ENTERPRISE_USER]: { department: 'Engines', manager: { value: '2' } } };

    assert.deepEqual(diffDocuments({}, after), [
      { path: `${ENTERPRISE_USER}:department`, kind: 'added', after: 'Engines' },
      { path: `${ENTERPRISE_USER}:manager.value`, kind: 'added', after: '2' },
    ]);
  });

  test('leave out what the server keeps, and the order of keys', () => {
    const before = { id: '1', meta: { version: 'W/"1"' }, emails: [{ value: 'a', type: 'work' }] };
    const after = { id: '2', emails: [{ type: 'work', value: 'a' }], groups: [] };

    assert.deepEqual(diffDocuments(before, after), []);
  });

  test('tell a removed attribute', () => {
    assert.deepEqual(diffDocuments({ title: 'Dr' }, {}), [
      { path: 'title', kind: 'removed', before: 'Dr' },
    ]);
  });
});
