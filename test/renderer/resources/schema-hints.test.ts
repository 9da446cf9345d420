// What the JSON editor knows of the tenant's schema.
import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import { createSchemaHints } from '../../../renderer/features/resources/schema-hints.ts';
import { readTypeSchemas } from '../../../renderer/features/resources/schema-model.ts';
import { listSchemas } from '../../../main/provider/list-tenant-schemas.ts';
import { openContext } from '../../support/open-context.ts';

const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

function userHints(t: TestContext) {
  const [user] = readTypeSchemas(listSchemas(openContext(t).context));
  assert.ok(user);
  return createSchemaHints(user);
}

describe('Hints by schema', () => {
  test('find what does not fit, each at its place', (t) => {
    const problems = userHints(t).findProblems({
      schemas: [],
      id: 'kept by the server',
      active: 'yes',
      emails: [{ value: 'a@x.example', primary: 'true' }],
      nickname: 'A',
      shoeSize: 42,
      phoneNumbers: { value: '1' },
      [ENTERPRISE]: { departement: 'Engines', manager: { value: '1' } },
    });

    assert.deepEqual(
      problems.map(({ path, message }) => [path.join('.'), message]),
      [
        ['', 'userName is required.'],
        ['active', 'active is true or false.'],
        ['emails.0.primary', 'primary is true or false.'],
        ['nickname', 'The schema spells it nickName.'],
        ['shoeSize', 'No schema has the attribute shoeSize.'],
        ['phoneNumbers', 'phoneNumbers is a list, in square brackets.'],
        [`${ENTERPRISE}.departement`, 'No schema has the attribute departement.'],
      ],
    );
  });

  test('say nothing of a sound document', (t) => {
    const document = {
      userName: 'ada',
      active: true,
      name: { givenName: 'Ada' },
      emails: [{ value: 'a@x.example', type: 'work', primary: true }],
      [ENTERPRISE]: { department: 'Engines' },
    };

    assert.deepEqual(userHints(t).findProblems(document), []);
  });

  test('name attributes and values that may stand at a path', (t) => {
    const hints = userHints(t);
    const names = (path: readonly (string | number)[]) =>
      hints.namesAt(path).map(({ name }) => name);

    assert.ok(names([]).includes('userName') && names([]).includes(ENTERPRISE));
    assert.deepEqual(names(['emails', 0]), ['value', 'display', 'type', 'primary']);
    assert.ok(names([ENTERPRISE]).includes('department'));
    assert.deepEqual(hints.valuesAt(['emails', 0, 'type']), ['work', 'home', 'other']);
    assert.deepEqual(hints.valuesAt(['active']), [true, false]);
  });
});
