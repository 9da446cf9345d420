// Account discovery: asked for by hand, and kept while the page is open elsewhere.
import { useQuery } from '@tanstack/react-query';
import type { DiscoveryResult } from '../../../shared/simulator/job-run.ts';
import { callAdmin } from '../../api/client.ts';

export function useDiscovery(application: string) {
  return useQuery({
    // A kind of its own: nothing on the feed makes it ask the target again.
    queryKey: ['discovery', application],
    enabled: false,
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    queryFn: ({ signal }) => discoverAll(application, signal),
  });
}

const PORTION = 10_000;

/** The first answer counts all; those that it does not list are asked for portion by portion. */
async function discoverAll(application: string, signal: AbortSignal): Promise<DiscoveryResult> {
  const ask = (body: { readonly startIndex?: number }) =>
    callAdmin(
      'discoverAccounts',
      { params: { application }, body: { ...body, limit: PORTION } },
      signal,
    );
  let result = await ask({});
  while (result.next !== null && result.problem === null) {
    const { accounts, next, problem, requests } = await ask({ startIndex: result.next });
    result = {
      ...result,
      accounts: [...result.accounts, ...accounts],
      requests: result.requests + requests,
      next,
      problem,
    };
  }
  return result;
}
