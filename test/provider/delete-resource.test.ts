// RFC 7644 §3.6: deleting a resource, and what goes with it.
import { strict as assert } from 'node:assert';
import { describe, test } from 'node:test';
import { deleteResource } from '../../main/provider/delete-resource.ts';
import { getResource } from '../../main/provider/get-resource.ts';
import { groupModel, userModel } from '../../main/scim/schema/resource-models.ts';
import { createGroup, createUser, EVERYTHING, idOf, openContext } from '../support/open-context.ts';
import { countUsers, metaOf, readGroup } from './change-resource.ts';

describe('RFC 7644 §3.6 DELETE', () => {
  test('answers 204, then 404, and frees the userName', (t) => {
    const { context } = openContext(t);
    const id = idOf(createUser(context, 'ada'));

    const response = deleteResource(context, userModel, id);

    assert.deepEqual(response, { status: 204 });
    assert.throws(() => getResource(context, userModel, { id, projection: EVERYTHING }), {
      status: 404,
    });
    assert.throws(() => deleteResource(context, userModel, id), { status: 404 });
    assert.equal(countUsers(context), 0);
    createUser(context, 'ada');
  });

  test('takes the user out of its groups and tells so in both', (t) => {
    const { context, effects } = openContext(t);
    const ada = idOf(createUser(context, 'ada'));
    const group = createGroup(context, 'Sales', [ada, 'other']);

    deleteResource(context, userModel, ada);

    const after = readGroup(context, idOf(group));
    assert.deepEqual(after['members'], [{ value: 'other' }]);
    assert.equal(metaOf(after)['version'], 'W/"2"');
    assert.deepEqual(
      effects.slice(2).map(({ action, resourceName }) => [action, resourceName]),
      [
        ['deleted', 'ada'],
        ['updated', 'Sales'],
      ],
    );
    assert.deepEqual(effects[3]?.changes, [
      { path: 'members', kind: 'removed', before: [{ value: ada, display: 'ada' }] },
    ]);
  });

  test('of a group that contains itself is an ordinary deletion', (t) => {
    const { context, effects } = openContext(t);
    const id = idOf(createGroup(context, 'Sales', ['id-1']));

    deleteResource(context, groupModel, id);

    assert.deepEqual(
      effects.map(({ action }) => action),
      ['created', 'deleted'],
    );
  });
});
