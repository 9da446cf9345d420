// How many requests of each tenant have arrived since its Requests screen was last on show.
import { useRouterState } from '@tanstack/react-router';
import { useEffect } from 'react';
import { create } from 'zustand';
import { useLiveEvents } from '../../api/live-context.tsx';
import { useTenantSlug } from '../../api/use-status.ts';

/** By slug; requests that named no tenant count for every one, under the empty name. */
type Unread = Readonly<Record<string, number>>;

const NO_TENANT = '';

const useUnreadState = create<{ readonly unread: Unread }>(() => ({ unread: {} }));

export function useUnread(slug: string): number {
  return useUnreadState(({ unread }) => (unread[slug] ?? 0) + (unread[NO_TENANT] ?? 0));
}

/** Mount once. */
export function useUnreadRequests(): void {
  const slug = useTenantSlug();
  const isOnRequests = useRouterState({
    select: (state) => state.location.pathname === '/requests',
  });
  useEffect(() => {
    if (!isOnRequests) return;
    clear(slug);
    clear(NO_TENANT);
  }, [isOnRequests, slug]);
  useLiveEvents((event) => {
    if (event.type === 'requests-cleared') clear(event.data.tenant);
    if (event.type !== 'request-recorded') return;
    const tenant = event.data.request.tenant ?? NO_TENANT;
    const isOnShow = isOnRequests && (tenant === slug || tenant === NO_TENANT);
    if (isOnShow) return;
    useUnreadState.setState(({ unread }) => ({
      unread: { ...unread, [tenant]: (unread[tenant] ?? 0) + 1 },
    }));
  });
}

function clear(slug: string | undefined): void {
  useUnreadState.setState(({ unread }) => ({
    unread: slug === undefined ? {} : { ...unread, [slug]: 0 },
  }));
}
