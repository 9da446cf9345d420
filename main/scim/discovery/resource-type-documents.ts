// The resource types as clients read them (RFC 7643 §6, RFC 7644 §4).
import type { JsonObject } from '../../../shared/scim/json.ts';
import { findModelByName } from '../schema/resource-models.ts';
import type { ResourceType } from '../schema/schema-types.ts';
import { RESOURCE_TYPE_URN } from '../schema/urns.ts';
import { notFound } from '../scim-error.ts';
import { listEverything } from './list-everything.ts';
import type { DiscoveryOptions } from './service-provider-config.ts';

/** The body of `/ResourceTypes`: a ListResponse. @see RFC 7644 §4 */
export function resourceTypeDocuments(options: DiscoveryOptions): JsonObject {
  return listEverything(options.models.map(({ type }) => describeResourceType(type, options)));
}

/** The body of `/ResourceTypes/{id}`. Throws `notFound`. @see RFC 7644 §4 */
export function resourceTypeDocument(id: string, options: DiscoveryOptions): JsonObject {
  const model = findModelByName(options.models, id);
  if (model === undefined) throw notFound(`ResourceType "${id}"`);
  return describeResourceType(model.type, options);
}

/** The document of one resource type. @see RFC 7643 §6 */
export function describeResourceType(
  type: ResourceType,
  { baseUrl }: Pick<DiscoveryOptions, 'baseUrl'>,
): JsonObject {
  return {
    schemas: [RESOURCE_TYPE_URN],
    id: type.id,
    name: type.name,
    endpoint: type.endpoint,
    description: type.description,
    schema: type.schema,
    schemaExtensions: type.schemaExtensions.map(({ schema, required }) => ({ schema, required })),
    meta: { resourceType: 'ResourceType', location: `${baseUrl}/ResourceTypes/${type.id}` },
  };
}
