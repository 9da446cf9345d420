// Group members as rows: what is told back of each change, and what a change of one touches.
import { strict as assert } from 'node:assert';
import { describe, type TestContext, test } from 'node:test';
import SQLite from 'better-sqlite3';
import { prepareDatabase } from '../../main/store/prepare-database.ts';
import { ALL_MEMBERS, type GroupKey } from '../../main/store/members.ts';
import { DEFAULT_PROFILE } from '../../shared/scim/profile/profile-setting.ts';
import { createGroup, createUser, idOf, openContext } from '../support/open-context.ts';

describe('members', () => {
  test('are added once, and kept in the order in which they came', (t) => {
    const { members, group } = openGroup(t);

    const added = [
      members.add(group, [{ value: 'c' }, { value: 'a' }, { value: 'c' }]),
      members.add(group, [{ value: 'a' }, { value: 'b' }]),
    ];

    assert.deepEqual(added, [['c', 'a'], ['b']]);
    assert.deepEqual(listIds(members, group), ['c', 'a', 'b']);
  });

  test('are removed by id, and only those that were there are told', (t) => {
    const { members, group } = openGroup(t);
    members.add(group, [{ value: 'a' }, { value: 'b' }]);

    const removed = members.remove(group, ['b', 'nobody']);

    assert.deepEqual(removed, ['b']);
    assert.deepEqual(listIds(members, group), ['a']);
  });

  test('are replaced without touching those that stay', (t) => {
    const { members, group } = openGroup(t);
    members.add(group, [{ value: 'a' }, { value: 'b' }, { value: 'c' }]);

    const removed = members.removeOthers(group, ['b', 'd']);
    const added = members.add(group, [{ value: 'b' }, { value: 'd' }]);

    assert.deepEqual({ removed, added }, { removed: ['a', 'c'], added: ['d'] });
    assert.deepEqual(listIds(members, group), ['b', 'd']);
  });

  test('show type and name of the stored resource, else what was sent', (t) => {
    const { members, group, context } = openGroup(t);
    const ada = idOf(createUser(context, 'ada@x.test', { displayName: 'Ada' }));
    const bob = idOf(createUser(context, 'bob@x.test'));

    members.add(group, [
      { value: ada, display: 'old name', type: 'Group' },
      { value: bob },
      { value: 'unknown', display: 'Eve', type: 'User' },
      { value: 'bare' },
    ]);

    assert.deepEqual(members.list(group, ALL_MEMBERS), [
      { value: ada, type: 'User', display: 'Ada' },
      { value: bob, type: 'User', display: 'bob@x.test' },
      { value: 'unknown', type: 'User', display: 'Eve' },
      { value: 'bare', type: null, display: null },
    ]);
  });

  test('of one tenant do not show resources of another', (t) => {
    const { members, group, store } = openGroup(t);
    const other = store.tenants.create({ slug: 'other', name: 'Other', secretToken: 'secret' });
    store.resources.insert(
      { tenantId: other.id, resourceType: 'User' },
      {
        id: 'shared-id',
        document: { userName: 'secret@other.test' },
        passwordHash: undefined,
        keyRules: DEFAULT_PROFILE,
        at: '2026-01-01T00:00:00.000Z',
      },
    );

    members.add(group, [{ value: 'shared-id' }]);

    assert.deepEqual(members.list(group, ALL_MEMBERS), [
      { value: 'shared-id', type: null, display: null },
    ]);
  });

  test('come in pages, with their number apart', (t) => {
    const { members, group } = openGroup(t);
    members.add(
      group,
      ['a', 'b', 'c', 'd'].map((value) => ({ value })),
    );

    const page = members.list(group, { offset: 1, limit: 2 }).map(({ value }) => value);

    assert.deepEqual({ page, count: members.count(group) }, { page: ['b', 'c'], count: 4 });
  });

  test('tell the groups of a resource', (t) => {
    const { members, group, context } = openGroup(t);
    const second = idOf(createGroup(context, 'Second', ['ada']));
    members.add(group, [{ value: 'ada' }]);

    const groups = members.groupsOf(context.tenant.id, 'ada');

    assert.deepEqual(
      groups.map(({ groupId, displayName }) => [groupId, displayName]),
      [
        [second, 'Second'],
        ['id-1', 'Sales'],
      ],
    );
  });

  test('tell the groups of groups too, each once, in a circle too', (t) => {
    const { members, group, context } = openGroup(t);
    const outer = idOf(createGroup(context, 'Outer', ['id-1']));
    members.add(group, [{ value: 'ada' }, { value: outer }]);

    const groups = members.allGroupsOf(context.tenant.id, 'ada');

    assert.deepEqual(
      groups.map(({ displayName, isDirect }) => [displayName, isDirect]),
      [
        ['Sales', true],
        ['Outer', false],
      ],
    );
  });

  test('finds the groups of a resource without a look at other resources', (t) => {
    const { context, store, statements } = openContext(t);
    store.members.allGroupsOf(context.tenant.id, 'ada');
    const plan = prepareDatabase(new SQLite(':memory:'))
      .prepare(`explain query plan ${statements.at(-1) ?? ''}`)
      .all()
      .map((row) => JSON.stringify(row));

    assert.deepEqual(
      plan.filter((row) => /SCAN (?:g|m|inner_group|members)\b/.test(row)),
      [],
    );
  });
});

function openGroup(t: TestContext) {
  const { context, store } = openContext(t);
  createGroup(context, 'Sales');
  const group = store.resources.find(
    { tenantId: context.tenant.id, resourceType: 'Group' },
    'id-1',
  );
  assert.ok(group);
  return { context, store, members: store.members, group };
}

type Members = ReturnType<typeof openGroup>['members'];

function listIds(members: Members, group: GroupKey): readonly string[] {
  return members.list(group, ALL_MEMBERS).map(({ value }) => value);
}
