// Which rows of a grid are selected after a press or a key, as plain sets of keys.

export type Selection = ReadonlySet<string>;

/** Rows as the selection sees them: what is not loaded, or stands for several rows, cannot be selected. */
export interface SelectableRows {
  readonly rowCount: number;
  readonly keyAt: (index: number) => string | undefined;
}

/** Adds or removes one row. The row whose details are open counts as chosen when the selection begins. */
export function toggleRow(selected: Selection, key: string, openKey: string | null): Selection {
  const next = new Set(selected);
  if (next.size === 0 && openKey !== null && openKey !== key) next.add(openKey);
  if (!next.delete(key)) next.add(key);
  return next;
}

/** Every row between two places, both included, and nothing else. */
export function selectRange(rows: SelectableRows, from: number, to: number): Selection {
  const selected = new Set<string>();
  for (let index = Math.min(from, to); index <= Math.max(from, to); index += 1) {
    const key = rows.keyAt(index);
    if (key !== undefined) selected.add(key);
  }
  return selected;
}

export function selectAll(rows: SelectableRows): Selection {
  return selectRange(rows, 0, rows.rowCount - 1);
}
