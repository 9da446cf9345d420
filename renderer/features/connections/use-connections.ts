// Object connections of a job, read page by page, and their removal.
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { DirectoryObjectType } from '../../../shared/simulator/directory.ts';
import { callAdmin } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { toast } from '../../ui/toast.tsx';

const PAGE_SIZE = 200;

export interface ConnectionListQuery {
  readonly search: string;
  /** Absent: users and groups. */
  readonly objectType: DirectoryObjectType | undefined;
}

export function useConnections(application: string, { search, objectType }: ConnectionListQuery) {
  return useInfiniteQuery({
    queryKey: queryKeys.job(application, 'connections', search, objectType),
    queryFn: ({ pageParam, signal }) =>
      callAdmin(
        'listConnections',
        {
          params: { application },
          query: {
            limit: PAGE_SIZE,
            ...(search !== '' && { search }),
            ...(objectType !== undefined && { objectType }),
            ...(pageParam !== '' && { after: pageParam }),
          },
        },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
  });
}

export function useConnectionOf(application: string, source: string) {
  return useQuery({
    queryKey: queryKeys.job(application, 'connection', source),
    retry: false,
    queryFn: ({ signal }) =>
      callAdmin('getObjectConnection', { params: { application, source } }, signal),
  });
}

export function useConnectionRemoval(application: string, onGone: () => void) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (source: string) =>
      callAdmin('deleteObjectConnection', { params: { application, source } }),
    async onSuccess() {
      await queryClient.invalidateQueries({ queryKey: queryKeys.job(application) });
      toast({ tone: 'good', message: 'Connection deleted; the object will be matched anew' });
      onGone();
    },
  });
}
