// The members of a group as the UI pages through them.
import { strict as assert } from 'node:assert';
import { describe, test } from 'node:test';
import { listMembers } from '../../main/provider/list-members.ts';
import { createGroup, createUser, idOf, openContext } from '../support/open-context.ts';

describe('listMembers', () => {
  test('gives a page with names and types, and the number of all', (t) => {
    const { context } = openContext(t);
    const ada = idOf(createUser(context, 'ada'));
    const inner = idOf(createGroup(context, 'Inner'));
    const group = idOf(createGroup(context, 'Sales', ['first', ada, inner, 'last']));

    assert.deepEqual(listMembers(context, group, { startIndex: 2, count: 2 }), {
      totalResults: 4,
      startIndex: 2,
      members: [
        { value: ada, display: 'ada', type: 'User' },
        { value: inner, display: 'Inner', type: 'Group' },
      ],
    });
  });

  test('with count 0 only counts', (t) => {
    const { context } = openContext(t);
    const group = idOf(createGroup(context, 'Sales', ['a', 'b']));

    const page = listMembers(context, group, { startIndex: 1, count: 0 });

    assert.deepEqual(page, { totalResults: 2, startIndex: 1, members: [] });
  });

  test('of a group that does not exist is 404', (t) => {
    const { context } = openContext(t);

    assert.throws(() => listMembers(context, 'nobody', { startIndex: 1, count: 1 }), {
      status: 404,
      detail: 'Group "nobody" does not exist',
    });
  });
});
