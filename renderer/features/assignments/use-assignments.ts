// Who is assigned to an application, in windows, and the changes of it.
import { useMutation, useQuery } from '@tanstack/react-query';
import type { Application } from '../../../shared/simulator/application.ts';
import type {
  AppRoleSetting,
  AssignmentPage,
  ListedAssignment,
} from '../../../shared/simulator/application-routes.ts';
import { DEFAULT_ACCESS_ROLE_ID } from '../../../shared/simulator/application.ts';
import { callAdmin } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { describeError } from '../../ui/error-state.tsx';
import { formatCount } from '../../ui/format.ts';
import { toast } from '../../ui/toast.tsx';
import { useWindows } from '../resources/use-windows.ts';

const PAGE_SIZE = 100;

export function useAssignments(application: Application, text: string) {
  const options = (page: number) => ({
    queryKey: queryKeys.applications(application.id, 'assignments', text, page),
    queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
      callAdmin(
        'listAssignments',
        {
          params: { application: application.id },
          query: { text, offset: page * PAGE_SIZE, limit: PAGE_SIZE },
        },
        signal,
      ),
  });
  const windows = useWindows({ pageSize: PAGE_SIZE, options, read: readPage });
  const first = useQuery(options(0));
  return {
    ...windows,
    error: windows.total === undefined ? (first.error ?? undefined) : undefined,
    retry: () => void first.refetch(),
  };
}

function readPage({ total, assignments }: AssignmentPage) {
  return { totalResults: total, rows: assignments };
}

/** Roles that can be assigned to users and groups, *Default Access* last. */
export function assignableRoles({ appRoles }: Application) {
  const usable = appRoles.filter(
    ({ isEnabled, allowedMemberTypes }) => isEnabled && allowedMemberTypes.includes('User'),
  );
  return [
    ...usable.map(({ id, displayName }) => ({ value: id, label: displayName })),
    { value: DEFAULT_ACCESS_ROLE_ID, label: 'Default Access' },
  ];
}

// What the feed tells marks the lists as stale; here remains what is said to the person.

export function useAssign(application: Application, onDone: () => void) {
  return useMutation({
    mutationFn: (order: { readonly principals: string[]; readonly appRoleId: string }) =>
      callAdmin('assignPrincipals', { params: { application: application.id }, body: order }),
    onSuccess({ created, existing }) {
      const was =
        existing === 0 ? '' : ` ${formatCount(existing, 'assignment')} was there already.`;
      toast({ tone: 'good', message: `${formatCount(created.length, 'assignment')} added.${was}` });
      onDone();
    },
  });
}

export function useChangeRole(application: Application, onDone: () => void) {
  return useMutation({
    mutationFn: ({ id, appRoleId }: { readonly id: string; readonly appRoleId: string }) =>
      callAdmin('changeAssignmentRole', {
        params: { application: application.id, assignment: id },
        body: { appRoleId },
      }),
    onSuccess() {
      toast({ tone: 'good', message: 'The assignment has another role.' });
      onDone();
    },
  });
}

export function useRemoveAssignment(application: Application) {
  const assign = useAssign(application, () => undefined);
  return useMutation({
    mutationFn: ({ id }: ListedAssignment) =>
      callAdmin('removeAssignment', { params: { application: application.id, assignment: id } }),
    onSuccess(_, { displayName, principalId, appRoleId }) {
      const undo = () => assign.mutate({ principals: [principalId], appRoleId });
      toast({
        tone: 'good',
        message: `The assignment of ${displayName} is removed`,
        action: { label: 'Undo', run: undo },
      });
    },
    onError: (error) => toast({ tone: 'bad', message: describeError(error) }),
  });
}

export interface RoleChange {
  /** Absent: a new role. */
  readonly id?: string | undefined;
  readonly setting: AppRoleSetting;
}

export function useSaveRole(application: Application, onDone: () => void) {
  const params = { application: application.id };
  return useMutation({
    mutationFn: ({ id, setting }: RoleChange) =>
      id === undefined
        ? callAdmin('createAppRole', { params, body: setting })
        : callAdmin('replaceAppRole', { params: { ...params, role: id }, body: setting }),
    onSuccess(_, { setting }) {
      toast({ tone: 'good', message: `App role "${setting.displayName}" saved` });
      onDone();
    },
  });
}

export function useDeleteRole(application: Application, onDone: () => void) {
  return useMutation({
    mutationFn: (role: string) =>
      callAdmin('deleteAppRole', { params: { application: application.id, role } }),
    onSuccess() {
      toast({ tone: 'good', message: 'App role deleted' });
      onDone();
    },
  });
}

export function useEntitlement(application: Application, principal: string | undefined) {
  return useQuery({
    queryKey: queryKeys.applications(application.id, 'entitlement', principal),
    queryFn: ({ signal }) =>
      callAdmin(
        'explainEntitlement',
        { params: { application: application.id, principal: principal ?? '' } },
        signal,
      ),
    enabled: principal !== undefined,
    retry: false,
    // Mappings and settings of the job decide too, and are changed on other pages.
    gcTime: 0,
  });
}
