// A tour of five stops: a card beside what it tells of, which stays usable all the while. Escape ends it.
import { useEffect, useEffectEvent, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { endTour, showStop, useTour } from './tour-state.ts';

interface Stop {
  readonly title: string;
  readonly text: string;
  /** What the stop tells of. */
  readonly target: string;
}

const STOPS: readonly Stop[] = [
  {
    title: 'Your tenant',
    text: 'A workspace holds many tenants, each a SCIM endpoint of its own. Switch, create, copy and colour them here.',
    target: 'header button[aria-haspopup]',
  },
  {
    title: 'Its address',
    text: 'Give this URL and the Secret Token from Home to Entra, Okta or a script. The word before it says whether it is served, and changes that.',
    target: '[data-tour="serving"]',
  },
  {
    title: 'Every request',
    text: 'Whatever reaches the endpoint is listed with what it meant, what it changed and what was odd about it. Refused requests too.',
    target: 'nav a[href*="/requests"]',
  },
  {
    title: 'Find anything',
    text: 'Commands, people, requests by number, settings and help: type a few letters. The keys are on the button.',
    target: '[data-tour="palette"]',
  },
  {
    title: 'When you are stuck',
    text: 'Help works without a network: how to connect Entra and Okta, all findings, all keys. The tour is there again too.',
    target: 'nav a[href*="/help"]',
  },
];

export function Tour() {
  const stop = useTour((state) => state.stop) ?? 0;
  const current = STOPS[stop];
  useEscape();
  const box = useTargetBox(current?.target);
  if (current === undefined) return null;
  const isLast = stop === STOPS.length - 1;
  return (
    <>
      {box !== null && (
        <div
          aria-hidden
          style={{ left: box.x - 4, top: box.y - 4, width: box.width + 8, height: box.height + 8 }}
          className="pointer-events-none fixed z-50 rounded-lg border-2 border-accent"
        />
      )}
      <section
        key={stop}
        ref={takeFocus}
        tabIndex={-1}
        aria-label={`Tour, ${stop + 1} of ${STOPS.length}: ${current.title}`}
        style={placeCard(box)}
        className="fixed z-50 w-80 max-w-[calc(100vw-1rem)] rounded-lg border border-line bg-surface-1 p-4 shadow-pop outline-offset-2"
      >
        <h2 className="font-semibold">{current.title}</h2>
        <p className="mt-1 text-ink-2">{current.text}</p>
        <div className="mt-3 flex items-center gap-2">
          <span className="flex-1 text-sm text-ink-3 tabular-nums">
            {stop + 1} of {STOPS.length}
          </span>
          {!isLast && (
            <Button variant="ghost" onPress={endTour}>
              Skip
            </Button>
          )}
          {stop > 0 && <Button onPress={() => showStop(stop - 1)}>Back</Button>}
          <Button variant="primary" onPress={() => (isLast ? endTour() : showStop(stop + 1))}>
            {isLast ? 'Done' : 'Next'}
          </Button>
        </div>
      </section>
    </>
  );
}

/** Once for each stop: a card that is only moved leaves the focus on its button. */
function takeFocus(card: HTMLElement | null): void {
  card?.focus();
}

function useEscape(): void {
  useEffect(() => {
    const endOnEscape = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) endTour();
    };
    window.addEventListener('keydown', endOnEscape);
    return () => window.removeEventListener('keydown', endOnEscape);
  }, []);
}

/** Where the target is, and again after the window has changed. */
function useTargetBox(target: string | undefined): DOMRect | null {
  const [box, setBox] = useState<DOMRect | null>(null);
  const measure = useEffectEvent(() => {
    const element = target === undefined ? null : document.querySelector(target);
    setBox(element?.checkVisibility() === true ? element.getBoundingClientRect() : null);
  });
  useEffect(() => {
    const onResize = () => measure();
    onResize();
    window.addEventListener('resize', onResize);
    return () => window.removeEventListener('resize', onResize);
  }, [target]);
  return box;
}

const CARD_WIDTH = 320;
const GAP = 12;

/** Under what it tells of, or beside it in the sidebar; in a corner where that is not on show. */
function placeCard(box: DOMRect | null): React.CSSProperties {
  if (box === null) return { right: GAP, bottom: 40 };
  const isInSidebar = box.top > 60;
  const left = isInSidebar ? box.right + GAP : box.left;
  const top = isInSidebar ? box.top - 8 : box.bottom + GAP;
  return {
    left: Math.max(8, Math.min(left, innerWidth - CARD_WIDTH - 8)),
    top: Math.max(8, Math.min(top, innerHeight - 220)),
  };
}
