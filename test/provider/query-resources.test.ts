// RFC 7644 §3.4.1 and §3.4.2: reading one resource and lists.
import { strict as assert } from 'node:assert';
import { describe, type TestContext, test } from 'node:test';
import type { OperationContext } from '../../main/provider/context.ts';
import { getResource } from '../../main/provider/get-resource.ts';
import { type QueryRequest, queryResources } from '../../main/provider/query-resources.ts';
import { DEFAULT_PROFILE } from '../../shared/scim/profile/profile-setting.ts';
import { groupModel, userModel } from '../../main/scim/schema/resource-models.ts';
import { LIST_RESPONSE_URN, USER_URN } from '../../main/scim/schema/urns.ts';
import { isJsonArray, isJsonObject } from '../../shared/scim/json.ts';
import {
  bodyOf,
  createGroup,
  createUser,
  EVERYTHING,
  idOf,
  openContext,
} from '../support/open-context.ts';

describe('RFC 7644 §3.4.1 GET by id', () => {
  test('answers 404 naming what was looked for', (t) => {
    const { context } = openContext(t);

    assert.throws(() => getResource(context, userModel, { id: 'nobody', projection: EVERYTHING }), {
      status: 404,
      detail: 'User "nobody" does not exist',
    });
  });

  test('tells the groups of a user', (t) => {
    const { context } = openContext(t);
    const ada = idOf(createUser(context, 'ada@x.test'));
    const sales = idOf(createGroup(context, 'Sales', [ada]));

    const user = getResource(context, userModel, { id: ada, projection: EVERYTHING });

    assert.deepEqual(bodyOf(user)['groups'], [
      {
        value: sales,
        $ref: `https://scim.test/scim/v2/Groups/${sales}`,
        display: 'Sales',
        type: 'direct',
      },
    ]);
  });

  test('does not read members that are excluded', (t) => {
    const { context, statements } = openContext(t);
    const id = idOf(createGroup(context, 'Sales', ['a', 'b']));
    statements.length = 0;

    const projection = { attributes: [], excludedAttributes: ['members'] };
    const group = bodyOf(getResource(context, groupModel, { id, projection }));

    assert.equal('members' in group, false);
    assert.deepEqual(
      statements.filter((sql) => sql.includes('members')),
      [],
    );
  });
});

describe('RFC 7644 §3.4.2 a query', () => {
  test('without a match is 200 with an empty ListResponse, never 404', (t) => {
    const { context } = openContext(t);

    const response = queryResources(context, userModel, {
      filter: 'userName eq "nobody"',
      projection: EVERYTHING,
    });

    assert.deepEqual(response, {
      status: 200,
      body: {
        schemas: [LIST_RESPONSE_URN],
        totalResults: 0,
        startIndex: 1,
        itemsPerPage: 0,
        Resources: [],
      },
    });
  });

  test('matches userName without case', (t) => {
    assert.deepEqual(ask(t, { filter: 'userName eq "USER-2"' }).names, ['user-2']);
  });

  test('still finds an inactive user', (t) => {
    const { context } = openContext(t);
    createUser(context, 'ada', { active: false });

    assert.deepEqual(run(context, { filter: 'userName eq "ada"' }).names, ['ada']);
  });

  test('finds a group by a member, and a user by its group', (t) => {
    const { context } = openContext(t);
    const ada = idOf(createUser(context, 'ada'));
    createUser(context, 'bob');
    const sales = idOf(createGroup(context, 'Sales', [ada]));

    const user = run(context, { filter: `groups.value eq "${sales}"` });
    const filter = `id eq "${sales}" and members eq "${ada}"`;
    const group = bodyOf(queryResources(context, groupModel, { filter, projection: EVERYTHING }));

    assert.deepEqual([user.names, group['totalResults']], [['ada'], 1]);
  });

  test('shows of each resource what was asked for', (t) => {
    const { context } = openContext(t);
    createUser(context, 'ada', { displayName: 'Ada' });

    const projection = { attributes: ['userName'], excludedAttributes: [] };
    const list = bodyOf(queryResources(context, userModel, { projection }));

    assert.deepEqual(list['Resources'], [{ schemas: [USER_URN], id: 'id-1', userName: 'ada' }]);
  });

  test('refuses a filter that cannot be read', (t) => {
    const { context } = openContext(t);

    assert.throws(() => run(context, { filter: 'userName like "a"' }), {
      status: 400,
      scimType: 'invalidFilter',
    });
  });

  test('has no filter when it is blank', (t) => {
    assert.equal(ask(t, { filter: ' ' }).totalResults, 3);
  });
});

describe('RFC 7644 §3.4.2.4 index paging', () => {
  const cases = [
    ['a page in the middle', { startIndex: '2', count: '1' }, ['user-2'], 2],
    ['startIndex below 1 means 1', { startIndex: '-3', count: '1' }, ['user-1'], 1],
    ['count below 0 means 0', { count: '-1' }, [], 1],
    ['count 0 asks for the total alone', { count: '0' }, [], 1],
    ['startIndex past the end is an empty page', { startIndex: '9' }, [], 9],
    ['a count above the limit is lowered', { count: '99999' }, ['user-1', 'user-2', 'user-3'], 1],
    ['numbers are taken as such', { startIndex: 3, count: 5 }, ['user-3'], 3],
  ] as const;
  for (const [title, query, names, startIndex] of cases) {
    test(title, (t) => {
      assert.deepEqual(ask(t, query), {
        names,
        totalResults: 3,
        startIndex,
        itemsPerPage: names.length,
      });
    });
  }

  for (const value of ['two', '1.5', '', '1e3', '9'.repeat(30)]) {
    test(`refuses count ${JSON.stringify(value)}`, (t) => {
      const { context } = openContext(t);

      assert.throws(() => run(context, { count: value }), {
        status: 400,
        scimType: 'invalidValue',
        detail: `count must be an integer, not ${JSON.stringify(value)}`,
      });
    });
  }

  test('never gives more than the announced maximum', (t) => {
    const { context } = openContext(t);
    context.store.transaction(() => {
      for (let index = 0; index <= DEFAULT_PROFILE.maxPageSize; index += 1)
        createUser(context, `user-${index}`);
    });

    const page = run(context, { count: DEFAULT_PROFILE.maxPageSize + 1 });

    assert.deepEqual(
      [page.names.length, page.totalResults],
      [DEFAULT_PROFILE.maxPageSize, DEFAULT_PROFILE.maxPageSize + 1],
    );
  });
});

type Query = Omit<QueryRequest, 'projection'>;

function ask(t: TestContext, query: Query) {
  const { context } = openContext(t);
  for (const userName of ['user-1', 'user-2', 'user-3']) createUser(context, userName);
  return run(context, query);
}

function run(context: OperationContext, query: Query) {
  const body = bodyOf(queryResources(context, userModel, { ...query, projection: EVERYTHING }));
  const { totalResults, startIndex, itemsPerPage, Resources } = body;
  assert.ok(isJsonArray(Resources));
  const names = Resources.map((user) => isJsonObject(user) && user['userName']);
  return { names, totalResults, startIndex, itemsPerPage };
}
