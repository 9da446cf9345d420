// What the address says of the Requests screen, and how to change it: filter, order, groups, the open request, two that
// are compared.
import { getRouteApi } from '@tanstack/react-router';
import type { RequestView } from '../../../shared/admin/request-log-changes.ts';
import type { GroupBy } from '../../../shared/admin/request-log-pages.ts';
import type { GridSort } from '../../ui/grid-types.ts';
import { findProblem, readSort } from './list-mode.ts';

const route = getRouteApi('/requests');

export function useRequestsAddress() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { filter = '', id, group, compare } = search;
  const sort = readSort(search.sort, search.order);

  type Search = typeof search;
  function go(change: Partial<Search>, replace = false): void {
    void navigate({ search: (old) => ({ ...old, ...change }), replace });
  }

  return {
    filter,
    /** What the list can be asked for: the filter, or nothing while it cannot be read. */
    appliedFilter: findProblem(filter) === undefined ? filter : '',
    sort,
    groupBy: group ?? null,
    id,
    comparedWith: compare,
    setFilter: (next: string) => go({ filter: next === '' ? undefined : next }, true),
    setSort: (next: GridSort | null) =>
      go({ sort: next?.columnId, order: next?.direction, group: undefined }, true),
    setGroupBy: (next: GroupBy | null) =>
      go({ group: next ?? undefined, sort: undefined, order: undefined }, true),
    open: (next: number) => go({ id: next, compare: undefined }),
    close: () => go({ id: undefined, compare: undefined }),
    compare: (first: number, second: number) => go({ id: first, compare: second }),
    endComparison: () => go({ compare: undefined }),
    backToLive: () => go({ sort: undefined, order: undefined, group: undefined }),
    showView: (view: RequestView) =>
      go({
        filter: view.filter === '' ? undefined : view.filter,
        sort: view.sort === 'id' ? undefined : view.sort,
        order: view.sort === 'id' ? undefined : view.direction,
        group: view.groupBy ?? undefined,
      }),
  };
}

export type RequestsAddress = ReturnType<typeof useRequestsAddress>;
