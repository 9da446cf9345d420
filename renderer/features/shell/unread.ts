// How many requests have arrived since the Requests screen was last on show.
import { useRouterState } from '@tanstack/react-router';
import { create } from 'zustand';
import { useLiveEvents } from '../../api/live-context.tsx';

export const useUnread = create<{ readonly unread: number }>(() => ({ unread: 0 }));

/** Mount once. */
export function useUnreadRequests(): void {
  const isOnRequests = useRouterState({
    select: (state) => state.location.pathname === '/requests',
  });
  useLiveEvents((event) => {
    if (event.type === 'requests-cleared') useUnread.setState({ unread: 0 });
    if (event.type !== 'request-recorded' || isOnRequests) return;
    useUnread.setState(({ unread }) => ({ unread: unread + 1 }));
  });
}

export function markRequestsRead(): void {
  useUnread.setState({ unread: 0 });
}
