// What is said to screen readers without being shown: one polite region, one assertive one.
import { create } from 'zustand';

interface Announced {
  readonly polite: string;
  readonly assertive: string;
}

const useAnnounced = create<Announced>(() => ({ polite: '', assertive: '' }));

/** `assertive` interrupts: for errors only. The same text twice is told apart by a space that nobody hears. */
export function announce(text: string, manner: keyof Announced = 'polite'): void {
  useAnnounced.setState((last) => ({ [manner]: last[manner] === text ? `${text}\u00a0` : text }));
}

/** Mount once. */
export function LiveRegions() {
  const { polite, assertive } = useAnnounced();
  return (
    <div className="sr-only">
      <div aria-live="polite" aria-atomic="true">
        {polite}
      </div>
      <div aria-live="assertive" aria-atomic="true">
        {assertive}
      </div>
    </div>
  );
}
