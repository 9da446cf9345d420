// What the tenant's schema documents say of one resource type, as the screens need it: a tree of attributes, each with
// the path that a filter or PATCH names it by. @see RFC 7643 §7
import { isJsonObject, type JsonObject, type JsonValue } from '../../../shared/scim/json.ts';
import type { TenantSchemaList } from '../../../shared/admin/schema.ts';
import { elementsOf, isList, textAt } from './read-resource.ts';
import { extensionTitle } from './scim-names.ts';

export interface AttributeInfo {
  readonly name: string;
  /** `userName`, `name.givenName`, `urn:…:User:department`. */
  readonly path: string;
  readonly type: string;
  readonly isMultiValued: boolean;
  readonly isRequired: boolean;
  readonly isReadOnly: boolean;
  readonly isCaseExact: boolean;
  /** `never`: a secret. */
  readonly returned: string;
  readonly canonicalValues: readonly string[];
  readonly description: string;
  readonly subAttributes: readonly AttributeInfo[];
}

export interface SchemaPart {
  /** URN of the extension; undefined for the core schema. */
  readonly urn: string | undefined;
  readonly title: string;
  readonly isRequired: boolean;
  readonly attributes: readonly AttributeInfo[];
}

export interface TypeSchema {
  readonly name: string;
  readonly endpoint: string;
  readonly description: string;
  readonly coreUrn: string;
  /** Core schema first. */
  readonly parts: readonly SchemaPart[];
}

/** Every resource type that the tenant serves, in its order. */
export function readTypeSchemas({
  schemas,
  resourceTypes,
}: TenantSchemaList): readonly TypeSchema[] {
  const documents = new Map(schemas.map(({ document }) => [textAt(document, ['id']), document]));
  return resourceTypes.map(({ document }) => {
    const coreUrn = textAt(document, ['schema']);
    const core = documents.get(coreUrn) ?? {};
    const extensions = elementsOf(document['schemaExtensions']).map((extension) => {
      const urn = textAt(extension, ['schema']);
      return {
        urn,
        title: extensionTitle(urn),
        isRequired: extension['required'] === true,
        attributes: readAttributes(documents.get(urn)?.['attributes'], `${urn}:`),
      };
    });
    const attributes = [...COMMON, ...readAttributes(core['attributes'], '')];
    return {
      name: textAt(document, ['name']),
      endpoint: textAt(document, ['endpoint']),
      description: textAt(document, ['description']),
      coreUrn,
      parts: [{ urn: undefined, title: 'Core', isRequired: true, attributes }, ...extensions],
    };
  });
}

/** All attributes of a type, complex ones before their sub-attributes. */
export function flattenAttributes({ parts }: TypeSchema): readonly AttributeInfo[] {
  return parts.flatMap(({ attributes }) =>
    attributes.flatMap((attribute) => [attribute, ...attribute.subAttributes]),
  );
}

/** The attribute of a path without value filters, whatever its case; extensions are found by bare name too. */
export function findAttribute(schema: TypeSchema, path: string): AttributeInfo | undefined {
  const key = path.toLowerCase();
  const all = flattenAttributes(schema);
  const bare = ({ path: full }: AttributeInfo) =>
    full.slice(full.lastIndexOf(':') + 1).toLowerCase();
  return (
    all.find((attribute) => attribute.path.toLowerCase() === key) ??
    all.find((attribute) => bare(attribute) === key)
  );
}

function readAttributes(value: JsonValue | undefined, prefix: string): readonly AttributeInfo[] {
  return elementsOf(value).map((document) => readAttribute(document, prefix));
}

function readAttribute(document: JsonObject, prefix: string): AttributeInfo {
  const name = textAt(document, ['name']);
  const path = `${prefix}${name}`;
  const canonical = document['canonicalValues'];
  return {
    name,
    path,
    type: textAt(document, ['type']) || 'string',
    isMultiValued: document['multiValued'] === true,
    isRequired: document['required'] === true,
    isReadOnly: document['mutability'] === 'readOnly',
    isCaseExact: document['caseExact'] === true,
    returned: textAt(document, ['returned']) || 'default',
    canonicalValues: isList(canonical) ? canonical.filter((one) => typeof one === 'string') : [],
    description: textAt(document, ['description']),
    subAttributes: readAttributes(document['subAttributes'], `${path}.`),
  };
}

/** Of every resource, and of no schema document. @see RFC 7643 §3.1 */
const COMMON: readonly AttributeInfo[] = [
  common('id', { isReadOnly: true, isCaseExact: true }),
  common('externalId', {
    isCaseExact: true,
    description: 'Identifier that the provisioning client gave to the resource.',
  }),
  common('meta', {
    type: 'complex',
    isReadOnly: true,
    subAttributes: [
      common('meta.resourceType', { isReadOnly: true }),
      common('meta.created', { type: 'dateTime', isReadOnly: true }),
      common('meta.lastModified', { type: 'dateTime', isReadOnly: true }),
      common('meta.version', { isReadOnly: true }),
      common('meta.location', { type: 'reference', isReadOnly: true }),
    ],
  }),
];

function common(path: string, traits: Partial<AttributeInfo>): AttributeInfo {
  return {
    name: path.slice(path.lastIndexOf('.') + 1),
    path,
    type: 'string',
    isMultiValued: false,
    isRequired: false,
    isReadOnly: false,
    isCaseExact: false,
    returned: 'default',
    canonicalValues: [],
    description: '',
    subAttributes: [],
    ...traits,
  };
}

/** What a resource holds at the path of an attribute: of multi-valued ones, one value an element. */
export function valuesAt(
  resource: JsonObject,
  attribute: AttributeInfo,
  { parts }: TypeSchema,
): readonly JsonValue[] {
  const urn = parts.find(
    (part) => part.urn !== undefined && attribute.path.startsWith(`${part.urn}:`),
  )?.urn;
  const rest = urn === undefined ? attribute.path : attribute.path.slice(urn.length + 1);
  const names = [...(urn === undefined ? [] : [urn]), ...rest.split('.')];
  return names.reduce<readonly JsonValue[]>(
    (values, name) =>
      values.flatMap((value) => {
        const inside = isJsonObject(value) ? value[name] : undefined;
        if (inside === undefined) return [];
        return isList(inside) ? inside : [inside];
      }),
    [resource],
  );
}
