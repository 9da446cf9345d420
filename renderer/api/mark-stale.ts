// Cached answers that are not true any more are read anew. A first read that is still on its way may have been answered
// before the change: the cache would take it for fresh, so it is read once more when it has come.
import type { QueryClient, QueryKey } from '@tanstack/react-query';

/** Resolves when what is on screen has been read anew; without a key, all of it. */
export function markStale(queryClient: QueryClient, queryKey: QueryKey = []): Promise<void> {
  const onTheirWay = queryClient
    .getQueryCache()
    .findAll({ queryKey, fetchStatus: 'fetching' })
    .filter(({ state }) => state.data === undefined);
  for (const query of onTheirWay) {
    const again = () => queryClient.invalidateQueries({ queryKey: query.queryKey, exact: true });
    query.promise?.then(again, () => undefined);
  }
  return queryClient.invalidateQueries({ queryKey });
}
