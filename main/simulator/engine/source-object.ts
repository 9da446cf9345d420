// A user or group of the directory with what the application knows of it, and the entry that mappings, filters and
// expressions see.
// Entra: of guests `#EXT#` and the domain behind it are taken out of userPrincipalName; `originalUserPrincipalName` keeps
// them. `IsSoftDeleted` is computed: true for whatever is not to be active in the target.
// @see entra docs "Tutorial - Customize user provisioning attribute-mappings"
import type { Application, AppRole, Assignment } from '../../../shared/simulator/application.ts';
import { DEFAULT_ACCESS_ROLE_ID } from '../../../shared/simulator/application.ts';
import type {
  DirectoryGroup,
  DirectoryObjectType,
  DirectoryUser,
} from '../../../shared/simulator/directory.ts';
import type { DirectorySource } from '../directory-source.ts';
import type { SourceEntry, SourceValue } from '../source-entry.ts';

export type SourceObject =
  | {
      readonly objectType: 'User';
      readonly object: DirectoryUser;
      readonly assignments: readonly Assignment[];
    }
  | {
      readonly objectType: 'Group';
      readonly object: DirectoryGroup;
      readonly assignments: readonly Assignment[];
    };

/** Undefined: the directory does not have it, not even in its recycle bin. */
export function readSourceObject(
  directory: DirectorySource,
  applicationId: string,
  { objectType, objectId }: { readonly objectType: DirectoryObjectType; readonly objectId: string },
): SourceObject | undefined {
  if (objectType === 'User') {
    const object = directory.findUser(objectId);
    if (object === undefined) return undefined;
    const assignments = directory.readAssignments(applicationId, objectId);
    return { objectType, object, assignments };
  }
  const object = directory.findGroup(objectId);
  if (object === undefined) return undefined;
  return { objectType, object, assignments: directory.readAssignments(applicationId, objectId) };
}

export interface EntryFacts {
  readonly isSoftDeleted: boolean;
  readonly application: Application;
}

export function toSourceEntry(
  source: SourceObject,
  { isSoftDeleted, application }: EntryFacts,
): SourceEntry {
  const { objectType, object } = source;
  const roles = rolesOf(source, application);
  return {
    objectId: object.objectId,
    objectType,
    attributes: {
      ...(objectType === 'User' ? userAttributes(object) : plainAttributes(object)),
      IsSoftDeleted: isSoftDeleted,
      appRoleAssignments: roles.map(({ id, value, displayName }) =>
        JSON.stringify({ id, value, displayName }),
      ),
    },
  };
}

/** Those that are assigned, each once; *Default Access* is none. */
export function rolesOf(
  { assignments }: SourceObject,
  { appRoles }: Application,
): readonly AppRole[] {
  const ids = new Set(assignments.map(({ appRoleId }) => appRoleId));
  ids.delete(DEFAULT_ACCESS_ROLE_ID);
  return appRoles.filter(({ id }) => ids.has(id));
}

/** How logs name it. */
export function nameOf({ objectType, object }: SourceObject): string {
  return objectType === 'User' ? object.userPrincipalName : object.displayName;
}

const GUEST_MARK = '#EXT#';

function userAttributes(user: DirectoryUser): Record<string, SourceValue> {
  const mark = user.userPrincipalName.indexOf(GUEST_MARK);
  if (mark < 0) return plainAttributes(user);
  return {
    ...plainAttributes(user),
    userPrincipalName: user.userPrincipalName.slice(0, mark),
    originalUserPrincipalName: user.userPrincipalName,
  };
}

/** By the names of the directory, which are those of the mapping lists. */
function plainAttributes(object: DirectoryUser | DirectoryGroup): Record<string, SourceValue> {
  if (!('extensions' in object)) return { ...object };
  const { extensions, ...attributes } = object;
  return { ...attributes, ...extensions };
}
