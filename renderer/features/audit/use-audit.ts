// Audit entries of an application, page by page; read again when the live feed tells of new ones.
import { useInfiniteQuery } from '@tanstack/react-query';
import { callAdmin } from '../../api/client.ts';

export function useAuditLogs(application: string) {
  return useInfiniteQuery({
    queryKey: ['audit-logs', application],
    queryFn: ({ pageParam, signal }) =>
      callAdmin('listAuditLogs', { params: { application }, query: { after: pageParam } }, signal),
    initialPageParam: undefined as string | undefined, // the newest
    getNextPageParam: ({ next }) => next ?? undefined,
  });
}
