// Edits of schema documents, each giving a new one. What comes of it is judged by the server before it is applied.
import type { SchemaChange } from '../../../shared/admin/schema.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../../shared/scim/json.ts';
import {
  AttributeDocument,
  SubAttributeDocument,
  type SchemaDocument,
} from '../../../shared/scim/schema-document.ts';
import { parseJson } from '../../ui/json-text.ts';
import type { Attribute, KnownType } from './read-documents.ts';

const SCHEMA_URN = 'urn:ietf:params:scim:schemas:core:2.0:Schema';
const RESOURCE_TYPE_URN = 'urn:ietf:params:scim:schemas:core:2.0:ResourceType';

export const NO_CHANGE: SchemaChange = { put: [], deleteSchemas: [], deleteResourceTypes: [] };

/** An attribute with every characteristic at its default. @see RFC 7643 §2.2 */
export function emptyAttribute(): Attribute {
  return AttributeDocument.parse({ name: 'attribute', type: 'string' });
}

/** Where an attribute stands: below `parent`, in the place of the one called `replacing`, or at the end. */
export interface AttributePlace {
  readonly parent?: string | undefined;
  readonly replacing?: string | undefined;
}

export function putAttribute(
  schema: SchemaDocument,
  attribute: Attribute,
  { parent, replacing }: AttributePlace,
): SchemaDocument {
  if (parent === undefined) {
    return { ...schema, attributes: putIn(schema.attributes, attribute, replacing) };
  }
  const sub = SubAttributeDocument.parse(attribute);
  return changeParent(schema, parent, (subs) => putIn(subs, sub, replacing));
}

export function removeAttribute(
  schema: SchemaDocument,
  name: string,
  parent?: string,
): SchemaDocument {
  if (parent === undefined) {
    return { ...schema, attributes: schema.attributes.filter((one) => one.name !== name) };
  }
  return changeParent(schema, parent, (subs) => subs.filter((one) => one.name !== name));
}

function putIn<One extends { readonly name: string }>(
  list: readonly One[],
  one: One,
  replacing: string | undefined,
): One[] {
  if (replacing === undefined) return [...list, one];
  return list.map((each) => (each.name === replacing ? one : each));
}

type SubAttributes = NonNullable<Attribute['subAttributes']>;

function changeParent(
  schema: SchemaDocument,
  parent: string,
  change: (subs: SubAttributes) => SubAttributes,
): SchemaDocument {
  const attributes = schema.attributes.map((one) =>
    one.name === parent ? { ...one, subAttributes: change(one.subAttributes ?? []) } : one,
  );
  return { ...schema, attributes };
}

/** `urn:ietf:params:scim:schemas:extension:Velpic:2.0:User`, the form that Entra maps. */
export function extensionUrn(name: string, base: string): string {
  return `urn:ietf:params:scim:schemas:extension:${toName(name)}:2.0:${base}`;
}

/** `urn:ietf:params:scim:schemas:core:2.0:Device` belongs to the IETF; a type of one's own has a URN of one's own. */
export function typeUrn(name: string): string {
  return `urn:example:scim:schemas:2.0:${toName(name)}`;
}

/** Without what a name in a URN may not have. */
export function toName(text: string): string {
  return text.trim().replaceAll(/[^\w-]+/g, '');
}

/** A schema that is put where it was. */
export function changeSchema(schema: SchemaDocument): SchemaChange {
  return { ...NO_CHANGE, put: [toSchemaJson(schema)] };
}

/** A new schema and the type that has it as an extension from now on. */
export function addExtension(schema: SchemaDocument, type: KnownType): SchemaChange {
  return { ...NO_CHANGE, put: [toSchemaJson(schema), withExtension(type, schema.id)] };
}

export function withExtension({ type }: KnownType, urn: string): JsonObject {
  const schemaExtensions = [...type.schemaExtensions, { schema: urn, required: false }];
  return toTypeJson({ ...type, schemaExtensions });
}

export function withoutExtension({ type }: KnownType, urn: string): JsonObject {
  const schemaExtensions = type.schemaExtensions.filter(({ schema }) => schema !== urn);
  return toTypeJson({ ...type, schemaExtensions });
}

/** A new resource type with its core schema. */
export function addType(schema: SchemaDocument, endpoint: string): SchemaChange {
  const { name, description, id } = schema;
  const type = { name, endpoint, description, schema: id, schemaExtensions: [] };
  return { ...NO_CHANGE, put: [toSchemaJson(schema), toTypeJson(type)] };
}

export function toSchemaJson(schema: SchemaDocument): JsonObject {
  return { schemas: [SCHEMA_URN], ...toJson(schema) };
}

function toTypeJson(type: KnownType['type']): JsonObject {
  return { schemas: [RESOURCE_TYPE_URN], ...toJson(type) };
}

function toJson(value: object): JsonObject {
  const json = parseJson(JSON.stringify(value));
  return isJsonObject(json) ? json : {};
}

/** One document, a list of them, or a ListResponse, as `put` takes them; nothing where the JSON is none of these. */
export function readImport(value: JsonValue | undefined): readonly JsonObject[] | undefined {
  if (Array.isArray(value)) return value.every(isJsonObject) ? value : undefined;
  if (!isJsonObject(value)) return undefined;
  const { documents } = value;
  return Array.isArray(documents) && documents.every(isJsonObject) ? documents : [value];
}
