// The index of attribute values that a tenant's own schemas ask for. It follows from the document, so every write of a
// resource goes through here; whether a value is taken is decided by the unique index.
import type { Database } from 'better-sqlite3';
import type { JsonValue, ScimResource } from '../../shared/scim/json.ts';
import { hasIndexes, indexEntries, type IndexEntry } from '../scim/schema/index-entries.ts';
import { findModelByName } from '../scim/schema/resource-models.ts';
import type { ResourceModel } from '../scim/schema/schema-types.ts';
import type { ResourceRecord, ResourceScope } from './resource-record.ts';
import type { NewResource, ResourceContent, ResourceStore, WriteOutcome } from './resources.ts';
import type { SchemaStore } from './schemas.ts';

/** `index-taken`: another resource has this value of an attribute that is unique; nothing was written. */
export type IndexedOutcome =
  WriteOutcome | { readonly kind: 'index-taken'; readonly path: string; readonly value: JsonValue };

export interface IndexedResourceStore extends Omit<ResourceStore, 'insert' | 'update'> {
  readonly insert: (scope: ResourceScope, resource: NewResource) => IndexedOutcome;
  readonly update: (record: ResourceRecord, content: ResourceContent) => IndexedOutcome;
  /** Forgets every entry of a resource type, before its resources are indexed anew. */
  readonly clearIndex: (scope: ResourceScope) => void;
  /** Writes the entries of a stored resource anew: its schemas have changed. */
  readonly reindex: (record: ResourceRecord) => IndexedOutcome;
}

export function indexResources(
  db: Database,
  resources: ResourceStore,
  schemas: SchemaStore,
): IndexedResourceStore {
  const statements = prepareStatements(db);

  function insert(scope: ResourceScope, resource: NewResource): IndexedOutcome {
    return write(scope, resource.document, () => resources.insert(scope, resource));
  }

  function update(record: ResourceRecord, content: ResourceContent): IndexedOutcome {
    return write(record, content.document, () => resources.update(record, content));
  }

  function clearIndex(scope: ResourceScope): void {
    statements.clearType.run(scope);
  }

  function reindex(record: ResourceRecord): IndexedOutcome {
    const model = modelOf(record);
    return orTaken(() => {
      statements.clear.run(record.key);
      if (model !== undefined) addEntries(record.key, indexEntries(model, record.document));
      return { kind: 'written', record };
    });
  }

  /** Resources without indexed attributes, the common case, cost nothing more than themselves. */
  function write(
    scope: ResourceScope,
    document: ScimResource,
    store: () => WriteOutcome,
  ): IndexedOutcome {
    const model = modelOf(scope);
    if (model === undefined || !hasIndexes(model)) return store();
    return orTaken(() => {
      const outcome = store();
      if (outcome.kind !== 'written') return outcome;
      statements.clear.run(outcome.record.key);
      addEntries(outcome.record.key, indexEntries(model, document));
      return outcome;
    });
  }

  function modelOf({ tenantId, resourceType }: ResourceScope): ResourceModel | undefined {
    return findModelByName(schemas.modelsOf(tenantId), resourceType);
  }

  function addEntries(resourceKey: number, entries: readonly IndexEntry[]): void {
    for (const entry of entries) {
      const { indexName, key, isUnique } = entry;
      const row = { indexName, value: key, resourceKey, isUnique: Number(isUnique) };
      if (statements.add.run(row).changes === 0) throw indexTaken(entry);
    }
  }

  function orTaken(work: () => WriteOutcome): IndexedOutcome {
    try {
      return db.transaction(work)();
    } catch (error) {
      if (!isIndexTaken(error)) throw error;
      const { path, value } = error.entry;
      return { kind: 'index-taken', path, value };
    }
  }

  return { ...resources, insert, update, reindex, clearIndex };
}

function prepareStatements(db: Database) {
  return {
    clear: db.prepare<[number]>('delete from attribute_index where resource_key = ?'),
    clearType: db.prepare<[object]>(`
      delete from attribute_index
      where resource_key in (
        select key from resources
        where tenant_id = :tenantId and resource_type = :resourceType)`),
    add: db.prepare<[object]>(`
      insert into attribute_index (index_name, value, resource_key, is_unique)
      values (:indexName, :value, :resourceKey, :isUnique)
      on conflict do nothing`),
  };
}

/** Undoes what the same write has stored so far. */
function indexTaken(entry: IndexEntry) {
  return Object.assign(new Error(`${entry.path} is taken`), { name: 'IndexTaken', entry } as const);
}

function isIndexTaken(error: unknown): error is ReturnType<typeof indexTaken> {
  return error instanceof Error && error.name === 'IndexTaken';
}
