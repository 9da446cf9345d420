// Roles that the target holds as JSON text, which the form that only adds has written before.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findDifferences } from '../../../main/simulator/engine/compare-resource.ts';
import { toWireAttribute } from '../../../main/simulator/client/wire-value.ts';

const ROLE = { id: '1', value: 'admin', displayName: 'Admin' };

for (const [roleForm, expected] of [
  ['complex', 0],
  ['assertive', 1],
] as const) {
  test(`a role held as JSON text ${expected === 0 ? 'is the role for' : 'is replaced by'} the ${roleForm} form`, () => {
    const attribute = toWireAttribute({ target: 'roles', value: [ROLE], roleForm });
    const resource = { roles: [{ value: JSON.stringify(ROLE) }] };

    const differences = findDifferences(attribute === undefined ? [] : [attribute], resource);

    assert.equal(differences.length, expected);
  });
}
