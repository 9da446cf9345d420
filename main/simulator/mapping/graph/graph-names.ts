// Names that Graph has for the objects of a custom SCIM application.
import type { DirectoryObjectType } from '../../../../shared/simulator/directory.ts';

export const SOURCE_DIRECTORY = 'Azure Active Directory';
export const TARGET_DIRECTORY = 'customappsso';

export const TARGET_OBJECTS: Readonly<Record<DirectoryObjectType, string>> = {
  User: 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User',
  Group: 'urn:ietf:params:scim:schemas:core:2.0:Group',
};

/** Undefined: neither users nor groups. */
export function readObjectType(name: string): DirectoryObjectType | undefined {
  const last = name.split(':').at(-1)?.toLowerCase();
  if (last === 'user') return 'User';
  return last === 'group' ? 'Group' : undefined;
}
