// The request window in React: made once per screen, fed by the live feed, told of filter changes.
import { useEffect, useState, useSyncExternalStore } from 'react';
import { callAdmin } from '../../api/client.ts';
import { useLiveEvents } from '../../api/live-context.tsx';
import { useTenantSlug } from '../../api/use-status.ts';
import { createRequestWindow, type RequestWindow } from './request-window.ts';

/** The window of the tenant on screen. Requests that named no tenant belong to it too. */
export function useRequestWindow(filter: string, startAt: number | undefined): RequestWindow {
  const tenant = useTenantSlug();
  const [window] = useState(() =>
    createRequestWindow({
      filter,
      startAt,
      readPage: (query) => callAdmin('listRequests', { query: { tenant, ...query } }),
      nextFrame,
    }),
  );
  useEffect(() => window.setFilter(filter), [window, filter]);
  useLiveEvents((event) => {
    const isOfOther =
      event.type === 'request-recorded' &&
      event.data.request.tenant !== null &&
      event.data.request.tenant !== tenant;
    if (!isOfOther) window.receive(event);
  });
  return window;
}

export function useWindowState(window: RequestWindow) {
  return useSyncExternalStore(window.subscribe, window.getState);
}

const HIDDEN_DELAY_MS = 1000;

/** A hidden page has no frames; it takes its batches once a second. */
function nextFrame(callback: () => void): void {
  if (document.visibilityState === 'hidden') setTimeout(callback, HIDDEN_DELAY_MS);
  else requestAnimationFrame(callback);
}
