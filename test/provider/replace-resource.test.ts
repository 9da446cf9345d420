// RFC 7644 §3.5.1: replacing a resource.
import { strict as assert } from 'node:assert';
import { describe, test } from 'node:test';
import { replaceResource } from '../../main/provider/replace-resource.ts';
import { groupModel, userModel } from '../../main/scim/schema/resource-models.ts';
import type { JsonObject } from '../../shared/scim/json.ts';
import {
  bodyOf,
  createGroup,
  createUser,
  EVERYTHING,
  idOf,
  openContext,
} from '../support/open-context.ts';
import { countUsers, withoutMeta } from './change-resource.ts';

describe('RFC 7644 §3.5.1 PUT', () => {
  test('unassigns what the body leaves out and ignores id and meta in it', (t) => {
    const { context } = openContext(t);
    const user = createUser(context, 'ada', { displayName: 'Ada', title: 'CTO' });
    const body = { id: 'other', meta: { created: 'never' }, userName: 'ada', title: 'CEO' };

    const response = replaceResource(context, userModel, {
      id: idOf(user),
      body,
      projection: EVERYTHING,
    });

    assert.equal(response.status, 200);
    assert.deepEqual(withoutMeta(bodyOf(response)), {
      schemas: [userModel.core.id],
      id: idOf(user),
      userName: 'ada',
      title: 'CEO',
    });
  });

  test('replaces the members of a group, none when they are left out', (t) => {
    const { context } = openContext(t);
    const id = idOf(createGroup(context, 'Sales', ['a', 'b']));
    const put = (body: JsonObject) =>
      bodyOf(replaceResource(context, groupModel, { id, body, projection: EVERYTHING }))['members'];

    const answers = [
      put({ displayName: 'Sales', members: [{ value: 'b' }, { value: 'c' }] }),
      put({ displayName: 'Sales' }),
    ];

    assert.deepEqual(answers, [[{ value: 'b' }, { value: 'c' }], []]);
  });

  test('never creates', (t) => {
    const { context } = openContext(t);
    const request = { id: 'nobody', body: { userName: 'ada' }, projection: EVERYTHING };

    assert.throws(() => replaceResource(context, userModel, request), { status: 404 });
    assert.equal(countUsers(context), 0);
  });

  test('refuses the userName of another user', (t) => {
    const { context } = openContext(t);
    createUser(context, 'ada');
    const bob = idOf(createUser(context, 'bob'));
    const request = { id: bob, body: { userName: 'ADA' }, projection: EVERYTHING };

    assert.throws(() => replaceResource(context, userModel, request), {
      status: 409,
      scimType: 'uniqueness',
    });
  });
});
