// RFC 7644 §3.4.2.3: lists sorted by what is looked up most come from an index, page by page; nothing is sorted for them.
import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import SQLite from 'better-sqlite3';
import { resolveAttribute } from '../../main/scim/schema/resolve-attribute.ts';
import { groupModel, userModel } from '../../main/scim/schema/resource-models.ts';
import type { ResourceModel } from '../../main/scim/schema/schema-types.ts';
import { prepareDatabase } from '../../main/store/prepare-database.ts';
import type { Position, ResourceSearch } from '../../main/store/page-to-sql.ts';
import { createResourceQueries } from '../../main/store/resource-queries.ts';
import { compileSort } from '../../main/store/sort-to-sql.ts';

const BY_NAME: Position = { value: 'm', key: 500 };
const BY_TIME: Position = { value: '2026-01-01T00:00:00.000Z', key: 500 };

const INDEXED = [
  ['userName', 'resources_user_name', BY_NAME],
  ['displayName', 'resources_display_name', BY_NAME],
  ['externalId', 'resources_external_id', BY_NAME],
  ['id', 'resources_id', BY_NAME],
  ['meta.created', 'resources_created', BY_TIME],
  ['meta.lastModified', 'resources_last_modified', BY_TIME],
] as const;

const WITHOUT = [
  ['userName', 'resources_without_user_name'],
  ['displayName', 'resources_without_display_name'],
  ['externalId', 'resources_without_external_id'],
] as const;

describe('a list of Users in order', () => {
  for (const [sortBy, index, position] of INDEXED) {
    for (const isDescending of [false, true]) {
      const order = isDescending ? 'descending' : 'ascending';
      const search = { tenantId: 1, types: [typeOf(userModel, sortBy)], isDescending };

      test(`O1 of ${sortBy} ${order} is read from ${index}`, (t) => {
        const [first = '', second = ''] = plan(t, (queries) => queries.query(search, FIRST_PAGE));

        assert.match(isDescending ? second : first, readsFrom(index));
        assert.doesNotMatch(first + second, /TEMP B-TREE/);
      });

      for (const isBackward of [false, true]) {
        const direction = isBackward ? 'backward' : 'on';
        test(`G9 of ${sortBy} ${order} goes ${direction} from a cursor in ${index}`, (t) => {
          const range = { after: position, isBackward, limit: 100 };
          const nextPage = plan(t, (queries) => queries.queryFrom(search, range)).find((each) =>
            new RegExp(`SEARCH r USING .*INDEX ${index} .*[<>]\\?\\)`).test(each),
          );

          assert.ok(nextPage !== undefined);
          assert.doesNotMatch(nextPage, /TEMP B-TREE/);
        });
      }
    }
  }

  for (const [sortBy, without] of WITHOUT) {
    test(`O2 those without ${sortBy} are read from ${without}`, (t) => {
      const types = [typeOf(userModel, sortBy)];
      const search = { tenantId: 1, types, isDescending: true };
      const [first = ''] = plan(t, (queries) => queries.query(search, FIRST_PAGE));

      assert.match(first, readsFrom(without));
      assert.doesNotMatch(first, /TEMP B-TREE|resources_type/);
    });
  }

  test('of creation starts where a cursor says', (t) => {
    const search = { tenantId: 1, types: [{ resourceType: 'User' }] };
    const range = { after: { value: null, key: 500 }, isBackward: false, limit: 100 };
    const [page = ''] = plan(t, (queries) => queries.queryFrom(search, range));

    assert.match(page, /SEARCH r USING .*INDEX resources_type \(.* AND rowid>\?\)/);
    assert.doesNotMatch(page, /TEMP B-TREE/);
  });
});

describe('a list of all types in order', () => {
  for (const sortBy of ['displayName', 'meta.lastModified', 'id', undefined]) {
    test(`O6 of ${sortBy ?? 'creation'} merges the lists of each type`, (t) => {
      const types = [typeOf(userModel, sortBy), typeOf(groupModel, sortBy)];
      const [page = ''] = plan(t, (queries) => queries.query({ tenantId: 1, types }, FIRST_PAGE));

      assert.match(page, /MERGE \(UNION ALL\)/);
      assert.doesNotMatch(page, /TEMP B-TREE/);
    });
  }
});

test('the total is counted in an index', (t) => {
  const search: ResourceSearch = { tenantId: 1, types: [{ resourceType: 'User' }] };
  const [count = ''] = plan(t, (queries) => queries.query(search, { offset: 0, limit: 0 }));

  assert.match(count, /SEARCH r USING COVERING INDEX/);
});

function readsFrom(index: string): RegExp {
  return new RegExp(`SEARCH r USING .*INDEX ${index} `);
}

const FIRST_PAGE = { offset: 0, limit: 100 };

function typeOf(model: ResourceModel, sortBy: string | undefined) {
  const target = sortBy === undefined ? undefined : resolveAttribute(model, sortBy);
  return { resourceType: model.type.name, sortValue: target && compileSort(target) };
}

/** The plans of the statements that the store really runs, in order. */
function plan(
  t: TestContext,
  run: (queries: ReturnType<typeof createResourceQueries>) => unknown,
): readonly string[] {
  const statements: string[] = [];
  const verbose = (sql: unknown) => statements.push(String(sql));
  const db = prepareDatabase(new SQLite(':memory:', { verbose }));
  t.after(() => db.close());
  const queries = createResourceQueries(db);
  statements.length = 0;
  run(queries);
  return [...statements].map((sql) => {
    const steps = db.prepare<[], { detail: string }>(`explain query plan ${sql}`).all();
    return steps.map(({ detail }) => detail).join('\n');
  });
}
