// Which schemas and resource types a tenant can have (RFC 7643 §2, §6 and §7).
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { changeSchemas } from '../../../main/scim/schema/change-schemas.ts';
import { schemaDocuments } from '../../../main/scim/discovery/schema-documents.ts';
import { resourceModels } from '../../../main/scim/schema/resource-models.ts';
import type { TenantSchemas } from '../../../main/scim/schema/schema-types.ts';
import { buildModels, NO_SCHEMAS } from '../../../main/scim/schema/tenant-models.ts';
import { DEFAULT_PROFILE } from '../../../shared/scim/profile/profile-setting.ts';
import type { JsonObject, JsonValue } from '../../../shared/scim/json.ts';
import {
  ALL_DOCUMENTS,
  BADGE_SCHEMA,
  BADGE_URN,
  DEVICE_SCHEMA,
  DEVICE_TYPE,
  DEVICE_URN,
  USER_TYPE,
} from '../../support/device-documents.ts';

const NOTHING = { put: [], deleteSchemas: [], deleteResourceTypes: [] };

function put(before: TenantSchemas, ...documents: JsonObject[]) {
  return changeSchemas(before, { ...NOTHING, put: documents });
}

function accepted(outcome: ReturnType<typeof changeSchemas>): TenantSchemas {
  assert.equal(outcome.kind, 'changed', JSON.stringify(outcome));
  return outcome.schemas;
}

function withAttribute(attribute: JsonObject): JsonObject {
  return { ...BADGE_SCHEMA, attributes: [attribute] };
}

describe('RFC 7643 §7: a Schema document', () => {
  const wrong: readonly (readonly [
    title: string,
    document: JsonObject,
    path: string,
    message: RegExp,
  ])[] = [
    ['no URN as id', { ...BADGE_SCHEMA, id: 'Badge' }, 'put[0].id', /must be a URN/],
    ['no attributes', { ...BADGE_SCHEMA, attributes: [] }, 'put[0].attributes', /./],
    [
      'an unknown type',
      withAttribute({ name: 'x', type: 'text' }),
      'put[0].attributes[0].type',
      /./,
    ],
    [
      'an unknown mutability',
      withAttribute({ name: 'x', mutability: 'fixed' }),
      'put[0].attributes[0].mutability',
      /./,
    ],
    [
      'a name with a dot',
      withAttribute({ name: 'a.b' }),
      'put[0].attributes[0].name',
      /letter and go on/,
    ],
    [
      'complex in complex',
      withAttribute({
        name: 'x',
        type: 'complex',
        subAttributes: [{ name: 'y', type: 'complex', subAttributes: [{ name: 'z' }] }],
      }),
      'put[0].attributes[0].subAttributes[0].type',
      /nothing complex in complex/,
    ],
    [
      'complex without subAttributes',
      withAttribute({ name: 'x', type: 'complex' }),
      `${BADGE_URN}:x`,
      /needs subAttributes/,
    ],
    [
      '$ref without value',
      withAttribute({ name: 'x', type: 'complex', subAttributes: [{ name: '$ref' }] }),
      `${BADGE_URN}:x`,
      /needs a value beside it/,
    ],
    [
      'subAttributes of a string',
      withAttribute({ name: 'x', subAttributes: [{ name: 'y' }] }),
      `${BADGE_URN}:x`,
      /cannot have subAttributes/,
    ],
    [
      'the same sub-attribute in another case',
      withAttribute({ name: 'x', type: 'complex', subAttributes: [{ name: 'y' }, { name: 'Y' }] }),
      `${BADGE_URN}:x.Y`,
      /defined twice/,
    ],
    [
      'canonicalValues of a boolean',
      withAttribute({ name: 'x', type: 'boolean', canonicalValues: ['yes'] }),
      `${BADGE_URN}:x`,
      /cannot have canonicalValues/,
    ],
    [
      'referenceTypes of a string',
      withAttribute({ name: 'x', referenceTypes: ['User'] }),
      `${BADGE_URN}:x`,
      /cannot have referenceTypes/,
    ],
    [
      'a reference to a type that is not there',
      withAttribute({ name: 'x', type: 'reference', referenceTypes: ['Robot'] }),
      `${BADGE_URN}:x`,
      /refers to Robot/,
    ],
    [
      'a unique boolean',
      withAttribute({ name: 'x', type: 'boolean', uniqueness: 'server' }),
      `${BADGE_URN}:x`,
      /cannot be unique/,
    ],
    [
      'writeOnly that is returned',
      withAttribute({ name: 'x', mutability: 'writeOnly', returned: 'always' }),
      `${BADGE_URN}:x`,
      /returned must be never/,
    ],
    ['a common attribute', withAttribute({ name: 'Meta' }), `${BADGE_URN}:Meta`, /every resource/],
    [
      'the URN of a message',
      { ...BADGE_SCHEMA, id: 'urn:ietf:params:scim:api:messages:2.0:PatchOp' },
      'urn:ietf:params:scim:api:messages:2.0:PatchOp',
      /protocol itself/,
    ],
    [
      'a built-in URN in another case',
      { ...BADGE_SCHEMA, id: 'urn:ietf:params:scim:schemas:core:2.0:USER' },
      'urn:ietf:params:scim:schemas:core:2.0:USER',
      /built in/,
    ],
    [
      'an attribute more for a built-in schema',
      { ...BADGE_SCHEMA, id: 'urn:ietf:params:scim:schemas:core:2.0:User' },
      'urn:ietf:params:scim:schemas:core:2.0:User:number',
      /use an extension/,
    ],
    [
      'a URN below a built-in one',
      { ...BADGE_SCHEMA, id: 'urn:ietf:params:scim:schemas:core:2.0:User:Badge' },
      'urn:ietf:params:scim:schemas:core:2.0:User:Badge',
      /URN of another schema/,
    ],
  ];
  for (const [title, document, path, message] of wrong) {
    test(`${title} is refused at ${path}`, () => {
      const outcome = put(NO_SCHEMAS, document);

      assert.equal(outcome.kind, 'refused');
      const issue = outcome.issues.find((each) => each.path === path);
      assert.match(issue?.message ?? JSON.stringify(outcome.issues), message);
    });
  }

  test('what is left out has the default of §2.2; references and binary values are caseExact', () => {
    const { schemas } = accepted(put(NO_SCHEMAS, DEVICE_SCHEMA));

    const [schema] = schemas;
    const byName = (name: string) => schema?.attributes.find((each) => each.name === name);
    assert.deepEqual(byName('weight'), {
      name: 'weight',
      type: 'decimal',
      multiValued: false,
      description: '',
      required: false,
      caseExact: false,
      mutability: 'readWrite',
      returned: 'default',
      uniqueness: 'none',
    });
    assert.equal(byName('manual')?.caseExact, true);
    assert.equal(byName('firmware')?.caseExact, true);
    assert.equal(byName('pin')?.returned, 'never');
  });

  test('two documents of one URN are refused', () => {
    const outcome = put(NO_SCHEMAS, BADGE_SCHEMA, { ...BADGE_SCHEMA, name: 'Other' });

    assert.equal(outcome.kind, 'refused');
  });
});

describe('RFC 7643 §6: a ResourceType document', () => {
  const sound = accepted(put(NO_SCHEMAS, ...ALL_DOCUMENTS));
  const wrong: readonly (readonly [change: JsonObject, path: string, message: RegExp])[] = [
    [{ endpoint: '/users' }, 'Device.endpoint', /in use/],
    [{ endpoint: '/Bulk' }, 'Device.endpoint', /in use/],
    [{ endpoint: '/Me' }, 'Device.endpoint', /in use/],
    [{ endpoint: 'Devices' }, 'put[0].endpoint', /path segment/],
    [{ endpoint: '/a/b' }, 'put[0].endpoint', /path segment/],
    [{ endpoint: '/.search' }, 'put[0].endpoint', /path segment/],
    [{ name: 'user', endpoint: '/Persons' }, 'user', /another resource type/],
    [{ name: 'Schema' }, 'Schema', /reserved/],
    [{ schema: 'urn:example:nothing' }, 'Device.schema', /no schema of the tenant/],
    [
      { schemaExtensions: [{ schema: 'urn:example:nothing' }] },
      'Device.schemaExtensions[0]',
      /no schema that can extend/,
    ],
    [
      { schemaExtensions: [{ schema: DEVICE_URN }] },
      'Device.schemaExtensions[0]',
      /no schema that can extend/,
    ],
    [
      { schemaExtensions: [{ schema: BADGE_URN }, { schema: BADGE_URN }] },
      'Device.schemaExtensions[1]',
      /listed twice/,
    ],
  ];
  for (const [change, path, message] of wrong) {
    test(`${JSON.stringify(change)} is refused at ${path}`, () => {
      const outcome = put(sound, { ...DEVICE_TYPE, ...change });

      assert.equal(outcome.kind, 'refused');
      const issue = outcome.issues.find((each) => each.path === path);
      assert.match(issue?.message ?? JSON.stringify(outcome.issues), message);
    });
  }

  test('User may be extended, but keeps its schema and endpoint', () => {
    const outcome = put(sound, { ...USER_TYPE, endpoint: '/People' });

    assert.equal(outcome.kind, 'refused');
    assert.deepEqual(outcome.issues, [{ path: 'User.endpoint', message: 'must stay /Users' }]);
  });
});

describe('a change of schemas', () => {
  const sound = accepted(put(NO_SCHEMAS, ...ALL_DOCUMENTS));

  test('replaces the document with the same URN in its place', () => {
    const { schemas } = accepted(put(sound, { ...DEVICE_SCHEMA, description: 'Changed' }));

    assert.deepEqual(
      schemas.map(({ id, description }) => [id, description]),
      [
        [DEVICE_URN, 'Changed'],
        [BADGE_URN, 'What opens doors'],
      ],
    );
  });

  test('takes a deleted extension out of the types that have it', () => {
    const changed = accepted(changeSchemas(sound, { ...NOTHING, deleteSchemas: [BADGE_URN] }));

    assert.deepEqual(
      changed.resourceTypes.map(({ name, schemaExtensions }) => [name, schemaExtensions]),
      [['Device', []]],
    );
    assert.deepEqual(buildModels(1, changed).slice(0, 2), resourceModels);
  });

  test('does not delete the core schema of a type that stays, nor what is not there', () => {
    const core = changeSchemas(sound, { ...NOTHING, deleteSchemas: [DEVICE_URN] });
    const missing = changeSchemas(sound, { ...NOTHING, deleteResourceTypes: ['Robot'] });

    assert.equal(core.kind, 'refused');
    assert.deepEqual(missing, {
      kind: 'refused',
      issues: [{ path: 'deleteResourceTypes: Robot', message: "is none of the tenant's own" }],
    });
  });

  test('takes what discovery answers, built-in schemas included, back in', () => {
    const models = buildModels(1, sound);
    const profile = { ...DEFAULT_PROFILE, entraFriendlySchemas: false };
    const listed = schemaDocuments({ baseUrl: 'https://x.test', models, profile });

    const again = accepted(put(NO_SCHEMAS, listed, DEVICE_TYPE, USER_TYPE));

    const plain = (value: unknown): JsonValue => JSON.parse(JSON.stringify(value)) as JsonValue;
    assert.deepEqual(
      again.schemas.map(({ id }) => id).toSorted(),
      sound.schemas.map(({ id }) => id).toSorted(),
    );
    assert.deepEqual(plain(again.resourceTypes), plain(sound.resourceTypes));
  });
});
