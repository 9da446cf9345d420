// The columns of one list as the reader has arranged them, kept under the list's name.
import { useMemo, useState } from 'react';
import {
  arrangeColumns,
  ColumnLayout,
  DELIVERED_LAYOUT,
  moveColumn,
  resizeColumn,
  toggleColumn,
} from './column-layout.ts';
import type { GridColumn, GridLayout } from './grid-types.ts';

/** `name` is the list's: `requests`, `users`. */
export function useGridLayout<Row>(name: string, all: readonly GridColumn<Row>[]): GridLayout<Row> {
  const storageName = `scim-mock-tenant.columns.${name}`;
  const [layout, setLayout] = useState(() => readLayout(storageName));
  // The rows of a grid render again when its columns are others.
  const columns = useMemo(() => arrangeColumns(all, layout), [all, layout]);

  function change(next: ColumnLayout): void {
    setLayout(next);
    if (next === DELIVERED_LAYOUT) localStorage.removeItem(storageName);
    else localStorage.setItem(storageName, JSON.stringify(next));
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

function readLayout(storageName: string): ColumnLayout {
  try {
    const stored = ColumnLayout.safeParse(JSON.parse(localStorage.getItem(storageName) ?? 'null'));
    return stored.success ? stored.data : DELIVERED_LAYOUT;
  } catch {
    // What was kept is not JSON: somebody else wrote it. The delivered columns are always right.
    return DELIVERED_LAYOUT;
  }
}
