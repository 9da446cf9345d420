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
  /** Wanted by the schema's author: a search index of its values. */
  readonly indexed?: boolean;
  /** Of attributes that the RFC gives a meaning to: the store has a place of its own for it. */
  readonly role?: AttributeRole;
  /** Set in the models of a tenant: its values are keys of the attribute index under this name. */
  readonly indexName?: string;
}

export type AttributeRole =
  | 'id'
  | 'externalId'
  | 'meta'
  | 'userName'
  | 'displayName'
  | 'active'
  | 'password'
  | 'members'
  | 'groups'
  | 'manager';

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

/** What a tenant has of its own: schemas, resource types, and the extensions of User and Group. */
export interface TenantSchemas {
  readonly schemas: readonly SchemaDefinition[];
  /** One that is named User or Group tells only the extensions that it adds. */
  readonly resourceTypes: readonly Omit<ResourceType, 'id'>[];
}

/** A resource type with its schemas at hand: what every rule of this room is asked about. */
export interface ResourceModel {
  readonly type: ResourceType;
  /** The core schema; the common attributes (`schemas`, `id`, `externalId`, `meta`) lead its list. */
  readonly core: SchemaDefinition;
  readonly extensions: readonly SchemaDefinition[];
  /** Attributes of extensions are found by their full URN only, not by their bare name too. */
  readonly needsExtensionUrns?: boolean;
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
