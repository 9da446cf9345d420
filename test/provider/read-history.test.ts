// The revisions of a resource.
import { strict as assert } from 'node:assert';
import { describe, test } from 'node:test';
import { deleteResource } from '../../main/provider/delete-resource.ts';
import { readHistory } from '../../main/provider/read-history.ts';
import { userModel } from '../../main/scim/schema/resource-models.ts';
import { createUser, idOf, openContext } from '../support/open-context.ts';
import { patchUser } from './change-resource.ts';

describe('the history of a resource', () => {
  test('is newest first, names the request, and outlives the resource', (t) => {
    const { context } = openContext(t);
    const id = idOf(createUser(context, 'ada'));
    patchUser({ ...context, requestId: 8 }, id, [{ op: 'add', path: 'title', value: 'CTO' }]);
    deleteResource({ ...context, requestId: null }, userModel, id);

    const { revisions } = readHistory(context, userModel, id);

    assert.deepEqual(revisions, [
      {
        version: 3,
        at: '2026-01-01T00:00:03.000Z',
        action: 'delete',
        requestId: null,
        source: null,
        tokenName: null,
        changes: [
          { path: 'userName', kind: 'removed', before: 'ada' },
          { path: 'title', kind: 'removed', before: 'CTO' },
        ],
      },
      {
        version: 2,
        at: '2026-01-01T00:00:02.000Z',
        action: 'patch',
        requestId: 8,
        source: null,
        tokenName: null,
        changes: [{ path: 'title', kind: 'added', after: 'CTO' }],
      },
      {
        version: 1,
        at: '2026-01-01T00:00:01.000Z',
        action: 'create',
        requestId: 7,
        source: null,
        tokenName: null,
        changes: [{ path: 'userName', kind: 'added', after: 'ada' }],
      },
    ]);
  });

  test('of an id that never was is 404', (t) => {
    const { context } = openContext(t);

    assert.throws(() => readHistory(context, userModel, 'nobody'), { status: 404 });
  });
});
