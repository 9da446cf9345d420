// Bulk operations that need each other's resources, by bulkId. @see RFC 7644 §3.7.1, §3.7.2
import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import type { JsonObject, JsonValue } from '../../shared/scim/json.ts';
import { ENTERPRISE, GROUP, list, post, setProfile, USER } from '../support/read-list.ts';
import { assertHas } from '../support/resource-claims.ts';
import { detailOf, sendBulk, statusesOf } from '../support/send-bulk.ts';
import { startTenant } from '../support/start-tenant.ts';

describe('RFC 7644 §3.7 bulkId', () => {
  test('B3 a bulkId stands for the resource in values and paths, made before or after', async (t) => {
    const tenant = await startTenant({}, t);

    const outcomes = await sendBulk(tenant, [
      { method: 'PATCH', path: '/Users/bulkId:u', data: patch('add', 'title', 'CTO') },
      createGroup('g', 'Tour', [{ type: 'User', value: 'bulkId:u' }]),
      createUser('u', 'ada'),
      { method: 'PATCH', path: '/Groups/bulkId:g', data: patch('add', 'displayName', 'Guides') },
    ]);

    assert.deepEqual(statusesOf(outcomes), ['200', '201', '201', '204']);
    const [ada] = (await list(tenant, '/Users')).resources;
    const [group] = (await list(tenant, '/Groups')).resources;
    assertHas(ada, { title: 'CTO' });
    assertHas(group, { displayName: 'Guides', members: [{ value: ada?.['id'] ?? '' }] });
  });

  test('B3 a bulkId in the filter of a PATCH path is resolved', async (t) => {
    const tenant = await startTenant({}, t);

    const outcomes = await sendBulk(tenant, [
      createUser('u', 'ada'),
      createGroup('g', 'Tour', [{ value: 'bulkId:u' }]),
      {
        method: 'PATCH',
        path: '/Groups/bulkId:g',
        data: { schemas: [PATCH_OP], Operations: [removeMember('bulkId:u')] },
      },
    ]);

    assert.deepEqual(statusesOf(outcomes), ['201', '201', '204']);
    assertHas((await list(tenant, '/Groups')).resources[0], { members: [] });
  });

  test('B4 groups that are members of each other, and a manager of himself, are made', async (t) => {
    const tenant = await startTenant({}, t);

    const outcomes = await sendBulk(tenant, [
      createGroup('a', 'A', [{ type: 'Group', value: 'bulkId:b' }]),
      createGroup('b', 'B', [{ type: 'Group', value: 'bulkId:a' }]),
      createUser('m', 'ada', { [ENTERPRISE]: { manager: { value: 'bulkId:m' } } }),
      createGroup('after', 'After', [{ value: 'bulkId:a' }]),
    ]);

    assert.deepEqual(statusesOf(outcomes), ['201', '201', '201', '201']);
    const groups = (await list(tenant, '/Groups', { sortBy: 'displayName' })).resources;
    const [a, after, b] = groups;
    assertHas(a, { members: [{ value: b?.['id'] ?? '' }] });
    assertHas(b, { members: [{ value: a?.['id'] ?? '' }] });
    assertHas(after, { members: [{ value: a?.['id'] ?? '' }] });
    const [ada] = (await list(tenant, '/Users')).resources;
    assertHas(ada, { [ENTERPRISE]: { manager: { value: ada?.['id'] ?? '' } } });
  });

  test('B4 a circle that cannot be closed leaves nothing behind', async (t) => {
    const tenant = await startTenant({}, t);
    await post(tenant, '/Groups', { schemas: [GROUP], displayName: 'Taken' });

    const outcomes = await sendBulk(tenant, [
      createGroup('a', 'A', [{ value: 'bulkId:b' }]),
      createGroup('b', 'taken', [{ value: 'bulkId:a' }]),
      createUser('u', 'ada'),
    ]);

    assert.deepEqual(statusesOf(outcomes), ['409', '409', '201']);
    assert.match(detailOf(outcomes[0]), /^Operations\[0\]: .* circle to Operations\[1\]/);
    assert.match(detailOf(outcomes[1]), /^Operations\[1\]: displayName "taken" is already in use/);
    assert.deepEqual((await list(tenant, '/Groups')).names, ['Taken']);
  });

  test('B4 circles are made under a profile that refuses unknown members', async (t) => {
    const tenant = await startTenant({}, t);
    setProfile(tenant, { unknownMembers: 'reject', putSupported: false });

    const outcomes = await sendBulk(tenant, [
      createGroup('a', 'A', [{ value: 'bulkId:b' }]),
      createGroup('b', 'B', [{ value: 'bulkId:a' }]),
    ]);

    assert.deepEqual(statusesOf(outcomes), ['201', '201']);
  });

  test('B8 a POST without bulkId is an error item', async (t) => {
    const tenant = await startTenant({}, t);

    const [outcome] = await sendBulk(tenant, [
      { method: 'POST', path: '/Users', data: user('ada') },
    ]);

    assert.equal(outcome?.['status'], '400');
    assert.equal(detailOf(outcome), 'Operations[0]: bulkId is missing, POST needs it');
  });

  test('B11 what needs a resource that failed, or that nobody makes, is 409', async (t) => {
    const { tenant } = await startWithAda(t);

    const outcomes = await sendBulk(tenant, [
      createGroup('g', 'Tour', [{ value: 'bulkId:a' }]),
      createUser('a', 'ADA'),
      createGroup('h', 'Guides', [{ value: 'bulkId:nobody' }]),
      { method: 'DELETE', path: '/Users/bulkId:a' },
    ]);

    assert.deepEqual(statusesOf(outcomes), ['409', '409', '409', '409']);
    assert.match(detailOf(outcomes[0]), /^Operations\[0\]: bulkId 'a' stands for no resource/);
    assert.match(detailOf(outcomes[2]), /^Operations\[2\]: bulkId 'nobody' stands for/);
    assert.deepEqual((await list(tenant, '/Groups')).names, []);
  });

  for (const path of ['/Bulk', '/Me', '/Schemas', '/Nope', '/Users/1/2', '/Users?a=b', '/%zz']) {
    test(`B12 the path ${path} is an error item`, async (t) => {
      const tenant = await startTenant({}, t);

      const [outcome] = await sendBulk(tenant, [{ ...createUser('a', 'ada'), path }]);

      assert.equal(outcome?.['status'], '400');
      assert.match(detailOf(outcome), /^Operations\[0\]: path .* is not that of a resource$/);
    });
  }

  test('of 1,000 operations, each needing the next one, is done', async (t) => {
    const tenant = await startTenant({}, t);
    setProfile(tenant, { maxBulkOperations: 10_000 });
    const operations = Array.from({ length: 1000 }, (_, at) =>
      createGroup(`g${at}`, `Group ${at}`, at === 999 ? [] : [{ value: `bulkId:g${at + 1}` }]),
    );

    const outcomes = await sendBulk(tenant, operations);

    assert.equal(outcomes.length, 1000);
    assert.ok(outcomes.every(({ status }) => status === '201'));
    assert.deepEqual(
      outcomes.slice(0, 3).map(({ bulkId }) => bulkId),
      ['g0', 'g1', 'g2'],
    );
  });
});

const PATCH_OP = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';

async function startWithAda(t: TestContext) {
  const tenant = await startTenant({}, t);
  return { tenant, ada: await post(tenant, '/Users', user('ada')) };
}

function user(userName: string, more: JsonObject = {}): JsonObject {
  return { schemas: [USER], userName, ...more };
}

function createUser(bulkId: string, userName: string, more: JsonObject = {}): JsonObject {
  return { method: 'POST', path: '/Users', bulkId, data: user(userName, more) };
}

function createGroup(bulkId: string, displayName: string, members: JsonValue): JsonObject {
  const data = { schemas: [GROUP], displayName, members };
  return { method: 'POST', path: '/Groups', bulkId, data };
}

function patch(op: string, path: string, value: JsonValue = null): JsonObject {
  return { schemas: [PATCH_OP], Operations: [{ op, path, value }] };
}

function removeMember(id: string): JsonObject {
  return { op: 'remove', path: `members[value eq "${id}"]` };
}
