// What a VirtualGrid is told about its columns and rows.
import type { ReactNode } from 'react';

export interface GridColumn<Row> {
  readonly id: string;
  readonly header: string;
  /** A CSS grid track: `96px`, `minmax(0, 2fr)`. */
  readonly width: string;
  /** The column is left out while the grid is narrower than this, in pixels, unless the reader chose it. */
  readonly showFrom?: number;
  readonly align?: 'right';
  /** The header sorts. */
  readonly isSortable?: boolean;
  /** Not shown until the reader chooses it. */
  readonly isOptional?: boolean;
  /** Always shown: without it a row could not be told from another. */
  readonly isFixed?: boolean;
  /** Heading under which the column picker lists it. */
  readonly section?: string;
  readonly cell: (row: Row) => ReactNode;
}

/** The columns of one list as the reader has arranged them. */
export interface GridLayout<Row> {
  /** Every column there is, as delivered. */
  readonly all: readonly GridColumn<Row>[];
  /** The columns to show. */
  readonly columns: readonly GridColumn<Row>[];
  readonly isAsDelivered: boolean;
  readonly toggle: (id: string) => void;
  /** To a place among the shown columns, from 0. */
  readonly move: (id: string, to: number) => void;
  /** In pixels; null gives the delivered width back. */
  readonly resize: (id: string, width: number | null) => void;
  /** These columns in this order; none = as delivered. */
  readonly show: (ids: readonly string[]) => void;
  readonly reset: () => void;
}

export interface GridSort {
  readonly columnId: string;
  readonly direction: 'ascending' | 'descending';
}

/** Where a context menu opens, in pixels of the window. */
export interface MenuPlace {
  readonly x: number;
  readonly y: number;
}

export interface VirtualGridProps<Row> {
  readonly label: string;
  readonly columns: readonly GridColumn<Row>[];
  /** With it, columns are resized and moved in the header; `columns` are then those of the layout. */
  readonly layout?: GridLayout<Row>;
  readonly sort?: GridSort | null;
  /** Null takes the sort away. */
  readonly onSort?: (sort: GridSort | null) => void;
  readonly rowCount: number;
  /** The row at an index; undefined while it is not loaded. */
  readonly rowAt: (index: number) => Row | undefined;
  readonly rowKey: (row: Row) => string;
  /** Index of a key, -1 when it is gone. With it, the view stays on its rows when others come or go above;
   * without it a row is its place, which keeps the focus while the row is loaded. */
  readonly indexOfKey?: (key: string) => number;
  /** Number of the first row and of all rows, where the grid holds a window of a longer list. */
  readonly firstRowNumber?: number;
  readonly totalRows?: number;
  /** Key of the row whose details are open. */
  readonly openKey: string | null;
  readonly onOpen: (row: Row) => void;
  /** Keys of the selected rows. With both, rows are selected with Ctrl, Shift, Space and Ctrl+A. */
  readonly selected?: ReadonlySet<string>;
  readonly onSelect?: (selected: ReadonlySet<string>) => void;
  /** Right click, Shift+F10 or the menu key on a row. */
  readonly onMenu?: (row: Row, place: MenuPlace) => void;
  /** What a row that stands for several shows across the whole width; undefined for an ordinary row. */
  readonly renderGroup?: (row: Row) => ReactNode;
  /** Whether a row that stands for several is open; undefined for an ordinary row. */
  readonly isExpanded?: (row: Row) => boolean | undefined;
  readonly onExpand?: (row: Row, isExpanded: boolean) => void;
  /** The rows in view have changed: load what is missing. */
  readonly onRange?: (first: number, last: number) => void;
  /** Stay at the end as rows arrive. */
  readonly isFollowing?: boolean;
  readonly onFollowingChange?: (isFollowing: boolean) => void;
}
