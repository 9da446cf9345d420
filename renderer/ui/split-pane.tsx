// A main part with a details pane at its right or below: resizable by pointer or keyboard, its size remembered; where the
// room is too narrow for both side by side, the details lie over the main part.
import { useRef, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import { cx } from './cx.ts';
import { useLayoutValue } from './layout.ts';
import { PaneBoundary } from './pane-boundary.tsx';
import { useElementSize } from './use-element-size.ts';

interface SplitPaneProps {
  /** Name under which the size is remembered. */
  readonly storageName: string;
  readonly children: ReactNode;
  /** The details; null or false when there are none. */
  readonly side: ReactNode;
  readonly sideLabel: string;
  readonly dock?: 'right' | 'bottom';
  /** Of the room, until the reader resizes it. */
  readonly share?: number;
}

const NARROW_BELOW = 860;
const LEAST = {
  right: { side: 340, main: 380 },
  bottom: { side: 160, main: 140 },
} as const;
const STEP = 24;
const MEASURES = { right: 'Width', bottom: 'Height' } as const;

export function SplitPane(props: SplitPaneProps) {
  const { storageName, children, side, sideLabel, dock = 'right', share = 0.44 } = props;
  const ref = useRef<HTMLDivElement>(null);
  const hasSide = side !== null && side !== false;
  const { width, height } = useElementSize(ref);
  const { size, setSize, most } = useSideSize(storageName, { width, height, dock, share });
  const isOver = dock === 'right' && width > 0 && width < NARROW_BELOW;
  return (
    <div
      ref={ref}
      className={cx('relative flex min-h-0 min-w-0 flex-1', dock === 'bottom' && 'flex-col')}
    >
      <div className="flex min-h-0 min-w-0 flex-1 flex-col">{children}</div>
      {hasSide && !isOver && (
        <Separator
          label={`${MEASURES[dock]} of ${sideLabel}`}
          dock={dock}
          size={size}
          most={most}
          onSize={setSize}
        />
      )}
      {hasSide && (
        <section
          aria-label={sideLabel}
          data-part
          style={sideStyle(dock, isOver ? Math.min(width - 48, 560) : size)}
          className={cx(
            'flex min-h-0 shrink-0 flex-col bg-surface-1',
            isOver && 'absolute inset-y-0 right-0 z-20 border-l border-line shadow-pop',
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

function sideStyle(dock: 'right' | 'bottom', size: number) {
  return dock === 'right' ? { width: size } : { height: size };
}

interface SeparatorProps {
  readonly label: string;
  readonly dock: 'right' | 'bottom';
  readonly size: number;
  readonly most: number;
  readonly onSize: (size: number) => void;
}

function Separator({ label, dock, size, most, onSize }: SeparatorProps) {
  const isRight = dock === 'right';
  const least = LEAST[dock].side;
  function onKeyDown(event: KeyboardEvent): void {
    const steps: Record<string, number> = {
      [isRight ? 'ArrowLeft' : 'ArrowUp']: size + STEP,
      [isRight ? 'ArrowRight' : 'ArrowDown']: size - STEP,
      Home: most,
      End: least,
    };
    const next = steps[event.key];
    if (next === undefined) return;
    event.preventDefault();
    onSize(next);
  }
  function onPointerMove(event: PointerEvent<HTMLDivElement>): void {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    onSize(size - (isRight ? event.movementX : event.movementY));
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the ARIA window splitter pattern
    <div
      role="separator"
      aria-label={label}
      aria-orientation={isRight ? 'vertical' : 'horizontal'}
      aria-valuenow={Math.round(size)}
      aria-valuemin={least}
      aria-valuemax={Math.round(most)}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a splitter that can be moved takes the focus
      tabIndex={0}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={onPointerMove}
      className={cx(
        'relative shrink-0 touch-none bg-line before:absolute before:z-10 hover:bg-accent focus-visible:bg-accent active:bg-accent',
        isRight
          ? 'w-px cursor-col-resize before:inset-y-0 before:-left-1 before:w-2.5'
          : 'h-px cursor-row-resize before:inset-x-0 before:-top-1 before:h-2.5',
      )}
    />
  );
}

interface Room {
  readonly width: number;
  readonly height: number;
  readonly dock: 'right' | 'bottom';
  readonly share: number;
}

function useSideSize(storageName: string, { width, height, dock, share }: Room) {
  const room = dock === 'right' ? width : height;
  const place = dock === 'right' ? storageName : `${storageName}.bottom`;
  const [wished, setWished] = useLayoutValue(`pane.${place}`);
  const kept = Number(wished) || 0;
  const asked = kept === 0 ? Math.round(room * share) : kept;
  const least = LEAST[dock].side;
  const most = Math.max(least, room - LEAST[dock].main);

  function bound(size: number): number {
    return Math.min(Math.max(size, least), most);
  }

  function setSize(next: number): void {
    setWished(String(Math.round(bound(next))));
  }

  return { size: bound(asked), setSize, most };
}
