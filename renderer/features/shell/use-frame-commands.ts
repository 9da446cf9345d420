// What the commands of the frame do; they work on every screen.
import { useNavigate, useRouter } from '@tanstack/react-router';
import { useRef } from 'react';
import { useSettingsChange } from '../../api/use-settings.ts';
import { toggleDensity } from '../../ui/density.ts';
import { formatDateTime } from '../../ui/format.ts';
import { describeError } from '../../ui/error-state.tsx';
import { toast } from '../../ui/toast.tsx';
import { openPalette } from '../palette/palette-state.ts';
import { showShortcuts } from '../shortcuts/shortcut-overlay.tsx';
import { useCommands } from '../shortcuts/use-commands.ts';
import { useTakeSnapshot } from '../snapshots/use-snapshots.ts';
import { startTour } from '../tour/tour-state.ts';
import { setActivityOpen } from './activity-button.tsx';
import { focusFilter, focusPart, hasFilter } from './landmarks.ts';
import { useRecording, useRecordingSwitch } from './use-recording.ts';
import { toggleSidebar, useSidebarState } from './sidebar-state.ts';
import type { Theme } from './theme.ts';

const SECTIONS = [
  ['go.home', '/'],
  ['go.requests', '/requests'],
  ['go.users', '/users'],
  ['go.groups', '/groups'],
  ['go.schema', '/schema'],
  ['go.integration', '/integration/scim'],
  ['go.overview', '/entra/overview'],
  ['go.connectivity', '/entra/connectivity'],
  ['go.discovery', '/entra/discovery'],
  ['go.connections', '/entra/connections'],
  ['go.usersAndGroups', '/entra/users-and-groups'],
  ['go.mapping', '/entra/mapping'],
  ['go.directory', '/entra/directory'],
  ['go.provisioningLogs', '/entra/logs'],
  ['go.auditLogs', '/entra/audit'],
  ['go.mailbox', '/entra/mailbox'],
  ['go.scenarios', '/scenarios'],
  ['go.compose', '/compose'],
  ['go.checks', '/checks'],
  ['go.snapshots', '/snapshots'],
  ['go.settings', '/settings'],
  ['go.help', '/help'],
] as const;

/** Mount once. */
export function useFrameCommands(): void {
  const navigate = useNavigate();
  const details = useDetailsToggle();
  const { isNarrow } = useSidebarState();
  const { mutate: change } = useSettingsChange();
  const isPaused = useRecording()?.isPaused === true;
  const { mutate: setRecording } = useRecordingSwitch();
  const { mutate: takeSnapshot } = useTakeSnapshot(() => undefined);
  const takeSnapshotNow = () =>
    takeSnapshot(
      { name: nameOfNow(), note: '' },
      { onError: (error) => toast({ tone: 'bad', message: describeError(error) }) },
    );
  const setTheme = (theme: Theme) => change({ 'general.theme': theme });
  useCommands([
    { id: 'app.palette', run: openPalette },
    { id: 'app.shortcuts', run: showShortcuts },
    { id: 'app.activity', run: () => setActivityOpen(true) },
    { id: 'tenant.pauseRecording', run: () => setRecording(!isPaused) },
    { id: 'app.tour', run: startTour },
    { id: 'app.takeSnapshot', run: takeSnapshotNow },
    {
      id: 'view.density',
      run: () => toast({ tone: 'good', message: `Rows are ${toggleDensity()}` }),
    },
    { id: 'view.sidebar', run: toggleSidebar, when: () => !isNarrow },
    { id: 'view.inspector', run: () => details.toggle(), when: () => details.canToggle() },
    { id: 'view.nextPart', run: () => focusPart(1) },
    { id: 'view.previousPart', run: () => focusPart(-1) },
    { id: 'view.find', run: focusFilter, when: hasFilter },
    { id: 'view.themeSystem', run: () => setTheme('system') },
    { id: 'view.themeLight', run: () => setTheme('light') },
    { id: 'view.themeDark', run: () => setTheme('dark') },
    { id: 'view.themeContrast', run: () => setTheme('contrast') },
    ...SECTIONS.map(([id, to]) => ({ id, run: () => void navigate({ to }) })),
  ]);
}

function nameOfNow(): string {
  return `Snapshot of ${formatDateTime(new Date().toISOString())}`;
}

/** Details are open while the address names something: taking it away closes them, putting it back opens them again. */
function useDetailsToggle() {
  const { history } = useRouter();
  const last = useRef(new Map<string, string>());

  function read() {
    const url = new URL(history.location.href, location.origin);
    const name = url.pathname === '/checks' ? 'check' : 'id';
    const open = url.searchParams.get(name);
    return { url, name, open, remembered: last.current.get(url.pathname) };
  }

  return {
    canToggle(): boolean {
      const { open, remembered } = read();
      return open !== null || remembered !== undefined;
    },
    toggle(): void {
      const { url, name, open, remembered } = read();
      if (open !== null) {
        last.current.set(url.pathname, open);
        url.searchParams.delete(name);
      } else if (remembered !== undefined) url.searchParams.set(name, remembered);
      history.replace(url.pathname + url.search);
    },
  };
}
