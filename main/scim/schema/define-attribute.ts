// Writes an attribute definition down by what differs from the defaults of RFC 7643 §2.2, so that the tables in data/
// show only what is particular.
import type { AttributeDefinition } from './schema-types.ts';

export type AttributeInit = Partial<AttributeDefinition> &
  Pick<AttributeDefinition, 'name' | 'description'>;

const DEFAULTS = {
  type: 'string',
  multiValued: false,
  required: false,
  caseExact: false,
  mutability: 'readWrite',
  returned: 'default',
  uniqueness: 'none',
} as const;

/** An attribute with every characteristic filled in. @see RFC 7643 §2.2 */
export function defineAttribute(init: AttributeInit): AttributeDefinition {
  return { ...DEFAULTS, ...init };
}

export interface ElementsInit {
  readonly name: string;
  readonly description: string;
  /** What differs in the `value` of an element. */
  readonly value: Partial<AttributeDefinition> & Pick<AttributeDefinition, 'description'>;
  readonly types?: readonly string[];
}

/** A multi-valued attribute with the usual four: value, display, type, primary. @see RFC 7643 §2.4 */
export function defineElements(init: ElementsInit): AttributeDefinition {
  return defineAttribute({
    name: init.name,
    description: init.description,
    type: 'complex',
    multiValued: true,
    subAttributes: [
      defineAttribute({ name: 'value', ...init.value }),
      defineAttribute({ name: 'display', description: 'A name to show for this value.' }),
      defineType(init.types),
      PRIMARY,
    ],
  });
}

export function defineType(types: readonly string[] | undefined): AttributeDefinition {
  return defineAttribute({
    name: 'type',
    description: 'What this value is for.',
    ...(types === undefined ? {} : { canonicalValues: types }),
  });
}

export const PRIMARY = defineAttribute({
  name: 'primary',
  type: 'boolean',
  description: 'Whether this is the preferred value; at most one of them is.',
});
