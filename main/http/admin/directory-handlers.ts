// Users of the simulated directory. @see shared/simulator/directory-routes.ts
import { BLANK_USER, type DirectoryUser } from '../../../shared/simulator/directory.ts';
import type { QuickChange } from '../../../shared/simulator/directory-views.ts';
import { describeQuickChange } from '../../simulator/directory/quick-change.ts';
import type { AdminAppDependencies } from './dependencies.ts';
import { describeGroup, describePrincipal, describeUser } from './describe-principal.ts';
import type { AdminHandlers } from './mount-routes.ts';

export function directoryHandlers(dependencies: AdminAppDependencies) {
  const { store, newId } = dependencies;
  const { directory } = store;
  const announce = announceDirectory(dependencies);
  const now = () => dependencies.virtualClock.now().toISOString();
  return {
    listDirectoryUsers({ query: { after = null, userType = null, ...query } }) {
      const { total, rows } = directory.listUsers({ ...query, after, userType });
      return { total, users: [...rows] };
    },
    createDirectoryUser({ body }) {
      const setting = { ...BLANK_USER, ...body };
      return announce(directory.createUser(setting, { objectId: newId(), at: now() }));
    },
    getDirectoryUser({ params: { id } }) {
      const user = directory.requireUser(id);
      return {
        user,
        manager: user.manager === null ? null : describePrincipal(directory, user.manager),
        groups: directory
          .readGroupsOf(id)
          .map((groupId) => describeGroup(directory.requireGroup(groupId))),
      };
    },
    updateDirectoryUser: ({ params, body }) => announce(directory.updateUser(params.id, body)),
    deleteDirectoryUser: ({ params }) => announce(directory.deleteUser(params.id, now())),
    listDirectReports: ({ params }) => ({ users: [...directory.readReports(params.id, 100)] }),
    changeDirectoryUserQuickly: ({ params, body }) =>
      announce(store.transaction(() => changeQuickly(dependencies, params.id, body))),
    restoreDirectoryObject({ params: { id } }) {
      return announce(
        directory.findGroup(id) === undefined
          ? describeUser(directory.restoreUser(id))
          : describeGroup(directory.restoreGroup(id)),
      );
    },
    purgeDirectoryObject({ params: { id } }) {
      const principal = describePrincipal(directory, id);
      if (principal.objectType === 'User') directory.purgeUser(id);
      else directory.purgeGroup(id);
      return announce(principal);
    },
    findDirectoryPrincipals: ({ query: { text, objectType } }) => ({
      principals: [
        ...(objectType === 'Group' ? [] : findUsers(dependencies, text)),
        ...(objectType === 'User' ? [] : findGroups(dependencies, text)),
      ],
    }),
  } satisfies Partial<AdminHandlers>;
}

/** Tells the feed, and hands on what came of the change. */
export function announceDirectory({ feed }: AdminAppDependencies) {
  return function announce<Result>(result: Result): Result {
    feed.publish({ type: 'directory-changed', data: {} });
    return result;
  };
}

function changeQuickly(
  { store: { directory }, virtualClock }: AdminAppDependencies,
  id: string,
  change: QuickChange,
): DirectoryUser {
  const user = directory.updateUser(id, describeQuickChange(directory.requireLiveUser(id), change));
  return change.kind === 'leave'
    ? directory.deleteUser(id, virtualClock.now().toISOString())
    : user;
}

const FOUND = { offset: 0, limit: 20, after: null, order: 'ascending', state: 'all' } as const;

function findUsers({ store: { directory } }: AdminAppDependencies, text: string) {
  const query = { ...FOUND, text, userType: null, sort: 'displayName' } as const;
  return directory.listUsers(query).rows.map(describeUser);
}

function findGroups({ store: { directory } }: AdminAppDependencies, text: string) {
  return directory.listGroups({ ...FOUND, text, kind: null }).rows.map(describeGroup);
}
