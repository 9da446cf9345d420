// Where Entra would misread a tenant's own schema.
import { strict as assert } from 'node:assert';
import { describe, test } from 'node:test';
import { warnOfResourceType, warnOfSchema } from '../../../shared/scim/entra-schema-warnings.ts';
import type { JsonObject } from '../../../shared/scim/json.ts';

const URN = 'urn:ietf:params:scim:schemas:extension:Velpic:2.0:User';

function pathsOf(schema: JsonObject, usedBy: readonly string[] = ['User']): readonly string[] {
  return warnOfSchema(schema, usedBy).map(({ path }) => path);
}

describe('an extension of User', () => {
  test('of simple attributes under a URN of the usual form is fine', () => {
    const attributes = [
      { name: 'site', type: 'string' },
      { name: 'floor', type: 'integer' },
    ];
    assert.deepEqual(pathsOf({ id: URN, attributes }), []);
  });

  test('is warned of for another URN, decimals, large complex and required attributes', () => {
    const subAttributes = ['a', 'b', 'c'].map((name) => ({ name, type: 'string' }));
    const attributes = [
      { name: 'rate', type: 'decimal' },
      { name: 'desk', type: 'complex', subAttributes },
      { name: 'pair', type: 'complex', subAttributes: subAttributes.slice(1) },
      { name: 'badge', type: 'string', required: true },
    ];

    assert.deepEqual(pathsOf({ id: 'urn:example:1', attributes }), ['', 'rate', 'desk', 'badge']);
  });
});

test('schemas of types that Entra does not provision are not looked at, the types are', () => {
  assert.deepEqual(pathsOf({ id: 'urn:example:1', attributes: [] }, ['Device']), []);
  assert.equal(warnOfResourceType({ name: 'Device' }).length, 1);
  assert.equal(warnOfResourceType({ name: 'User' }).length, 0);
});
