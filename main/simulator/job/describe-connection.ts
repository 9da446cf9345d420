// A connection as the admin API tells it: with the name that its object has in the directory.
import type { ObjectConnection } from '../../../shared/simulator/job-run.ts';
import type { Link } from '../../store/sync-jobs/links.ts';
import type { DirectorySource } from '../directory-source.ts';

export function describeConnection(
  directory: Pick<DirectorySource, 'findUser' | 'findGroup'>,
  link: Link,
): ObjectConnection {
  const { knowsMembers: _knowsMembers, exported, ...told } = link;
  const { objectType, sourceId } = link;
  const object =
    objectType === 'User' ? directory.findUser(sourceId) : directory.findGroup(sourceId);
  return { ...told, displayName: object?.displayName ?? null, exported: { ...exported } };
}
