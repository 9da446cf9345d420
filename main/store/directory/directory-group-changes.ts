// Groups of the directory: created and changed, in the recycle bin for 30 days, and gone for good.
import type { Database } from 'better-sqlite3';
import type { DirectoryGroup, DirectoryGroupSetting } from '../../../shared/simulator/directory.ts';
import { foldCase } from '../../scim/fold-case.ts';
import type { DirectoryChangeStore } from './directory-changes.ts';
import type { DirectoryGroupStore } from './directory-groups.ts';
import { directoryRefusal } from './directory-refusal.ts';
import type { Creation } from './directory-user-changes.ts';

interface Rooms {
  readonly changes: DirectoryChangeStore;
  readonly groups: DirectoryGroupStore;
}

/** Whatever is refused throws a `DirectoryRefusal`. */
export function createDirectoryGroupChanges(db: Database, { changes, groups }: Rooms) {
  const statements = prepareStatements(db);

  function createGroup(setting: DirectoryGroupSetting, creation: Creation): DirectoryGroup {
    const { objectId, at } = creation;
    statements.insert.run({ ...toGroupRow(objectId, secured(setting)), at });
    noteGroup(objectId);
    return groups.requireGroup(objectId);
  }

  /** What is not in `change` stays. A group that is assigned somewhere stays security-enabled. */
  function updateGroup(objectId: string, change: Partial<DirectoryGroupSetting>): DirectoryGroup {
    const before = groups.requireLiveGroup(objectId);
    const row = toGroupRow(objectId, secured({ ...before, ...change }));
    if (JSON.stringify(row) === JSON.stringify(toGroupRow(objectId, before))) return before;
    if (row.securityEnabled === 0 && before.securityEnabled) refuseAssigned(before);
    statements.update.run(row);
    noteGroup(objectId);
    return groups.requireGroup(objectId);
  }

  /** Into the recycle bin. Members and assignments are kept, and count again once the group is restored. */
  function deleteGroup(objectId: string, at: string): DirectoryGroup {
    groups.requireLiveGroup(objectId);
    setDeleted(objectId, at);
    return groups.requireGroup(objectId);
  }

  function restoreGroup(objectId: string): DirectoryGroup {
    groups.requireDeletedGroup(objectId);
    setDeleted(objectId, null);
    return groups.requireGroup(objectId);
  }

  function setDeleted(objectId: string, at: string | null): void {
    statements.setDeleted.run({ objectId, at });
    noteGroup(objectId);
    changes.note({ kind: 'access', objectId, objectType: 'Group' });
    changes.noteMemberships(objectId, 'Group');
  }

  /** Out of the recycle bin, for good. */
  function purgeGroup(objectId: string): void {
    groups.requireDeletedGroup(objectId);
    changes.noteMembersOf(objectId);
    statements.assignedTo.all(objectId).forEach((placeId) => {
      changes.note({ kind: 'assignment', objectId, objectType: 'Group', placeId });
    });
    statements.removeMembers.run({ objectId });
    statements.removeAssignments.run(objectId);
    statements.purge.run(objectId);
    changes.note({ kind: 'purged', objectId, objectType: 'Group' });
  }

  function refuseAssigned({ objectId, displayName }: DirectoryGroup): void {
    if (statements.assignedTo.all(objectId).length === 0) return;
    throw directoryRefusal(
      'conflict',
      `"${displayName}" is assigned to an application and must stay security-enabled. ` +
        'Remove its assignments first.',
    );
  }

  function noteGroup(objectId: string): void {
    changes.note({ kind: 'object', objectId, objectType: 'Group' });
  }

  return { createGroup, updateGroup, deleteGroup, restoreGroup, purgeGroup };
}

/** A security group is security-enabled by its nature. */
function secured(setting: DirectoryGroupSetting): DirectoryGroupSetting {
  return setting.kind === 'security' ? { ...setting, securityEnabled: true } : setting;
}

function toGroupRow(objectId: string, setting: DirectoryGroupSetting) {
  const { displayName, description, mail, mailNickname, kind, securityEnabled } = setting;
  return {
    objectId,
    displayName,
    nameKey: foldCase(displayName),
    searchKey: foldCase([displayName, mail, mailNickname].filter((text) => text).join('\n')),
    description,
    mail,
    mailNickname,
    kind,
    securityEnabled: Number(securityEnabled),
  };
}

function prepareStatements(db: Database) {
  return {
    insert: db.prepare<[object]>(`
      insert into directory_groups (
        object_id, display_name, name_key, search_key, description, mail, mail_nickname, kind,
        security_enabled, created)
      values (
        :objectId, :displayName, :nameKey, :searchKey, :description, :mail, :mailNickname, :kind,
        :securityEnabled, :at)`),
    update: db.prepare<[object]>(`
      update directory_groups
      set display_name = :displayName, name_key = :nameKey, search_key = :searchKey,
        description = :description, mail = :mail, mail_nickname = :mailNickname, kind = :kind,
        security_enabled = :securityEnabled
      where object_id = :objectId`),
    setDeleted: db.prepare<[object]>(
      'update directory_groups set deleted = :at where object_id = :objectId',
    ),
    removeMembers: db.prepare<[object]>(
      'delete from directory_members where group_id = :objectId or member_id = :objectId',
    ),
    removeAssignments: db.prepare<[string]>(
      'delete from app_role_assignments where principal_id = ?',
    ),
    assignedTo: db
      .prepare<[string], string>(
        'select distinct application_id from app_role_assignments where principal_id = ?',
      )
      .pluck(),
    purge: db.prepare<[string]>('delete from directory_groups where object_id = ?'),
  };
}
