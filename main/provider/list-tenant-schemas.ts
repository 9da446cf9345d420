// The schemas and resource types that a tenant serves, and those that are its own, as documents.
import type { TenantSchemaList } from '../../shared/admin/schema.ts';
import type { JsonObject } from '../../shared/scim/json.ts';
import { describeResourceType } from '../scim/discovery/resource-type-documents.ts';
import { describeSchema } from '../scim/discovery/schema-documents.ts';
import { resourceModels } from '../scim/schema/resource-models.ts';
import type { SchemaDefinition, TenantSchemas } from '../scim/schema/schema-types.ts';
import { RESOURCE_TYPE_URN, SCHEMA_URN } from '../scim/schema/urns.ts';
import type { OperationContext } from './context.ts';

/** What discovery describes, and schemas that no resource type has yet. */
export function listSchemas(context: OperationContext): TenantSchemaList {
  const { store, tenant, models } = context;
  const own = store.schemas.schemasOf(tenant.id);
  const inUse = models.flatMap(({ core, extensions }) => [core, ...extensions]);
  const isOwn = ({ id }: SchemaDefinition) => own.schemas.some((schema) => schema.id === id);
  const builtIn = new Map(
    inUse.filter((schema) => !isOwn(schema)).map((schema) => [schema.id, schema]),
  );
  const usedBy = (urn: string) =>
    models
      .filter(({ core, extensions }) => [core, ...extensions].some(({ id }) => id === urn))
      .map(({ type }) => type.name);
  return {
    revision: store.schemas.revisionOf(tenant.id),
    schemas: [
      ...[...builtIn.values()].map((schema) => ({
        document: describeSchema(schema, context),
        isBuiltIn: true,
        usedBy: usedBy(schema.id),
      })),
      ...own.schemas.map((schema) => ({
        document: toSchemaDocument(schema),
        isBuiltIn: false,
        usedBy: usedBy(schema.id),
      })),
    ],
    resourceTypes: models.map(({ type }) => ({
      document: describeResourceType(type, context),
      isBuiltIn: resourceModels.some((model) => model.type.name === type.name),
      resources: store.tenantData.countType({ tenantId: tenant.id, resourceType: type.name }),
    })),
  };
}

/** The tenant's own documents, in an order in which they can be read again. */
export function exportSchemas({ store, tenant }: OperationContext): readonly JsonObject[] {
  const { schemas, resourceTypes } = store.schemas.schemasOf(tenant.id);
  return [...schemas.map(toSchemaDocument), ...resourceTypes.map(toTypeDocument)];
}

/** With what discovery leaves out: which attributes are indexed. */
function toSchemaDocument(schema: SchemaDefinition): JsonObject {
  return { schemas: [SCHEMA_URN], ...toJson(schema) };
}

function toTypeDocument(type: TenantSchemas['resourceTypes'][number]): JsonObject {
  return { schemas: [RESOURCE_TYPE_URN], id: type.name, ...toJson(type) };
}

/** Definitions are plain JSON; their interfaces only do not say so. */
function toJson(definition: object): JsonObject {
  return JSON.parse(JSON.stringify(definition)) as JsonObject; // JSON.stringify of an object yields one
}
