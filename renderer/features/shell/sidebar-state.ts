// Whether the sidebar shows icons alone: by choice, or because the window has no room (zoomed in, for example).
import { readLayout, useLayoutValue, writeLayout } from '../../ui/layout.ts';
import { useMediaQuery } from '../../ui/use-media-query.ts';

const NAME = 'sidebar-collapsed';

export function toggleSidebar(): void {
  writeLayout(NAME, String(readLayout(NAME) !== 'true'));
}

export function useSidebarState() {
  const isNarrow = useMediaQuery('(max-width: 50rem)');
  const [wish] = useLayoutValue(NAME);
  return { isCollapsed: wish === 'true' || isNarrow, isNarrow };
}
