// Which object of the target an object of the directory is provisioned to. A job never links two objects to one: the index
// refuses it.
import type { Database } from 'better-sqlite3';
import type { DirectoryObjectType } from '../../../shared/simulator/directory.ts';
import type { ObjectConnection } from '../../../shared/simulator/job-run.ts';
import { readJson } from '../stored-json.ts';

export interface Link {
  readonly sourceId: string;
  readonly objectType: DirectoryObjectType;
  readonly targetId: string;
  readonly isActive: boolean;
  readonly disabledBecause: ObjectConnection['disabledBecause'];
  /** Whether all members that the target has are known: we made the group, or have asked for each. */
  readonly knowsMembers: boolean;
  readonly exported: Readonly<Record<string, string>>;
  readonly createdAt: string;
  readonly updatedAt: string;
}

interface LinkRow {
  readonly sourceId: string;
  readonly objectType: DirectoryObjectType;
  readonly targetId: string;
  readonly isActive: number;
  readonly disabledBecause: Link['disabledBecause'];
  readonly knowsMembers: number;
  readonly exported: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export interface LinkQuery {
  readonly objectType: DirectoryObjectType | null;
  /** How a source or target id begins. */
  readonly search: string | null;
  readonly after: string;
  readonly limit: number;
}

const COLUMNS = `
  source_id as sourceId, object_type as objectType, target_id as targetId, is_active as isActive,
  disabled_because as disabledBecause, knows_members as knowsMembers, exported, created_at as createdAt,
  updated_at as updatedAt`;

export function createLinkStore(db: Database) {
  const statements = prepareStatements(db);

  function find(jobKey: number, sourceId: string): Link | undefined {
    const row = statements.find.get(jobKey, sourceId);
    return row && toLink(row);
  }

  function findByTarget(
    jobKey: number,
    objectType: DirectoryObjectType,
    targetId: string,
  ): Link | undefined {
    const row = statements.findByTarget.get(jobKey, objectType, targetId);
    return row && toLink(row);
  }

  /** In the order of source ids. */
  function list(jobKey: number, query: LinkQuery): readonly Link[] {
    return statements.list.all({ jobKey, ...query }).map(toLink);
  }

  function count(jobKey: number, query: Pick<LinkQuery, 'objectType' | 'search'>): number {
    return statements.count.get({ jobKey, ...query }) ?? 0;
  }

  /** Objects that were ever connected since the job's connections were all reset: never less when one is removed. */
  function countToDate(jobKey: number, objectType: DirectoryObjectType): number {
    return statements.countToDate.get(jobKey, objectType) ?? 0;
  }

  function write(jobKey: number, link: Link): void {
    statements.noteEntry.run(jobKey, link.objectType, link.sourceId);
    statements.upsert.run({
      jobKey,
      ...link,
      isActive: Number(link.isActive),
      knowsMembers: Number(link.knowsMembers),
      exported: JSON.stringify(link.exported),
    });
  }

  function remove(jobKey: number, sourceId: string): boolean {
    return statements.remove.run(jobKey, sourceId).changes > 0;
  }

  function removeAll(jobKey: number): void {
    statements.removeAll.run(jobKey);
    statements.forgetEntries.run(jobKey);
  }

  return { find, findByTarget, list, count, countToDate, write, remove, removeAll };
}

function toLink(row: LinkRow): Link {
  const exported = readJson(row.exported);
  return {
    ...row,
    isActive: row.isActive !== 0,
    knowsMembers: row.knowsMembers !== 0,
    exported: typeof exported === 'object' ? (exported as Link['exported']) : {}, // as `write` has stored it
  };
}

type Chosen = Pick<LinkQuery, 'objectType' | 'search'> & { readonly jobKey: number };

function prepareStatements(db: Database) {
  const chosen = `
    job_key = :jobKey and (:objectType is null or object_type = :objectType)
    and (:search is null or substr(source_id, 1, length(:search)) = :search
      or substr(target_id, 1, length(:search)) = :search)`;
  return {
    find: db.prepare<[number, string], LinkRow>(
      `select ${COLUMNS} from sync_links where job_key = ? and source_id = ?`,
    ),
    findByTarget: db.prepare<[number, string, string], LinkRow>(
      `select ${COLUMNS} from sync_links where job_key = ? and object_type = ? and target_id = ?`,
    ),
    list: db.prepare<[LinkQuery & { readonly jobKey: number }], LinkRow>(`
      select ${COLUMNS} from sync_links where ${chosen} and source_id > :after order by source_id limit :limit`),
    count: db.prepare<[Chosen], number>(`select count(*) from sync_links where ${chosen}`).pluck(),
    upsert: db.prepare<[LinkRow & { readonly jobKey: number }]>(`
      insert into sync_links (job_key, source_id, object_type, target_id, is_active, disabled_because,
        knows_members, exported, created_at, updated_at)
      values (:jobKey, :sourceId, :objectType, :targetId, :isActive, :disabledBecause, :knowsMembers, :exported,
        :createdAt, :updatedAt)
      on conflict (job_key, source_id) do update set
        target_id = excluded.target_id, is_active = excluded.is_active,
        disabled_because = excluded.disabled_because, knows_members = excluded.knows_members,
        exported = excluded.exported, updated_at = excluded.updated_at`),
    countToDate: db
      .prepare<[number, string], number>(
        'select count(*) from sync_entries_to_date where job_key = ? and object_type = ?',
      )
      .pluck(),
    noteEntry: db.prepare<[number, string, string]>(`
      insert or ignore into sync_entries_to_date (job_key, object_type, source_id) values (?, ?, ?)`),
    forgetEntries: db.prepare<[number]>('delete from sync_entries_to_date where job_key = ?'),
    remove: db.prepare<[number, string]>(
      'delete from sync_links where job_key = ? and source_id = ?',
    ),
    removeAll: db.prepare<[number]>('delete from sync_links where job_key = ?'),
  };
}
