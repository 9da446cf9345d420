// The resource types of one tenant: User and Group with the extensions that the tenant adds, and the types of its own
// (RFC 7643 §6). Attributes that the store keeps an index of get the name of that index here.
import { groupModel, userModel, withCommonAttributes } from './resource-models.ts';
import type {
  AttributeDefinition,
  ResourceModel,
  ResourceType,
  SchemaDefinition,
  TenantSchemas,
} from './schema-types.ts';

export const NO_SCHEMAS: TenantSchemas = { schemas: [], resourceTypes: [] };

type OwnType = TenantSchemas['resourceTypes'][number];

/** `schemas` has passed `checkSchemas`. Built-in types that the tenant leaves as they are come as the very constants. */
export function buildModels(tenantId: number, schemas: TenantSchemas): readonly ResourceModel[] {
  const { resourceTypes } = schemas;
  const builtIn = [userModel, groupModel].map((model) => {
    const own = resourceTypes.find(({ name }) => name === model.type.name);
    return own === undefined ? model : extendModel(model, own, { tenantId, schemas });
  });
  const others = resourceTypes
    .filter(({ name }) => !builtIn.some(({ type }) => type.name === name))
    .map((own) => createModel(own, { tenantId, schemas }));
  return [...builtIn, ...others];
}

/** Whether a leaf attribute of a tenant's schema has an index. */
export function isIndexed({ indexed = false, uniqueness }: AttributeDefinition): boolean {
  return indexed || uniqueness !== 'none';
}

interface Tenant {
  readonly tenantId: number;
  readonly schemas: TenantSchemas;
}

function extendModel(model: ResourceModel, own: OwnType, tenant: Tenant): ResourceModel {
  const added = own.schemaExtensions.filter(
    ({ schema }) => !model.type.schemaExtensions.some((known) => known.schema === schema),
  );
  const schemaExtensions = [...model.type.schemaExtensions, ...added];
  const type = { ...model.type, schemaExtensions };
  return {
    ...model,
    type,
    extensions: [...model.extensions, ...extensionsOf(type, added, tenant)],
  };
}

function createModel(own: OwnType, tenant: Tenant): ResourceModel {
  const type = { id: own.name, ...own };
  const [core] = findSchemas([own.schema], tenant);
  if (core === undefined) throw new Error(`The schema of resource type ${own.name} is not stored`);
  return {
    type,
    core: withCommonAttributes(nameIndexes(core, indexPrefix(tenant, type))),
    extensions: extensionsOf(type, own.schemaExtensions, tenant),
  };
}

function extensionsOf(
  type: ResourceType,
  extensions: OwnType['schemaExtensions'],
  tenant: Tenant,
): readonly SchemaDefinition[] {
  const urns = extensions.map(({ schema }) => schema);
  return findSchemas(urns, tenant).map((schema) =>
    nameIndexes(schema, `${indexPrefix(tenant, type)}${schema.id}:`),
  );
}

function findSchemas(urns: readonly string[], { schemas }: Tenant): readonly SchemaDefinition[] {
  return urns.flatMap((urn) => schemas.schemas.filter(({ id }) => id === urn));
}

function indexPrefix({ tenantId }: Tenant, { name }: ResourceType): string {
  return `${tenantId}/${name}/`;
}

function nameIndexes(schema: SchemaDefinition, prefix: string): SchemaDefinition {
  return { ...schema, attributes: nameAll(schema.attributes, prefix) };
}

function nameAll(
  attributes: readonly AttributeDefinition[],
  prefix: string,
): readonly AttributeDefinition[] {
  return attributes.map((attribute) => {
    const { name, subAttributes } = attribute;
    if (subAttributes !== undefined) {
      return { ...attribute, subAttributes: nameAll(subAttributes, `${prefix}${name}.`) };
    }
    return isIndexed(attribute) ? { ...attribute, indexName: `${prefix}${name}` } : attribute;
  });
}
