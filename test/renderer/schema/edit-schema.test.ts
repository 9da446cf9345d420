// Edits of schema documents, and what discovery leaves out.
import { strict as assert } from 'node:assert';
import { describe, test } from 'node:test';
import {
  addExtension,
  emptyAttribute,
  extensionUrn,
  putAttribute,
  readImport,
  removeAttribute,
} from '../../../renderer/features/schema/edit-schema.ts';
import { findUntold } from '../../../renderer/features/schema/find-untold.ts';
import { findAttributes } from '../../../renderer/features/schema/read-documents.ts';
import { tidyAttribute } from '../../../renderer/features/schema/tidy-attribute.ts';
import { ResourceTypeDocument, SchemaDocument } from '../../../shared/scim/schema-document.ts';
import {
  BADGE_SCHEMA,
  BADGE_URN,
  DEVICE_SCHEMA,
  USER_TYPE,
} from '../../support/device-documents.ts';

const DEVICE = SchemaDocument.parse(DEVICE_SCHEMA);
const named = (name: string) => ({ ...emptyAttribute(), name });
const namesOf = (schema: SchemaDocument) => schema.attributes.map(({ name }) => name);
const location = (schema: SchemaDocument) =>
  schema.attributes.find(({ name }) => name === 'location')?.subAttributes?.map(({ name }) => name);

describe('an attribute', () => {
  test('is added at the end, or put in the place of another', () => {
    assert.equal(namesOf(putAttribute(DEVICE, named('x'), {})).at(-1), 'x');
    assert.equal(namesOf(putAttribute(DEVICE, named('x'), { replacing: 'displayName' }))[0], 'x');
  });

  test('can be one inside another, and be removed from there', () => {
    const more = putAttribute(DEVICE, named('room'), { parent: 'location' });

    assert.deepEqual(location(more), ['building', 'floor', 'room']);
    assert.deepEqual(location(removeAttribute(more, 'floor', 'location')), ['building', 'room']);
    assert.ok(!namesOf(removeAttribute(DEVICE, 'location')).includes('location'));
  });

  test('that becomes complex has a sub-attribute, and one that is simple has none', () => {
    const complex = tidyAttribute({ ...named('x'), type: 'complex' });
    assert.deepEqual(
      complex.subAttributes?.map(({ name }) => name),
      ['value'],
    );
    assert.equal(tidyAttribute({ ...complex, type: 'string' }).subAttributes, undefined);
  });

  test('is found by its name and by what is inside it', () => {
    assert.deepEqual(
      findAttributes(DEVICE, 'BUILD').map(({ name }) => name),
      ['location'],
    );
  });
});

test('an extension has a URN that Entra maps, and is added to those of its type', () => {
  const type = ResourceTypeDocument.parse(USER_TYPE);
  const known = { type, document: USER_TYPE, isBuiltIn: true, resources: 0 };
  const schema = { ...DEVICE, id: extensionUrn('Velpic Pty', 'User') };

  const [put, user] = addExtension(schema, known).put;

  assert.equal(put?.['id'], 'urn:ietf:params:scim:schemas:extension:VelpicPty:2.0:User');
  assert.deepEqual(user?.['schemaExtensions'], [
    ...type.schemaExtensions,
    { schema: schema.id, required: false },
  ]);
});

test('an import is one document, a list, or an export; nothing else', () => {
  const one = { id: 'a' };
  assert.deepEqual(
    [readImport(one), readImport([one]), readImport({ documents: [one] })],
    [[one], [one], [one]],
  );
  assert.deepEqual(
    [readImport('text'), readImport([1]), readImport(undefined)],
    [undefined, undefined, undefined],
  );
});

describe('what discovery leaves out', () => {
  const schema = SchemaDocument.parse(BADGE_SCHEMA);
  const known = { schema, document: BADGE_SCHEMA, isBuiltIn: false, usedBy: [] };

  test('is the schema that it does not tell of', () => {
    assert.deepEqual(findUntold([known], { Resources: [] }), [{ urn: BADGE_URN, paths: [] }]);
  });

  test('is each attribute that its answer does not have', () => {
    const told = { id: BADGE_URN, attributes: [{ name: 'number' }] };
    assert.deepEqual(findUntold([known], { Resources: [told] }), [
      { urn: BADGE_URN, paths: ['doors'] },
    ]);
    assert.deepEqual(findUntold([known], { Resources: [BADGE_SCHEMA] }), []);
  });
});
