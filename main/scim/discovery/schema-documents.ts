// The schemas in use as clients read them (RFC 7643 §7, RFC 7644 §4). The common attributes belong to no schema and are
// left out. Entra refuses nulls here, so what an attribute has not is absent.
import type { JsonObject } from '../../../shared/scim/json.ts';
import { COMMON_ATTRIBUTES } from '../schema/data/common-attributes.ts';
import type { AttributeDefinition, SchemaDefinition } from '../schema/schema-types.ts';
import { SCHEMA_URN } from '../schema/urns.ts';
import { notFound } from '../scim-error.ts';
import { reduceForEntra } from './reduce-for-entra.ts';
import { listEverything } from './list-everything.ts';
import type { DiscoveryOptions } from './service-provider-config.ts';

const COMMON_NAMES: ReadonlySet<string> = new Set(COMMON_ATTRIBUTES.map(({ name }) => name));

/** The body of `/Schemas`: a ListResponse. @see RFC 7644 §4 */
export function schemaDocuments(options: DiscoveryOptions): JsonObject {
  return listEverything(schemasInUse(options).map((schema) => describeInUse(schema, options)));
}

/** The body of `/Schemas/{urn}`; URNs have no case. Throws `notFound`. @see RFC 7644 §4 */
export function schemaDocument(urn: string, options: DiscoveryOptions): JsonObject {
  const name = urn.toLowerCase();
  const schema = schemasInUse(options).find(({ id }) => id.toLowerCase() === name);
  if (schema === undefined) throw notFound(`Schema "${urn}"`);
  return describeInUse(schema, options);
}

/** Several resource types may share an extension. */
function schemasInUse({ models }: DiscoveryOptions): readonly SchemaDefinition[] {
  const all = models.flatMap(({ core, extensions }) => [core, ...extensions]);
  return [...new Map(all.map((schema) => [schema.id, schema])).values()];
}

function describeInUse(schema: SchemaDefinition, options: DiscoveryOptions): JsonObject {
  const { entraFriendlySchemas } = options.profile;
  return describeSchema(entraFriendlySchemas ? reduceForEntra(schema) : schema, options);
}

/** The document of one schema. @see RFC 7643 §7 */
export function describeSchema(
  schema: SchemaDefinition,
  { baseUrl }: Pick<DiscoveryOptions, 'baseUrl'>,
): JsonObject {
  const own = schema.attributes.filter(({ name }) => !COMMON_NAMES.has(name));
  return {
    schemas: [SCHEMA_URN],
    id: schema.id,
    name: schema.name,
    description: schema.description,
    attributes: own.map(describeAttribute),
    meta: { resourceType: 'Schema', location: `${baseUrl}/Schemas/${schema.id}` },
  };
}

function describeAttribute(attribute: AttributeDefinition): JsonObject {
  const { canonicalValues, referenceTypes, subAttributes, ...others } = attribute;
  const { role: _role, indexed: _indexed, indexName: _indexName, ...characteristics } = others;
  return {
    ...characteristics,
    ...(canonicalValues === undefined ? {} : { canonicalValues }),
    ...(referenceTypes === undefined ? {} : { referenceTypes }),
    ...(subAttributes === undefined ? {} : { subAttributes: subAttributes.map(describeAttribute) }),
  };
}
