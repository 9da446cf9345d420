// RFC 7644 §3.5.2 on the members of a group: row by row, and told in a bounded way.
import { strict as assert } from 'node:assert';
import { describe, test } from 'node:test';
import { createGroup, createUser, idOf, openContext } from '../support/open-context.ts';
import { patchGroup, readGroup } from './change-resource.ts';

describe('PATCH of members', () => {
  test('tells who joined and who left, net of what the request undid', (t) => {
    const { context, effects } = openContext(t);
    const ada = idOf(createUser(context, 'ada', { displayName: 'Ada' }));
    const group = idOf(createGroup(context, 'Sales', ['a', 'b']));

    patchGroup(context, group, [
      { op: 'Add', path: 'members', value: [{ $ref: null, value: ada }, { value: 'c' }] },
      { op: 'Remove', path: 'members', value: [{ value: 'b' }, { value: 'c' }, { value: 'x' }] },
    ]);

    assert.deepEqual(effects.at(-1)?.changes, [
      { path: 'members', kind: 'removed', before: [{ value: 'b' }] },
      { path: 'members', kind: 'added', after: [{ value: ada, display: 'Ada' }] },
    ]);
    assert.deepEqual(readGroup(context, group)['members'], [
      { value: 'a' },
      {
        value: ada,
        $ref: `https://scim.test/scim/v2/Users/${ada}`,
        type: 'User',
        display: 'Ada',
      },
    ]);
  });

  test('adding a member that is there changes nothing', (t) => {
    const { context, effects } = openContext(t);
    const group = createGroup(context, 'Sales', ['a']);

    patchGroup(context, idOf(group), [{ op: 'add', path: 'members', value: [{ value: 'a' }] }]);

    assert.equal(effects.at(-1)?.action, 'unchanged');
    assert.deepEqual(readGroup(context, idOf(group)), group);
  });

  test('removes by any filter over the member', (t) => {
    const { context } = openContext(t);
    const ada = idOf(createUser(context, 'ada'));
    const group = idOf(createGroup(context, 'Sales', [ada, 'other']));

    patchGroup(context, group, [{ op: 'remove', path: 'members[type eq "User"]' }]);

    assert.deepEqual(readGroup(context, group)['members'], [{ value: 'other' }]);
  });

  test('removes all without a value', (t) => {
    const { context } = openContext(t);
    const group = idOf(createGroup(context, 'Sales', ['a', 'b']));

    patchGroup(context, group, [{ op: 'remove', path: 'members' }]);

    assert.deepEqual(readGroup(context, group)['members'], []);
  });

  test('of one in 20,000 writes one row and reads no other', (t) => {
    const { context, statements } = openContext(t);
    const everyone = Array.from({ length: 20_000 }, (_, index) => `m-${index}`);
    const group = idOf(createGroup(context, 'Everyone', everyone));
    statements.length = 0;

    patchGroup(context, group, [{ op: 'add', path: 'members', value: [{ value: 'new' }] }]);
    patchGroup(context, group, [{ op: 'remove', path: 'members[value eq "m-500"]' }]);

    const onMembers = statements.filter((sql) => /\bmembers\b/.test(sql.split('values')[0] ?? ''));
    assert.deepEqual(
      onMembers.map((sql) => sql.trim().split(' ').slice(0, 3).join(' ')),
      ['insert into members', 'delete from members'],
    );
  });

  test('of 20,000 tells the first thousand and how many more', (t) => {
    const { context, effects } = openContext(t);
    const everyone = Array.from({ length: 20_000 }, (_, index) => `m-${index}`);

    createGroup(context, 'Everyone', everyone);

    const change = effects[0]?.changes.find(({ path }) => path === 'members');
    assert.ok(Array.isArray(change?.after));
    assert.deepEqual([change.after.length, change.after.at(-1)], [1001, { more: 19_000 }]);
  });
});
