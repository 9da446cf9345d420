// Whether the sidebar shows icons alone: by choice, or because the window has no room (zoomed in, for example).
import { create } from 'zustand';
import { useMediaQuery } from '../../ui/use-media-query.ts';

const STORAGE_NAME = 'scim-mock-tenant.sidebar-collapsed';

const useWish = create<{ readonly isCollapsed: boolean }>(() => ({
  isCollapsed: localStorage.getItem(STORAGE_NAME) === 'true',
}));

export function toggleSidebar(): void {
  const isCollapsed = !useWish.getState().isCollapsed;
  localStorage.setItem(STORAGE_NAME, String(isCollapsed));
  useWish.setState({ isCollapsed });
}

export function useSidebarState() {
  const isNarrow = useMediaQuery('(max-width: 50rem)');
  const isWished = useWish((state) => state.isCollapsed);
  return { isCollapsed: isWished || isNarrow, isNarrow };
}
