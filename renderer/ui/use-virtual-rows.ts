// Which rows of a long list are in view, for rows of one height. Done by hand rather than by a library, because the
// scroll position has to be corrected in the same frame in which rows are added above it: nothing may jump.
import { useEffectEvent, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { ROW_HEIGHTS_REM, useDensity } from './density.ts';
import type { VirtualGridProps } from './grid-types.ts';
import { useElementSize } from './use-element-size.ts';

const OVERSCAN = 10;

export interface VirtualRows {
  readonly rowHeight: number;
  readonly first: number;
  readonly last: number;
  readonly width: number;
  readonly scrollBar: number;
  readonly pageRows: number;
  readonly onScroll: () => void;
  readonly scrollTo: (index: number) => void;
}

/** The row at the upper edge, and how much of it is above. */
interface Anchor {
  readonly key: string;
  readonly offset: number;
}

interface Place {
  readonly top: number;
  readonly anchor: Anchor | null;
}

export function useVirtualRows<Row>(
  scroller: RefObject<HTMLDivElement | null>,
  props: VirtualGridProps<Row>,
): VirtualRows {
  const { rowCount, isFollowing = false, onFollowingChange } = props;
  const density = useDensity((state) => state.density);
  const rowHeight = Math.round(ROW_HEIGHTS_REM[density] * useRootFontSize());
  const { width, height, scrollBar } = useElementSize(scroller);
  const [place, setPlace] = useState<Place>({ top: 0, anchor: null });
  const known = useRef({ scrollTop: 0, height: 0 });

  // Where the view will be once it is settled: other rows must not be drawn first, only to be taken away again.
  const scrollTop = isFollowing
    ? Math.max(0, rowCount * rowHeight - height)
    : (findAnchoredTop(props, place.anchor, rowHeight) ?? place.top);
  const first = clamp(Math.floor(scrollTop / rowHeight) - OVERSCAN, rowCount);
  const last = clamp(Math.ceil((scrollTop + height) / rowHeight) + OVERSCAN, rowCount);

  function remember(top: number): void {
    known.current = { scrollTop: top, height };
    const index = Math.floor(top / rowHeight);
    const row = props.rowAt(index);
    const anchor =
      row === undefined ? null : { key: props.rowKey(row), offset: top - index * rowHeight };
    setPlace({ top, anchor });
  }

  function moveTo(top: number): void {
    const element = scroller.current;
    if (element === null) return;
    element.scrollTo({ top, behavior: 'instant' });
    remember(element.scrollTop);
  }

  const settle = useEffectEvent(() => {
    const element = scroller.current;
    if (element === null) return;
    if (isFollowing) moveTo(rowCount * rowHeight);
    else moveTo(findAnchoredTop(props, place.anchor, rowHeight) ?? element.scrollTop);
  });
  // Once after each commit that may have moved rows, before anything is painted.
  // oxlint-disable-next-line react/set-state-in-effect -- the position comes from the element, not from state
  useLayoutEffect(() => settle(), [props.rowAt, rowCount, isFollowing, height, rowHeight]);

  function onScroll(): void {
    const element = scroller.current;
    if (element === null) return;
    scrollHeaderAlong(element);
    const top = element.scrollTop;
    const isAtEnd = top + element.clientHeight >= rowCount * rowHeight - 2;
    const hasMovedUp = top < known.current.scrollTop - 1 && height === known.current.height;
    remember(top);
    if (isFollowing && hasMovedUp && !isAtEnd) onFollowingChange?.(false);
    if (!isFollowing && isAtEnd && !hasMovedUp) onFollowingChange?.(true);
  }

  function scrollTo(index: number): void {
    const top = index * rowHeight;
    if (top < scrollTop) {
      if (isFollowing) onFollowingChange?.(false);
      moveTo(top);
    } else if (top + rowHeight > scrollTop + height) {
      moveTo(top + rowHeight - height);
    }
  }

  const pageRows = Math.max(1, Math.floor(height / rowHeight) - 1);
  return { rowHeight, first, last, width, scrollBar, pageRows, onScroll, scrollTo };
}

function findAnchoredTop<Row>(
  props: VirtualGridProps<Row>,
  anchor: Anchor | null,
  rowHeight: number,
): number | undefined {
  if (anchor === null || props.indexOfKey === undefined) return undefined;
  const index = props.indexOfKey(anchor.key);
  return index < 0 ? undefined : index * rowHeight + anchor.offset;
}

/** The header stands outside the scroller; sideways it goes along. */
function scrollHeaderAlong(scroller: HTMLElement): void {
  const header = scroller.parentElement?.querySelector('[data-grid-header]');
  if (header && header.scrollLeft !== scroller.scrollLeft) header.scrollLeft = scroller.scrollLeft;
}

function clamp(index: number, rowCount: number): number {
  return Math.max(0, Math.min(index, rowCount));
}

function useRootFontSize(): number {
  const [size] = useState(
    () => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16,
  );
  return size;
}
