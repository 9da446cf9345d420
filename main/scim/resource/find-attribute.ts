// Attributes by name without regard to case (RFC 7643 §2.1), found in one step.
import type { AttributeDefinition } from '../schema/schema-types.ts';

const indexes = new WeakMap<readonly AttributeDefinition[], Map<string, AttributeDefinition>>();

/** The definition with this name in one level of a schema. */
export function findAttribute(
  definitions: readonly AttributeDefinition[],
  name: string,
): AttributeDefinition | undefined {
  let index = indexes.get(definitions);
  if (index === undefined) {
    index = new Map(definitions.map((definition) => [definition.name.toLowerCase(), definition]));
    indexes.set(definitions, index);
  }
  return index.get(name.toLowerCase());
}
