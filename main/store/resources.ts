// Stored resources: a JSON document and the keys it is looked up by. The keys follow from the document, so every write
// computes them here. Uniqueness is left to the unique indexes; a clash is an outcome, not an exception.
import type { Database } from 'better-sqlite3';
import type { ScimResource } from '../../shared/scim/json.ts';
import { lookupKeys, type KeyRules } from './lookup-keys.ts';
import { createResourceQueries } from './resource-queries.ts';
import { RECORD_COLUMNS, toRecord } from './resource-record.ts';
import type { ResourceRecord, ResourceRow, ResourceScope } from './resource-record.ts';
import { isUniqueViolation } from './unique-violation.ts';

export interface ResourceContent {
  readonly document: ScimResource;
  /** undefined keeps the one that is stored. */
  readonly passwordHash: string | undefined;
  /** What the tenant's profile says about keys. */
  readonly keyRules: KeyRules;
  /** Instant of the change. */
  readonly at: string;
}

export interface NewResource extends ResourceContent {
  readonly id: string;
  /** Of one that was there before and comes back; else 1. */
  readonly version?: number | undefined;
  /** The same; else `at`. */
  readonly created?: string | undefined;
}

/** `taken`: another resource of the tenant has this value; nothing was written. */
export type WriteOutcome =
  | { readonly kind: 'written'; readonly record: ResourceRecord }
  | { readonly kind: 'taken'; readonly attribute: UniqueKey };

/** The unique keys that a caller chooses. */
export type UniqueKey = 'userName' | 'displayName' | 'externalId';

/** What is shown where another resource refers to one. */
export interface ReferenceTarget {
  readonly resourceType: string;
  readonly displayName: string | null;
  /** userName of a User, displayName of anything else. */
  readonly name: string | null;
}

export type ResourceStore = ReturnType<typeof createResourceStore>;

export function createResourceStore(db: Database) {
  const statements = prepareStatements(db);

  function find(scope: ResourceScope, id: string): ResourceRecord | undefined {
    const row = statements.find.get({ ...scope, id });
    return row && toRecord(row);
  }

  function insert(scope: ResourceScope, resource: NewResource): WriteOutcome {
    return orTaken({ ...scope, key: null }, resource, () =>
      statements.insert.get({
        ...scope,
        ...toColumns(scope, resource),
        id: resource.id,
        version: resource.version ?? 1,
        created: resource.created ?? resource.at,
      }),
    );
  }

  /** Writes the content and moves `version` and `lastModified`. */
  function update(record: ResourceRecord, content: ResourceContent): WriteOutcome {
    return orTaken(record, content, () =>
      statements.update.get({ ...toColumns(record, content), key: record.key }),
    );
  }

  /** `key` is null for a resource that is not there yet. */
  function orTaken(
    { tenantId, resourceType, key }: ResourceScope & { readonly key: number | null },
    { document, keyRules }: ResourceContent,
    write: () => ResourceRow | undefined,
  ): WriteOutcome {
    try {
      return { kind: 'written', record: requireRecord(write()) };
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      const keys = lookupKeys(resourceType, document, keyRules);
      const taken = statements.findTaken.get({ ...keys, tenantId, resourceType, key });
      if (taken === undefined) throw error;
      return { kind: 'taken', attribute: taken };
    }
  }

  /** Moves `version` and `lastModified` of a resource whose document stays: its members have changed. */
  function touch(key: number, at: string): ResourceRecord {
    return requireRecord(statements.touch.get({ key, at }));
  }

  /** Its own members go with it; memberships of it in groups do not. */
  function remove(key: number): void {
    statements.remove.run(key);
  }

  return {
    find,
    insert,
    update,
    touch,
    remove,
    ...createReferenceLookups(db),
    ...createResourceQueries(db),
  };
}

/** What is asked of an id or a name when something refers to it. */
function createReferenceLookups(db: Database) {
  const statements = prepareReferenceLookups(db);

  /** The resource with this id, of whatever type; only what a reference shows. */
  function findReference(tenantId: number, id: string): ReferenceTarget | undefined {
    return statements.findReference.get(tenantId, id);
  }

  /** Reads no document: members are checked by the hundred thousand. */
  function hasId(tenantId: number, id: string): boolean {
    return statements.hasId.get(tenantId, id) !== undefined;
  }

  /** Id of the User with this userName, as `lookupKeys` says it. */
  function findUserId(tenantId: number, userNameKey: string): string | undefined {
    return statements.findUserId.get(tenantId, userNameKey);
  }

  return { findReference, hasId, findUserId };
}

function prepareReferenceLookups(db: Database) {
  return {
    findReference: db.prepare<[number, string], ReferenceTarget>(`
      select
        resource_type as resourceType,
        cast(coalesce(document ->> '$.displayName', document ->> '$.userName') as text) as displayName,
        cast(coalesce(document ->> '$.userName', document ->> '$.displayName') as text) as name
      from resources
      where tenant_id = ? and id = ?`),
    hasId: db
      .prepare<[number, string], number>('select 1 from resources where tenant_id = ? and id = ?')
      .pluck(),
    findUserId: db
      .prepare<[number, string], string>(
        'select id from resources where tenant_id = ? and user_name_key = ?',
      )
      .pluck(),
  };
}

function prepareStatements(db: Database) {
  return { ...prepareLookups(db), ...prepareWrites(db) };
}

function prepareLookups(db: Database) {
  return {
    find: db.prepare<[object], ResourceRow>(`
      select ${RECORD_COLUMNS}
      from resources
      where tenant_id = :tenantId and id = :id and resource_type = :resourceType`),
    findTaken: db
      .prepare<[object], UniqueKey>(
        `
        select case
          when user_name_key = :userNameKey then 'userName'
          when unique_display_name_key = :uniqueDisplayNameKey then 'displayName'
          else 'externalId'
        end
        from resources
        where tenant_id = :tenantId and resource_type = :resourceType and key is not :key and (
          user_name_key = :userNameKey
          or unique_display_name_key = :uniqueDisplayNameKey
          or unique_external_id = :uniqueExternalId)
        limit 1`,
      )
      .pluck(),
  };
}

function prepareWrites(db: Database) {
  return {
    insert: db.prepare<[object], ResourceRow>(`
      insert into resources (
        tenant_id, resource_type, id, document, user_name_key, display_name_key,
        unique_display_name_key, external_id, unique_external_id, active, password_hash, version,
        created, last_modified)
      values (
        :tenantId, :resourceType, :id, :document, :userNameKey, :displayNameKey,
        :uniqueDisplayNameKey, :externalId, :uniqueExternalId, :active, :passwordHash,
        :version, :created, :at)
      returning ${RECORD_COLUMNS}`),
    update: db.prepare<[object], ResourceRow>(`
      update resources
      set document = :document, user_name_key = :userNameKey, display_name_key = :displayNameKey,
          unique_display_name_key = :uniqueDisplayNameKey, external_id = :externalId,
          unique_external_id = :uniqueExternalId, active = :active, password_hash = coalesce(:passwordHash, password_hash),
          version = version + 1, last_modified = :at
      where key = :key
      returning ${RECORD_COLUMNS}`),
    touch: db.prepare<[object], ResourceRow>(`
      update resources
      set version = version + 1, last_modified = :at
      where key = :key
      returning ${RECORD_COLUMNS}`),
    remove: db.prepare<[number]>('delete from resources where key = ?'),
  };
}

function toColumns(scope: ResourceScope, content: ResourceContent) {
  return {
    ...lookupKeys(scope.resourceType, content.document, content.keyRules),
    document: JSON.stringify(content.document),
    passwordHash: content.passwordHash ?? null,
    at: content.at,
  };
}

function requireRecord(row: ResourceRow | undefined): ResourceRecord {
  if (row === undefined) throw new Error('The resource to write does not exist');
  return toRecord(row);
}
