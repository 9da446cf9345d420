// The one live feed of the app, handed down by React context, and the hooks that listen to it.
import { createContext, useContext, useEffect, useEffectEvent, useSyncExternalStore } from 'react';
import type { LiveEvent } from '../../shared/live-event.ts';
import type { LiveFeed, LiveState } from './live.ts';

const LiveContext = createContext<LiveFeed | null>(null);

export const LiveProvider = LiveContext.Provider;

export function useLiveFeed(): LiveFeed {
  const feed = useContext(LiveContext);
  if (feed === null) throw new Error('useLiveFeed needs a LiveProvider above it.');
  return feed;
}

export function useLiveState(): LiveState {
  const feed = useLiveFeed();
  return useSyncExternalStore(feed.onState, feed.getState);
}

/** Calls `listener` for each event while the component is mounted. */
export function useLiveEvents(listener: (event: LiveEvent) => void): void {
  const feed = useLiveFeed();
  const onEvent = useEffectEvent(listener);
  useEffect(() => feed.onEvent((event) => onEvent(event)), [feed]);
}
