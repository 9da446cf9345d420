// What a VirtualGrid is told about its columns and rows.
import type { ReactNode } from 'react';

export interface GridColumn<Row> {
  readonly id: string;
  readonly header: string;
  /** A CSS grid track: `96px`, `minmax(0, 2fr)`. */
  readonly width: string;
  /** The column is left out while the grid is narrower than this, in pixels. */
  readonly showFrom?: number;
  readonly align?: 'right';
  readonly cell: (row: Row) => ReactNode;
}

export interface VirtualGridProps<Row> {
  readonly label: string;
  readonly columns: readonly GridColumn<Row>[];
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
  /** The rows in view have changed: load what is missing. */
  readonly onRange?: (first: number, last: number) => void;
  /** Stay at the end as rows arrive. */
  readonly isFollowing?: boolean;
  readonly onFollowingChange?: (isFollowing: boolean) => void;
}
