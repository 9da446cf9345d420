// The cache of server data. The live feed says what is stale, so nothing is fetched again by time or focus.
import { QueryClient } from '@tanstack/react-query';
import { isApiError } from './api-error.ts';

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Number.POSITIVE_INFINITY,
        refetchOnWindowFocus: false,
        networkMode: 'always',
        retry: (failures, error) => isApiError(error) && error.code === 'offline' && failures < 2,
        retryDelay: 400,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}
