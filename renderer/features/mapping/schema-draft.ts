// Changes of the mappings while they are edited: each gives a new schema, nothing is changed in place.
import type {
  AttributeMapping,
  ListedAttribute,
  ObjectMapping,
  SynchronizationSchema,
} from '../../../shared/simulator/mapping.ts';
import type { SchemaFinding } from '../../../shared/simulator/schema-finding.ts';

export type ObjectType = ObjectMapping['objectType'];

export function objectOf(schema: SynchronizationSchema, objectType: ObjectType): ObjectMapping {
  return objectType === 'User' ? schema.users : schema.groups;
}

export function targetsOf(
  schema: SynchronizationSchema,
  objectType: ObjectType,
): readonly ListedAttribute[] {
  return objectType === 'User' ? schema.userTargetAttributes : schema.groupTargetAttributes;
}

export function withObject(
  schema: SynchronizationSchema,
  object: ObjectMapping,
): SynchronizationSchema {
  return object.objectType === 'User'
    ? { ...schema, users: object }
    : { ...schema, groups: object };
}

export function withTargets(
  schema: SynchronizationSchema,
  objectType: ObjectType,
  attributes: readonly ListedAttribute[],
): SynchronizationSchema {
  const list = [...attributes];
  return objectType === 'User'
    ? { ...schema, userTargetAttributes: list }
    : { ...schema, groupTargetAttributes: list };
}

/** At the end where the index is that of no mapping. */
export function withMapping(
  object: ObjectMapping,
  index: number,
  mapping: AttributeMapping,
): ObjectMapping {
  const attributeMappings = [...object.attributeMappings];
  attributeMappings[Math.min(index, attributeMappings.length)] = mapping;
  return { ...object, attributeMappings };
}

export function withoutMapping(object: ObjectMapping, index: number): ObjectMapping {
  return {
    ...object,
    attributeMappings: object.attributeMappings.filter((_, place) => place !== index),
  };
}

export function newMapping(target: string): AttributeMapping {
  return {
    target,
    type: 'Direct',
    source: null,
    constant: null,
    expression: null,
    defaultValue: null,
    matchingPrecedence: null,
    apply: 'Always',
  };
}

/** What the source of a mapping is, in one line. */
export function spellSource({ type, source, constant, expression }: AttributeMapping): string {
  switch (type) {
    case 'Direct':
      return source ?? '';
    case 'Constant':
      return constant ?? '';
    case 'Expression':
      return expression ?? '';
    case 'None':
      return '';
  }
}

/** Findings of one place of an object. */
export function findingsAt(
  findings: readonly SchemaFinding[],
  objectType: ObjectType,
  isPlace: (place: SchemaFinding['place']) => boolean,
): readonly SchemaFinding[] {
  return findings.filter((finding) => finding.objectType === objectType && isPlace(finding.place));
}
