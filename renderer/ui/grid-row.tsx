// One row of a VirtualGrid. It renders again only when something about it has changed: the grid hears presses and keys
// for all its rows, so nothing here is made anew with each render.
import { memo, type ReactNode } from 'react';
import { cx } from './cx.ts';
import type { GridColumn } from './grid-types.ts';

interface GridRowProps<Row> {
  readonly index: number;
  /** Key of the row; undefined while it is not loaded. */
  readonly rowKey: string | undefined;
  readonly top: number;
  readonly height: number;
  /** Number of the row among all, the header being 1. */
  readonly number: number;
  readonly row: Row | undefined;
  readonly columns: readonly GridColumn<Row>[];
  readonly isOpen: boolean;
  readonly isSelected: boolean;
  readonly isTabStop: boolean;
  readonly renderGroup: ((row: Row) => ReactNode) | undefined;
  readonly isExpanded: boolean | undefined;
}

function GridRowView<Row>(props: GridRowProps<Row>) {
  const { index, row, columns, isOpen, isSelected, isExpanded } = props;
  return (
    <div
      role="row"
      aria-rowindex={props.number}
      aria-selected={isSelected}
      {...(isOpen ? { 'aria-current': true } : {})}
      {...(isExpanded === undefined ? {} : { 'aria-expanded': isExpanded, 'aria-level': 1 })}
      data-index={index}
      {...(props.rowKey === undefined ? {} : { 'data-key': props.rowKey })}
      tabIndex={props.isTabStop ? 0 : -1}
      style={{ height: props.height, transform: `translateY(${props.top}px)` }}
      className={cx(
        'absolute inset-x-0 top-0 grid cursor-default contain-strict grid-cols-(--grid-columns) items-center border-b border-line/60 px-2 -outline-offset-2',
        isSelected ? 'bg-accent-soft' : 'hover:bg-surface-2',
        isOpen && 'shadow-[inset_2px_0_0_var(--accent-fill)]',
      )}
    >
      <GridCells row={row} columns={columns} renderGroup={props.renderGroup} />
    </div>
  );
}

type GridCellsProps<Row> = Pick<GridRowProps<Row>, 'row' | 'columns' | 'renderGroup'>;

function GridCellsView<Row>({ row, columns, renderGroup }: GridCellsProps<Row>) {
  const group = row === undefined ? undefined : renderGroup?.(row);
  if (group !== undefined) {
    return (
      <div
        role="gridcell"
        aria-colindex={1}
        aria-colspan={columns.length}
        className="col-span-full min-w-0 truncate px-2"
      >
        {group}
      </div>
    );
  }
  return columns.map((column, columnIndex) => (
    <div
      key={column.id}
      role="gridcell"
      aria-colindex={columnIndex + 1}
      className={cx('min-w-0 truncate px-2', column.align === 'right' && 'text-right')}
    >
      {row === undefined ? <Placeholder /> : column.cell(row)}
    </div>
  ));
}

/** What is in a row stays when the row only moves. */
const GridCells = memo(GridCellsView) as typeof GridCellsView;

function Placeholder(): ReactNode {
  return <span className="inline-block h-2.5 w-3/5 rounded bg-surface-3" />;
}

/** Memo keeps scrolling smooth; it loses the type parameter, which this line gives back. */
export const GridRow = memo(GridRowView) as typeof GridRowView;
