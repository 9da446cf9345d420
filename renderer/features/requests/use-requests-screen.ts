// The state of the Requests screen, and what its parts do to it.
import { useEffect, useMemo, useState, type RefObject } from 'react';
import type { RequestSummary } from '../../../shared/admin/request-log.ts';
import { RequestSort } from '../../../shared/admin/request-log-pages.ts';
import { useTenantSlug } from '../../api/use-status.ts';
import type { GridLayout } from '../../ui/grid-types.ts';
import { useGridLayout } from '../../ui/use-grid-layout.ts';
import { requestColumns } from './request-columns.tsx';
import { loadTabs } from './request-details-pane.tsx';
import { indexOfId } from './request-list.tsx';
import { useTimeForm } from './time-form.ts';
import { useRequestCommands } from './use-request-commands.ts';
import { useRequestWindow, useWindowState } from './use-request-window.ts';
import { useRequestsAddress, type RequestsAddress } from './use-requests-address.ts';
import { useStartView } from './use-start-view.ts';

export interface ScreenRefs {
  readonly filterBox: RefObject<HTMLInputElement | null>;
  readonly list: RefObject<HTMLDivElement | null>;
}

export type RequestsScreen = ReturnType<typeof useRequestsScreen>;

export function useRequestsScreen({ filterBox, list }: ScreenRefs) {
  const address = useRequestsAddress();
  const window = useRequestWindow(address.appliedFilter, address.id);
  const state = useWindowState(window);
  const layout = useRequestLayout();
  const selection = useSelection();
  const { selected } = selection;
  const scope = useListScope(address.appliedFilter, state.total);
  useStartView(address.showView);
  useEffect(() => {
    void loadTabs();
  }, []);

  function focusList(): void {
    list.current?.querySelector<HTMLElement>('[role=row][data-index][tabindex="0"]')?.focus();
  }

  function compare(first: number, second: number): void {
    selection.clear();
    address.compare(first, second);
  }

  function onEscape(): void {
    if (selected.size > 0) selection.clear();
    else if (address.id !== undefined) {
      address.close();
      focusList();
    }
  }

  const actionsOf = useRequestCommands({
    openId: address.id,
    selected,
    rowOf: (id) => state.rows[indexOfId(state.rows, id)],
    open: address.open,
    edit: address.edit,
    compare,
    setFilter: address.setFilter,
    clearSelection: selection.clear,
    toggleFollow: () => window.setFollowing(!state.isFollowing),
    focusFilter: () => filterBox.current?.focus(),
  });

  return {
    address,
    window,
    state,
    layout,
    ...selection,
    compare,
    open: (request: RequestSummary) => {
      window.setFollowing(false);
      address.open(request.id);
    },
    focusList,
    actionsOf,
    /** All that match, where every loaded row was selected at once and they are more. */
    selectionScope: selection.isAll && selected.size < state.total ? scope : null,
    view: readView(address, layout),
    /** Sorted or grouped: what comes new waits. */
    isFrozen: address.sort !== null || address.groupBy !== null,
    onEscape,
  };
}

function useListScope(filter: string, total: number) {
  const tenant = useTenantSlug();
  return { query: { tenant, filter }, total };
}

function useSelection() {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const selectedIds = useMemo(
    () => [...selected].map(Number).sort((left, right) => left - right),
    [selected],
  );
  const [isAll, setIsAll] = useState(false);
  function select(next: ReadonlySet<string>, how?: 'all'): void {
    setSelected(next);
    setIsAll(how === 'all');
  }
  return { selected, selectedIds, isAll, select, clear: () => select(new Set()) };
}

function useRequestLayout(): GridLayout<RequestSummary> {
  const form = useTimeForm((state) => state.form);
  const columns = useMemo(() => requestColumns(form), [form]);
  return useGridLayout('requests', columns);
}

function readView(address: RequestsAddress, layout: GridLayout<RequestSummary>) {
  return {
    filter: address.filter,
    sort: readSortName(address),
    direction: address.sort?.direction ?? ('ascending' as const),
    columns: layout.isAsDelivered ? [] : layout.columns.map(({ id }) => id),
    groupBy: address.groupBy,
  };
}

function readSortName({ sort }: RequestsAddress) {
  return RequestSort.catch('id').parse(sort?.columnId ?? 'id');
}
