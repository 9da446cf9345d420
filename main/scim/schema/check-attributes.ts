// Whether the attributes of a schema make sense together. @see RFC 7643 §2.2, §2.3 and §7
import { COMMON_ATTRIBUTES } from './data/common-attributes.ts';
import type { SchemaIssue } from './schema-issue.ts';
import type { AttributeDefinition, SchemaDefinition } from './schema-types.ts';

const COMMON_NAMES = new Set(COMMON_ATTRIBUTES.map(({ name }) => name.toLowerCase()));
const NOT_UNIQUE = new Set(['boolean', 'complex', 'binary']);
const URI_TYPES = new Set(['uri', 'external']);

/** `typeNames`: the resource types that a reference may point to. Every issue names the attribute by its full path. */
export function checkAttributes(
  { id, attributes }: SchemaDefinition,
  typeNames: ReadonlySet<string>,
): readonly SchemaIssue[] {
  const common = attributes.filter(({ name }) => COMMON_NAMES.has(name.toLowerCase()));
  return [
    ...common.map(({ name }) => ({
      path: `${id}:${name}`,
      message: 'is an attribute of every resource and cannot be defined anew',
    })),
    ...checkLevel(attributes, `${id}:`, typeNames),
  ];
}

function checkLevel(
  attributes: readonly AttributeDefinition[],
  prefix: string,
  typeNames: ReadonlySet<string>,
): readonly SchemaIssue[] {
  return [
    ...findDoubles(attributes, prefix),
    ...attributes.flatMap((attribute) => checkAttribute(attribute, prefix, typeNames)),
  ];
}

function findDoubles(
  attributes: readonly AttributeDefinition[],
  prefix: string,
): readonly SchemaIssue[] {
  const names = attributes.map(({ name }) => name.toLowerCase());
  return attributes
    .filter(({ name }, index) => names.indexOf(name.toLowerCase()) < index)
    .map(({ name }) => ({ path: prefix + name, message: 'is defined twice; names have no case' }));
}

function checkAttribute(
  attribute: AttributeDefinition,
  prefix: string,
  typeNames: ReadonlySet<string>,
): readonly SchemaIssue[] {
  const path = prefix + attribute.name;
  const rules: readonly (readonly [isBroken: boolean, message: string])[] = [
    ...structureRules(attribute),
    ...valueRules(attribute, typeNames),
  ];
  const issues = rules.filter(([isBroken]) => isBroken).map(([, message]) => ({ path, message }));
  return [...issues, ...checkLevel(attribute.subAttributes ?? [], `${path}.`, typeNames)];
}

function structureRules({ type, subAttributes }: AttributeDefinition) {
  const names = (subAttributes ?? []).map(({ name }) => name);
  const hasSub = names.length > 0;
  return [
    [type === 'complex' && !hasSub, 'is complex and needs subAttributes'],
    [names.includes('$ref') && !names.includes('value'), 'has $ref, which needs a value beside it'],
    [type !== 'complex' && hasSub, `is of type ${type} and cannot have subAttributes`],
  ] as const;
}

function valueRules(attribute: AttributeDefinition, typeNames: ReadonlySet<string>) {
  const { type, uniqueness, canonicalValues, referenceTypes, mutability, returned } = attribute;
  const isIndexed = attribute.indexed === true || uniqueness !== 'none';
  const isShown = returned !== 'never';
  const unknown = referenceTypes?.find((name) => !URI_TYPES.has(name) && !typeNames.has(name));
  return [
    [
      uniqueness !== 'none' && NOT_UNIQUE.has(type),
      `is of type ${type}, whose values cannot be unique`,
    ],
    [isIndexed && type === 'complex', 'is complex; index one of its sub-attributes'],
    [
      canonicalValues !== undefined && type !== 'string' && type !== 'reference',
      `is of type ${type} and cannot have canonicalValues`,
    ],
    [
      referenceTypes !== undefined && type !== 'reference',
      `is of type ${type} and cannot have referenceTypes`,
    ],
    [
      unknown !== undefined,
      `refers to ${unknown ?? ''}, which is no resource type of the tenant, "uri" or "external"`,
    ],
    [mutability === 'writeOnly' && isShown, 'is writeOnly, so returned must be never'],
  ] as const;
}
