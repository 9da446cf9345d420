// Another order is another list, and its header is made anew: the focus goes back to the column that was sorted by.
import { useEffect, useEffectEvent } from 'react';

/** `isReady`: the list has its header. */
export function useHeaderFocus(sortedBy: string | null, isReady: boolean): void {
  const restore = useEffectEvent(() => {
    if (sortedBy === null || !isReady || document.activeElement !== document.body) return;
    document.querySelector<HTMLElement>(`[data-column="${CSS.escape(sortedBy)}"]`)?.focus();
  });
  useEffect(() => restore(), [isReady]);
}
