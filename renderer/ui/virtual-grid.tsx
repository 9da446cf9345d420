// The list for everything long: an ARIA grid of which only the rows in view exist. One row takes the focus (roving);
// arrows, Page Up/Down, Home and End move it, Enter or Space opens it.
import {
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
} from 'react';
import { cx } from './cx.ts';
import type { GridColumn, VirtualGridProps } from './grid-types.ts';
import { GridRow } from './grid-row.tsx';
import { useVirtualRows } from './use-virtual-rows.ts';

export function VirtualGrid<Row>(props: VirtualGridProps<Row>) {
  const { label, rowCount, totalRows = rowCount, firstRowNumber = 1, openKey } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualRows(scroller, props);
  const columns = props.columns.filter((column) => (column.showFrom ?? 0) <= rows.width);
  const active = useActiveRow(props, rows, scroller);
  useRange(props, rows);
  useOpenRowInView(props, rows);
  return (
    <div
      role="grid"
      aria-label={label}
      aria-rowcount={totalRows + 1}
      aria-colcount={columns.length}
      style={{ '--grid-columns': columns.map((column) => column.width).join(' ') }}
      className="flex min-h-0 flex-1 flex-col"
    >
      <HeaderRow columns={columns} scrollBar={rows.scrollBar} />
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys of the focused row inside */}
      <div
        ref={scroller}
        role="rowgroup"
        onScroll={rows.onScroll}
        onKeyDown={active.onKeyDown}
        className="relative min-h-0 flex-1 overflow-y-scroll [overflow-anchor:none]"
      >
        <div
          role="presentation"
          style={{ height: rowCount * rows.rowHeight }}
          className="relative w-full"
        >
          {listIndexes(rows.first, rows.last, active.index).map((index) => {
            const row = props.rowAt(index);
            const key = row === undefined ? `#${index}` : props.rowKey(row);
            return (
              <GridRow
                key={props.indexOfKey === undefined ? index : key}
                index={index}
                top={index * rows.rowHeight}
                height={rows.rowHeight}
                number={firstRowNumber + index + 1}
                row={row}
                columns={columns}
                isOpen={key === openKey}
                isTabStop={index === active.tabStop}
                onPress={active.open}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}

interface HeaderRowProps<Row> {
  readonly columns: readonly GridColumn<Row>[];
  readonly scrollBar: number;
}

function HeaderRow<Row>({ columns, scrollBar }: HeaderRowProps<Row>) {
  return (
    <div
      role="rowgroup"
      className="shrink-0 border-b border-line"
      style={{ paddingRight: scrollBar }}
    >
      <div
        role="row"
        aria-rowindex={1}
        className="grid h-7 grid-cols-(--grid-columns) items-center px-2"
      >
        {columns.map((column, index) => (
          <div
            key={column.id}
            role="columnheader"
            aria-colindex={index + 1}
            className={cx(
              'truncate px-2 text-sm font-medium text-ink-3',
              column.align === 'right' && 'text-right',
            )}
          >
            {column.header}
          </div>
        ))}
      </div>
    </div>
  );
}

/** The rows in view, and the one with the focus wherever it is: it must not lose it by scrolling. */
function listIndexes(first: number, last: number, active: number): readonly number[] {
  const indexes = Array.from({ length: last - first }, (_, offset) => first + offset);
  if (active < 0 || (active >= first && active < last)) return indexes;
  return active < first ? [active, ...indexes] : [...indexes, active];
}

function useActiveRow<Row>(
  props: VirtualGridProps<Row>,
  rows: ReturnType<typeof useVirtualRows>,
  scroller: React.RefObject<HTMLDivElement | null>,
) {
  const { rowCount, rowAt, rowKey, indexOfKey } = props;
  const [active, setActive] = useState<{ key: string | null; index: number } | null>(null);
  const mustFocus = useRef(false);
  const index = findActive();
  const tabStop = index < 0 ? findEntry(props, rows) : index;

  function findActive(): number {
    if (active === null) return -1;
    const there = rowAt(active.index);
    if (there === undefined || active.key === null || rowKey(there) === active.key) {
      return Math.min(active.index, rowCount - 1);
    }
    const moved = indexOfKey?.(active.key) ?? active.index;
    return Math.min(moved, rowCount - 1);
  }

  function activate(next: number): void {
    const row = rowAt(next);
    setActive({ index: next, key: row === undefined ? null : rowKey(row) });
  }

  useLayoutEffect(() => {
    if (!mustFocus.current) return;
    mustFocus.current = false;
    const element = scroller.current?.querySelector<HTMLElement>(`[data-index="${index}"]`);
    element?.focus({ preventScroll: true });
  });

  function open(next: number): void {
    const row = rowAt(next);
    if (row === undefined) return;
    activate(next);
    props.onOpen(row);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const current = tabStop;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      open(current);
      return;
    }
    const target = moveFocus(event.key, current, { pageRows: rows.pageRows, rowCount });
    if (target === undefined) return;
    event.preventDefault();
    mustFocus.current = true;
    activate(target);
    rows.scrollTo(target);
  }

  return { index, tabStop, open, onKeyDown };
}

/** Where Tab enters: a log at its newest rows, a list at the top of what is rendered. */
function findEntry<Row>(
  { rowCount, indexOfKey }: VirtualGridProps<Row>,
  rows: ReturnType<typeof useVirtualRows>,
): number {
  return indexOfKey === undefined ? rows.first : Math.max(0, Math.min(rows.last, rowCount) - 1);
}

function moveFocus(key: string, from: number, size: { pageRows: number; rowCount: number }) {
  const { pageRows, rowCount } = size;
  const moves: Record<string, number> = {
    ArrowDown: from + 1,
    ArrowUp: from - 1,
    PageDown: from + pageRows,
    PageUp: from - pageRows,
    Home: 0,
    End: rowCount - 1,
  };
  const target = moves[key];
  return target === undefined ? undefined : Math.max(0, Math.min(target, rowCount - 1));
}

function useRange<Row>(
  { onRange, rowCount }: VirtualGridProps<Row>,
  rows: ReturnType<typeof useVirtualRows>,
): void {
  const announce = useEffectEvent((first: number, last: number) => onRange?.(first, last));
  useEffect(() => {
    if (rows.last > rows.first) announce(rows.first, rows.last - 1);
  }, [rows.first, rows.last, rowCount]);
}

/** A row opened from elsewhere (a link, the address) is brought into view once it is there. */
function useOpenRowInView<Row>(
  { openKey, indexOfKey, rowCount }: VirtualGridProps<Row>,
  rows: ReturnType<typeof useVirtualRows>,
): void {
  const shown = useRef<string | null>(null);
  const isMeasured = rows.width > 0;
  const show = useEffectEvent(() => {
    if (!isMeasured || openKey === null || openKey === shown.current) return;
    const index = indexOfKey?.(openKey) ?? -1;
    if (index < 0) return;
    shown.current = openKey;
    rows.scrollTo(index);
  });
  useLayoutEffect(() => show(), [openKey, rowCount, isMeasured]);
}
