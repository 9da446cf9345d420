// The discovery documents (RFC 7643 §5 to §7, RFC 7644 §4).
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  resourceTypeDocument,
  resourceTypeDocuments,
} from '../../../main/scim/discovery/resource-type-documents.ts';
import { schemaDocument, schemaDocuments } from '../../../main/scim/discovery/schema-documents.ts';
import { serviceProviderConfig } from '../../../main/scim/discovery/service-provider-config.ts';
import { resourceModels } from '../../../main/scim/schema/resource-models.ts';
import { ENTERPRISE_USER_URN, GROUP_URN, USER_URN } from '../../../main/scim/schema/urns.ts';
import { DEFAULT_PROFILE } from '../../../shared/scim/profile/profile-setting.ts';
import { isJsonObject, type JsonValue } from '../../../shared/scim/json.ts';

const options = {
  baseUrl: 'https://tenant.example/scim/v2',
  models: resourceModels,
  profile: DEFAULT_PROFILE,
};

describe('RFC 7643 §5: /ServiceProviderConfig', () => {
  test('says what is supported, and where it is', () => {
    const config = serviceProviderConfig(options);

    assert.deepEqual(config['patch'], { supported: true });
    assert.deepEqual(config['filter'], { supported: true, maxResults: 1000 });
    assert.deepEqual(config['bulk'], {
      supported: true,
      maxOperations: 1000,
      maxPayloadSize: 1_048_576,
    });
    assert.deepEqual(config['meta'], {
      resourceType: 'ServiceProviderConfig',
      location: 'https://tenant.example/scim/v2/ServiceProviderConfig',
    });
  });
});

describe('RFC 7643 §6: /ResourceTypes', () => {
  test('lists User with its extension and Group', () => {
    const { totalResults, Resources } = resourceTypeDocuments(options);

    assert.equal(totalResults, 2);
    assert.deepEqual(Resources, [
      resourceTypeDocument('User', options),
      resourceTypeDocument('Group', options),
    ]);
    assert.deepEqual(resourceTypeDocument('User', options), {
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:ResourceType'],
      id: 'User',
      name: 'User',
      endpoint: '/Users',
      description: 'A person or other account',
      schema: USER_URN,
      schemaExtensions: [{ schema: ENTERPRISE_USER_URN, required: false }],
      meta: {
        resourceType: 'ResourceType',
        location: 'https://tenant.example/scim/v2/ResourceTypes/User',
      },
    });
  });

  test('answers 404 for a type that is not served', () => {
    assert.throws(() => resourceTypeDocument('Device', options), {
      status: 404,
      detail: 'ResourceType "Device" does not exist',
    });
  });
});

describe('RFC 7643 §7: /Schemas', () => {
  test('lists the schemas in use', () => {
    const { Resources } = schemaDocuments(options);

    assert.ok(Array.isArray(Resources));
    assert.deepEqual(
      Resources.map((schema) => isJsonObject(schema) && schema['id']),
      [USER_URN, ENTERPRISE_USER_URN, GROUP_URN],
    );
  });

  test('gives every attribute all its characteristics', () => {
    for (const attribute of attributesOf(schemaDocuments(options))) {
      for (const name of [
        'type',
        'multiValued',
        'description',
        'required',
        'caseExact',
        'mutability',
        'returned',
        'uniqueness',
      ]) {
        assert.ok(Object.hasOwn(attribute, name), `${JSON.stringify(attribute)} has no ${name}`);
      }
    }
  });

  test('holds no null, which Entra refuses, and no common attribute', () => {
    const text = JSON.stringify(schemaDocuments(options));
    const names = attributesOf(schemaDocument(USER_URN, options)).map(({ name }) => name);

    assert.ok(!text.includes('null'));
    assert.ok(!names.includes('externalId') && !names.includes('meta'));
  });

  test('finds a schema by its URN in any case, else answers 404', () => {
    assert.deepEqual(schemaDocument(GROUP_URN.toUpperCase(), options)['meta'], {
      resourceType: 'Schema',
      location: `https://tenant.example/scim/v2/Schemas/${GROUP_URN}`,
    });
    assert.throws(() => schemaDocument('urn:none', options), { status: 404 });
  });
});

/** Attributes and sub-attributes, however deep: every object that has a mutability. */
function attributesOf(value: JsonValue) {
  const found: { readonly [name: string]: JsonValue }[] = [];
  JSON.stringify(value, (_name, member: JsonValue) => {
    if (isJsonObject(member) && 'mutability' in member) found.push(member);
    return member;
  });
  return found;
}
