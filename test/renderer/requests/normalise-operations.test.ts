import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readOperations } from '../../../renderer/features/requests/details/normalise-operations.ts';

const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

function normalise(operation: Record<string, unknown>) {
  const message = JSON.parse(JSON.stringify({ Operations: [operation] }));
  return readOperations(message)[0]?.normal;
}

describe('The operations of a PATCH message in the form of RFC 7644 §3.5.2', () => {
  test('say nothing of an operation that already has it', () => {
    assert.deepEqual(normalise({ op: 'replace', path: 'title', value: 'x' }), []);
    assert.deepEqual(normalise({ op: 'remove', path: 'emails[type eq "work"]' }), []);
  });

  test('have op in lower case and booleans as booleans (Entra)', () => {
    assert.deepEqual(normalise({ op: 'Replace', path: 'active', value: 'False' }), [
      { op: 'replace', path: 'active', value: false },
    ]);
  });

  test('are one for each attribute when the path is left out', () => {
    const value = { displayName: 'Ada', [ENTERPRISE]: { department: 'R&D', division: 'EMEA' } };

    assert.deepEqual(normalise({ op: 'add', value }), [
      { op: 'add', path: 'displayName', value: 'Ada' },
      { op: 'add', path: `${ENTERPRISE}:department`, value: 'R&D' },
      { op: 'add', path: `${ENTERPRISE}:division`, value: 'EMEA' },
    ]);
  });

  test('keep a path that cannot be read as it was sent', () => {
    assert.deepEqual(normalise({ op: 'Add', path: 'emails[type eq', value: 1 }), [
      { op: 'add', path: 'emails[type eq', value: 1 },
    ]);
  });

  test('are none when the message is not a PatchOp', () => {
    assert.deepEqual(readOperations({ Operations: 'replace' }), []);
    assert.deepEqual(readOperations(undefined), []);
  });
});
