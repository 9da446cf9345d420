// Filters in SQL: they find what the filter in memory finds, and the look-ups of provisioning clients use an index.
import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import SQLite from 'better-sqlite3';
import fc from 'fast-check';
import type { OperationContext } from '../../main/provider/context.ts';
import { getResource } from '../../main/provider/get-resource.ts';
import { queryResources } from '../../main/provider/query-resources.ts';
import { evaluateFilter } from '../../main/scim/filter/evaluate-filter.ts';
import { readFilter } from '../../main/scim/filter/read-filter.ts';
import { groupModel, userModel } from '../../main/scim/schema/resource-models.ts';
import type { ResourceModel } from '../../main/scim/schema/schema-types.ts';
import { ENTERPRISE_USER_URN } from '../../main/scim/schema/urns.ts';
import { compileFilter } from '../../main/store/filter-to-sql.ts';
import { prepareDatabase } from '../../main/store/prepare-database.ts';
import type { FilterNode } from '../../shared/scim/filter-tree.ts';
import { isJsonObject, type JsonObject } from '../../shared/scim/json.ts';
import { printFilter } from '../../shared/scim/print-filter.ts';
import {
  bodyOf,
  createGroup,
  createUser,
  EVERYTHING,
  idOf,
  openContext,
} from '../support/open-context.ts';
import { groupFilters, TEXTS, userFilters } from './filter-arbitraries.ts';
import { rulesOf } from '../support/rules.ts';

const SEED = 7643;
const RUNS = 1000;

describe('a filter in SQL', () => {
  test('finds the Users that it matches in memory', (t) => {
    const { context, users } = fillTenant(t);

    assertAgreement(context, userModel, { ids: users, filters: userFilters });
  });

  test('finds the Groups that it matches in memory', (t) => {
    const { context, groups } = fillTenant(t);

    assertAgreement(context, groupModel, { ids: groups, filters: groupFilters });
  });

  test('may have thousands of terms', (t) => {
    const { context } = openContext(t);
    createUser(context, 'ada');
    const terms = Array.from({ length: 2000 }, (_, index) => `id eq "${index}"`);

    const found = findIds(context, userModel, [...terms, 'userName eq "ADA"'].join(' or '));

    assert.deepEqual(found, ['id-1']);
  });

  test('may be nested as deep as the parser allows', (t) => {
    const { context } = openContext(t);
    createUser(context, 'ada');
    const text = `${'not ('.repeat(64)}emails[type eq "work"] or userName eq "ada"${')'.repeat(64)}`;

    assert.throws(() => findIds(context, userModel, text), { scimType: 'invalidFilter' });
    assert.deepEqual(findIds(context, userModel, text.slice(5, -1)), []);
    assert.deepEqual(findIds(context, userModel, text.slice(10, -2)), ['id-1']);
  });
});

describe('the look-ups of provisioning clients', () => {
  const cases: readonly (readonly [ResourceModel, filter: string, index: RegExp])[] = [
    [
      userModel,
      'userName eq "ada"',
      /r USING INDEX resources_user_name \(tenant_id=\? AND user_name_key=\?\)/,
    ],
    [
      userModel,
      'userName sw "ada"',
      /r USING INDEX resources_user_name \(tenant_id=\? AND user_name_key>\? AND user_name_key<\?\)/,
    ],
    [userModel, 'externalId eq "e1"', /r USING INDEX resources_external_id \(.*external_id=\?\)/],
    [userModel, 'id eq "u1"', /r USING INDEX resources_id \(tenant_id=\? AND id=\?\)/],
    [userModel, 'id eq "u1" and manager eq "u2"', /r USING INDEX resources_id/],
    [userModel, 'manager eq "u2" and id eq "u1"', /r USING INDEX resources_id/],
    [
      groupModel,
      'displayName eq "crew"',
      /r USING INDEX resources_display_name \(.*display_name_key=\?\)/,
    ],
    [
      groupModel,
      'id eq "g1" and members eq "u1"',
      /m USING INDEX members_member \(group_key=\? AND member_id=\?\)/,
    ],
    [groupModel, 'members[value eq "u1"]', /m USING .*INDEX members_\w+ \(.*member_id=\?\)/],
    [
      userModel,
      'meta.lastModified gt "2026-01-01T00:00:00+01:00"',
      /r USING INDEX resources_last_modified \(.*last_modified>\?\)/,
    ],
    [userModel, 'groups.value eq "g1"', /m USING .*INDEX members_\w+ \(.*member_id=\?/],
  ];
  for (const [model, filter, index] of cases) {
    test(`${filter} on ${model.type.endpoint} is an index search`, (t) => {
      assert.match(explain(t, model, filter), index);
    });
  }
});

/** Thirty users and ten groups of the texts at hand, drawn by a fixed seed. */
function fillTenant(t: TestContext) {
  const { context } = openContext(t);
  const users = fc
    .sample(fc.tuple(text, userBodies), { numRuns: 30, seed: SEED })
    .map(([name, body], index) => createUser(context, `${name}${index}`, body));
  const known = [...users.map(idOf), 'ghost'];
  const groups = fc
    .sample(fc.tuple(text, fc.subarray(known, { maxLength: 6 })), { numRuns: 10, seed: SEED })
    .map(([name, members], index) => createGroup(context, `${name}${index}`, members));
  const nested = createGroup(context, 'nested', groups.slice(0, 2).map(idOf));
  return { context, users: users.map(idOf), groups: [...groups, nested].map(idOf) };
}

const text = fc.constantFrom(...TEXTS);
const email = fc.record(
  { type: fc.constantFrom('work', 'home', 'other'), value: text, primary: fc.boolean() },
  { requiredKeys: ['value'], noNullPrototype: true },
);
const userBodies: fc.Arbitrary<JsonObject> = fc.record(
  {
    externalId: text,
    displayName: text,
    nickName: text,
    profileUrl: fc.constantFrom('https://x.test/Ada', 'https://x.test/ada'),
    active: fc.boolean(),
    name: fc.record({ familyName: text, givenName: text }, { noNullPrototype: true }),
    emails: fc.uniqueArray(email, { maxLength: 3, selector: ({ value }) => value }),
    [ENTERPRISE_USER_URN]: fc.record(
      {
        department: text,
        manager: fc.record(
          { value: fc.constantFrom('id-1', 'id-2', 'id-5', 'ghost') },
          { noNullPrototype: true },
        ),
      },
      { requiredKeys: [], noNullPrototype: true },
    ),
  },
  { requiredKeys: [], noNullPrototype: true },
);

function assertAgreement(
  context: OperationContext,
  model: ResourceModel,
  { ids, filters }: { readonly ids: readonly string[]; readonly filters: fc.Arbitrary<FilterNode> },
): void {
  const resources = ids.map((id) =>
    bodyOf(getResource(context, model, { id, projection: EVERYTHING })),
  );
  let matches = 0;
  fc.assert(
    fc.property(filters, (tree) => {
      const filter = printFilter(tree);
      const resolved = readFilter(filter, rulesOf(model));
      const expected = resources.filter((resource) => evaluateFilter(resolved, resource));

      const found = findIds(context, model, filter);

      assert.deepEqual(found, expected.map(idOf), filter);
      if (found.length > 0 && found.length < ids.length) matches += 1;
    }),
    { seed: SEED, numRuns: RUNS },
  );
  assert.ok(matches > RUNS / 6, `only ${matches} filters told resources apart`);
}

function findIds(context: OperationContext, model: ResourceModel, filter: string): string[] {
  const { Resources } = bodyOf(
    queryResources(context, model, { filter, count: 1000, projection: EVERYTHING }),
  );
  assert.ok(Array.isArray(Resources));
  return Resources.filter((resource) => isJsonObject(resource)).map(idOf);
}

function explain(t: TestContext, model: ResourceModel, filter: string): string {
  const db = prepareDatabase(new SQLite(':memory:'));
  t.after(() => db.close());
  const { sql, params } = compileFilter(readFilter(filter, rulesOf(model)));
  const plan = db
    .prepare<unknown[], { readonly detail: string }>(
      `
      explain query plan
      select r.document
      from resources r
      where r.tenant_id = ? and r.resource_type = ? and (${sql})
      order by r.key
      limit 100`,
    )
    .all(1, model.type.name, ...params);
  return plan.map(({ detail }) => detail).join('\n');
}
