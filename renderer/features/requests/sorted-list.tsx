// The list in the order of a column: pages of what the log held when it was sorted. New requests would move rows about,
// so they wait until the reader goes back to the live list.
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { RequestSummary } from '../../../shared/admin/request-log.ts';
import { RequestSort } from '../../../shared/admin/request-log-pages.ts';
import { callAdmin } from '../../api/client.ts';
import { useTenantSlug } from '../../api/use-status.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import type { GridSort } from '../../ui/grid-types.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { VirtualGrid } from '../../ui/virtual-grid.tsx';
import { keyOfRequest, type RequestListProps } from './list-props.ts';
import { NoMatch, NoRequests } from './no-requests.tsx';
import { useHeaderFocus } from './use-header-focus.ts';

interface SortedListProps extends RequestListProps {
  readonly sort: GridSort;
}

const PAGE_ROWS = 200;
const READ_AHEAD_ROWS = 60;

export function SortedList({ filter, sort, sortedBy, openId, ...list }: SortedListProps) {
  const query = useSortedPages(filter, sort);
  const rows = useMemo(
    () => query.data?.pages.flatMap((page) => page.requests) ?? [],
    [query.data],
  );
  const places = useMemo(() => new Map(rows.map((row, index) => [String(row.id), index])), [rows]);
  useHeaderFocus(sortedBy, query.isSuccess);
  if (query.isPending) return <Skeleton label="Sorting requests" lines={8} />;
  if (query.isError) {
    return (
      <ErrorState
        title="The requests could not be sorted"
        error={query.error}
        onRetry={() => void query.refetch()}
      />
    );
  }
  if (rows.length === 0) return filter === '' ? <NoRequests /> : <NoMatch filter={filter} />;
  return (
    <VirtualGrid<RequestSummary>
      {...list}
      sort={sort}
      label="Requests"
      columns={list.layout.columns}
      rowCount={rows.length}
      rowAt={(index) => rows[index]}
      rowKey={keyOfRequest}
      indexOfKey={(key) => places.get(key) ?? -1}
      totalRows={query.data.pages[0]?.total ?? rows.length}
      openKey={openId === undefined ? null : String(openId)}
      onRange={(_, last) => {
        const isNear = last > rows.length - READ_AHEAD_ROWS;
        if (isNear && query.hasNextPage && !query.isFetching) void query.fetchNextPage();
      }}
    />
  );
}

function useSortedPages(filter: string, { columnId, direction }: GridSort) {
  const tenant = useTenantSlug();
  const sort = RequestSort.parse(columnId);
  return useInfiniteQuery({
    queryKey: ['request-log', 'sorted', tenant, filter, sort, direction],
    queryFn: ({ pageParam, signal }) =>
      callAdmin(
        'listRequests',
        {
          query: {
            tenant,
            filter,
            sort,
            direction,
            limit: PAGE_ROWS,
            ...(pageParam === null ? {} : { cursor: pageParam }),
          },
        },
        signal,
      ),
    initialPageParam: startOfPages(),
    getNextPageParam: (page) => page.nextCursor,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
}

function startOfPages(): string | null {
  return null;
}
