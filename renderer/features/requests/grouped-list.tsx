// The list in groups: one row for each resource, minute, source or token, and under an open one its newest requests.
import { useInfiniteQuery, useQueries, type UseQueryResult } from '@tanstack/react-query';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { useMemo, useState } from 'react';
import type {
  GroupBy,
  RequestGroup,
  RequestPage,
} from '../../../shared/admin/request-log-pages.ts';
import type { RequestSummary } from '../../../shared/admin/request-log.ts';
import { callAdmin } from '../../api/client.ts';
import { useTenantSlug } from '../../api/use-status.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { formatCount, formatDateTime, formatDuration } from '../../ui/format.ts';
import type { GridColumn } from '../../ui/grid-types.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { VirtualGrid } from '../../ui/virtual-grid.tsx';
import { joinFilters } from './list-mode.ts';
import type { RequestListProps } from './list-props.ts';
import { NoMatch, NoRequests } from './no-requests.tsx';

interface GroupedListProps extends RequestListProps {
  readonly groupBy: GroupBy;
}

type GroupedRow =
  | { readonly kind: 'group'; readonly group: RequestGroup; readonly isOpen: boolean }
  | { readonly kind: 'request'; readonly request: RequestSummary }
  /** Under an open group, what its rows do not say. */
  | { readonly kind: 'note'; readonly group: RequestGroup; readonly text: string };

const PAGE_GROUPS = 100;
/** Of an open group; with more, the group's filter shows them all. */
const MOST_ROWS = 200;

export function GroupedList({ filter, groupBy, openId, ...list }: GroupedListProps) {
  const groups = useGroups(filter, groupBy);
  const [openKeys, setOpenKeys] = useState<ReadonlySet<string>>(new Set());
  const rows = useRows(filter, groups.data?.pages.flatMap((page) => page.groups) ?? [], openKeys);
  const columns = useMemo(() => list.layout.columns.map(toGrouped), [list.layout.columns]);
  if (groups.isPending) return <Skeleton label="Grouping requests" lines={8} />;
  if (groups.isError) {
    return (
      <ErrorState
        title="The requests could not be grouped"
        error={groups.error}
        onRetry={() => void groups.refetch()}
      />
    );
  }
  if (rows.length === 0) return filter === '' ? <NoRequests /> : <NoMatch filter={filter} />;

  function expand(row: GroupedRow, isExpanded: boolean): void {
    if (row.kind !== 'group') return;
    const next = new Set(openKeys);
    if (isExpanded) next.add(row.group.key);
    else next.delete(row.group.key);
    setOpenKeys(next);
  }

  return (
    <VirtualGrid<GroupedRow>
      label="Requests"
      columns={columns}
      rowCount={rows.length}
      rowAt={(index) => rows[index]}
      rowKey={keyOfRow}
      indexOfKey={(key) => rows.findIndex((row) => keyOfRow(row) === key)}
      openKey={openId === undefined ? null : String(openId)}
      onOpen={(row) => row.kind === 'request' && list.onOpen(row.request)}
      onMenu={(row, place) => row.kind === 'request' && list.onMenu(row.request, place)}
      selected={list.selected}
      onSelect={(keys, how) => list.onSelect(onlyRequests(keys), how)}
      renderGroup={renderGroup}
      isExpanded={(row) => (row.kind === 'group' ? row.isOpen : undefined)}
      onExpand={expand}
      onRange={(_, last) => {
        const isNear = last > rows.length - PAGE_GROUPS / 2;
        if (isNear && groups.hasNextPage && !groups.isFetching) void groups.fetchNextPage();
      }}
    />
  );
}

function keyOfRow(row: GroupedRow): string {
  return row.kind === 'request' ? String(row.request.id) : `${row.kind} ${row.group.key}`;
}

function onlyRequests(keys: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...keys].filter((key) => Number.isInteger(Number(key))));
}

function toGrouped(column: GridColumn<RequestSummary>): GridColumn<GroupedRow> {
  return {
    ...column,
    isSortable: false,
    cell: (row) => (row.kind === 'request' ? column.cell(row.request) : null),
  };
}

function renderGroup(row: GroupedRow) {
  if (row.kind === 'note') return <span className="pl-6 text-ink-3">{row.text}</span>;
  if (row.kind === 'request') return undefined;
  const { label, requests, failures, totalDurationMs, lastAt } = row.group;
  const Icon = row.isOpen ? ChevronDown : ChevronRight;
  return (
    <span className="flex items-center gap-2">
      <Icon aria-hidden className="size-4 shrink-0 text-ink-3" />
      <span className="truncate font-medium">{label === '' ? 'None' : label}</span>
      <span className="shrink-0 text-ink-3 tabular-nums">{formatCount(requests, 'request')}</span>
      {failures > 0 && <span className="shrink-0 text-bad tabular-nums">{failures} failed</span>}
      <span className="ml-auto shrink-0 text-sm text-ink-3 tabular-nums">
        {formatDuration(totalDurationMs)} in all, last {formatDateTime(lastAt)}
      </span>
    </span>
  );
}

function useGroups(filter: string, by: GroupBy) {
  const tenant = useTenantSlug();
  return useInfiniteQuery({
    queryKey: ['request-log', 'groups', tenant, filter, by],
    queryFn: ({ pageParam, signal }) =>
      callAdmin(
        'groupRequests',
        { query: { tenant, filter, by, offset: pageParam, limit: PAGE_GROUPS } },
        signal,
      ),
    initialPageParam: 0,
    getNextPageParam: (page, pages) => {
      const known = pages.reduce((sum, one) => sum + one.groups.length, 0);
      return known < page.total && page.groups.length > 0 ? known : undefined;
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
}

function useRows(
  filter: string,
  groups: readonly RequestGroup[],
  openKeys: ReadonlySet<string>,
): readonly GroupedRow[] {
  const tenant = useTenantSlug();
  const open = groups.filter((group) => openKeys.has(group.key));
  const lists = useQueries({
    queries: open.map((group) => {
      const scope = joinFilters(filter, group.filter);
      return {
        queryKey: ['request-log', 'group', tenant, scope],
        queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
          callAdmin('listRequests', { query: { tenant, filter: scope, limit: MOST_ROWS } }, signal),
        staleTime: Number.POSITIVE_INFINITY,
      };
    }),
  });
  return groups.flatMap((group): readonly GroupedRow[] => {
    const isOpen = openKeys.has(group.key);
    if (!isOpen) return [{ kind: 'group', group, isOpen }];
    const list = lists[open.indexOf(group)];
    const requests = list?.data?.requests ?? [];
    const text = describeRest(group, list);
    return [
      { kind: 'group', group, isOpen },
      ...requests.map((request) => ({ kind: 'request', request }) as const),
      ...(text === undefined ? [] : [{ kind: 'note', group, text } as const]),
    ];
  });
}

type GroupRows = Pick<UseQueryResult<RequestPage>, 'data' | 'isError'>;

/** Why the rows of an open group are not there, or not all. */
function describeRest(group: RequestGroup, list: GroupRows | undefined): string | undefined {
  if (list?.isError === true)
    return 'These requests could not be read. Close the group and open it again';
  if (list?.data === undefined) return 'Reading the requests…';
  if (list.data.total <= list.data.requests.length) return undefined;
  return `The newest ${MOST_ROWS}. The filter ${group.filter} shows them all`;
}
