// What the mappings make of a directory object.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { defaultSchema } from '../../../main/simulator/mapping/default-schema.ts';
import { mapEntry, type MappingOptions } from '../../../main/simulator/mapping/map-entry.ts';
import type { MappedObject } from '../../../main/simulator/mapped-object.ts';
import type { SourceEntry, SourceValue } from '../../../main/simulator/source-entry.ts';
import type { AttributeMapping } from '../../../shared/simulator/mapping.ts';
import { stillWorld } from './evaluation.ts';

const schema = defaultSchema();

function optionsFor(occasion: MappingOptions['occasion']): MappingOptions {
  return { ...stillWorld(), occasion, targetAttributes: schema.userTargetAttributes };
}

function person(attributes: Readonly<Record<string, SourceValue>>): SourceEntry {
  return { objectId: 'a1b2', objectType: 'User', attributes };
}

const ADELE = person({
  userPrincipalName: 'adele@contoso.com',
  displayName: 'Adele Vance',
  givenName: 'Adele',
  surname: 'Vance',
  mail: 'adele@contoso.com',
  IsSoftDeleted: false,
  manager: '6f1f4c0e-7a52-4c3e-8a39-3b4f1f0a9d11',
});

/** The values that are not null, by target. */
function valuesOf({ attributes }: MappedObject): Record<string, unknown> {
  const present = attributes.filter(({ value }) => value !== null);
  return Object.fromEntries(present.map(({ target, value }) => [target, value]));
}

function mapOne(
  mapping: Partial<AttributeMapping>,
  occasion: MappingOptions['occasion'],
  entry: SourceEntry = ADELE,
): MappedObject {
  const [first] = schema.users.attributeMappings;
  assert.ok(first);
  const one = { ...first, source: null, matchingPrecedence: null, ...mapping };
  return mapEntry(entry, { ...schema.users, attributeMappings: [one] }, optionsFor(occasion));
}

describe('The default mappings', () => {
  test('give what the portal’s table says, an attribute without a value gives null', () => {
    const mapped = mapEntry(ADELE, schema.users, optionsFor('create'));

    assert.deepEqual(valuesOf(mapped), {
      userName: 'adele@contoso.com',
      active: true,
      displayName: 'Adele Vance',
      'emails[type eq "work"].value': 'adele@contoso.com',
      'name.givenName': 'Adele',
      'name.familyName': 'Vance',
      'name.formatted': 'Adele Vance',
      'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager':
        '6f1f4c0e-7a52-4c3e-8a39-3b4f1f0a9d11',
    });
    assert.equal(mapped.attributes.length, 22);
    assert.deepEqual(
      mapped.attributes.filter(({ isReference }) => isReference).map(({ target }) => target),
      ['urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager'],
    );
    assert.deepEqual(mapped.problems, []);
  });

  test('deactivate who is soft-deleted', () => {
    const gone = person({ ...ADELE.attributes, IsSoftDeleted: true });

    assert.equal(valuesOf(mapEntry(gone, schema.users, optionsFor('update')))['active'], false);
  });

  test('name the required attribute that has no value when an object is created', () => {
    const { problems } = mapEntry(person({}), schema.users, optionsFor('create'));

    assert.deepEqual(problems, [
      { target: 'userName', message: 'The target requires userName, but it has no value.' },
    ]);
  });
});

describe('Kinds of mapping', () => {
  test('a constant is the same for all', () => {
    const mapping = { target: 'title', type: 'Constant', constant: 'Guest' } as const;

    assert.deepEqual(valuesOf(mapOne(mapping, 'update')), { title: 'Guest' });
  });

  test('a default value is taken at creation only, where the source is null', () => {
    const mapping = {
      target: 'title',
      type: 'Direct',
      source: 'jobTitle',
      defaultValue: 'None',
    } as const;

    assert.deepEqual(valuesOf(mapOne(mapping, 'create')), { title: 'None' });
    assert.deepEqual(valuesOf(mapOne(mapping, 'update')), {});
  });

  test('None leaves the attribute alone but for its default value', () => {
    const mapping = { target: 'title', type: 'None', defaultValue: 'New' } as const;

    assert.deepEqual(valuesOf(mapOne(mapping, 'create')), { title: 'New' });
    assert.deepEqual(valuesOf(mapOne(mapping, 'update')), {});
  });

  test('Only during object creation is no part of an update', () => {
    const mapping = {
      target: 'title',
      type: 'Constant',
      constant: 'x',
      apply: 'ObjectAddOnly',
    } as const;

    assert.equal(mapOne(mapping, 'create').attributes.length, 1);
    assert.equal(mapOne(mapping, 'update').attributes.length, 0);
  });

  test('IgnoreFlowIfNullOrEmpty drops the attribute, default value or not', () => {
    const mapping = {
      target: 'title',
      type: 'Expression',
      expression: 'IgnoreFlowIfNullOrEmpty([jobTitle])',
      defaultValue: 'None',
    } as const;

    assert.deepEqual(mapOne(mapping, 'create').attributes, []);
  });

  test('Redact flows the value and marks it for the logs', () => {
    const mapping = {
      target: 'title',
      type: 'Expression',
      expression: 'Redact([surname])',
    } as const;
    const [mapped] = mapOne(mapping, 'update').attributes;

    assert.deepEqual([mapped?.value, mapped?.isRedacted], ['Vance', true]);
  });

  test('an expression that fails is a problem of its attribute', () => {
    const mapping = {
      target: 'title',
      type: 'Expression',
      expression: 'CDate([surname])',
    } as const;

    assert.deepEqual(mapOne(mapping, 'update').problems, [
      {
        target: 'title',
        message: 'CDate needs a date as expression, such as 2021-06-30, not "Vance" (character 1).',
      },
    ]);
  });

  test('a value that is not of the target’s type is a problem', () => {
    const mapping = { target: 'active', type: 'Constant', constant: 'maybe' } as const;

    assert.deepEqual(mapOne(mapping, 'update').problems, [
      { target: 'active', message: 'active is of type Boolean and cannot be "maybe".' },
    ]);
  });
});

describe('Role expressions', () => {
  const roles = [
    '{"id":"1","value":"Admin","displayName":"Administrator"}',
    '{"id":"2","value":null,"displayName":"Reader"}',
  ];
  const admin = person({ ...ADELE.attributes, appRoleAssignments: roles });

  const FORMS = [
    ['SingleAppRoleAssignment', 'single', 1],
    ['AppRoleAssignmentsComplex', 'complex', 2],
    ['AssertiveAppRoleAssignmentsComplex', 'assertive', 2],
  ] as const;
  for (const [name, form, count] of FORMS) {
    test(`${name} keeps the roles apart from text and says its form`, () => {
      const mapping = {
        target: 'roles',
        type: 'Expression',
        expression: `${name}([appRoleAssignments])`,
      } as const;
      const [mapped] = mapOne(mapping, 'update', admin).attributes;

      assert.equal(mapped?.roleForm, form);
      assert.deepEqual(
        mapped?.value,
        [
          { id: '1', value: 'Admin', displayName: 'Administrator' },
          { id: '2', displayName: 'Reader' },
        ].slice(0, count),
      );
    });
  }

  test('within another function a single role is its value', () => {
    const mapping = {
      target: 'title',
      type: 'Expression',
      expression: 'ToUpper(SingleAppRoleAssignment([appRoleAssignments]))',
    } as const;

    assert.deepEqual(valuesOf(mapOne(mapping, 'update', admin)), { title: 'ADMIN' });
  });
});
