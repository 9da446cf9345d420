// The columns of one list as the reader has arranged them, kept under the list's name.
import { useMemo } from 'react';
import {
  arrangeColumns,
  ColumnLayout,
  DELIVERED_LAYOUT,
  moveColumn,
  resizeColumn,
  toggleColumn,
} from './column-layout.ts';
import type { GridColumn, GridLayout } from './grid-types.ts';
import { useLayoutValue } from './layout.ts';

/** `name` is the list's: `requests`, `users`. */
export function useGridLayout<Row>(name: string, all: readonly GridColumn<Row>[]): GridLayout<Row> {
  const [kept, keep] = useLayoutValue(`columns.${name}`);
  const layout = useMemo(() => readColumns(kept), [kept]);
  // The rows of a grid render again when its columns are others.
  const columns = useMemo(() => arrangeColumns(all, layout), [all, layout]);

  function change(next: ColumnLayout): void {
    keep(next === DELIVERED_LAYOUT ? undefined : JSON.stringify(next));
  }

  return {
    all,
    columns,
    isAsDelivered: layout.shown === null && Object.keys(layout.widths).length === 0,
    toggle: (id) => change(toggleColumn(all, layout, id)),
    move: (id, to) => change(moveColumn(all, layout, { id, to })),
    resize: (id, width) => change(resizeColumn(layout, id, width)),
    show: (ids) => change(ids.length === 0 ? DELIVERED_LAYOUT : { ...layout, shown: [...ids] }),
    reset: () => change(DELIVERED_LAYOUT),
  };
}

function readColumns(kept: string | undefined): ColumnLayout {
  try {
    const stored = ColumnLayout.safeParse(JSON.parse(kept ?? 'null'));
    return stored.success ? stored.data : DELIVERED_LAYOUT;
  } catch {
    // What was kept is not JSON: somebody else wrote it. The delivered columns are always right.
    return DELIVERED_LAYOUT;
  }
}
