// Stored resources: uniqueness by index, versions, queries and the indexes they use.
import { strict as assert } from 'node:assert';
import { describe, type TestContext, test } from 'node:test';
import SQLite from 'better-sqlite3';
import { readFilter } from '../../main/scim/filter/read-filter.ts';
import { groupModel, userModel } from '../../main/scim/schema/resource-models.ts';
import type { ResourceModel } from '../../main/scim/schema/schema-types.ts';
import { compileFilter } from '../../main/store/filter-to-sql.ts';
import { prepareDatabase } from '../../main/store/prepare-database.ts';
import { createResourceStore, type NewResource } from '../../main/store/resources.ts';
import { DEFAULT_PROFILE } from '../../shared/scim/profile/profile-setting.ts';
import type { ScimResource } from '../../shared/scim/json.ts';
import { openContext } from '../support/open-context.ts';
import { rulesOf } from '../support/rules.ts';

const USERS = { tenantId: 1, resourceType: 'User' };
const GROUPS = { tenantId: 1, resourceType: 'Group' };
const AT = '2026-01-01T00:00:00.000Z';
const LATER = '2026-01-02T00:00:00.000Z';

describe('uniqueness', () => {
  test('takes userName without case and with composed letters', (t) => {
    const { resources } = openContext(t).store;
    resources.insert(USERS, build('a', { userName: 'Zoë@x.test' }));

    const outcome = resources.insert(USERS, build('b', { userName: 'ZOE\u0308@X.TEST' }));

    assert.deepEqual(outcome, { kind: 'taken', attribute: 'userName' });
  });

  test('leaves the same userName free in another tenant', (t) => {
    const { resources, tenants } = openContext(t).store;
    const other = tenants.create({ slug: 'other', name: 'Other', secretToken: 'secret' });
    resources.insert(USERS, build('a', { userName: 'ada' }));

    const outcome = resources.insert(
      { ...USERS, tenantId: other.id },
      build('b', { userName: 'ada' }),
    );

    assert.equal(outcome.kind, 'written');
  });

  test('holds for displayName of groups only, and only when asked for', (t) => {
    const { resources } = openContext(t).store;
    resources.insert(GROUPS, build('a', { displayName: 'Sales' }));

    const outcomes = [
      resources.insert(GROUPS, build('b', { displayName: 'SALES' })),
      resources.insert(GROUPS, {
        ...build('c', { displayName: 'Sales' }),
        keyRules: { ...DEFAULT_PROFILE, uniqueGroupDisplayName: false },
      }),
      resources.insert(USERS, build('d', { userName: 'ada', displayName: 'Sales' })),
    ];

    assert.deepEqual(
      outcomes.map(({ kind }) => kind),
      ['taken', 'written', 'written'],
    );
  });

  test('frees the userName of a removed resource', (t) => {
    const { resources } = openContext(t).store;
    const outcome = resources.insert(USERS, build('a', { userName: 'ada' }));
    assert.ok(outcome.kind === 'written');
    resources.remove(outcome.record.key);

    assert.equal(resources.insert(USERS, build('b', { userName: 'ada' })).kind, 'written');
  });

  test('lets nothing through an update that takes the name of another', (t) => {
    const { resources } = openContext(t).store;
    resources.insert(USERS, build('a', { userName: 'ada' }));
    const bob = resources.insert(USERS, build('b', { userName: 'bob' }));
    assert.ok(bob.kind === 'written');

    const outcome = resources.update(bob.record, build('b', { userName: 'ADA' }));

    assert.deepEqual(outcome, { kind: 'taken', attribute: 'userName' });
    assert.deepEqual(resources.find(USERS, 'b'), bob.record);
  });
});

describe('a stored resource', () => {
  test('starts at version 1 and moves with each update', (t) => {
    const { resources } = openContext(t).store;
    const created = resources.insert(USERS, build('a', { userName: 'ada' }));
    assert.ok(created.kind === 'written');

    resources.update(created.record, {
      ...build('a', { userName: 'ada', title: 'CTO' }),
      at: LATER,
    });

    assert.equal(created.record.version, 1);
    assert.deepEqual(resources.find(USERS, 'a'), {
      ...created.record,
      document: { userName: 'ada', title: 'CTO' },
      version: 2,
      lastModified: LATER,
    });
  });

  test('is not found under the endpoint of another type', (t) => {
    const { resources } = openContext(t).store;
    resources.insert(USERS, build('a', { userName: 'ada' }));

    assert.equal(resources.find(GROUPS, 'a'), undefined);
  });
});

const ALL_USERS = { tenantId: 1, types: [{ resourceType: 'User' }] };

describe('query', () => {
  test('walks all pages in the order of creation, with the whole total on each', (t) => {
    const { resources } = openContext(t).store;
    for (const id of ['c', 'a', 'd', 'b', 'e'])
      resources.insert(USERS, build(id, { userName: id }));

    const pages = [0, 2, 4, 6].map((offset) => resources.query(ALL_USERS, { offset, limit: 2 }));

    assert.deepEqual(
      pages.map(({ total, records }) => [total, records.map(({ id }) => id)]),
      [
        [5, ['c', 'a']],
        [5, ['d', 'b']],
        [5, ['e']],
        [5, []],
      ],
    );
  });

  test('with limit 0 counts and reads nothing', (t) => {
    const { resources } = openContext(t).store;
    resources.insert(USERS, build('a', { userName: 'ada' }));

    assert.deepEqual(resources.query(ALL_USERS, { offset: 0, limit: 0 }), {
      total: 1,
      records: [],
    });
  });

  test('answers more filter shapes than it keeps prepared', (t) => {
    const { resources } = openContext(t).store;
    resources.insert(USERS, build('a', { userName: 'ada' }));

    const totals = Array.from({ length: 450 }, (_, version) => {
      const condition = { sql: `r.version < ${version + 2}`, params: [] };
      const types = [{ resourceType: 'User', condition }];
      return resources.query({ tenantId: 1, types }, { offset: 0, limit: 1 }).total;
    });

    assert.deepEqual(new Set(totals), new Set([1]));
  });
});

describe('the index behind a hot query', () => {
  const cases: readonly (readonly [ResourceModel, string, string])[] = [
    [userModel, 'userName eq "ada"', 'resources_user_name'],
    [userModel, 'userName sw "ada"', 'resources_user_name'],
    [userModel, 'externalId eq "00u1"', 'resources_external_id'],
    [userModel, 'active eq false', 'resources_inactive'],
    [userModel, 'id eq "a" and manager eq "b"', 'resources_id'],
    [groupModel, 'displayName eq "Sales"', 'resources_display_name'],
    [groupModel, 'id eq "g" and members eq "u"', 'resources_id'],
  ];
  for (const [model, filter, index] of cases) {
    test(`${model.type.name} ${filter} searches ${index}`, (t) => {
      const plans = planQuery(t, model, filter);

      assert.ok(plans.length > 0);
      for (const plan of plans) assert.match(plan, new RegExp(`^SEARCH r USING .*${index} `, 'm'));
    });
  }

  test('a membership check is one search by group and member', (t) => {
    const plans = planQuery(t, groupModel, 'id eq "g" and members eq "u"');

    assert.match(
      plans.join('\n'),
      /SEARCH m USING INDEX members_member \(group_key=\? AND member_id=\?\)/,
    );
  });

  test('a page needs no sorting', (t) => {
    const plans = planQuery(t, userModel, undefined);

    assert.doesNotMatch(plans.join('\n'), /TEMP B-TREE/);
  });
});

function build(id: string, document: ScimResource): NewResource {
  return { id, document, passwordHash: undefined, keyRules: DEFAULT_PROFILE, at: AT };
}

/** The plans of the statements that the store really runs for a filter. */
function planQuery(t: TestContext, model: ResourceModel, filter: string | undefined): string[] {
  const statements: string[] = [];
  const db = prepareDatabase(
    new SQLite(':memory:', { verbose: (sql) => statements.push(String(sql)) }),
  );
  t.after(() => db.close());
  const condition =
    filter === undefined
      ? undefined
      : compileFilter(readFilter(filter, rulesOf(model)), { baseUrl: 'https://scim.test/scim/v2' });
  const search = { tenantId: 1, types: [{ resourceType: model.type.name, condition }] };
  const resources = createResourceStore(db);
  statements.length = 0;
  resources.query(search, { offset: 10, limit: 10 });
  return [...statements].map((sql) => {
    const steps = db.prepare<[], { detail: string }>(`explain query plan ${sql}`).all();
    return steps.map(({ detail }) => detail).join('\n');
  });
}
