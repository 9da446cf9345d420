// Audit entries of an application, page by page. Nothing on the live feed tells of them, so they are read again now and then.
import { useInfiniteQuery } from '@tanstack/react-query';
import { callAdmin } from '../../api/client.ts';

const READ_AGAIN_MS = 5_000;

export function useAuditLogs(application: string) {
  return useInfiniteQuery({
    queryKey: ['audit-logs', application],
    queryFn: ({ pageParam, signal }) =>
      callAdmin('listAuditLogs', { params: { application }, query: { after: pageParam } }, signal),
    initialPageParam: undefined as string | undefined, // the newest
    getNextPageParam: ({ next }) => next ?? undefined,
    refetchInterval: READ_AGAIN_MS,
  });
}
