// A tenant's own schemas and resource types, and the models made of them. Models are asked for at every request, so
// they are kept per tenant for as long as the tenant's revision stays; a change that was rolled back has left nothing,
// because the revision is that of the tenant's row, each time.
import type { Database } from 'better-sqlite3';
import { ResourceTypeDocument, SchemaDocument } from '../../shared/scim/schema-document.ts';
import type { ResourceModel, TenantSchemas } from '../scim/schema/schema-types.ts';
import { buildModels } from '../scim/schema/tenant-models.ts';
import type { ReadMemory } from './read-memory.ts';
import { readJson } from './stored-json.ts';

interface Known {
  readonly revision: number;
  readonly schemas: TenantSchemas;
  readonly models: readonly ResourceModel[];
}

export type SchemaStore = ReturnType<typeof createSchemaStore>;

export function createSchemaStore(db: Database, { remember }: ReadMemory) {
  const statements = prepareStatements(db);
  const known = new Map<number, Known>();

  function read(tenantId: number): Known {
    const revision = revisionOf(tenantId);
    const before = known.get(tenantId);
    if (before?.revision === revision) return before;
    const schemas = load(tenantId);
    const now = { revision, schemas, models: buildModels(tenantId, schemas) };
    known.set(tenantId, now);
    return now;
  }

  function load(tenantId: number): TenantSchemas {
    return {
      schemas: statements.schemas.all(tenantId).map((text) => SchemaDocument.parse(readJson(text))),
      resourceTypes: statements.resourceTypes
        .all(tenantId)
        .map((text) => ResourceTypeDocument.parse(readJson(text))),
    };
  }

  /** Moves with every change; 0 for a tenant that never had schemas of its own. */
  const revisionOf = remember(
    ['tenants'],
    (tenantId: number): number => statements.revision.get(tenantId) ?? 0,
  );

  /** What the tenant has of its own. */
  function schemasOf(tenantId: number): TenantSchemas {
    return read(tenantId).schemas;
  }

  /** The resource types that the tenant serves, User and Group first. */
  function modelsOf(tenantId: number): readonly ResourceModel[] {
    return read(tenantId).models;
  }

  /** Replaces all that the tenant has of its own. Runs in the transaction of its caller. */
  function write(tenantId: number, { schemas, resourceTypes }: TenantSchemas): void {
    known.delete(tenantId);
    statements.clearSchemas.run(tenantId);
    statements.clearResourceTypes.run(tenantId);
    for (const schema of schemas) {
      statements.insertSchema.run(tenantId, schema.id, JSON.stringify(schema));
    }
    for (const type of resourceTypes) {
      const { name, endpoint } = type;
      statements.insertResourceType.run(tenantId, name, endpoint, JSON.stringify(type));
    }
    statements.touch.run(tenantId);
  }

  /** After all tables were filled anew: a tenant may be back with the number and the revision of one that was deleted. */
  function reload(): void {
    known.clear();
  }

  return { revisionOf, schemasOf, modelsOf, write, reload };
}

function prepareStatements(db: Database) {
  return {
    revision: db
      .prepare<[number], number>('select schema_revision from tenants where id = ?')
      .pluck(),
    schemas: db
      .prepare<[number], string>(
        'select document from tenant_schemas where tenant_id = ? order by key',
      )
      .pluck(),
    resourceTypes: db
      .prepare<[number], string>(
        'select document from tenant_resource_types where tenant_id = ? order by key',
      )
      .pluck(),
    clearSchemas: db.prepare<[number]>('delete from tenant_schemas where tenant_id = ?'),
    clearResourceTypes: db.prepare<[number]>(
      'delete from tenant_resource_types where tenant_id = ?',
    ),
    insertSchema: db.prepare<[number, string, string]>(
      'insert into tenant_schemas (tenant_id, urn, document) values (?, ?, ?)',
    ),
    insertResourceType: db.prepare<[number, string, string, string]>(`
      insert into tenant_resource_types (tenant_id, name, endpoint, document)
      values (?, ?, ?, ?)`),
    touch: db.prepare<[number]>(
      'update tenants set schema_revision = schema_revision + 1 where id = ?',
    ),
  };
}
