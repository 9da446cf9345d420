// The frame around every screen: title bar, sidebar, banner, page, status bar.
import { Outlet } from '@tanstack/react-router';
import { useLiveState } from '../../api/live-context.tsx';
import { useLiveQueries } from '../../api/use-live-queries.ts';
import { ToastRegion } from '../../ui/toast.tsx';
import { useShellCommands } from '../desktop/use-shell-commands.ts';
import { useWindowTitle } from '../desktop/use-window-title.ts';
import { ShortcutOverlay } from '../shortcuts/shortcut-overlay.tsx';
import { useShortcutKeys } from '../shortcuts/use-shortcut-keys.ts';
import { ConnectionBanner } from './connection-banner.tsx';
import { KeyPage } from './key-page.tsx';
import { SideBar } from './side-bar.tsx';
import { StatusBar } from './status-bar.tsx';
import { TitleBar } from './title-bar.tsx';
import { useLastTenant } from './use-last-tenant.ts';
import { useLook } from './theme.ts';
import { useFrameCommands } from './use-frame-commands.ts';
import { useUnreadRequests } from './unread.ts';

export function AppShell() {
  const live = useLiveState();
  useLiveQueries();
  useUnreadRequests();
  useLook();
  useLastTenant();
  useFrameCommands();
  useShortcutKeys();
  useShellCommands();
  useWindowTitle();
  if (live.kind === 'denied') return <KeyPage isStale />;
  return (
    <div className="flex h-full flex-col">
      <a
        href="#main"
        onClick={focusMain}
        className="absolute -top-20 left-2 z-50 rounded-md bg-accent-fill px-3 py-1.5 text-on-accent focus:top-2"
      >
        Skip to content
      </a>
      <TitleBar />
      <ConnectionBanner />
      <div className="flex min-h-0 flex-1">
        <SideBar />
        <main
          id="main"
          tabIndex={-1}
          className="flex min-w-0 flex-1 flex-col bg-surface-1 outline-none"
        >
          <Outlet />
        </main>
      </div>
      <StatusBar />
      <ToastRegion />
      <ShortcutOverlay />
    </div>
  );
}

function focusMain(event: React.MouseEvent): void {
  event.preventDefault();
  document.getElementById('main')?.focus();
}
