// Schema and resource type documents as the admin API tells them, read into their parts.
import type { z } from 'zod';
import type { TenantSchemaList } from '../../../shared/admin/schema.ts';
import type { JsonObject } from '../../../shared/scim/json.ts';
import {
  ResourceTypeDocument,
  SchemaDocument,
  type AttributeDocument,
} from '../../../shared/scim/schema-document.ts';

export type Attribute = z.infer<typeof AttributeDocument>;
export type SubAttribute = NonNullable<Attribute['subAttributes']>[number];

export interface KnownSchema {
  readonly schema: SchemaDocument;
  readonly document: JsonObject;
  readonly isBuiltIn: boolean;
  readonly usedBy: readonly string[];
}

export interface KnownType {
  readonly type: z.infer<typeof ResourceTypeDocument>;
  readonly document: JsonObject;
  readonly isBuiltIn: boolean;
  readonly resources: number;
}

export function readSchemas({ schemas }: TenantSchemaList): readonly KnownSchema[] {
  return schemas.map((known) => ({ ...known, schema: SchemaDocument.parse(known.document) }));
}

export function readTypes({ resourceTypes }: TenantSchemaList): readonly KnownType[] {
  return resourceTypes.map((known) => ({
    ...known,
    type: ResourceTypeDocument.parse(known.document),
  }));
}

/** Attributes whose name or description has the text, those with such a sub-attribute included. */
export function findAttributes(schema: SchemaDocument, text: string): readonly Attribute[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return schema.attributes;
  const has = ({ name, description }: Pick<Attribute, 'name' | 'description'>) =>
    `${name}\n${description}`.toLowerCase().includes(wanted);
  return schema.attributes.filter(
    (attribute) => has(attribute) || attribute.subAttributes?.some(has) === true,
  );
}
