// Account discovery: asked for by hand, and kept while the page is open elsewhere.
import { useQuery } from '@tanstack/react-query';
import { callAdmin } from '../../api/client.ts';

export function useDiscovery(application: string) {
  return useQuery({
    // A kind of its own: nothing on the feed makes it ask the target again.
    queryKey: ['discovery', application],
    enabled: false,
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    queryFn: ({ signal }) =>
      callAdmin('discoverAccounts', { params: { application }, body: {} }, signal),
  });
}
