// Columns by pointer: the edge of a header is dragged to resize, its name to move the column.
import { useRef, useState, type PointerEvent } from 'react';
import type { GridLayout } from './grid-types.ts';

interface DropTarget {
  readonly id: string;
  readonly isAfter: boolean;
}

type PointerEvents = Record<
  'onPointerDown' | 'onPointerMove' | 'onPointerUp',
  (event: PointerEvent<HTMLElement>) => void
>;

export interface ColumnDrag {
  /** The column that is on its way. */
  readonly moving: string | undefined;
  readonly target: DropTarget | undefined;
  readonly nameEvents: (id: string) => PointerEvents;
  readonly edgeEvents: (id: string) => PointerEvents;
  /** Whether the click that follows a drag is meant. */
  readonly endedNow: () => boolean;
}

/** A press becomes a drag beyond this many pixels. */
const SLACK = 6;

export function useColumnDrag<Row>(layout: GridLayout<Row> | undefined): ColumnDrag {
  const start = useRef<{ readonly x: number; readonly width: number } | null>(null);
  const hasDragged = useRef(false);
  const [moving, setMoving] = useState<string>();
  const [target, setTarget] = useState<DropTarget>();

  function begin(event: PointerEvent<HTMLElement>): void {
    hasDragged.current = false;
    if (event.button !== 0) return;
    const cell = event.currentTarget.closest('[role=columnheader]');
    start.current = { x: event.clientX, width: cell?.getBoundingClientRect().width ?? 0 };
    event.stopPropagation();
  }

  function end(): void {
    start.current = null;
    setMoving(undefined);
    setTarget(undefined);
  }

  function drop(id: string): void {
    const to = target === undefined ? -1 : placeOf(layout, id, target);
    end();
    if (to >= 0) layout?.move(id, to);
  }

  return {
    moving,
    target,
    endedNow: () => hasDragged.current,
    nameEvents: (id) => ({
      onPointerDown: begin,
      onPointerMove: (event) => {
        if (start.current === null || Math.abs(event.clientX - start.current.x) < SLACK) return;
        hold(event);
        hasDragged.current = true;
        setMoving(id);
        setTarget(findTarget(event));
      },
      onPointerUp: () => drop(id),
    }),
    edgeEvents: (id) => ({
      onPointerDown: (event) => {
        begin(event);
        hold(event);
        hasDragged.current = true;
      },
      onPointerMove: (event) => {
        event.stopPropagation();
        if (start.current === null) return;
        layout?.resize(id, start.current.width + event.clientX - start.current.x);
      },
      onPointerUp: end,
    }),
  };
}

function hold(event: PointerEvent<HTMLElement>): void {
  event.currentTarget.setPointerCapture(event.pointerId);
}

function findTarget(event: PointerEvent<HTMLElement>): DropTarget | undefined {
  const cells = event.currentTarget.parentElement?.querySelectorAll<HTMLElement>('[data-column]');
  for (const cell of cells ?? []) {
    const { left, right } = cell.getBoundingClientRect();
    const id = cell.dataset['column'];
    if (id !== undefined && event.clientX >= left && event.clientX <= right) {
      return { id, isAfter: event.clientX > (left + right) / 2 };
    }
  }
  return undefined;
}

/** The place among the other columns. */
function placeOf<Row>(layout: GridLayout<Row> | undefined, id: string, target: DropTarget): number {
  const others = (layout?.columns ?? []).map((column) => column.id).filter((one) => one !== id);
  const at = others.indexOf(target.id);
  return at < 0 ? -1 : at + (target.isAfter ? 1 : 0);
}
