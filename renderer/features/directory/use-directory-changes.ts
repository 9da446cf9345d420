// What can be done to people and groups of the directory. The feed marks the lists as stale; here remains what is said.
import { useMutation } from '@tanstack/react-query';
import type {
  DirectoryPrincipal,
  NewDirectoryGroup,
  NewDirectoryUser,
  QuickChange,
} from '../../../shared/simulator/directory-views.ts';
import { callAdmin } from '../../api/client.ts';
import { describeError } from '../../ui/error-state.tsx';
import { toast, type ToastMessage } from '../../ui/toast.tsx';

function tell(message: string, action?: ToastMessage['action']): void {
  toast({ tone: 'good', message, ...(action !== undefined && { action }) });
}

function tellError(error: unknown): void {
  toast({ tone: 'bad', message: describeError(error) });
}

interface Saved {
  readonly objectId: string;
  readonly displayName: string;
}

/** `id` absent: a new one. */
export function useSaveUser(id: string | undefined, onDone: (saved: Saved) => void) {
  return useMutation({
    mutationFn: (body: NewDirectoryUser) =>
      id === undefined
        ? callAdmin('createDirectoryUser', { body })
        : callAdmin('updateDirectoryUser', { params: { id }, body }),
    onSuccess(user) {
      tell(`${user.displayName} ${id === undefined ? 'created' : 'saved'}`);
      onDone(user);
    },
  });
}

/** `id` absent: a new one. */
export function useSaveGroup(id: string | undefined, onDone: (saved: Saved) => void) {
  return useMutation({
    mutationFn: (body: NewDirectoryGroup) =>
      id === undefined
        ? callAdmin('createDirectoryGroup', { body })
        : callAdmin('updateDirectoryGroup', { params: { id }, body }),
    onSuccess(group) {
      tell(`${group.displayName} ${id === undefined ? 'created' : 'saved'}`);
      onDone(group);
    },
  });
}

const QUICK_WORDS: Readonly<Record<QuickChange['kind'], string>> = {
  rename: 'renamed',
  move: 'moved',
  enable: 'can sign in again',
  disable: 'cannot sign in any more',
  leave: 'has left: deleted for 30 days',
};

export function useQuickChange(id: string, onDone: () => void) {
  const restore = useRestore();
  return useMutation({
    mutationFn: (body: QuickChange) =>
      callAdmin('changeDirectoryUserQuickly', { params: { id }, body }),
    onSuccess(user, { kind }) {
      const undo = { label: 'Restore', run: () => restore.mutate(user.objectId) };
      tell(`${user.displayName} ${QUICK_WORDS[kind]}`, kind === 'leave' ? undo : undefined);
      onDone();
    },
  });
}

/** Into the recycle bin, with a way back in the message. */
export function useDelete(objectType: DirectoryPrincipal['objectType'], onDone: () => void) {
  const restore = useRestore();
  return useMutation({
    mutationFn: async (id: string): Promise<Saved> =>
      objectType === 'User'
        ? callAdmin('deleteDirectoryUser', { params: { id } })
        : callAdmin('deleteDirectoryGroup', { params: { id } }),
    onSuccess({ objectId, displayName }) {
      tell(`${displayName} deleted`, { label: 'Restore', run: () => restore.mutate(objectId) });
      onDone();
    },
    onError: tellError,
  });
}

export function useRestore() {
  return useMutation({
    mutationFn: (id: string) => callAdmin('restoreDirectoryObject', { params: { id } }),
    onSuccess: ({ displayName }) => tell(`${displayName} restored`),
    onError: tellError,
  });
}

export function usePurge(onDone: () => void) {
  return useMutation({
    mutationFn: (id: string) => callAdmin('purgeDirectoryObject', { params: { id } }),
    onSuccess({ displayName }) {
      tell(`${displayName} permanently deleted`);
      onDone();
    },
    onError: tellError,
  });
}

export function useMemberChange(groupId: string) {
  const add = (member: DirectoryPrincipal) =>
    callAdmin('changeDirectoryMembers', {
      params: { id: groupId },
      body: { add: [member.objectId] },
    });
  const remove = (member: DirectoryPrincipal) =>
    callAdmin('changeDirectoryMembers', {
      params: { id: groupId },
      body: { remove: [member.objectId] },
    });
  const adding = useMutation({
    mutationFn: add,
    onSuccess: (_, { displayName }) => tell(`${displayName} added`),
  });
  const removing = useMutation({
    mutationFn: remove,
    onSuccess: (_, member) =>
      tell(`${member.displayName} removed`, {
        label: 'Undo',
        run: () => adding.mutate(member),
      }),
    onError: tellError,
  });
  return { add: adding, remove: removing };
}
