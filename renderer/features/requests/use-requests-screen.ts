// The state of the Requests screen, and what its parts do to it.
import { useEffect, useMemo, useState, type RefObject } from 'react';
import type { RequestSummary } from '../../../shared/admin/request-log.ts';
import { RequestSort } from '../../../shared/admin/request-log-pages.ts';
import { useTenantSlug } from '../../api/use-status.ts';
import type { GridLayout } from '../../ui/grid-types.ts';
import { useGridLayout } from '../../ui/use-grid-layout.ts';
import { requestColumns } from './request-columns.tsx';
import { joinFilters } from './list-mode.ts';
import { loadTabs } from './request-details-pane.tsx';
import { indexOfId } from './request-list.tsx';
import { useTimeForm } from './time-form.ts';
import type { ListScope } from './request-actions.ts';
import { useRequestCommands } from './use-request-commands.ts';
import { useRequestWindow, useWindowState } from './use-request-window.ts';
import { useRequestsAddress, type RequestsAddress } from './use-requests-address.ts';
import { useStartView } from './use-start-view.ts';

export interface ScreenRefs {
  readonly filterBox: RefObject<HTMLInputElement | null>;
  readonly list: RefObject<HTMLDivElement | null>;
}

/** That the server takes one by one. */
const MOST_IDS = 10_000;

export type RequestsScreen = ReturnType<typeof useRequestsScreen>;

export function useRequestsScreen({ filterBox, list }: ScreenRefs) {
  const address = useRequestsAddress();
  const window = useRequestWindow(address.appliedFilter, address.id);
  const state = useWindowState(window);
  const layout = useRequestLayout();
  const selection = useSelection(state.rows);
  const { selected, allUntil } = selection;
  const listScope = useListScope(address.appliedFilter, allUntil);
  const isLonger = selected.size < state.total || selected.size > MOST_IDS;
  const scope = isLonger ? listScope : null;
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
    scope,
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
    selectionScope: scope,
    view: readView(address, layout),
    /** Sorted or grouped: what comes new waits. */
    isFrozen: address.sort !== null || address.groupBy !== null,
    onEscape,
  };
}

/** What was there when all was selected: the requests that arrive later stay out. */
function useListScope(filter: string, until: string | null): ListScope | null {
  const tenant = useTenantSlug();
  return useMemo(
    () => (until === null ? null : { tenant, filter: joinFilters(filter, `before:${until}`) }),
    [tenant, filter, until],
  );
}

function useSelection(rows: readonly RequestSummary[]) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  /** Instant at which all was selected. */
  const [allUntil, setAllUntil] = useState<string | null>(null);
  const selected = useMemo(
    () => (allUntil === null ? chosen : withRowsBefore(chosen, rows, allUntil)),
    [chosen, rows, allUntil],
  );
  const selectedIds = useMemo(
    () => [...selected].map(Number).sort((left, right) => left - right),
    [selected],
  );
  function select(next: ReadonlySet<string>, how?: 'all'): void {
    setChosen(next);
    setAllUntil(how === 'all' ? new Date().toISOString() : null);
  }
  return { selected, selectedIds, allUntil, select, clear: () => select(new Set()) };
}

/** Rows that are loaded later belong to it too. */
function withRowsBefore(
  chosen: ReadonlySet<string>,
  rows: readonly RequestSummary[],
  until: string,
): ReadonlySet<string> {
  const older = rows.filter((row) => row.at < until).map((row) => String(row.id));
  return new Set([...chosen, ...older]);
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
