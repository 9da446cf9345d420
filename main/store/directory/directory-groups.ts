// Groups of the directory as they are read. How they change is in directory-group-changes.ts.
import type { Database } from 'better-sqlite3';
import type { DirectoryGroup } from '../../../shared/simulator/directory.ts';
import { GROUP_COLUMNS, toGroup, type GroupRow } from './directory-records.ts';
import { directoryRefusal, noGroup, refuse } from './directory-refusal.ts';

export type DirectoryGroupStore = ReturnType<typeof createDirectoryGroupStore>;

export function createDirectoryGroupStore(db: Database) {
  const statements = prepareStatements(db);

  function findGroup(objectId: string): DirectoryGroup | undefined {
    const row = statements.find.get(objectId);
    return row && toGroup(row);
  }

  function readGroups(after: string | null, limit: number): readonly DirectoryGroup[] {
    return statements.read.all(after ?? '', limit).map(toGroup);
  }

  /** In the recycle bin since that instant or longer. */
  function listExpiredGroups(until: string): readonly string[] {
    return statements.expired.all(until);
  }

  function requireGroup(objectId: string): DirectoryGroup {
    return findGroup(objectId) ?? refuse(noGroup(objectId));
  }

  function requireLiveGroup(objectId: string): DirectoryGroup {
    const group = requireGroup(objectId);
    if (group.deletedDateTime === null) return group;
    const sentence = `The group "${group.displayName}" is deleted: restore it first.`;
    throw directoryRefusal('conflict', sentence);
  }

  function requireDeletedGroup(objectId: string): void {
    const group = requireGroup(objectId);
    if (group.deletedDateTime !== null) return;
    const sentence = `The group "${group.displayName}" is not in the recycle bin: delete it first.`;
    throw directoryRefusal('conflict', sentence);
  }

  return {
    findGroup,
    readGroups,
    listExpiredGroups,
    requireGroup,
    requireLiveGroup,
    requireDeletedGroup,
  };
}

function prepareStatements(db: Database) {
  const groups = `select ${GROUP_COLUMNS} from directory_groups`;
  return {
    find: db.prepare<[string], GroupRow>(`${groups} where object_id = ?`),
    read: db.prepare<[string, number], GroupRow>(
      `${groups} where object_id > ? order by object_id limit ?`,
    ),
    expired: db
      .prepare<[string], string>('select object_id from directory_groups where deleted <= ?')
      .pluck(),
  };
}
