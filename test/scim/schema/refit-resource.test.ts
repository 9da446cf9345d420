// A stored resource meets schemas that have changed: what stays, what is dropped, and what is told.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { changeSchemas } from '../../../main/scim/schema/change-schemas.ts';
import { refitResource } from '../../../main/scim/schema/refit-resource.ts';
import type { ResourceModel } from '../../../main/scim/schema/schema-types.ts';
import { buildModels, NO_SCHEMAS } from '../../../main/scim/schema/tenant-models.ts';
import type { JsonObject } from '../../../shared/scim/json.ts';

const CORE = 'urn:example:2.0:Thing';
const EXTENSION = 'urn:example:extension:2.0:More';

/** The model of a type with these attributes, and those of its extension. */
function modelOf(attributes: readonly JsonObject[], extra: readonly JsonObject[] = []) {
  const extensions = extra.length > 0 ? [{ schema: EXTENSION }] : [];
  const put: JsonObject[] = [
    { id: CORE, attributes: [{ name: 'name' }, ...attributes] },
    { name: 'Thing', endpoint: '/Things', schema: CORE, schemaExtensions: extensions },
    ...(extra.length > 0 ? [{ id: EXTENSION, attributes: extra }] : []),
  ];
  const changed = changeSchemas(NO_SCHEMAS, { put, deleteSchemas: [], deleteResourceTypes: [] });
  assert.equal(changed.kind, 'changed', JSON.stringify(changed));
  const model = buildModels(1, changed.schemas).at(-1);
  assert.ok(model !== undefined);
  return model;
}

interface Case {
  readonly title: string;
  readonly before: ResourceModel;
  readonly after: ResourceModel;
  readonly document: JsonObject;
  readonly left: JsonObject;
  readonly misfits: readonly (readonly [path: string, reason: string, consequence: string])[];
}

const BASE = { schemas: [CORE], name: 'x' };

const CASES: readonly Case[] = [
  {
    title: 'an attribute that is gone is dropped',
    before: modelOf([{ name: 'a' }, { name: 'b' }]),
    after: modelOf([{ name: 'b' }]),
    document: { ...BASE, a: '1', b: '2' },
    left: { ...BASE, b: '2' },
    misfits: [['a', 'attribute-removed', 'dropped']],
  },
  {
    title: 'a sub-attribute that is gone is dropped',
    before: modelOf([
      { name: 'c', type: 'complex', subAttributes: [{ name: 'x' }, { name: 'y' }] },
    ]),
    after: modelOf([{ name: 'c', type: 'complex', subAttributes: [{ name: 'x' }] }]),
    document: { ...BASE, c: { x: '1', y: '2' } },
    left: { ...BASE, c: { x: '1' } },
    misfits: [['c.y', 'attribute-removed', 'dropped']],
  },
  {
    title: 'a value of another type is dropped, one that fits stays',
    before: modelOf([{ name: 'a' }, { name: 'n', type: 'integer' }]),
    after: modelOf([
      { name: 'a', type: 'dateTime' },
      { name: 'n', type: 'decimal' },
    ]),
    document: { ...BASE, a: 'soon', n: 3 },
    left: { ...BASE, n: 3 },
    misfits: [['a', 'wrong-type', 'dropped']],
  },
  {
    title: 'one value becomes a list without a word; of a list the first stays',
    before: modelOf([{ name: 'a' }, { name: 'b', multiValued: true }]),
    after: modelOf([{ name: 'a', multiValued: true }, { name: 'b' }]),
    document: { ...BASE, a: '1', b: ['2', '3'] },
    left: { ...BASE, a: ['1'], b: '2' },
    misfits: [['b', 'several-values', 'dropped']],
  },
  {
    title: 'a value that is not canonical any more stays',
    before: modelOf([{ name: 'a' }]),
    after: modelOf([{ name: 'a', canonicalValues: ['Red'] }]),
    document: { ...BASE, a: 'blue' },
    left: { ...BASE, a: 'blue' },
    misfits: [['a', 'not-canonical', 'kept']],
  },
  {
    title: 'a requirement is told only where it is new',
    before: modelOf([{ name: 'a', required: true }, { name: 'b' }]),
    after: modelOf([
      { name: 'a', required: true },
      { name: 'b', required: true },
    ]),
    document: BASE,
    left: BASE,
    misfits: [['b', 'missing-required', 'kept']],
  },
  {
    title: 'an extension that no schema describes any more stays as it is',
    before: modelOf([], [{ name: 'a' }]),
    after: modelOf([]),
    document: { ...BASE, schemas: [CORE, EXTENSION], [EXTENSION]: { a: '1' } },
    left: { ...BASE, schemas: [CORE, EXTENSION], [EXTENSION]: { a: '1' } },
    misfits: [[EXTENSION, 'extension-removed', 'kept']],
  },
  {
    title: 'an extension whose last value is dropped goes, from schemas too',
    before: modelOf([], [{ name: 'a' }, { name: 'b' }]),
    after: modelOf([], [{ name: 'b' }]),
    document: { ...BASE, schemas: [CORE, EXTENSION], [EXTENSION]: { a: '1' } },
    left: BASE,
    misfits: [[`${EXTENSION}:a`, 'attribute-removed', 'dropped']],
  },
  {
    title: 'an extension that was undescribed is fitted to its new schema',
    before: modelOf([]),
    after: modelOf([], [{ name: 'a' }, { name: 'n', type: 'integer' }]),
    document: { ...BASE, schemas: [CORE, EXTENSION], [EXTENSION]: { a: '1', n: 'x', old: true } },
    left: { ...BASE, schemas: [CORE, EXTENSION], [EXTENSION]: { a: '1' } },
    misfits: [
      [`${EXTENSION}:n`, 'wrong-type', 'dropped'],
      [`${EXTENSION}:old`, 'attribute-removed', 'dropped'],
    ],
  },
];

describe('refitResource', () => {
  for (const { title, before, after, document, left, misfits } of CASES) {
    test(title, () => {
      const refit = refitResource(document, { before, after });

      assert.deepEqual(refit.document, left);
      assert.deepEqual(
        refit.misfits.map(({ path, reason, consequence }) => [path, reason, consequence]),
        misfits,
      );
    });
  }
});
