// Provisioning logs as they are read: a list that grows at both ends, what it sums up to, one entry.
import {
  keepPreviousData,
  useInfiniteQuery,
  useQuery,
  useQueryClient,
  type InfiniteData,
} from '@tanstack/react-query';
import { useRef } from 'react';
import type { ProvisioningLogPage } from '../../../shared/simulator/provisioning-log-pages.ts';
import { callAdmin } from '../../api/client.ts';
import { useLiveEvents } from '../../api/live-context.tsx';
import type { LogFilter } from './use-logs-address.ts';

const PAGE_SIZE = 200;

type Pages = InfiniteData<ProvisioningLogPage, number | undefined>;

/** Null: all applications. */
export type LogOwner = string | null;

function readPage(
  application: LogOwner,
  query: LogFilter & { before?: number | undefined; after?: number; limit: number },
  signal?: AbortSignal,
): Promise<ProvisioningLogPage> {
  return application === null
    ? callAdmin('listAllProvisioningLogs', { query }, signal)
    : callAdmin('listProvisioningLogs', { params: { application }, query }, signal);
}

export function useLogList(application: LogOwner, filter: LogFilter) {
  const queryKey = ['provisioning-log-list', application, filter] as const;
  const list = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) =>
      readPage(application, { ...filter, before: pageParam, limit: PAGE_SIZE }, signal),
    initialPageParam: undefined as number | undefined, // the newest
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY, // what comes is put in front; what is there does not change
  });
  usePrepend({ application, filter, queryKey });
  return list;
}

interface Prepended {
  readonly application: LogOwner;
  readonly filter: LogFilter;
  readonly queryKey: readonly unknown[];
}

/** Puts entries in front as cycles write them, one reading at a time. */
function usePrepend({ application, filter, queryKey }: Prepended): void {
  const queryClient = useQueryClient();
  const state = useRef<'idle' | 'reading' | 'again'>('idle');

  async function readNews(): Promise<void> {
    const newest = queryClient.getQueryData<Pages>(queryKey)?.pages[0];
    if (newest === undefined) return;
    const after = newest.entries[0]?.seq ?? 0;
    const news = await readPage(application, { ...filter, after, limit: PAGE_SIZE });
    if (news.entries.length === 0) return;
    queryClient.setQueryData<Pages>(queryKey, (known) => known && putInFront(known, news));
    if (news.entries.length === PAGE_SIZE) await readNews();
  }

  async function read(): Promise<void> {
    if (state.current !== 'idle') {
      state.current = 'again';
      return;
    }
    state.current = 'reading';
    try {
      await readNews();
    } catch {
      // The next event, or the feed's reset after a broken connection, reads again.
    }
    const isAgain = (state.current as string) === 'again'; // set while it was reading
    state.current = 'idle';
    if (isAgain) await read();
  }

  useLiveEvents((event) => {
    if (event.type !== 'provisioning-logged') return;
    const isMeant = application === null || event.data.applicationIds.includes(application);
    if (isMeant) void read();
  });
}

function putInFront(known: Pages, news: ProvisioningLogPage): Pages {
  const [first, ...rest] = known.pages;
  if (first === undefined) return known;
  const newest = first.entries[0]?.seq ?? 0;
  const entries = news.entries.filter(({ seq }) => seq > newest);
  return { ...known, pages: [{ ...first, entries: [...entries, ...first.entries] }, ...rest] };
}

export function useInsights(application: LogOwner, filter: LogFilter) {
  return useQuery({
    queryKey: ['provisioning-insights', application, filter],
    queryFn: ({ signal }) =>
      application === null
        ? callAdmin('getAllProvisioningInsights', { query: filter }, signal)
        : callAdmin('getProvisioningInsights', { params: { application }, query: filter }, signal),
    placeholderData: keepPreviousData,
  });
}

export function useLogEntry(application: LogOwner, id: string, filter: LogFilter) {
  return useQuery({
    queryKey: ['provisioning-logs', application, id, filter],
    queryFn: ({ signal }) =>
      application === null
        ? callAdmin('getAnyProvisioningLog', { params: { id }, query: filter }, signal)
        : callAdmin('getProvisioningLog', { params: { application, id }, query: filter }, signal),
    placeholderData: keepPreviousData,
  });
}
