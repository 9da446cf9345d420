// The frame around every screen: title bar, sidebar, banners, page, status bar.
import { Outlet, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useLiveState } from '../../api/live-context.tsx';
import { useLiveQueries } from '../../api/use-live-queries.ts';
import { useSettings } from '../../api/use-settings.ts';
import { LiveRegions } from '../../ui/announcer.tsx';
import { GridKeysContext } from '../../ui/grid-keys-context.ts';
import { useLocaleName } from '../../ui/locale.ts';
import { PaneBoundary } from '../../ui/pane-boundary.tsx';
import { ToastRegion } from '../../ui/toast.tsx';
import { DemoBar } from '../scenarios/demo-bar.tsx';
import { RecorderBar } from '../scenarios/recorder-bar.tsx';
import { useRecorderCommands } from '../scenarios/use-recorder-commands.ts';
import { usePaletteState } from '../palette/palette-state.ts';
import { useAskedImport } from '../desktop/asked-import.ts';
import { useShellCommands } from '../desktop/use-shell-commands.ts';
import { useWindowTitle } from '../desktop/use-window-title.ts';
import { useSimulateCommands } from '../provisioning/use-simulate-commands.ts';
import { ServingBanner } from '../serving/serving-banner.tsx';
import { DiskBanner } from '../serving/disk-banner.tsx';
import { StorageBanner } from '../serving/storage-banner.tsx';
import { useServingCommands } from '../serving/use-serving-commands.ts';
import { ShortcutOverlay } from '../shortcuts/shortcut-overlay.tsx';
import { useGridKeys } from '../shortcuts/use-grid-keys.ts';
import { useShortcutKeys } from '../shortcuts/use-shortcut-keys.ts';
import { useTenantCommands } from '../tenants/use-tenant-commands.ts';
import { useTenantDialogs } from '../tenants/tenant-dialogs.ts';
import { useTour } from '../tour/tour-state.ts';
import { useUpdateCommands } from '../updates/check-for-updates.ts';
import { UpdateBanner } from '../updates/update-banner.tsx';
import { useFollowUpdates, useUpdates } from '../updates/update-store.ts';
import { ConnectionBanner } from './connection-banner.tsx';
import { KeyPage } from './key-page.tsx';
import { MissingTenant } from './missing-tenant.tsx';
import { RecordingBanner } from './recording.tsx';
import { RestartBanner } from './restart-banner.tsx';
import { SideBar } from './side-bar.tsx';
import { StatusBar } from './status-bar.tsx';
import { useLook } from './theme.ts';
import { TitleBar } from './title-bar.tsx';
import { useAnnouncements } from './use-announcements.ts';
import { useFrameCommands } from './use-frame-commands.ts';
import { useLastTenant } from './use-last-tenant.ts';
import { useWorkspaceMemory } from './use-workspace-memory.ts';
import { useUnreadRequests } from './unread.ts';

export function AppShell() {
  const live = useLiveState();
  useLiveQueries();
  useUnreadRequests();
  useLook();
  useWorkspaceMemory();
  useLastTenant();
  useAnnouncements();
  useFrameCommands();
  useServingCommands();
  useTenantCommands();
  useSimulateCommands();
  useRecorderCommands();
  useShortcutKeys();
  useShellCommands();
  useWindowTitle();
  useUpdateCommands();
  useFollowUpdates();
  const gridKeys = useGridKeys();
  if (live.kind === 'denied') return <KeyPage isStale />;
  return (
    <GridKeysContext value={gridKeys}>
      <Frame />
    </GridKeysContext>
  );
}

function Frame() {
  return (
    <div className="flex h-full flex-col">
      <SkipLink />
      <PaneBoundary name="The title bar">
        <TitleBar />
      </PaneBoundary>
      <ConnectionBanner />
      <StorageBanner />
      <DiskBanner />
      <ServingBanner />
      <RecordingBanner />
      <RestartBanner />
      <UpdateBanner />
      <MissingTenant />
      <div className="flex min-h-0 flex-1">
        <PaneBoundary name="The sidebar">
          <SideBar />
        </PaneBoundary>
        <Page />
      </div>
      <PaneBoundary name="The story">
        <DemoBar />
        <RecorderBar />
      </PaneBoundary>
      <PaneBoundary name="The status bar">
        <StatusBar />
      </PaneBoundary>
      <PaneBoundary name="What lies over the window">
        <Overlays />
      </PaneBoundary>
    </div>
  );
}

function SkipLink() {
  return (
    <a
      href="#main"
      onClick={focusMain}
      className="absolute -top-20 left-2 z-50 rounded-md bg-accent-fill px-3 py-1.5 text-on-accent focus:top-2"
    >
      Skip to content
    </a>
  );
}

/** Drawn anew when dates and numbers are written otherwise, but for Settings, where one is choosing. */
function Page() {
  const locale = useLocaleName();
  const pathname = useRouterState({ select: (state) => state.location.pathname });
  return (
    <main
      id="main"
      tabIndex={-1}
      className="flex min-w-0 flex-1 flex-col bg-surface-1 outline-none"
    >
      <PaneBoundary name="This screen" resetKey={pathname}>
        <Suspense>
          <Outlet key={pathname === '/settings' ? pathname : locale} />
        </Suspense>
      </PaneBoundary>
    </main>
  );
}

// Fetched while nothing else is to do: who presses its keys wants to type at once.
const fetchPalette = () => import('../palette/command-palette.tsx');
requestIdleCallback(() => void fetchPalette().catch(() => undefined)); // asked for again with its keys
const CommandPalette = lazy(async () => {
  const { CommandPalette: component } = await fetchPalette();
  return { default: component };
});
const TenantDialogHost = lazy(async () => {
  const { TenantDialogHost: component } = await import('../tenants/tenant-dialog-host.tsx');
  return { default: component };
});

const AskedImportDialog = lazy(async () => {
  const { AskedImportDialog: component } = await import('../desktop/asked-import-dialog.tsx');
  return { default: component };
});

const NewsDialog = lazy(async () => {
  const { NewsDialog: component } = await import('../updates/news-dialog.tsx');
  return { default: component };
});

const Tour = lazy(async () => {
  const { Tour: component } = await import('../tour/tour.tsx');
  return { default: component };
});

/** What lies over the window; loaded when it is first wanted. */
function Overlays() {
  const settings = useSettings();
  const isPaletteOpen = usePaletteState((state) => state.isOpen);
  const isTourOn = useTour((state) => state.stop !== null);
  const askedImport = useAskedImport((state) => state.file);
  const tenantDialog = useTenantDialogs((state) => state.open);
  const news = useUpdates(({ isOpen, state }) => (isOpen ? state : undefined));
  return (
    <>
      <LiveRegions />
      <ToastRegion
        show={settings['notifications.toasts']}
        seconds={settings['notifications.toastSeconds']}
      />
      <ShortcutOverlay />
      <Suspense>
        {isTourOn && <Tour />}
        {isPaletteOpen && <CommandPalette />}
        {tenantDialog !== null && <TenantDialogHost />}
        {news !== undefined && <NewsDialog state={news} />}
        {askedImport !== null && <AskedImportDialog key={askedImport.ticket} file={askedImport} />}
      </Suspense>
    </>
  );
}

function focusMain(event: React.MouseEvent): void {
  event.preventDefault();
  document.getElementById('main')?.focus();
}
