// The index of attribute values that a tenant's own schemas ask for: filters find by it what they match in memory, and
// it follows every write.
import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import fc from 'fast-check';
import type { OperationContext } from '../../main/provider/context.ts';
import { createResource } from '../../main/provider/create-resource.ts';
import { deleteResource } from '../../main/provider/delete-resource.ts';
import { getResource } from '../../main/provider/get-resource.ts';
import { patchResource } from '../../main/provider/patch-resource.ts';
import { queryResources } from '../../main/provider/query-resources.ts';
import { evaluateFilter } from '../../main/scim/filter/evaluate-filter.ts';
import { readFilter } from '../../main/scim/filter/read-filter.ts';
import { changeSchemas } from '../../main/scim/schema/change-schemas.ts';
import { findModelByName } from '../../main/scim/schema/resource-models.ts';
import type { ResourceModel } from '../../main/scim/schema/schema-types.ts';
import { NO_SCHEMAS } from '../../main/scim/schema/tenant-models.ts';
import { compileFilter } from '../../main/store/filter-to-sql.ts';
import type { CompareOperator, FilterNode } from '../../shared/scim/filter-tree.ts';
import { isJsonObject, type JsonObject } from '../../shared/scim/json.ts';
import { printFilter } from '../../shared/scim/print-filter.ts';
import {
  arbitraryComparison,
  arbitraryFilter,
  OPERATORS,
} from '../shared/scim/filter-arbitraries.ts';
import { ALL_DOCUMENTS, BADGE_URN } from '../support/device-documents.ts';
import { bodyOf, EVERYTHING, idOf, openContext } from '../support/open-context.ts';
import { rulesOf } from '../support/rules.ts';
import { TEXTS } from './filter-arbitraries.ts';

const SEED = 7643;
const RUNS = 1000;

interface Opened {
  readonly context: OperationContext;
  readonly model: ResourceModel;
}

function openDevices(t: TestContext): Opened {
  const { context, store } = openContext(t);
  const put = [...ALL_DOCUMENTS];
  const changed = changeSchemas(NO_SCHEMAS, { put, deleteSchemas: [], deleteResourceTypes: [] });
  assert.equal(changed.kind, 'changed');
  store.schemas.write(context.tenant.id, changed.schemas);
  const models = store.schemas.modelsOf(context.tenant.id);
  const model = findModelByName(models, 'Device');
  assert.ok(model !== undefined);
  return { context: { ...context, models }, model };
}

function create({ context, model }: Opened, body: JsonObject): string {
  return idOf(bodyOf(createResource(context, model, { body, projection: EVERYTHING })));
}

function find({ context, model }: Opened, filter: string): string[] {
  const { Resources } = bodyOf(
    queryResources(context, model, { filter, count: 1000, projection: EVERYTHING }),
  );
  assert.ok(Array.isArray(Resources));
  return Resources.filter((resource) => isJsonObject(resource)).map(idOf);
}

const text = fc.constantFrom(...TEXTS);
const instants = [
  '2026-01-01T00:00:05Z',
  '2026-01-01T01:00:05+01:00',
  '2026-06-01T00:00:00.5Z',
  '2027-01-01T00:00:00Z',
] as const;
const numbers = [0, 1, -1, 7, 8, 2 ** 40] as const;

const devices: fc.Arbitrary<JsonObject> = fc.record(
  {
    displayName: text,
    active: fc.boolean(),
    weight: fc.constantFrom(0, 0.1, 7, 1e10),
    ports: fc.constantFrom(...numbers),
    boughtAt: fc.constantFrom(...instants),
    manual: text,
    tags: fc.uniqueArray(text, { maxLength: 3 }),
    location: fc.record({ building: text, floor: fc.constantFrom(1, 2) }),
    [BADGE_URN]: fc.record({ number: fc.uuid(), doors: fc.uniqueArray(text, { maxLength: 2 }) }),
  },
  { requiredKeys: ['displayName'], noNullPrototype: true },
);

const ORDER: readonly CompareOperator[] = ['eq', 'ne', 'gt', 'ge', 'lt', 'le'];
const names = ['displayName', 'tags', 'location.building', 'manual', `${BADGE_URN}:doors`] as const;
const filters: fc.Arbitrary<FilterNode> = arbitraryFilter({
  comparisons: fc.oneof(
    arbitraryComparison(fc.constantFrom(...names), OPERATORS, text),
    arbitraryComparison(fc.constantFrom('ports', 'weight'), ORDER, fc.constantFrom(...numbers)),
    arbitraryComparison(fc.constant('boughtAt'), ORDER, fc.constantFrom(...instants)),
    arbitraryComparison(fc.constant('boughtAt'), ['sw', 'co', 'ew'], fc.constantFrom('2026', 'Z')),
    arbitraryComparison(fc.constantFrom('tags', 'ports'), ['eq', 'ne'], fc.constant(null)),
  ),
  valuePaths: [
    {
      attribute: 'location',
      comparisons: arbitraryComparison(fc.constant('building'), OPERATORS, text),
    },
  ],
});

describe('a filter on indexed attributes', () => {
  test('finds what it matches in memory', (t) => {
    const opened = openDevices(t);
    const bodies = fc.sample(devices, { numRuns: 40, seed: SEED });
    const ids = bodies.map((body) => create(opened, body));
    const { context, model } = opened;
    const resources = ids.map((id) =>
      bodyOf(getResource(context, model, { id, projection: EVERYTHING })),
    );
    let telling = 0;

    fc.assert(
      fc.property(filters, (tree) => {
        const filter = printFilter(tree);
        const resolved = readFilter(filter, rulesOf(model));
        const expected = resources.filter((resource) => evaluateFilter(resolved, resource));

        const found = find(opened, filter);

        assert.deepEqual(found, expected.map(idOf), filter);
        if (found.length > 0 && found.length < ids.length) telling += 1;
      }),
      { seed: SEED, numRuns: RUNS },
    );

    assert.ok(telling > RUNS / 6, `only ${telling} filters told resources apart`);
  });

  for (const filter of [
    'serial eq "x"',
    'tags eq "x"',
    'ports gt 3',
    'boughtAt ge "2026-01-01T00:00:00Z"',
    'location.building sw "x"',
    `${BADGE_URN}:number eq "x"`,
  ]) {
    test(`searches the index for ${filter}`, (t) => {
      const { model } = openDevices(t);

      const { sql } = compileFilter(readFilter(filter, rulesOf(model)));

      assert.match(sql, /^r\.key in \(select i\.resource_key from attribute_index i where/);
    });
  }
});

describe('the index', () => {
  test('follows PATCH and DELETE', (t) => {
    const opened = openDevices(t);
    const { context, model } = opened;
    const id = create(opened, { displayName: 'x', serial: 'one', tags: ['a', 'b'] });

    patchResource(context, model, {
      id,
      body: { Operations: [{ op: 'replace', path: 'tags', value: ['c'] }] },
      projection: EVERYTHING,
    });
    const afterPatch = ['a', 'c'].map((tag) => find(opened, `tags eq "${tag}"`).length);
    deleteResource(context, model, id);

    assert.deepEqual(afterPatch, [0, 1]);
    assert.deepEqual(find(opened, 'serial eq "one"'), []);
    assert.notEqual(create(opened, { displayName: 'y', serial: 'one' }), id);
  });

  test('leaves nothing behind of a write that it refuses', (t) => {
    const opened = openDevices(t);
    create(opened, { displayName: 'x', serial: 'one', ports: 1 });

    assert.throws(
      () => create(opened, { displayName: 'y', serial: 'one', ports: 2, externalId: 'lost' }),
      { scimType: 'uniqueness', detail: 'serial "one" is already in use' },
    );

    assert.deepEqual(find(opened, 'displayName eq "y" or ports eq 2'), []);
  });

  test('takes one value twice in the same resource', (t) => {
    const opened = openDevices(t);

    const id = create(opened, { displayName: 'x', tags: ['Same', 'same'] });

    assert.deepEqual(find(opened, 'tags eq "SAME"'), [id]);
  });
});
