// What the body editor of Compose knows, by method and path.
import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import { hintsForBody } from '../../../renderer/features/compose/body-hints.ts';
import { readTypeSchemas } from '../../../renderer/features/resources/schema-model.ts';
import { listSchemas } from '../../../main/provider/list-tenant-schemas.ts';
import { openContext } from '../../support/open-context.ts';

function hintsFor(t: TestContext, method: string, path: string) {
  return hintsForBody(readTypeSchemas(listSchemas(openContext(t).context)), { method, path });
}

describe('Hints for the body of a request', () => {
  test('are those of the resource for POST and PUT, and none where the body is none', (t) => {
    const messages = (method: string, path: string) =>
      hintsFor(t, method, path)
        ?.findProblems({ shoeSize: 42 })
        .map(({ message }) => message);

    assert.deepEqual(messages('POST', '/Groups?attributes=id'), [
      'displayName is required.',
      'No schema has the attribute shoeSize.',
    ]);
    assert.deepEqual(messages('PUT', '/Users/7'), [
      'userName is required.',
      'No schema has the attribute shoeSize.',
    ]);
    assert.equal(messages('POST', '/Users/.search'), undefined);
    assert.equal(messages('POST', '/Bulk'), undefined);
    assert.equal(messages('GET', '/Users'), undefined);
  });

  test('of a PATCH name what an operation lacks, and attributes that no schema has', (t) => {
    const problems = hintsFor(t, 'PATCH', '/Users/7')?.findProblems({
      Operations: [
        { op: 'Replace', path: 'active', value: false },
        { op: 'move', path: 'emails[type eq "work"].value', value: 'a@x.example' },
        { op: 'remove' },
        { op: 'add', path: 'shoeSize', value: 42 },
        { op: 'replace', value: { 'name.givenName': 'Ada' } },
      ],
    });

    assert.deepEqual(
      problems?.map(({ path, severity, message }) => [path.join('.'), severity, message]),
      [
        ['Operations.0.op', 'warning', 'The RFC spells it replace.'],
        ['Operations.1.op', 'error', 'op is add, replace or remove.'],
        ['Operations.2', 'error', 'remove needs a path (RFC 7644 §3.5.2.2).'],
        ['Operations.3.path', 'warning', 'No schema has the attribute shoeSize.'],
      ],
    );
  });

  test('of a PATCH complete operations and paths', (t) => {
    const hints = hintsFor(t, 'PATCH', '/Users/7');

    assert.deepEqual(
      hints?.namesAt(['Operations', 0]).map(({ name }) => name),
      ['op', 'path', 'value'],
    );
    assert.deepEqual(hints?.valuesAt(['Operations', 0, 'op']), ['add', 'replace', 'remove']);
    assert.ok(hints?.valuesAt(['Operations', 0, 'path']).includes('name.familyName'));
  });
});
