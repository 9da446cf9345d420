// The group form as a SCIM document and as a PATCH.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  addMember,
  groupOperations,
  removeMember,
  writeGroupForm,
} from '../../../renderer/features/groups/group-form-model.ts';
import { CORE_GROUP, PATCH_OP } from '../../../renderer/features/resources/scim-names.ts';

describe('The group form', () => {
  test('writes a document with only what was filled in', () => {
    assert.deepEqual(writeGroupForm({}, { displayName: ' Sales ', externalId: '' }), {
      schemas: [CORE_GROUP],
      displayName: 'Sales',
    });
  });

  test('sends only what differs', () => {
    const stored = { displayName: 'Sales', externalId: 'x' };

    assert.deepEqual(groupOperations(stored, { displayName: 'Sales', externalId: '' }), [
      { op: 'remove', path: 'externalId' },
    ]);
  });

  test('adds and removes one member by its id (RFC 7644 §3.5.2.1, §3.5.2.2)', () => {
    assert.deepEqual(addMember('7'), {
      schemas: [PATCH_OP],
      Operations: [{ op: 'add', path: 'members', value: [{ value: '7' }] }],
    });
    assert.deepEqual(removeMember('7'), {
      schemas: [PATCH_OP],
      Operations: [{ op: 'remove', path: 'members[value eq "7"]' }],
    });
  });
});
