// Which columns of a list are shown, in which order and how wide, as plain data that can be kept. Columns that are new
// since it was kept take their usual place; those that are gone are forgotten.
import { z } from 'zod';
import type { GridColumn } from './grid-types.ts';

export const ColumnLayout = z.object({
  /** Ids of the shown columns in their order; null = as delivered. */
  shown: z.array(z.string()).nullable(),
  /** Widths in pixels of the columns that were resized. */
  widths: z.record(z.string(), z.number()),
});
export type ColumnLayout = z.infer<typeof ColumnLayout>;

export const DELIVERED_LAYOUT: ColumnLayout = { shown: null, widths: {} };

export const MIN_COLUMN_WIDTH = 48;
const MAX_COLUMN_WIDTH = 1200;
/** What a column that shares the room is never narrower than once the reader has chosen columns. */
const MIN_SHARED_WIDTH = 120;

type AnyColumn = Pick<GridColumn<never>, 'id' | 'width' | 'isOptional' | 'isFixed' | 'showFrom'>;

/** The columns to show. A resized one has its width in pixels; a chosen set does not hide columns for lack of room. */
export function arrangeColumns<Column extends AnyColumn>(
  columns: readonly Column[],
  layout: ColumnLayout,
): readonly Column[] {
  const ids = shownIds(columns, layout);
  return ids.flatMap((id) => {
    const column = columns.find((one) => one.id === id);
    if (column === undefined) return [];
    const width = layout.widths[id];
    const sized = width === undefined ? column : { ...column, width: `${width}px` };
    return layout.shown === null ? [sized] : [{ ...sized, showFrom: 0 }];
  });
}

export function shownIds(columns: readonly AnyColumn[], layout: ColumnLayout): readonly string[] {
  if (layout.shown === null) {
    return columns.filter((column) => column.isOptional !== true).map(({ id }) => id);
  }
  const known = layout.shown.filter((id) => columns.some((column) => column.id === id));
  const missing = columns.filter((column) => column.isFixed === true && !known.includes(column.id));
  return [...missing.map(({ id }) => id), ...known];
}

/** Shows a column behind those that stand before it as delivered, or hides it. */
export function toggleColumn(
  columns: readonly AnyColumn[],
  layout: ColumnLayout,
  id: string,
): ColumnLayout {
  const shown = shownIds(columns, layout);
  if (shown.includes(id)) {
    const isFixed = columns.some((column) => column.id === id && column.isFixed === true);
    return isFixed ? layout : { ...layout, shown: shown.filter((one) => one !== id) };
  }
  const place = columns.findIndex((column) => column.id === id);
  const before = new Set(columns.slice(0, place).map((column) => column.id));
  const at = shown.findLastIndex((one) => before.has(one)) + 1;
  return { ...layout, shown: [...shown.slice(0, at), id, ...shown.slice(at)] };
}

/** Moves a shown column to a place among the shown ones. */
export function moveColumn(
  columns: readonly AnyColumn[],
  layout: ColumnLayout,
  { id, to }: { readonly id: string; readonly to: number },
): ColumnLayout {
  const shown = shownIds(columns, layout);
  if (!shown.includes(id)) return layout;
  const rest = shown.filter((one) => one !== id);
  const at = Math.max(0, Math.min(to, rest.length));
  return { ...layout, shown: [...rest.slice(0, at), id, ...rest.slice(at)] };
}

export function resizeColumn(layout: ColumnLayout, id: string, width: number | null): ColumnLayout {
  const { [id]: _, ...rest } = layout.widths;
  if (width === null) return { ...layout, widths: rest };
  const bounded = Math.round(Math.max(MIN_COLUMN_WIDTH, Math.min(width, MAX_COLUMN_WIDTH)));
  return { ...layout, widths: { ...rest, [id]: bounded } };
}

/** What the columns need at least, in pixels; where there is less, the list scrolls sideways. */
export function leastWidth(columns: readonly AnyColumn[]): number {
  return columns.reduce((sum, column) => {
    const pixels = /^(\d+)px$/.exec(column.width)?.[1];
    const shared = column.showFrom === 0 ? MIN_SHARED_WIDTH : 0;
    return sum + (pixels === undefined ? shared : Number(pixels));
  }, 0);
}
