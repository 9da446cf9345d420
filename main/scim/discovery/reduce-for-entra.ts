// The schemas without what Entra's own schema discovery is known to reject. The attributes work all the same.
import type { AttributeDefinition, SchemaDefinition } from '../schema/schema-types.ts';

// Entra: "Test schema" fails on `password` and on `display` and `primary` within lists (seen 2024 to 2025).
const WITHIN_LISTS: ReadonlySet<string> = new Set(['display', 'primary']);

export function reduceForEntra(schema: SchemaDefinition): SchemaDefinition {
  const attributes = schema.attributes.filter(({ role }) => role !== 'password').map(reduce);
  return { ...schema, attributes };
}

function reduce(attribute: AttributeDefinition): AttributeDefinition {
  const { multiValued, subAttributes } = attribute;
  if (!multiValued || subAttributes === undefined) return attribute;
  return {
    ...attribute,
    subAttributes: subAttributes.filter(({ name }) => !WITHIN_LISTS.has(name)),
  };
}
