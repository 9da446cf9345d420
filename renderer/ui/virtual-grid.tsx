// The list for everything long: an ARIA grid of which only the rows in view exist. Focus and selection are in
// use-active-row.ts, the columns' header in grid-header.tsx, the place of rows in use-virtual-rows.ts.
import { useEffect, useEffectEvent, useLayoutEffect, useMemo, useRef } from 'react';
import { leastWidth } from './column-layout.ts';
import { formatNumber } from './format.ts';
import { GridHeader } from './grid-header.tsx';
import { GridRow } from './grid-row.tsx';
import type { VirtualGridProps } from './grid-types.ts';
import { useActiveRow, type ActiveRow } from './use-active-row.ts';
import { useVirtualRows, type VirtualRows } from './use-virtual-rows.ts';

/** Left and right padding of a row. */
const ROW_PADDING = 16;

export function VirtualGrid<Row>(props: VirtualGridProps<Row>) {
  const { label, rowCount, totalRows = rowCount, selected } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualRows(scroller, props);
  const columns = useMemo(
    () => props.columns.filter((column) => (column.showFrom ?? 0) <= rows.width),
    [props.columns, rows.width],
  );
  const active = useActiveRow(props, rows, scroller);
  useRange(props, rows);
  useOpenRowInView(props, rows);
  const minWidth = leastWidth(columns) + ROW_PADDING;
  return (
    <>
      <div
        role={props.onExpand === undefined ? 'grid' : 'treegrid'}
        aria-label={label}
        aria-rowcount={totalRows + 1}
        aria-colcount={columns.length}
        {...(selected === undefined ? {} : { 'aria-multiselectable': true })}
        style={{ '--grid-columns': columns.map((column) => column.width).join(' ') }}
        className="flex min-h-0 flex-1 flex-col"
      >
        <GridHeader
          {...props}
          columns={columns}
          scrollBar={rows.scrollBar}
          scroller={scroller}
          minWidth={minWidth}
        />
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- presses and keys of the rows inside */}
        <div
          ref={scroller}
          role="rowgroup"
          onScroll={rows.onScroll}
          {...active.events}
          className="relative min-h-0 flex-1 overflow-x-auto overflow-y-scroll [overflow-anchor:none]"
        >
          <div
            role="presentation"
            style={{ height: rowCount * rows.rowHeight, minWidth }}
            className="relative w-full"
          >
            <Rows {...props} columns={columns} rows={rows} active={active} />
          </div>
        </div>
      </div>
      {selected !== undefined && (
        <span role="status" className="sr-only">
          {selected.size === 0 ? '' : `${formatNumber(selected.size)} selected`}
        </span>
      )}
    </>
  );
}

interface RowsProps<Row> extends VirtualGridProps<Row> {
  readonly rows: VirtualRows;
  readonly active: ActiveRow;
}

function Rows<Row>(props: RowsProps<Row>) {
  const { rows, active, selected, openKey, firstRowNumber = 1 } = props;
  return listIndexes(rows.first, rows.last, active.index).map((index) => {
    const row = props.rowAt(index);
    const key = row === undefined ? `#${index}` : props.rowKey(row);
    const isOpen = key === openKey;
    return (
      <GridRow
        key={props.indexOfKey === undefined ? index : key}
        index={index}
        rowKey={row === undefined ? undefined : key}
        top={index * rows.rowHeight}
        height={rows.rowHeight}
        number={firstRowNumber + index + 1}
        row={row}
        columns={props.columns}
        isOpen={isOpen}
        isSelected={selected === undefined || selected.size === 0 ? isOpen : selected.has(key)}
        isTabStop={index === active.tabStop}
        renderGroup={props.renderGroup}
        isExpanded={row === undefined ? undefined : props.isExpanded?.(row)}
      />
    );
  });
}

/** The rows in view, and the one with the focus wherever it is: it must not lose it by scrolling. */
function listIndexes(first: number, last: number, active: number): readonly number[] {
  const indexes = Array.from({ length: last - first }, (_, offset) => first + offset);
  if (active < 0 || (active >= first && active < last)) return indexes;
  return active < first ? [active, ...indexes] : [...indexes, active];
}

function useRange<Row>({ onRange, rowCount }: VirtualGridProps<Row>, rows: VirtualRows): void {
  const announce = useEffectEvent((first: number, last: number) => onRange?.(first, last));
  useEffect(() => {
    if (rows.last > rows.first) announce(rows.first, rows.last - 1);
  }, [rows.first, rows.last, rowCount]);
}

/** A row opened from elsewhere (a link, the address) is brought into view once it is there. */
function useOpenRowInView<Row>(
  { openKey, indexOfKey, rowCount }: VirtualGridProps<Row>,
  rows: VirtualRows,
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
