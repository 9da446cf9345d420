// Which attribute a path means (RFC 7644 §3.10).
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  resolveAttribute,
  resolveExtension,
  resolveSubAttribute,
} from '../../../main/scim/schema/resolve-attribute.ts';
import {
  findModelByEndpoint,
  findModelByName,
  groupModel,
  resourceModels,
  userModel,
} from '../../../main/scim/schema/resource-models.ts';
import { ENTERPRISE_USER_URN, GROUP_URN, USER_URN } from '../../../main/scim/schema/urns.ts';

const PATHS: readonly (readonly [path: string, canonicalPath: string | undefined])[] = [
  ['userName', 'userName'],
  ['USERNAME', 'userName'],
  ['name.familyname', 'name.familyName'],
  ['emails.value', 'emails.value'],
  ['emails.$ref', undefined],
  ['id', 'id'],
  ['externalid', 'externalId'],
  ['schemas', 'schemas'],
  ['meta.lastModified', 'meta.lastModified'],
  [`${USER_URN}:userName`, 'userName'],
  [`${USER_URN.toUpperCase()}:name.givenName`, 'name.givenName'],
  [`${USER_URN}:meta.created`, 'meta.created'],
  [`${ENTERPRISE_USER_URN}:department`, `${ENTERPRISE_USER_URN}:department`],
  [`${ENTERPRISE_USER_URN.toLowerCase()}:MANAGER.value`, `${ENTERPRISE_USER_URN}:manager.value`],
  ['manager', `${ENTERPRISE_USER_URN}:manager`],
  ['manager.displayName', `${ENTERPRISE_USER_URN}:manager.displayName`],
  ['employeeNumber', `${ENTERPRISE_USER_URN}:employeeNumber`],
  [ENTERPRISE_USER_URN, undefined],
  [`${ENTERPRISE_USER_URN}:userName`, undefined],
  [`${GROUP_URN}:displayName`, undefined],
  ['members', undefined],
  ['name.familyName.x', undefined],
  ['userName.x', undefined],
  ['constructor', undefined],
  ['__proto__', undefined],
  ['', undefined],
];

describe('RFC 7644 §3.10: attribute paths of a User', () => {
  for (const [path, canonicalPath] of PATHS) {
    test(`${JSON.stringify(path)} means ${canonicalPath ?? 'nothing'}`, () => {
      assert.equal(resolveAttribute(userModel, path)?.canonicalPath, canonicalPath);
    });
  }

  test('an extension is found by its URN in any case, the core schema is none', () => {
    assert.equal(
      resolveExtension(userModel, ENTERPRISE_USER_URN.toUpperCase())?.name,
      'EnterpriseUser',
    );
    assert.equal(resolveExtension(userModel, USER_URN), undefined);
    assert.equal(resolveExtension(groupModel, ENTERPRISE_USER_URN), undefined);
  });

  test('the elements of a simple multi-valued attribute are their own value', () => {
    const schemas = resolveAttribute(userModel, 'schemas');

    assert.ok(schemas);
    assert.equal(resolveSubAttribute(schemas, 'value'), schemas);
    assert.equal(resolveSubAttribute(schemas, 'type'), undefined);
  });
});

describe('resource types', () => {
  test('are found by endpoint in any case and by name', () => {
    assert.equal(findModelByEndpoint(resourceModels, '/Users'), userModel);
    assert.equal(findModelByEndpoint(resourceModels, '/groups'), groupModel);
    assert.equal(findModelByEndpoint(resourceModels, '/Me'), undefined);
    assert.equal(findModelByName(resourceModels, 'Group'), groupModel);
    assert.equal(findModelByName(resourceModels, 'toString'), undefined);
  });

  test('have attributes of distinct names, sub-attributes only in complex ones', () => {
    for (const { core, extensions } of resourceModels) {
      for (const { attributes } of [core, ...extensions]) {
        const names = attributes.map(({ name }) => name.toLowerCase());
        assert.equal(new Set(names).size, names.length);
        for (const { type, subAttributes } of attributes) {
          assert.equal(type === 'complex', subAttributes !== undefined);
        }
      }
    }
  });

  test('follow the errata: displayName of a Group is required, references and binaries are caseExact', () => {
    assert.equal(resolveAttribute(groupModel, 'displayName')?.attribute.required, true);
    assert.equal(resolveAttribute(userModel, 'profileUrl')?.attribute.caseExact, true);
    assert.equal(resolveAttribute(userModel, 'photos.value')?.subAttribute?.caseExact, true);
    assert.equal(
      resolveAttribute(userModel, 'x509Certificates.value')?.subAttribute?.caseExact,
      true,
    );
  });
});
