// RFC 7644 §3.5.2: patching a resource, and what is reported of it.
import { strict as assert } from 'node:assert';
import { describe, test } from 'node:test';
import { patchResource } from '../../main/provider/patch-resource.ts';
import { readHistory } from '../../main/provider/read-history.ts';
import { userModel } from '../../main/scim/schema/resource-models.ts';
import {
  bodyOf,
  createGroup,
  createUser,
  EVERYTHING,
  idOf,
  openContext,
} from '../support/open-context.ts';
import { metaOf, patchGroup, patchUser, readGroup } from './change-resource.ts';

describe('RFC 7644 §3.5.2 PATCH', () => {
  test('moves version and lastModified, and reports the difference', (t) => {
    const { context, effects } = openContext(t);
    const user = createUser(context, 'ada', { active: true });

    const patched = patchUser(context, idOf(user), [
      { op: 'Replace', path: 'active', value: 'False' },
    ]);

    assert.deepEqual(metaOf(patched), {
      ...metaOf(user),
      lastModified: '2026-01-01T00:00:02.000Z',
      version: 'W/"2"',
    });
    assert.deepEqual(effects.at(-1), {
      action: 'updated',
      resourceType: 'User',
      resourceId: idOf(user),
      resourceName: 'ada',
      before: user,
      after: patched,
      changes: [{ path: 'active', kind: 'changed', before: true, after: false }],
    });
  });

  test('that changes nothing keeps version and lastModified and leaves no revision', (t) => {
    const { context, effects } = openContext(t);
    const user = createUser(context, 'ada', { title: 'CTO' });

    const patched = patchUser(context, idOf(user), [
      { op: 'replace', path: 'title', value: 'CTO' },
    ]);

    assert.deepEqual(patched, user);
    assert.equal(effects.at(-1)?.action, 'unchanged');
    assert.equal(readHistory(context, userModel, idOf(user)).revisions.length, 1);
  });

  test('is atomic: a failing operation leaves document and members as they were', (t) => {
    const { context, effects } = openContext(t);
    createGroup(context, 'Taken');
    const group = createGroup(context, 'Sales', ['a']);
    const Operations = [
      { op: 'add', path: 'members', value: [{ value: 'b' }] },
      { op: 'replace', path: 'displayName', value: 'taken' },
    ];

    assert.throws(() => patchGroup(context, idOf(group), Operations), { scimType: 'uniqueness' });
    assert.deepEqual(readGroup(context, idOf(group)), group);
    assert.equal(effects.length, 2);
  });

  test('with a password sets it without telling it', (t) => {
    const { context, effects } = openContext(t);
    const user = createUser(context, 'ada');

    patchUser(context, idOf(user), [{ op: 'replace', value: { password: 'correct-horse' } }]);

    assert.deepEqual(effects.at(-1)?.changes, [{ path: 'password', kind: 'changed' }]);
    assert.equal(JSON.stringify(effects).includes('correct-horse'), false);
  });

  test('answers as the profile says, with the resource when attributes are asked for', (t) => {
    const { context } = openContext(t, {
      userPatchAnswer: 'no-content',
      groupPatchAnswer: 'no-content',
    });
    const id = idOf(createUser(context, 'ada'));
    const body = { Operations: [{ op: 'replace', path: 'title', value: 'CTO' }] };
    const asked = { attributes: ['title'], excludedAttributes: [] };

    const silent = patchResource(context, userModel, { id, body, projection: EVERYTHING });
    const told = patchResource(context, userModel, { id, body, projection: asked });

    assert.deepEqual(silent, { status: 204, headers: { ETag: 'W/"2"' } });
    assert.equal(told.status, 200);
    assert.equal(bodyOf(told)['title'], 'CTO');
  });

  test('of a resource that is gone answers 404 before it reads the operations', (t) => {
    const { context } = openContext(t);

    assert.throws(() => patchUser(context, 'nobody', []), { status: 404 });
  });
});
