// Groups of the simulated directory and their members. @see shared/simulator/directory-routes.ts
import type { DirectoryGroup } from '../../../shared/simulator/directory.ts';
import type { AdminAppDependencies } from './dependencies.ts';
import { announceDirectory } from './directory-handlers.ts';
import type { AdminHandlers } from './mount-routes.ts';

const BLANK_GROUP = {
  description: null,
  mail: null,
  mailNickname: null,
  kind: 'security',
  securityEnabled: false,
} as const;

export function directoryGroupHandlers(dependencies: AdminAppDependencies) {
  const { store, newId } = dependencies;
  const { directory } = store;
  const announce = announceDirectory(dependencies);
  const now = () => dependencies.virtualClock.now().toISOString();

  function count(group: DirectoryGroup) {
    return { ...group, memberCount: directory.countMembers(group.objectId) };
  }

  return {
    listDirectoryGroups({ query: { after = null, kind = null, ...query } }) {
      const { total, rows } = directory.listGroups({ ...query, after, kind });
      return { total, groups: rows.map(count) };
    },
    createDirectoryGroup({ body }) {
      const setting = { ...BLANK_GROUP, ...body };
      return announce(directory.createGroup(setting, { objectId: newId(), at: now() }));
    },
    getDirectoryGroup: ({ params }) => count(directory.requireGroup(params.id)),
    updateDirectoryGroup: ({ params, body }) => announce(directory.updateGroup(params.id, body)),
    deleteDirectoryGroup: ({ params }) => announce(directory.deleteGroup(params.id, now())),
    listDirectoryMembers({ params: { id: groupId }, query: { after = null, ...range } }) {
      directory.requireGroup(groupId);
      return {
        total: directory.countMembers(groupId),
        members: [...directory.readMembers({ groupId, after, ...range })],
      };
    },
    changeDirectoryMembers({ params: { id }, body: { add, remove } }) {
      return announce(
        store.transaction(() => ({
          added: directory.addMembers(id, add),
          removed: directory.removeMembers(id, remove),
        })),
      );
    },
  } satisfies Partial<AdminHandlers>;
}
