// The header row of a VirtualGrid. It is one stop of the Tab key; arrows go from column to column, Enter sorts,
// Shift+arrows resize, Ctrl+arrows move. The same by pointer: press, drag the edge, drag the name.
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useId, useState, type KeyboardEvent, type RefObject } from 'react';
import { cx } from './cx.ts';
import type { GridColumn, VirtualGridProps } from './grid-types.ts';
import { useColumnDrag, type ColumnDrag } from './use-column-drag.ts';

interface GridHeaderProps<Row> extends Pick<VirtualGridProps<Row>, 'layout' | 'sort' | 'onSort'> {
  readonly columns: readonly GridColumn<Row>[];
  readonly scrollBar: number;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly minWidth: number;
}

const RESIZE_STEP = 16;
const UP_FIRST = ['ascending', 'descending'] as const;
const DOWN_FIRST = ['descending', 'ascending'] as const;

export function GridHeader<Row>(props: GridHeaderProps<Row>) {
  const { columns, layout, scroller, scrollBar, minWidth } = props;
  const hintId = useId();
  const [current, setCurrent] = useState(0);
  const drag = useColumnDrag(layout);
  const isUsable = layout !== undefined || columns.some((column) => isSortable(props, column));
  const stop = Math.min(current, columns.length - 1);
  const changes = createChanges(props);

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const column = columns[stop];
    if (column === undefined) return;
    if (step !== undefined) {
      event.preventDefault();
      if (event.shiftKey) changes.resize(column, event.currentTarget, step * RESIZE_STEP);
      else if (event.ctrlKey || event.metaKey) setCurrent(changes.move(column, step, stop));
      else focusColumn(event.currentTarget, stop + step);
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      changes.sort(column);
    }
  }

  return (
    <div
      role="rowgroup"
      data-grid-header
      className="shrink-0 overflow-hidden border-b border-line"
      style={{ paddingRight: scrollBar }}
      onScroll={({ currentTarget }) =>
        scroller.current?.scrollTo({ left: currentTarget.scrollLeft })
      }
    >
      {isUsable && <Hint id={hintId} hasLayout={layout !== undefined} />}
      {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- its cells take the focus */}
      <div
        role="row"
        aria-rowindex={1}
        className="grid h-7 grid-cols-(--grid-columns) items-stretch px-2"
        style={{ minWidth }}
        onKeyDown={onKeyDown}
      >
        {columns.map((column, index) => (
          <HeaderCell
            key={column.id}
            column={column}
            index={index}
            direction={sortDirection(props, column)}
            isSortable={isSortable(props, column)}
            drag={layout === undefined ? undefined : drag}
            onPress={() => changes.sort(column)}
            onFocus={() => setCurrent(index)}
            onResetWidth={() => layout?.resize(column.id, null)}
            {...(isUsable ? { tabIndex: index === stop ? 0 : -1, hintId } : {})}
          />
        ))}
      </div>
    </div>
  );
}

function Hint({ id, hasLayout }: { readonly id: string; readonly hasLayout: boolean }) {
  return (
    <span id={id} hidden>
      Enter sorts{hasLayout && ', Shift with arrow keys resizes, Control with arrow keys moves'}
    </span>
  );
}

interface HeaderCellProps<Row> {
  readonly column: GridColumn<Row>;
  readonly index: number;
  readonly direction: 'ascending' | 'descending' | undefined;
  readonly isSortable: boolean;
  readonly drag: ColumnDrag | undefined;
  readonly tabIndex?: number;
  readonly hintId?: string;
  readonly onPress: () => void;
  readonly onFocus: () => void;
  readonly onResetWidth: () => void;
}

function HeaderCell<Row>(props: HeaderCellProps<Row>) {
  const { column, index, direction, drag, hintId, tabIndex } = props;
  return (
    // The header row handles the keys of its focused cell.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- see above
    <div
      role="columnheader"
      data-column={column.id}
      aria-colindex={index + 1}
      {...(props.isSortable ? { 'aria-sort': direction ?? 'none' } : {})}
      {...(hintId === undefined ? {} : { 'aria-describedby': hintId })}
      {...(tabIndex === undefined ? {} : { tabIndex })}
      onClick={() => drag?.endedNow() !== true && props.onPress()}
      onFocus={props.onFocus}
      {...drag?.nameEvents(column.id)}
      className={cx(
        'relative flex min-w-0 cursor-default items-center gap-1 px-2 text-sm font-medium text-ink-3 -outline-offset-2 select-none',
        column.align === 'right' && 'justify-end',
        props.isSortable && 'hover:text-ink-1',
        dragLook(drag, column.id),
      )}
    >
      <span className="truncate">{column.header}</span>
      <SortArrow direction={direction} />
      {drag !== undefined && (
        <span
          aria-hidden
          title="Drag to resize, double-click to reset"
          onDoubleClick={props.onResetWidth}
          {...drag.edgeEvents(column.id)}
          className="absolute inset-y-1 -right-1 z-10 w-2 cursor-col-resize touch-none before:absolute before:inset-y-0 before:left-1/2 before:w-px before:bg-line hover:before:w-0.5 hover:before:bg-accent"
        />
      )}
    </div>
  );
}

function SortArrow({ direction }: Pick<HeaderCellProps<never>, 'direction'>) {
  if (direction === undefined) return null;
  const Arrow = direction === 'descending' ? ArrowDown : ArrowUp;
  return <Arrow aria-hidden className="size-3 shrink-0 text-accent" />;
}

function dragLook(drag: ColumnDrag | undefined, id: string): string | false {
  if (drag?.moving === id) return 'opacity-50';
  if (drag?.target?.id !== id) return false;
  return drag.target.isAfter
    ? 'shadow-[inset_-2px_0_0_var(--accent-fill)]'
    : 'shadow-[inset_2px_0_0_var(--accent-fill)]';
}

type HeaderState<Row> = Pick<GridHeaderProps<Row>, 'layout' | 'sort' | 'onSort' | 'columns'>;

function isSortable<Row>({ onSort }: HeaderState<Row>, column: GridColumn<Row>): boolean {
  return onSort !== undefined && column.isSortable === true;
}

function sortDirection<Row>({ sort }: HeaderState<Row>, column: GridColumn<Row>) {
  return sort?.columnId === column.id ? sort.direction : undefined;
}

/** What the keys and the pointer do to the columns. */
function createChanges<Row>(props: HeaderState<Row>) {
  const { layout, onSort } = props;
  return {
    /** One way, then the other, then as it was. */
    sort(column: GridColumn<Row>): void {
      if (!isSortable(props, column)) return;
      const current = sortDirection(props, column);
      const [first, second] = column.sortsDown === true ? DOWN_FIRST : UP_FIRST;
      if (current === second) onSort?.(null);
      else onSort?.({ columnId: column.id, direction: current === first ? second : first });
    },
    resize(column: GridColumn<Row>, header: HTMLElement, by: number): void {
      const cell = header.querySelector(`[data-column="${CSS.escape(column.id)}"]`);
      if (cell !== null) layout?.resize(column.id, cell.getBoundingClientRect().width + by);
    },
    /** The place after the move. */
    move(column: GridColumn<Row>, by: number, from: number): number {
      const to = Math.max(0, Math.min(from + by, props.columns.length - 1));
      layout?.move(column.id, to);
      return layout === undefined ? from : to;
    },
  };
}

function focusColumn(header: HTMLElement, index: number): void {
  header.querySelector<HTMLElement>(`[aria-colindex="${index + 1}"]`)?.focus();
}
