// What else than its id a stored resource may be called by in a file: externalId, userName, displayName. And the memory
// of one import: which names of the file have become which ids, and which references wait for the end of the file.
// That memory is in temporary tables, which SQLite keeps outside the workspace and forgets with the connection.
import type { Database } from 'better-sqlite3';
import type { ResourceScope } from './resource-record.ts';

/** A reference that nothing answered to when its resource was stored. */
export interface WaitingReference {
  readonly key: number;
  readonly line: number;
  /** Id of the resource that refers. */
  readonly owner: string;
  readonly resourceType: string;
  readonly path: 'members' | 'manager';
  readonly reference: string;
}

export type ResourceNameStore = ReturnType<typeof createResourceNameStore>;

export function createResourceNameStore(db: Database) {
  db.exec(TEMPORARY_TABLES);
  const statements = prepareStatements(db);
  return {
    findByExternalId: ({ tenantId, resourceType }: ResourceScope, externalId: string) =>
      statements.byExternalId.get(tenantId, resourceType, externalId),
    /** `key` is folded. */
    findByDisplayName: ({ tenantId, resourceType }: ResourceScope, key: string) =>
      statements.byDisplayName.get(tenantId, resourceType, key),
    /** False when the job has this name already. */
    remember: (job: string, name: string, target: string) =>
      statements.remember.run(job, name, target).changes === 1,
    recall: (job: string, name: string) => statements.recall.get(job, name),
    wait: (job: string, reference: Omit<WaitingReference, 'key'>) =>
      void statements.wait.run({ job, ...reference }),
    /** In the order in which they came. */
    waiting: (job: string, after: number, limit: number): readonly WaitingReference[] =>
      statements.waiting.all(job, after, limit),
    forget(job: string): void {
      statements.forgetNames.run(job);
      statements.forgetWaiting.run(job);
    },
  };
}

const TEMPORARY_TABLES = `
  create temp table if not exists import_names (
    job text not null,
    name text not null,
    target text not null,
    primary key (job, name)
  ) strict, without rowid;
  create temp table if not exists import_waiting (
    key integer primary key,
    job text not null,
    line integer not null,
    owner text not null,
    resource_type text not null,
    path text not null,
    reference text not null
  ) strict;`;

function prepareStatements(db: Database) {
  return {
    byExternalId: db
      .prepare<[number, string, string], string>(
        `
        select id from resources
        where tenant_id = ? and resource_type = ? and external_id = ?
        order by key
        limit 1`,
      )
      .pluck(),
    byDisplayName: db
      .prepare<[number, string, string], string>(
        `
        select id from resources
        where tenant_id = ? and resource_type = ? and display_name_key = ?
        order by key
        limit 1`,
      )
      .pluck(),
    remember: db.prepare<[string, string, string]>(
      'insert into import_names (job, name, target) values (?, ?, ?) on conflict do nothing',
    ),
    recall: db
      .prepare<[string, string], string>(
        'select target from import_names where job = ? and name = ?',
      )
      .pluck(),
    wait: db.prepare<[object]>(`
      insert into import_waiting (job, line, owner, resource_type, path, reference)
      values (:job, :line, :owner, :resourceType, :path, :reference)`),
    waiting: db.prepare<[string, number, number], WaitingReference>(`
      select key, line, owner, resource_type as resourceType, path, reference
      from import_waiting
      where job = ? and key > ?
      order by key
      limit ?`),
    forgetNames: db.prepare<[string]>('delete from import_names where job = ?'),
    forgetWaiting: db.prepare<[string]>('delete from import_waiting where job = ?'),
  };
}
