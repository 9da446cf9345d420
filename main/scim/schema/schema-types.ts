// Schemas and resource types as data. @see RFC 7643 §6 and §7

export type AttributeType =
  'string' | 'boolean' | 'decimal' | 'integer' | 'dateTime' | 'reference' | 'complex' | 'binary';

export interface AttributeDefinition {
  readonly name: string;
  readonly type: AttributeType;
  readonly multiValued: boolean;
  readonly description: string;
  readonly required: boolean;
  readonly caseExact: boolean;
  readonly mutability: 'readOnly' | 'readWrite' | 'immutable' | 'writeOnly';
  readonly returned: 'always' | 'never' | 'default' | 'request';
  readonly uniqueness: 'none' | 'server' | 'global';
  readonly canonicalValues?: readonly string[];
  readonly referenceTypes?: readonly string[];
  readonly subAttributes?: readonly AttributeDefinition[];
}

export interface SchemaDefinition {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly attributes: readonly AttributeDefinition[];
}

export interface ResourceType {
  readonly id: string;
  readonly name: string;
  /** Relative to the base URL, such as `/Users`. */
  readonly endpoint: string;
  readonly description: string;
  readonly schema: string;
  readonly schemaExtensions: readonly { readonly schema: string; readonly required: boolean }[];
}

/** A resource type with its schemas at hand: what every rule of this room is asked about. */
export interface ResourceModel {
  readonly type: ResourceType;
  /** The core schema; the common attributes (`schemas`, `id`, `externalId`, `meta`) lead its list. */
  readonly core: SchemaDefinition;
  readonly extensions: readonly SchemaDefinition[];
}

/** Where an attribute path leads: the end of a walk through the schemas of a resource type. */
export interface ResolvedAttribute {
  /** URN of the extension that holds it; undefined in the core schema. */
  readonly extension: string | undefined;
  readonly attribute: AttributeDefinition;
  readonly subAttribute: AttributeDefinition | undefined;
  /** The path in the schema's own spelling: `emails.value`, `urn:…:User:manager.value`. */
  readonly canonicalPath: string;
}
