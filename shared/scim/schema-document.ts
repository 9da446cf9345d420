// Schema and ResourceType documents as they come in from outside (RFC 7643 §6 and §7): the shape of one document, each
// characteristic left out filled with its default (§2.2). What only the whole set of a tenant's documents can tell
// (a name used twice, a schema that is missing) is checked in main/scim/schema.
import { z } from 'zod';

const URN = /^urn:[a-z0-9][a-z0-9-]{0,31}:[^\s"'\\?#[\]{}%]+$/i;
const NAME = /^[a-z][\w-]*$/i;
/** One segment; what it may not be is known where the routes are. */
const ENDPOINT = /^\/[a-z][\w-]*$/i;

const SIMPLE_TYPES = [
  'string',
  'boolean',
  'decimal',
  'integer',
  'dateTime',
  'reference',
  'binary',
] as const;

export const SchemaUrn = z
  .string()
  .max(200)
  .regex(URN, 'must be a URN such as urn:example:scim:schemas:2.0:Device');

const attributeName = z
  .string()
  .max(64)
  .regex(NAME, 'must begin with a letter and go on with letters, digits, "-" or "_"');

const characteristics = {
  multiValued: z.boolean().default(false),
  description: z.string().max(2000).default(''),
  required: z.boolean().default(false),
  caseExact: z.boolean().default(false),
  mutability: z.enum(['readOnly', 'readWrite', 'immutable', 'writeOnly']).default('readWrite'),
  returned: z.enum(['always', 'never', 'default', 'request']).default('default'),
  uniqueness: z.enum(['none', 'server', 'global']).default('none'),
  canonicalValues: z.array(z.string().min(1)).min(1).exactOptional(),
  referenceTypes: z.array(z.string().min(1)).min(1).exactOptional(),
  /** Our own: keep a search index of its values. `uniqueness` other than none has one anyway. */
  indexed: z.boolean().exactOptional(),
};

export const SubAttributeDocument = z.object({
  name: attributeName.or(z.literal('$ref')),
  type: z
    .enum(SIMPLE_TYPES, `must be one of ${SIMPLE_TYPES.join(', ')}: nothing complex in complex`)
    .default('string'),
  ...characteristics,
});

export const AttributeDocument = z.object({
  name: attributeName,
  type: z.enum([...SIMPLE_TYPES, 'complex']).default('string'),
  ...characteristics,
  subAttributes: z.array(SubAttributeDocument).max(100).exactOptional(),
});

/** Members that only discovery adds (`schemas`, `meta`) are left out. @see RFC 7643 §7 */
export const SchemaDocument = z.object({
  id: SchemaUrn,
  name: z.string().max(100).default(''),
  description: z.string().max(2000).default(''),
  attributes: z.array(AttributeDocument).min(1).max(500),
});
export type SchemaDocument = z.infer<typeof SchemaDocument>;

/** `id` follows `name` and is not read. @see RFC 7643 §6 */
export const ResourceTypeDocument = z.object({
  name: attributeName,
  endpoint: z.string().max(64).regex(ENDPOINT, 'must be one path segment such as /Devices'),
  description: z.string().max(2000).default(''),
  schema: SchemaUrn,
  schemaExtensions: z
    .array(z.object({ schema: SchemaUrn, required: z.boolean().default(false) }))
    .max(50)
    .default([]),
});
export type ResourceTypeDocument = z.infer<typeof ResourceTypeDocument>;
