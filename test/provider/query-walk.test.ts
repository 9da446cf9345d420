// RFC 7644 §3.4.2 and RFC 9865: random queries, walked page by page, give what filtering and sorting in memory gives:
// each resource once, in order, whatever the size of the pages and the way of paging.
import { strict as assert } from 'node:assert';
import { describe, test, type TestContext } from 'node:test';
import fc from 'fast-check';
import type { OperationContext } from '../../main/provider/context.ts';
import { getResource } from '../../main/provider/get-resource.ts';
import {
  queryAllTypes,
  queryResources,
  type QueryRequest,
} from '../../main/provider/query-resources.ts';
import { evaluateFilter } from '../../main/scim/filter/evaluate-filter.ts';
import { readFilter } from '../../main/scim/filter/read-filter.ts';
import { groupModel, userModel } from '../../main/scim/schema/resource-models.ts';
import type { ResourceModel } from '../../main/scim/schema/schema-types.ts';
import { ENTERPRISE_USER_URN } from '../../main/scim/schema/urns.ts';
import { DEFAULT_PROFILE } from '../../shared/scim/profile/profile-setting.ts';
import { isJsonArray, isJsonObject, type JsonObject } from '../../shared/scim/json.ts';
import { printFilter } from '../../shared/scim/print-filter.ts';
import { groupFilters, TEXTS, userFilters } from '../store/filter-arbitraries.ts';
import {
  bodyOf,
  createGroup,
  createUser,
  EVERYTHING,
  idOf,
  openContext,
} from '../support/open-context.ts';
import { sortResources } from '../support/sort-resources.ts';

const SEED = 9865;
const RUNS = 60;

const SORTS = [
  undefined,
  'id',
  'externalId',
  'userName',
  'displayName',
  'nickName',
  'active',
  'name.familyName',
  'emails',
  'emails.type',
  'emails.primary',
  'phoneNumbers.value',
  `${ENTERPRISE_USER_URN}:department`,
  'manager',
  'manager.displayName',
  'groups',
  'groups.display',
  'members',
  'members.display',
  'members.$ref',
  'schemas',
  'meta.resourceType',
  'meta.created',
  'meta.lastModified',
  'meta.location',
  'favouriteColour',
];

interface Walked {
  readonly models: readonly ResourceModel[];
  readonly filters: typeof userFilters;
}

describe('a walk over all pages', () => {
  const kinds: readonly (readonly [title: string, walked: Walked])[] = [
    ['Users', { models: [userModel], filters: userFilters }],
    ['Groups', { models: [groupModel], filters: groupFilters }],
    [
      'all types',
      { models: [userModel, groupModel], filters: fc.oneof(userFilters, groupFilters) },
    ],
  ];
  for (const [title, walked] of kinds) {
    test(`P6 by index meets each of ${title} once, in order`, (t) => {
      assertWalks(t, walked, walkByIndex);
    });

    test(`G9 by cursor meets each of ${title} once, in order`, (t) => {
      assertWalks(t, walked, walkByCursor);
    });

    test(`G3 by previousCursor meets each of ${title} once, from the end`, (t) => {
      assertWalks(t, walked, walkBackward);
    });
  }
});

type Walk = (ask: (request: Partial<QueryRequest>) => JsonObject, count: number) => string[];

function assertWalks(t: TestContext, { models, filters }: Walked, walk: Walk): void {
  const { context, resources } = fillTenant(t);
  const queries = fc.record({
    tree: fc.option(filters, { nil: undefined }),
    sortBy: fc.constantFrom(...SORTS),
    isDescending: fc.boolean(),
    count: fc.integer({ min: 4, max: 45 }),
  });
  fc.assert(
    fc.property(queries, ({ tree, sortBy, isDescending, count }) => {
      const filter = tree && printFilter(tree);
      const sortOrder = isDescending ? 'descending' : 'ascending';
      const matching = resources.filter((resource) => isMatch(models, resource, filter));
      const expected = sortResources(matching, { models, sortBy, isDescending }).map(idOf);

      const ids = walk((more) => {
        const page = ask(context, models, { filter, sortBy, sortOrder, count, ...more });
        assert.equal(page['totalResults'], expected.length);
        return page;
      }, count);

      assert.deepEqual(ids, expected, `${filter ?? ''} by ${sortBy ?? 'nothing'} ${sortOrder}`);
    }),
    { seed: SEED, numRuns: RUNS },
  );
}

function walkByIndex(ask: Parameters<Walk>[0], count: number): string[] {
  const ids: string[] = [];
  for (let startIndex = 1; ; startIndex += count) {
    const found = idsOf(ask({ startIndex }));
    if (found.length === 0) return ids;
    ids.push(...found);
  }
}

function walkByCursor(ask: Parameters<Walk>[0]): string[] {
  const ids: string[] = [];
  let page = ask({ cursor: '' });
  for (;;) {
    ids.push(...idsOf(page));
    const { nextCursor } = page;
    if (typeof nextCursor !== 'string') return ids;
    page = ask({ cursor: nextCursor });
  }
}

/** To the last page, and from there back to the first. */
function walkBackward(ask: Parameters<Walk>[0]): string[] {
  let page = ask({ cursor: '' });
  while (typeof page['nextCursor'] === 'string') page = ask({ cursor: page['nextCursor'] });
  const ids = idsOf(page);
  while (typeof page['previousCursor'] === 'string') {
    page = ask({ cursor: page['previousCursor'] });
    ids.unshift(...idsOf(page));
  }
  return ids;
}

function ask(
  context: OperationContext,
  models: readonly ResourceModel[],
  query: Omit<QueryRequest, 'projection'>,
): JsonObject {
  const request = { ...query, projection: EVERYTHING };
  const [model] = models;
  const isOfOneType = models.length === 1 && model !== undefined;
  return bodyOf(
    isOfOneType ? queryResources(context, model, request) : queryAllTypes(context, request),
  );
}

function idsOf({ Resources }: JsonObject): string[] {
  assert.ok(isJsonArray(Resources));
  return Resources.filter((resource) => isJsonObject(resource)).map(idOf);
}

function isMatch(
  models: readonly ResourceModel[],
  resource: JsonObject,
  filter: string | undefined,
): boolean {
  const model = modelOf(resource);
  if (!models.includes(model)) return false;
  if (filter === undefined) return true;
  return evaluateFilter(readFilter(filter, { model, profile: DEFAULT_PROFILE }), resource);
}

function modelOf({ meta }: JsonObject): ResourceModel {
  return isJsonObject(meta) && meta['resourceType'] === 'Group' ? groupModel : userModel;
}

/** Thirty users and ten groups in turns, in the order of their creation. */
function fillTenant(t: TestContext) {
  const { context } = openContext(t);
  const drawn = fc.sample(fc.tuple(text, userBodies), { numRuns: 30, seed: SEED });
  const made: { readonly model: ResourceModel; readonly id: string }[] = [];
  for (const [index, [name, body]] of drawn.entries()) {
    made.push({ model: userModel, id: idOf(createUser(context, `${name}${index}`, body)) });
    if (index % 3 > 0) continue;
    const members = made.filter((_, at) => (at * 7 + index) % 5 === 0).map(({ id }) => id);
    made.push({ model: groupModel, id: idOf(createGroup(context, `${name}${index}`, members)) });
  }
  const resources = made.map(({ model, id }) =>
    bodyOf(getResource(context, model, { id, projection: EVERYTHING })),
  );
  return { context, resources };
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
    active: fc.boolean(),
    name: fc.record(
      { familyName: text, givenName: text },
      { requiredKeys: [], noNullPrototype: true },
    ),
    emails: fc.uniqueArray(email, { maxLength: 3, selector: ({ value }) => value }),
    [ENTERPRISE_USER_URN]: fc.record(
      {
        department: text,
        manager: fc.record({ value: fc.constantFrom('id-1', 'id-2') }, { noNullPrototype: true }),
      },
      { requiredKeys: [], noNullPrototype: true },
    ),
  },
  { requiredKeys: [], noNullPrototype: true },
);
