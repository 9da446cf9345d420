// The one row of a VirtualGrid that has the focus (roving), and what keys and presses do to it: they move, open, select, and
// close and open groups.
import {
  useContext,
  useEffectEvent,
  useLayoutEffect,
  useState,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
} from 'react';
import { GridKeysContext, type ReadGridKey } from './grid-keys-context.ts';
import { fitGridCommand, moveTarget, type GridCommand } from './grid-keys.ts';
import { selectAll, selectRange, toggleRow } from './grid-selection.ts';
import type { MenuPlace, VirtualGridProps } from './grid-types.ts';
import type { VirtualRows } from './use-virtual-rows.ts';

export interface ActiveRow {
  /** -1 when no row has had the focus yet. */
  readonly index: number;
  /** Where the Tab key enters. */
  readonly tabStop: number;
  readonly events: {
    readonly onKeyDown: (event: KeyboardEvent) => void;
    readonly onClick: (event: MouseEvent) => void;
    readonly onMouseDown: (event: MouseEvent) => void;
    readonly onContextMenu: (event: MouseEvent) => void;
  };
}

interface Place {
  readonly key: string | null;
  readonly index: number;
}

const MENU_INDENT = 48;

interface Context<Row> {
  readonly props: VirtualGridProps<Row>;
  readonly readKey: ReadGridKey;
  readonly rows: VirtualRows;
  readonly tabStop: number;
  readonly setActive: (place: Place) => void;
  readonly setFocus: (place: Place) => void;
  /** Where a range of selected rows begins. */
  readonly anchor: Place | null;
  readonly setAnchor: (place: Place | null) => void;
}

export function useActiveRow<Row>(
  props: VirtualGridProps<Row>,
  rows: VirtualRows,
  scroller: RefObject<HTMLDivElement | null>,
): ActiveRow {
  const [active, setActive] = useState<Place | null>(null);
  const [anchor, setAnchor] = useState<Place | null>(null);
  const [focusWishes, setFocusWishes] = useState(0);
  const index = findPlace(props, active);
  const tabStop = index < 0 ? findEntry(props, rows) : index;

  function setFocus(place: Place): void {
    setFocusWishes(focusWishes + 1);
    setActive(place);
    rows.scrollTo(place.index);
  }

  const focusRow = useEffectEvent(() => {
    if (focusWishes > 0) findRow(scroller.current, index)?.focus({ preventScroll: true });
  });
  useLayoutEffect(() => focusRow(), [focusWishes]);

  const readKey = useContext(GridKeysContext);
  const context = { props, readKey, rows, tabStop, setActive, setFocus, anchor, setAnchor };
  return { index, tabStop, events: createEvents(context) };
}

function createEvents<Row>(context: Context<Row>): ActiveRow['events'] {
  const { props, tabStop } = context;
  return {
    onKeyDown: (event) => onKeyDown(context, event),
    onClick: (event) => {
      const at = indexOf(event);
      if (at === undefined) return;
      const isCommand = event.ctrlKey || event.metaKey;
      if (props.onSelect === undefined || !(event.shiftKey || isCommand)) {
        open(context, at);
        return;
      }
      if (event.shiftKey) selectTo(context, at);
      else toggle(context, at);
      context.setFocus(placeAt(context, at));
    },
    // Shift+press would mark text from the last place to here.
    onMouseDown: (event) => event.shiftKey && event.preventDefault(),
    onContextMenu: (event) => {
      const at = indexOf(event) ?? tabStop;
      if (props.onMenu === undefined) return;
      event.preventDefault();
      openMenu(context, at, { x: event.clientX, y: event.clientY });
    },
  };
}

function onKeyDown<Row>(context: Context<Row>, event: KeyboardEvent): void {
  const { props, rows, tabStop } = context;
  const wanted = context.readKey(event.nativeEvent);
  const command =
    wanted &&
    fitGridCommand(wanted, {
      canSelect: props.onSelect !== undefined,
      canOpenMenu: props.onMenu !== undefined,
      canExpand: props.onExpand !== undefined,
    });
  if (command === undefined) return;
  event.preventDefault();
  const target = moveTarget(command, tabStop, {
    pageRows: rows.pageRows,
    rowCount: props.rowCount,
  });
  if (target === undefined) {
    if (command === 'menu') openMenu(context, tabStop, placeBelow(event.currentTarget, tabStop));
    else run(context, command);
    return;
  }
  if (event.shiftKey && props.onSelect !== undefined) selectTo(context, target);
  else context.setAnchor(null);
  context.setFocus(placeAt(context, target));
}

function run<Row>(context: Context<Row>, command: GridCommand): void {
  const { props, tabStop } = context;
  const row = props.rowAt(tabStop);
  if (command === 'open') open(context, tabStop);
  if (command === 'select') toggle(context, tabStop);
  if (command === 'select-all') props.onSelect?.(selectAll(selectable(props)), 'all');
  const isOfGroups = command === 'expand' || command === 'collapse';
  if (isOfGroups && row !== undefined && props.isExpanded?.(row) !== undefined) {
    props.onExpand?.(row, command === 'expand');
  }
}

function open<Row>(context: Context<Row>, at: number): void {
  const { props } = context;
  const row = props.rowAt(at);
  if (row === undefined) return;
  context.setActive(placeAt(context, at));
  context.setAnchor(placeAt(context, at));
  const isExpanded = props.isExpanded?.(row);
  if (isExpanded !== undefined) {
    props.onExpand?.(row, !isExpanded);
    return;
  }
  if (props.selected !== undefined && props.selected.size > 0) props.onSelect?.(new Set());
  props.onOpen(row);
}

function toggle<Row>(context: Context<Row>, at: number): void {
  const { props } = context;
  const key = keyAt(props, at);
  if (key === undefined) return;
  context.setAnchor(placeAt(context, at));
  props.onSelect?.(toggleRow(props.selected ?? new Set(), key, props.openKey));
}

function selectTo<Row>(context: Context<Row>, at: number): void {
  const { props, tabStop } = context;
  const anchor = context.anchor ?? placeAt(context, tabStop);
  context.setAnchor(anchor);
  props.onSelect?.(selectRange(selectable(props), findPlace(props, anchor), at));
}

function openMenu<Row>(context: Context<Row>, at: number, place: MenuPlace | null): void {
  const { props } = context;
  const row = props.rowAt(at);
  if (row === undefined || place === null || keyAt(props, at) === undefined) return;
  context.setFocus(placeAt(context, at));
  props.onMenu?.(row, place);
}

/** Where a menu opens that was asked for by key: under the beginning of the row. */
function placeBelow(list: Element, at: number): MenuPlace | null {
  const box = findRow(list, at)?.getBoundingClientRect();
  return box === undefined ? null : { x: box.left + MENU_INDENT, y: box.bottom };
}

function findRow(list: Element | null, at: number): HTMLElement | null {
  return list?.querySelector<HTMLElement>(`[data-index="${at}"]`) ?? null;
}

function placeAt<Row>({ props }: Context<Row>, at: number): Place {
  const row = props.rowAt(at);
  return { index: at, key: row === undefined ? null : props.rowKey(row) };
}

function findPlace<Row>(props: VirtualGridProps<Row>, place: Place | null): number {
  const { rowCount, rowAt, rowKey, indexOfKey } = props;
  if (place === null) return -1;
  const there = rowAt(place.index);
  if (there === undefined || place.key === null || rowKey(there) === place.key) {
    return Math.min(place.index, rowCount - 1);
  }
  const moved = indexOfKey?.(place.key) ?? place.index;
  return Math.min(moved, rowCount - 1);
}

/** Where Tab enters: a log at its newest rows, a list at the top of what is rendered. */
function findEntry<Row>(
  { rowCount, indexOfKey }: VirtualGridProps<Row>,
  rows: VirtualRows,
): number {
  return indexOfKey === undefined ? rows.first : Math.max(0, Math.min(rows.last, rowCount) - 1);
}

function selectable<Row>(props: VirtualGridProps<Row>) {
  return { rowCount: props.rowCount, keyAt: (index: number) => keyAt(props, index) };
}

/** Rows that stand for several have no key of their own here: they cannot be selected. */
function keyAt<Row>(props: VirtualGridProps<Row>, index: number): string | undefined {
  const row = props.rowAt(index);
  if (row === undefined || props.isExpanded?.(row) !== undefined) return undefined;
  return props.rowKey(row);
}

function indexOf(event: MouseEvent): number | undefined {
  if (!(event.target instanceof Element)) return undefined;
  const row = event.target.closest<HTMLElement>('[data-index]');
  return row === null ? undefined : Number(row.dataset['index']);
}
