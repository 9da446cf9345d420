// A user or group of the directory by name.
import type { DirectoryPrincipal } from '../../../shared/simulator/directory-views.ts';
import type { DirectoryGroup, DirectoryUser } from '../../../shared/simulator/directory.ts';
import type { DirectoryStore } from '../../store/directory/directory.ts';
import { adminFailure } from './admin-failure.ts';

export function describeUser(user: DirectoryUser): DirectoryPrincipal {
  const { objectId, displayName, userPrincipalName } = user;
  return { objectId, objectType: 'User', displayName, userPrincipalName };
}

export function describeGroup({ objectId, displayName }: DirectoryGroup): DirectoryPrincipal {
  return { objectId, objectType: 'Group', displayName, userPrincipalName: null };
}

/** The recycle bin included. Throws `not-found`. */
export function describePrincipal(directory: DirectoryStore, objectId: string): DirectoryPrincipal {
  const user = directory.findUser(objectId);
  if (user !== undefined) return describeUser(user);
  const group = directory.findGroup(objectId);
  if (group !== undefined) return describeGroup(group);
  throw adminFailure('not-found', `The directory has no user or group "${objectId}".`);
}
