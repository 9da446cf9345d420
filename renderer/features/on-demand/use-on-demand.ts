// Who is to be provisioned on demand, and the run itself.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { DirectoryPrincipal } from '../../../shared/simulator/directory-views.ts';
import { callAdmin } from '../../api/client.ts';
import { isApiError } from '../../api/api-error.ts';
import { queryKeys } from '../../api/query-keys.ts';

/** Of an objectId, be it that of a user or of a group; one that was picked need not be asked for. */
export function usePrincipal(id: string | undefined) {
  const queryClient = useQueryClient();
  const query = useQuery({
    queryKey: queryKeys.directory('principal', id),
    enabled: id !== undefined,
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: ({ signal }) => readPrincipal(id ?? '', signal),
  });
  return {
    principal: id === undefined ? undefined : query.data,
    remember: (principal: DirectoryPrincipal) =>
      queryClient.setQueryData(queryKeys.directory('principal', principal.objectId), principal),
  };
}

async function readPrincipal(id: string, signal: AbortSignal): Promise<DirectoryPrincipal> {
  const params = { id };
  try {
    const { user } = await callAdmin('getDirectoryUser', { params }, signal);
    const { objectId, displayName, userPrincipalName } = user;
    return { objectId, objectType: 'User', displayName, userPrincipalName };
  } catch (error) {
    if (!isApiError(error) || error.code !== 'not-found') throw error;
  }
  const { objectId, displayName } = await callAdmin('getDirectoryGroup', { params }, signal);
  return { objectId, objectType: 'Group', displayName, userPrincipalName: null };
}

export interface OnDemandChoice {
  readonly objectId: string;
  readonly memberIds: readonly string[];
}

export type OnDemandRun = ReturnType<typeof useOnDemand>;

export function useOnDemand(application: string) {
  return useMutation({
    mutationFn: ({ objectId, memberIds }: OnDemandChoice) =>
      callAdmin('provisionOnDemand', {
        params: { application },
        body: { objectId, memberIds: [...memberIds] },
      }),
  });
}
