// A main part with a details pane at its right: resizable by pointer or keyboard, its width remembered; where the
// room is too narrow for both, the details lie over the main part.
import { useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import { cx } from './cx.ts';
import { PaneBoundary } from './pane-boundary.tsx';
import { useElementSize } from './use-element-size.ts';

interface SplitPaneProps {
  /** Name under which the width is remembered. */
  readonly storageName: string;
  readonly children: ReactNode;
  /** The details; null or false when there are none. */
  readonly side: ReactNode;
  readonly sideLabel: string;
}

const NARROW_BELOW = 860;
const MIN_SIDE = 340;
const MIN_MAIN = 380;
const STEP = 24;

export function SplitPane({ storageName, children, side, sideLabel }: SplitPaneProps) {
  const ref = useRef<HTMLDivElement>(null);
  const hasSide = side !== null && side !== false;
  const { width } = useElementSize(ref);
  const { sideWidth, setSideWidth } = useSideWidth(storageName, width);
  const isNarrow = width > 0 && width < NARROW_BELOW;
  const max = Math.max(MIN_SIDE, width - MIN_MAIN);
  return (
    <div ref={ref} className="relative flex min-h-0 min-w-0 flex-1">
      <div className="flex min-w-0 flex-1 flex-col">{children}</div>
      {hasSide && !isNarrow && (
        <Separator
          label={`Width of ${sideLabel}`}
          width={sideWidth}
          max={max}
          onWidth={setSideWidth}
        />
      )}
      {hasSide && (
        <section
          aria-label={sideLabel}
          data-part
          style={{ width: isNarrow ? Math.min(width - 48, 560) : sideWidth }}
          className={cx(
            'flex min-h-0 shrink-0 flex-col bg-surface-1',
            isNarrow && 'absolute inset-y-0 right-0 z-20 border-l border-line shadow-pop',
          )}
        >
          <PaneBoundary name={sideLabel} resetKey={location.hash}>
            {side}
          </PaneBoundary>
        </section>
      )}
    </div>
  );
}

interface SeparatorProps {
  readonly label: string;
  readonly width: number;
  readonly max: number;
  readonly onWidth: (width: number) => void;
}

function Separator({ label, width, max, onWidth }: SeparatorProps) {
  function onKeyDown(event: KeyboardEvent): void {
    const steps: Record<string, number> = {
      ArrowLeft: width + STEP,
      ArrowRight: width - STEP,
      Home: max,
      End: MIN_SIDE,
    };
    const next = steps[event.key];
    if (next === undefined) return;
    event.preventDefault();
    onWidth(next);
  }
  function onPointerMove(event: PointerEvent<HTMLDivElement>): void {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    onWidth(width - event.movementX);
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the ARIA window splitter pattern
    <div
      role="separator"
      aria-label={label}
      aria-orientation="vertical"
      aria-valuenow={Math.round(width)}
      aria-valuemin={MIN_SIDE}
      aria-valuemax={Math.round(max)}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a splitter that can be moved takes the focus
      tabIndex={0}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={onPointerMove}
      className="relative w-px shrink-0 cursor-col-resize touch-none bg-line before:absolute before:inset-y-0 before:-left-1 before:z-10 before:w-2.5 hover:bg-accent focus-visible:bg-accent active:bg-accent"
    />
  );
}

function useSideWidth(storageName: string, available: number) {
  const name = `scim-mock-tenant.pane.${storageName}`;
  const [wished, setWished] = useState(() => Number(localStorage.getItem(name)) || 0);
  const asked = wished === 0 ? Math.round(available * 0.44) : wished;
  const most = Math.max(MIN_SIDE, available - MIN_MAIN);
  const sideWidth = Math.min(Math.max(asked, MIN_SIDE), most);

  function setSideWidth(next: number): void {
    const bounded = Math.min(Math.max(next, MIN_SIDE), most);
    setWished(bounded);
    localStorage.setItem(name, String(Math.round(bounded)));
  }

  return { sideWidth, setSideWidth };
}
